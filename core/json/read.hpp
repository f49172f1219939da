// json/read — walks a Value and notes every problem with its JSON pointer, so that one reading
// reports all of them. A field that fails gives a harmless default; callers check ok() at the end.
//
// In      Value, and what the format allows at each place
// Out     C++ values; problems in the shared list
// Errors  error.json.missing, error.json.wrong_kind, error.json.unknown_key, error.json.out_of_range,
//         error.json.not_a_whole_number, error.json.not_allowed (listing what is)
// Source  RFC 6901 (JSON pointer)
// Cost    O(fields)
// Tested  tests/core/json/read_test.cpp
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/json/value.hpp"

namespace vgap::json {

class Reader {
   public:
    Reader(const Value& value, base::Errors& problems, std::string pointer = "");

    const Value& value() const { return *value_; }
    const std::string& pointer() const { return pointer_; }

    // Is this an object, with no keys but these? Unknown keys are reported, each by itself.
    bool object(std::initializer_list<std::string_view> keys) const;
    bool has(std::string_view key) const;  // present and not null

    Reader at(std::string_view key) const;          // a missing key gives a Reader on null
    std::vector<Reader> elements() const;           // reports when not an array
    std::vector<std::pair<std::string, Reader>> members() const;  // reports when not an object

    std::string string(std::size_t most_bytes = 4096) const;
    std::string identifier() const;  // [a-z][a-z0-9_-]{0,63}
    double number(double least, double most) const;
    int whole(int least, int most) const;
    bool boolean() const;
    int one_of(std::initializer_list<std::string_view> allowed) const;  // index, or -1

    void report(std::string_view code, std::vector<base::Argument> arguments = {}) const;

   private:
    const Value* value_;
    base::Errors* problems_;
    std::string pointer_;
};

}  // namespace vgap::json
