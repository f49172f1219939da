// json/value — a parsed JSON document that keeps member order and knows its own kind.
//
// In      built by json/parse, or by text_of, number_of, boolean_of and empty
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
    std::string string;  // of a number: its own text, where json/parse was asked to keep it
    std::vector<Value> elements;  // array
    std::vector<Member> members;  // object, in file order

    const Value* find(std::string_view name) const;
    Value* find(std::string_view name);
};

struct Member {
    std::string name;
    Value value;
};

Value text_of(std::string text);
Value number_of(double number);
Value boolean_of(bool boolean);
Value empty(Kind kind);

}  // namespace vgap::json
