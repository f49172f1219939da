#include "core/base/tri.hpp"

#include <gtest/gtest.h>

namespace vgap::base {
namespace {

constexpr Tri kF = Tri::kFalse, kU = Tri::kUnknown, kT = Tri::kTrue;

// Kleene's strong tables, in the order false, unknown, true.
TEST(Tri, FollowsKleenesTables) {
    constexpr Tri kAll[] = {kF, kU, kT};
    constexpr Tri kBoth[3][3] = {{kF, kF, kF}, {kF, kU, kU}, {kF, kU, kT}};
    constexpr Tri kEither[3][3] = {{kF, kU, kT}, {kU, kU, kT}, {kT, kT, kT}};
    for (int a = 0; a < 3; ++a) {
        for (int b = 0; b < 3; ++b) {
            EXPECT_EQ(both(kAll[a], kAll[b]), kBoth[a][b]) << a << b;
            EXPECT_EQ(either(kAll[a], kAll[b]), kEither[a][b]) << a << b;
        }
    }
    EXPECT_EQ(negation(kF), kT);
    EXPECT_EQ(negation(kU), kU);
    EXPECT_EQ(negation(kT), kF);
    EXPECT_EQ(tri(true), kT);
    EXPECT_EQ(tri(false), kF);
}

// not (a and b) = (not a) or (not b), for unknown too.
TEST(Tri, ObeysDeMorgan) {
    for (const Tri a : {kF, kU, kT}) {
        for (const Tri b : {kF, kU, kT}) {
            EXPECT_EQ(negation(both(a, b)), either(negation(a), negation(b)));
        }
    }
}

}  // namespace
}  // namespace vgap::base
