// json/write — canonical JSON text: no spaces, shortest round-trip numbers, the caller's key order.
//
// In      values in the order in which they are to stand; append_canonical sorts keys
//         (by UTF-16 code units, as RFC 8785 has it)
// Out     appended to a string that the caller may reuse
// Errors  none; NaN and infinity are a bug (asserted), -0 is written 0
// Source  RFC 8785 (JSON Canonicalization Scheme), ECMA-262 Number::toString
// Cost    whole billionths under a million print as integers; other numbers take a slow exact path
// Tested  tests/core/json/write_test.cpp
#pragma once

#include <string>
#include <string_view>

#include "core/json/value.hpp"

namespace vgap::json {

void append_string(std::string& out, std::string_view text);
void append_number(std::string& out, double number);
void append_canonical(std::string& out, const Value& value);

// Keeps track of commas, nothing else.
class Writer {
  public:
    explicit Writer(std::string& out) : out_(out) {}

    Writer& begin_object();
    Writer& end_object();
    Writer& begin_array();
    Writer& end_array();
    Writer& key(std::string_view name);
    [[gnu::noinline]] Writer& key(const char* name);  // short where it is called, hundreds of times
    Writer& string(std::string_view text);
    Writer& number(double value);
    Writer& boolean(bool value);
    Writer& null();
    Writer& document(std::string_view json);  // a value that is written already

  private:
    void separate();
    std::string& out_;
    bool needs_comma_ = false;
};

}  // namespace vgap::json
