// base/hash — SHA-256, so that a result names exactly the instrument that it was scored with.
//
// In      bytes
// Out     digest: 32 bytes; sha256_hex: the same as 64 lower-case hexadecimal digits
// Errors  none
// Source  FIPS 180-4 §4.1.2, §4.2.2, §5.1.1, §5.3.3, §6.2.2
// Cost    O(bytes), no allocation but the returned text
// Tested  tests/core/base/hash_test.cpp
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace vgap::base {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);
std::string sha256_hex(std::string_view bytes);

}  // namespace vgap::base
