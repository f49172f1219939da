// base/encoding — bytes of a file that somebody's spreadsheet wrote, as UTF-8.
//
// In      bytes
// Out     the text in UTF-8 without byte order mark, and which encoding it had: UTF-8 (with mark or without), UTF-16 (with a
//         mark, or without one where every second byte of the beginning is zero), else Windows-1252
// Errors  error.encoding.{half_character, unknown_byte} with line:column, where no text comes of it
// Source  WHATWG Encoding (byte order marks; windows-1252), RFC 2781 (UTF-16)
// Cost    O(bytes); UTF-8 is moved, not copied
// Tested  tests/core/base/encoding_test.cpp; tools/fuzz/people_fuzz.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace vgap::base {

enum class Encoding : std::uint8_t { kUtf8, kUtf8Mark, kUtf16Little, kUtf16Big, kWindows1252 };

std::string_view to_string(Encoding encoding);  // "utf-8", "windows-1252", ...

struct Decoded {
    std::string text;
    Encoding encoding = Encoding::kUtf8;
};

Result<Decoded> decode(std::string bytes);

}  // namespace vgap::base
