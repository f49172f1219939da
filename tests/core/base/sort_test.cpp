#include "core/base/sort.hpp"

#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace vgap::base {
namespace {

TEST(Sort, PutsEveryOrderOfAFewNumbersInOrder) {
    std::vector<int> order = {1, 2, 2, 3, 4, 5};
    const std::vector<int> sorted = order;
    do {
        std::vector<int> numbers = order;
        sort(numbers, std::less<>());
        EXPECT_EQ(numbers, sorted);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST(Sort, LeavesNothingAndOneAsTheyAre) {
    std::vector<std::string> words;
    sort(words, std::less<>());
    EXPECT_TRUE(words.empty());
    words = {"alone"};
    sort(words, std::less<>());
    EXPECT_EQ(words, std::vector<std::string>{"alone"});
}

TEST(Sort, PutsManyInTheOrderItIsTold) {
    std::vector<int> numbers(10007);
    for (int i = 0; i < 10007; ++i) numbers[static_cast<std::size_t>(i)] = i * 5003 % 10007;
    sort(numbers, std::greater<>());
    for (int i = 0; i < 10007; ++i) EXPECT_EQ(numbers[static_cast<std::size_t>(i)], 10006 - i);
}

}  // namespace
}  // namespace vgap::base
