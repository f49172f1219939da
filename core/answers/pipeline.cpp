#include "core/answers/pipeline.hpp"

#include <algorithm>
#include <string_view>

#include "core/json/pointer.hpp"
#include "core/json/write.hpp"

namespace vgap::answers {

namespace {

constexpr double kMost = 1e9;
constexpr std::size_t kMostNameBytes = 200;

// paths.team_lead.months_to_ready: what a link can hold as it is.
bool is_name(std::string_view text) {
    if (text.empty() || text.size() > kMostNameBytes) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
}

}  // namespace

std::string read_pipeline(const json::Reader& reader) {
    std::string out;
    if (!reader.object({"scenario", "turned"})) return out;
    const json::Reader scenario = reader.at("scenario");
    if (scenario.value().kind != json::Kind::kObject) scenario.identifier();
    const json::Reader turned = reader.at("turned");
    for (const auto& [name, number] : turned.members()) {
        number.number(-kMost, kMost);
        if (!is_name(name)) {
            number.report("error.json.not_an_identifier", {{"found", json::excerpt(name)}});
        }
    }
    if (const std::size_t found = turned.value().members.size(); found > kMostTurned) {
        turned.report("error.json.too_many_elements",
                      {{"found", std::to_string(found)}, {"most", std::to_string(kMostTurned)}});
    }
    json::append_canonical(out, reader.value());
    if (out.size() > kMostPipelineBytes) {
        reader.report("error.json.too_long", {{"found", std::to_string(out.size())},
                                              {"most", std::to_string(kMostPipelineBytes)}});
    }
    return out;
}

}  // namespace vgap::answers
