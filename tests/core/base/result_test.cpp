#include "core/base/result.hpp"

#include <gtest/gtest.h>

namespace vgap::base {
namespace {

Result<int> half(int n) {
    if (n % 2 != 0) return fail(Error{"error.odd", "/n", {{"found", std::to_string(n)}}});
    return n / 2;
}

TEST(Result, IsAValueOrProblems) {
    ASSERT_TRUE(half(4));
    EXPECT_EQ(*half(4), 2);
    ASSERT_FALSE(half(3));
    EXPECT_EQ(half(3).error(), (Errors{{"error.odd", "/n", {{"found", "3"}}}}));
}

TEST(Result, KeepsAllProblems) {
    const Result<int> result = fail(Errors{{"error.a", "", {}}, {"error.b", "", {}}});
    EXPECT_EQ(result.error().size(), 2u);
}

TEST(Result, NotesAThousandProblemsAndThenThatThereAreMore) {
    Errors errors;
    for (std::size_t i = 0; i < 3 * kMostProblems; ++i) note(errors, {"error.a", "", {}});
    ASSERT_EQ(errors.size(), kMostProblems + 1);
    EXPECT_EQ(errors[kMostProblems - 1].code, "error.a");
    EXPECT_EQ(errors.back(), (Error{"error.more_problems", "", {{"most", "1000"}}}));
}

}  // namespace
}  // namespace vgap::base
