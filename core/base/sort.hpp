// base/sort — puts a range in order with a few hundred bytes of code for each kind of element,
// where std::sort takes three thousand and std::stable_sort four. For lists whose sorting no one
// waits for.
//
// In      a random access range, and whether one element stands before another
// Out     sort: the range in order, equal elements in no particular one
// Errors  none
// Cost    O(n log n) comparisons at worst, in place; about twice the time of std::sort
// Tested  tests/core/base/sort_test.cpp
#pragma once

#include <algorithm>

namespace vgap::base {

template <class Range, class Before>
void sort(Range& range, Before before) {
    std::make_heap(range.begin(), range.end(), before);
    std::sort_heap(range.begin(), range.end(), before);
}

}  // namespace vgap::base
