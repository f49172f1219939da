// json/value — a parsed JSON document that keeps member order and knows its own kind.
//
// In      built by json/parse
// Out     Value: null, boolean, number, string, array or object; find() looks a member up
// Errors  none; reading the wrong kind is asked about first (kind), never guessed
// Source  RFC 8259
// Cost    find is O(members): objects are short
// Tested  tests/core/json/parse_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vgap::json {

enum class Kind : std::uint8_t { kNull, kBoolean, kNumber, kString, kArray, kObject };

struct Member;

struct Value {
    Kind kind = Kind::kNull;
    bool boolean = false;
    double number = 0;
    std::string string;
    std::vector<Value> elements;  // array
    std::vector<Member> members;  // object, in file order

    const Value* find(std::string_view name) const;
};

struct Member {
    std::string name;
    Value value;
};

}  // namespace vgap::json
