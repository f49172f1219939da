#include "core/json/value.hpp"

namespace vgap::json {

const Value* Value::find(std::string_view name) const {
    for (const Member& member : members) {
        if (member.name == name) return &member.value;
    }
    return nullptr;
}

}  // namespace vgap::json
