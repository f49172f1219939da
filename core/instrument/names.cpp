#include "core/instrument/names.hpp"

#include "core/json/pointer.hpp"

namespace vgap::instrument {

std::string Names::declare(const json::Reader& entry, Index position) {
    if (entry.value().kind != json::Kind::kObject) return {};  // reported where its fields are read
    const json::Reader id = entry.at("id");
    std::string name = id.identifier();
    if (id.value().kind != json::Kind::kString) return name;
    const auto [place, is_new] =
        places_.try_emplace(id.value().string, Place{position, id.pointer()});
    if (!is_new) {
        id.report("error.instrument.duplicate_id",
                  {{"id", json::excerpt(id.value().string)}, {"first", place->second.pointer}});
    }
    return name;
}

Index Names::find(const json::Reader& reference, std::string_view unknown_code) const {
    if (reference.value().kind != json::Kind::kString) {
        reference.string();  // reports what is wrong
        return kNone;
    }
    const auto found = places_.find(reference.value().string);
    if (found != places_.end()) return found->second.position;
    reference.report(unknown_code, {{"id", json::excerpt(reference.value().string)}});
    return kNone;
}

}  // namespace vgap::instrument
