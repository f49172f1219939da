#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/fixed.hpp"
#include "core/scoring/score.hpp"
#include "core/scoring/steps.hpp"
#include "tests/support/sample.hpp"

namespace vgap::scoring {
namespace {

// Children add exactly to their parent, in whole billionths; gives the position behind the subtree.
std::size_t check_sums(const std::vector<Node>& nodes, std::size_t at) {
    const Node& node = nodes[at++];
    if (node.children == 0) return at;
    std::int64_t sum = 0;
    for (std::uint32_t child = 0; child < node.children; ++child) {
        sum += base::to_billionths(nodes[at].value);
        at = check_sums(nodes, at);
    }
    EXPECT_EQ(sum, base::to_billionths(node.value));
    EXPECT_FALSE(std::signbit(node.value) && node.value == 0);
    return at;
}

TEST(Explanation, AddsExactlyAtEveryNode) {
    for (const auto* instrument : {&sample::small(), &sample::varied()}) {
        for (std::uint32_t seed = 0; seed < 3000; ++seed) {
            SCOPED_TRACE(seed);
            answers::Answers answers(instrument->questions.size());
            if (instrument == &sample::varied()) {
                answers = sample::random_answers(*instrument, seed);
            } else {
                answers = sample::answers(*instrument, {{"size", static_cast<int>(seed % 2)},
                                                        {"a", static_cast<int>(seed / 2 % 5)},
                                                        {"b", static_cast<int>(seed / 10 % 5)}});
            }
            const Profile profile = sample::scored(*instrument, answers);
            if (profile.index) {
                EXPECT_EQ(profile.explanation[0].value, *profile.index);
                EXPECT_EQ(check_sums(profile.explanation, 0), profile.explanation.size());
            } else {
                EXPECT_TRUE(profile.explanation.empty());
            }
            std::size_t at = 0;
            while (at < profile.level_explanations.size()) {
                at = check_sums(profile.level_explanations, at);
            }
            if (testing::Test::HasFailure()) return;
        }
    }
}

TEST(Explanation, GivesEachItemItsShareAndWhatASurplusDoesNotOffset) {
    // first: a 100, b 100 (reverse, weight 3), required 60: in surplus by 40.
    // Parts: a 100 · (60 - 100) / (4 · 60) = -16.66..., b three times as much; surplus 66.66...
    const auto profile =
        sample::scored(sample::small(), sample::answers(sample::small(), {{"a", 4}, {"b", 0}}));
    EXPECT_EQ(profile.index, std::nullopt);  // weight 1 of 4

    const auto instrument = sample::instrument(R"({
        'schema': 'instrument/1', 'id': 'one', 'version': '1.0.0', 'languages': ['en'], 'context': [],
        'dimensions': [{'id': 'd', 'weight': 2, 'required': {'base': 60, 'rules': []}}],
        'items': [{'id': 'i', 'dimension': 'd', 'kind': 'scale', 'points': 5},
                  {'id': 'j', 'dimension': 'd', 'kind': 'scale', 'points': 5, 'weight': 3}],
        'pages': [{'id': 'p', 'questions': ['i', 'j']}], 'patterns': [], 'actions': []})");
    const auto over = sample::scored(instrument, sample::answers(instrument, {{"i", 4}, {"j", 4}}));
    ASSERT_EQ(over.explanation.size(), 5u);
    EXPECT_EQ(over.explanation[1].value, 0);
    EXPECT_EQ(over.explanation[1].children, 3u);
    EXPECT_EQ(over.items[0].share, -16.666666667);
    EXPECT_EQ(over.items[1].share, -50.0);
    EXPECT_EQ(over.explanation[4].kind, NodeKind::kSurplus);
    EXPECT_EQ(over.explanation[4].value, 66.666666667);

    const auto under =
        sample::scored(instrument, sample::answers(instrument, {{"i", 4}, {"j", 1}}));
    ASSERT_EQ(under.explanation.size(), 4u);
    EXPECT_EQ(under.index, 27.083333333);  // 100 · (60 - 43.75) / 60
    EXPECT_EQ(under.items[0].share, -16.666666667);
    EXPECT_EQ(under.items[1].share, 43.75);
}

TEST(Explanation, OpensTheRequiredLevelIntoBaseRulesAndLimit) {
    const auto& varied = sample::varied();
    const auto profile = sample::scored(varied, sample::answers(varied, {{"size", 2}}));
    const std::vector<Node>& nodes = profile.level_explanations;
    ASSERT_GE(nodes.size(), 4u);
    EXPECT_EQ(nodes[0].kind, NodeKind::kRequired);
    EXPECT_EQ(nodes[0].value, 100);
    EXPECT_EQ(nodes[0].children, 3u);
    EXPECT_EQ(nodes[1].kind, NodeKind::kBase);
    EXPECT_EQ(nodes[1].value, 40.5);
    EXPECT_EQ(nodes[2].kind, NodeKind::kRule);
    EXPECT_EQ(nodes[2].value, 90);
    EXPECT_EQ(nodes[3].kind, NodeKind::kClamp);
    EXPECT_EQ(nodes[3].value, -30.5);
}

TEST(Settle, GivesTheResidualToTheFirstOfTheLargestParts) {
    std::array<std::int64_t, 3> parts = {33, -34, 34};
    settle(35, parts.data(), parts.size());
    EXPECT_EQ(parts, (std::array<std::int64_t, 3>{33, -32, 34}));
    settle(7, nullptr, 0);  // nothing to settle
}

}  // namespace
}  // namespace vgap::scoring
