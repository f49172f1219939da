// json/read — walks a Value and notes every problem with its JSON pointer, so that one reading
// reports all of them. A field that fails gives a harmless default; callers look at the list when
// they are done.
//
// In      Value, and what the format allows at each place
// Out     C++ values; problems in the shared list
// Errors  error.json.missing, wrong_kind, unknown_key, out_of_range, not_a_whole_number,
//         not_allowed (listing what is), not_an_identifier, too_long, too_few_elements,
//         too_many_elements
// Source  RFC 6901 (JSON pointer)
// Cost    O(fields); a pointer is put into words only when somebody asks for it
// Tested  tests/core/json/read_test.cpp
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.hpp"
#include "core/json/value.hpp"

namespace vgap::json {

// What is thought of keys that a format does not know: a mistake, or somebody else's, which a later version may explain.
enum class Unknown : std::uint8_t { kRefused, kPassedOver };

// The Value and the list must outlive the Reader.
class Reader {
  public:
    Reader(const Value& value, base::Errors& problems, std::string pointer = "",
           Unknown unknown = Unknown::kRefused);

    const Value& value() const { return *value_; }
    std::string pointer() const;

    // Is this an object, with no keys but these? Unknown keys are reported, each by itself, unless they are passed over.
    bool object(std::initializer_list<std::string_view> keys) const;
    bool has(std::string_view key) const;  // present and not null

    Reader at(std::string_view key) const;  // a missing key gives a Reader on null
    std::vector<Reader> elements() const;   // reports when not an array
    std::vector<Reader> elements(std::size_t least, std::size_t most) const;  // and the count
    std::vector<std::pair<std::string, Reader>> members() const;  // reports when not an object

    std::string string(std::size_t most_bytes = 4096) const;
    std::string identifier() const;  // [a-z0-9][a-z0-9_-]{0,63}
    double number(double least, double most) const;
    int whole(int least, int most) const;
    bool boolean() const;
    int one_of(std::initializer_list<std::string_view> allowed) const;  // index, or -1

    void report(std::string_view code, std::vector<base::Argument> arguments = {}) const;
    void report(base::Error error) const;  // that somebody else found, with its place

  private:
    struct Step {
        std::string_view name;  // without data: an element, at `position`
        std::size_t position = 0;
    };

    bool is(Kind kind) const;  // reports when not
    Reader child(const Value& value, Step step) const;

    const Value* value_;
    base::Errors* problems_;
    std::string start_;  // the pointer up to the first step
    std::array<Step, 6> steps_;
    std::size_t depth_ = 0;
    Unknown unknown_ = Unknown::kRefused;
};

bool is_identifier(std::string_view text);

}  // namespace vgap::json
