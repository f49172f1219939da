// json/pointer — one step of a JSON pointer, escaped and kept short.
//
// In      a member's name, or an element's position
// Out     appended to the pointer: "/name", "/3"; ~ and / escaped. A name of more than 100 bytes is
//         cut and ends in an ellipsis: the place is for a person, and hostile names may be
//         megabytes
// Errors  none
// Source  RFC 6901 §3
// Cost    O(bytes of the step)
// Tested  tests/core/json/read_test.cpp
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vgap::json {

void append_step(std::string& pointer, std::string_view name);
void append_step(std::string& pointer, std::size_t position);

// A piece of someone's file, short enough to be an argument of an error.
std::string excerpt(std::string_view text);

}  // namespace vgap::json
