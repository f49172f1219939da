// answers/merge — the answers of two tabs on one assessment, as one: neither overwrites the other silently.
//
// In      base: what both last agreed on, or nullptr; mine; theirs. All to the same instrument
// Out     answers; taken: how many came from them; differing: questions that both changed, to different answers, of
//         which mine stay. Without a base an answer counts more than none, and two answers differ
// Errors  none
// Source  PRODUCT.md §5 (two tabs on one assessment)
// Cost    O(questions)
// Tested  tests/core/answers/merge_test.cpp
#pragma once

#include <vector>

#include "core/answers/answer.hpp"
#include "core/instrument/types.hpp"

namespace vgap::answers {

struct Merged {
    Answers answers;
    int taken = 0;
    std::vector<instrument::Index> differing;
};

Merged merge(const Answers* base, const Answers& mine, const Answers& theirs);

}  // namespace vgap::answers
