// flow/walk_places — where each random number of a month stands.
//
// In      nothing
// Out     slots of 16 bits side by side: of each stage hires and each path's share, of each path whether submissions succeed, waits,
//         and the phases from the last one down, as many as the file has; and the numbers of further blocks
// Errors  none
// Source  flow/walk
// Cost    none
// Tested  tests/core/flow/walk_test.cpp
#pragma once

#include <cstddef>
#include <cstdint>

namespace vgap::flow {

inline constexpr std::size_t kSideBySide = 8;  // in a register when leavers are looked for
inline constexpr std::uint32_t kWords = 4;
inline constexpr std::uint32_t kSlots = 2 * kWords;  // in a block
inline constexpr std::uint32_t kHire = 0;
inline constexpr std::uint32_t kFirstShare = 1;
inline constexpr std::uint32_t kSuccess = 0;
inline constexpr std::uint32_t kRetry = 1;
inline constexpr std::uint32_t kLastPhase = 2;

// Blocks are numbered from 0; from here on those of leavers.
inline constexpr std::uint32_t kLeavers = 0x8000;

// The other 16 bits of a slot; of somebody who may leave; numbers of a crowd.
inline constexpr std::uint32_t kFurtherOfSlots = 0x10000;
inline constexpr std::uint32_t kFurtherOfGaps = 0x20000;
inline constexpr std::uint32_t kFurtherOfLeavers = 0x30000;
inline constexpr std::uint32_t kCrowds = 1u << 20;
inline constexpr std::uint32_t kCrowdShift = 12;

}  // namespace vgap::flow
