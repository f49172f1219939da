// answers/truth — evaluates a condition in three-valued logic, whoever knows the truth of its
// leaves.
//
// In      condition  all, any, not, or a leaf
//         leaf       callable: const Condition& -> Tri
// Out     true, false or unknown. An empty `all` is true, an empty `any` false
// Errors  none: a missing operand is unknown, which is an answer
// Source  MODEL.md §1; Kleene 1952
// Cost    O(nodes), stops as soon as the rest cannot matter; no allocation
// Tested  tests/core/answers/truth_test.cpp
#pragma once

#include "core/base/tri.hpp"
#include "core/instrument/types.hpp"

namespace vgap::answers {

template <class Leaf>
base::Tri truth(const instrument::Condition& condition, const Leaf& leaf) {
    using base::Tri;
    using instrument::Operator;
    switch (condition.op) {
        case Operator::kAll: {
            Tri result = Tri::kTrue;
            for (const instrument::Condition& child : condition.children) {
                result = base::both(result, truth(child, leaf));
                if (result == Tri::kFalse) break;
            }
            return result;
        }
        case Operator::kAny: {
            Tri result = Tri::kFalse;
            for (const instrument::Condition& child : condition.children) {
                result = base::either(result, truth(child, leaf));
                if (result == Tri::kTrue) break;
            }
            return result;
        }
        case Operator::kNot:
            return condition.children.empty() ? Tri::kUnknown
                                              : base::negation(truth(condition.children[0], leaf));
        default:
            return leaf(condition);
    }
}

}  // namespace vgap::answers
