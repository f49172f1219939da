// base/tri — three-valued (Kleene) truth: what is not answered is unknown, never false.
//
// In      two truths
// Out     both, either, negation
// Errors  none
// Source  MODEL.md §1 (failure patterns are three-valued); Kleene 1952
// Cost    O(1)
// Tested  tests/core/base/tri_test.cpp
#pragma once

#include <cstdint>

namespace vgap::base {

enum class Tri : std::uint8_t { kFalse, kUnknown, kTrue };

constexpr Tri tri(bool b) {
    return b ? Tri::kTrue : Tri::kFalse;
}
constexpr Tri both(Tri a, Tri b) {
    return a < b ? a : b;
}
constexpr Tri either(Tri a, Tri b) {
    return a < b ? b : a;
}
constexpr Tri negation(Tri a) {
    return a == Tri::kUnknown ? a : tri(a == Tri::kFalse);
}

}  // namespace vgap::base
