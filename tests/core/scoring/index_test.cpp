#include <optional>

#include <gtest/gtest.h>

#include "core/scoring/score.hpp"
#include "core/scoring/steps.hpp"
#include "tests/support/sample.hpp"

namespace vgap::scoring {
namespace {

instrument::Instrument two_dimensions(const std::string& weights, const std::string& base = "80") {
    const std::size_t comma = weights.find(',');
    return sample::instrument(R"({
        'schema': 'instrument/1', 'id': 'two', 'version': '1.0.0', 'languages': ['en'], 'context': [],
        'dimensions': [
            {'id': 'd', 'weight': )" +
                              weights.substr(0, comma) + R"(,
             'required': {'base': )" +
                              base + R"(, 'rules': []}},
            {'id': 'e', 'weight': )" +
                              weights.substr(comma + 1) + R"(,
             'required': {'base': )" +
                              base + R"(, 'rules': []}}],
        'items': [{'id': 'i', 'dimension': 'd', 'kind': 'scale', 'points': 5},
                  {'id': 'j', 'dimension': 'e', 'kind': 'scale', 'points': 5}],
        'pages': [{'id': 'p', 'questions': ['j', 'i']}], 'patterns': [], 'actions': []})");
}

TEST(Index, NeedsAtLeastHalfOfTheWeight) {
    const auto half = two_dimensions("1,1");
    const auto profile = sample::scored(half, sample::answers(half, {{"i", 2}}));
    EXPECT_EQ(profile.index, 37.5);  // 100 · 30 / 80
    EXPECT_EQ(profile.sufficient_weight_pct, 50);
    EXPECT_TRUE(profile.to_answer.empty());

    const auto less = two_dimensions("1,1.01");
    const auto without = sample::scored(less, sample::answers(less, {{"i", 2}}));
    EXPECT_EQ(without.index, std::nullopt);
    EXPECT_EQ(without.band, instrument::kNone);
    ASSERT_EQ(without.to_answer.size(), 1u);
    EXPECT_EQ(less.questions[without.to_answer[0]].id, "j");
}

TEST(Index, HasBoundsThatInsufficientDimensionsWiden) {
    const auto two = two_dimensions("1,1");
    const auto profile = sample::scored(two, sample::answers(two, {{"i", 2}}));
    EXPECT_EQ(profile.index_low, 18.75);   // 100 · (30 + 0) / 160
    EXPECT_EQ(profile.index_high, 68.75);  // 100 · (30 + 80) / 160
}

TEST(Index, IsZeroWhenNothingIsRequired) {
    const auto nothing = two_dimensions("1,1", "0");
    const auto profile = sample::scored(nothing, sample::answers(nothing, {{"i", 0}, {"j", 4}}));
    EXPECT_EQ(profile.index, 0.0);
    EXPECT_EQ(profile.index_low, 0);
    EXPECT_EQ(profile.index_high, 0);
    EXPECT_EQ(profile.band, 0u);
    ASSERT_EQ(profile.explanation.size(), 6u);  // index; d, i; e, j, surplus
    for (const Node& node : profile.explanation) EXPECT_EQ(node.value, 0);
}

TEST(Index, IsNotLoweredByASurplus) {
    const auto two = two_dimensions("1,1");
    const auto profile = sample::scored(two, sample::answers(two, {{"i", 4}, {"j", 2}}));
    EXPECT_EQ(profile.dimensions[0].surplus, 20.0);
    EXPECT_EQ(profile.index, 18.75);
}

TEST(Index, FallsIntoTheFirstBandWhoseEdgeItIsUnder) {
    const auto& instrument = sample::small();
    ASSERT_EQ(instrument.bands.size(), 4u);
    EXPECT_EQ(instrument.bands[band_of(instrument, 9.999999999)].id, "on_pace");
    EXPECT_EQ(instrument.bands[band_of(instrument, 10)].id, "drifting");
    EXPECT_EQ(instrument.bands[band_of(instrument, 25)].id, "lagging");
    EXPECT_EQ(instrument.bands[band_of(instrument, 44.999999999)].id, "lagging");
    EXPECT_EQ(instrument.bands[band_of(instrument, 45)].id, "stalled");
    EXPECT_EQ(instrument.bands[band_of(instrument, 100)].id, "stalled");
}

TEST(Index, LiesWithinItsBounds) {
    for (std::uint32_t seed = 0; seed < 2000; ++seed) {
        const auto profile =
            sample::scored(sample::varied(), sample::random_answers(sample::varied(), seed));
        ASSERT_LE(profile.index_low, profile.index_high);
        if (!profile.index) continue;
        ASSERT_GE(*profile.index, profile.index_low);
        ASSERT_LE(*profile.index, profile.index_high);
        ASSERT_GE(*profile.index, 0);
        ASSERT_LE(*profile.index, 100);
    }
}

}  // namespace
}  // namespace vgap::scoring
