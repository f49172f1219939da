#include "core/json/value.hpp"

namespace vgap::json {

const Value* Value::find(std::string_view name) const {
    for (const Member& member : members) {
        if (member.name == name) return &member.value;
    }
    return nullptr;
}

Value* Value::find(std::string_view name) {
    for (Member& member : members) {
        if (member.name == name) return &member.value;
    }
    return nullptr;
}

Value text_of(std::string text) {
    Value value;
    value.kind = Kind::kString;
    value.string = std::move(text);
    return value;
}

Value number_of(double number) {
    Value value;
    value.kind = Kind::kNumber;
    value.number = number;
    return value;
}

Value boolean_of(bool boolean) {
    Value value;
    value.kind = Kind::kBoolean;
    value.boolean = boolean;
    return value;
}

Value empty(Kind kind) {
    Value value;
    value.kind = kind;
    return value;
}

}  // namespace vgap::json
