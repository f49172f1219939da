#include <string>

#include <gtest/gtest.h>

#include "core/scoring/score.hpp"
#include "tests/support/sample.hpp"

namespace vgap::scoring {
namespace {

using base::Tri;

answers::Answers with_people(std::initializer_list<std::pair<std::string_view, int>> points) {
    answers::Answers answers = sample::answers(sample::small(), points);
    answers::Answer& people = answers[sample::question(sample::small(), "people")];
    people = sample::point(0);
    people.number = 10;
    return answers;
}

PatternState weak(const answers::Answers& answers) {
    return sample::scored(sample::small(), answers).patterns[0];
}

std::string evidence(const PatternState& pattern) {
    std::string ids;
    for (const PatternState::Evidence& each : pattern.evidence) {
        ids += each.is_dimension ? sample::small().dimensions[each.subject].id
                                 : sample::small().questions[each.subject].id;
        ids += ' ';
    }
    return ids;
}

TEST(Patterns, AreFoundWithTheLeavesThatDecided) {
    // first below 50, a below 50, not (c at least 100)
    const PatternState found = weak(with_people({{"a", 1}, {"b", 4}, {"c", 1}}));
    EXPECT_EQ(found.found, Tri::kTrue);
    EXPECT_EQ(evidence(found), "first a c ");
}

TEST(Patterns, NameOfAnAnyOnlyTheTrueChildren) {
    answers::Answers answers = with_people({{"a", 2}, {"b", 4}, {"c", 1}});
    answers::Answer& tracks = answers[sample::question(sample::small(), "tracks")];
    tracks.state = answers::AnswerState::kAnswered;
    tracks.selected = {0, 1, 0};
    EXPECT_EQ(evidence(weak(answers)), "first tracks c ");
    answers[sample::question(sample::small(), "a")] = sample::point(0);
    EXPECT_EQ(evidence(weak(answers)), "first a tracks c ");
}

TEST(Patterns, AreUnknownWhileAnOperandThatMattersIsUnknown) {
    EXPECT_EQ(weak(with_people({{"a", 1}, {"b", 4}})).found, Tri::kUnknown);  // c
    EXPECT_EQ(weak(with_people({{"a", 1}, {"c", 1}})).found, Tri::kUnknown);  // first insufficient
    EXPECT_TRUE(weak(with_people({{"a", 1}, {"b", 4}})).evidence.empty());
    // One false operand settles it, whatever the others are.
    EXPECT_EQ(weak(with_people({{"a", 4}, {"b", 0}})).found, Tri::kFalse);
    EXPECT_EQ(weak(with_people({{"c", 2}})).found, Tri::kFalse);
}

TEST(Patterns, CompareRoundedNumbersWithTheirThresholds) {
    const auto instrument = sample::instrument(R"({
        'schema': 'instrument/1', 'id': 'x', 'version': '1.0.0', 'languages': ['en'], 'context': [],
        'dimensions': [{'id': 'd', 'weight': 1, 'required': {'base': 50, 'rules': []}}],
        'items': [{'id': 'i', 'dimension': 'd', 'kind': 'scale', 'points': 4}],
        'pages': [{'id': 'p', 'questions': ['i']}],
        'patterns': [{'id': 'item', 'when': {'item': 'i', 'at_least': 33.333333333}},
                     {'id': 'dimension', 'when': {'dimension': 'd', 'at_least': 33.333333333}},
                     {'id': 'under', 'when': {'dimension': 'd', 'below': 33.333333333}}],
        'actions': []})");
    const auto profile = sample::scored(instrument, sample::answers(instrument, {{"i", 1}}));
    EXPECT_EQ(profile.patterns[0].found, Tri::kTrue);
    EXPECT_EQ(profile.patterns[1].found, Tri::kTrue);
    EXPECT_EQ(profile.patterns[2].found, Tri::kFalse);
}

}  // namespace
}  // namespace vgap::scoring
