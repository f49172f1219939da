#include "core/cohort/same_people.hpp"

#include "core/scoring/profile.hpp"
#include "tests/support/sample.hpp"

namespace vgap::cohort {
namespace {

constexpr Count kThreshold = 5;

class SamePeople : public testing::Test {
  protected:
    SamePeople()
        : instrument_(sample::instrument(R"({'schema':'instrument/1','id':'few','version':'1.0.0',
 'languages':['en'],'dimensions':[{'id':'d','required':{'base':60}}],
 'items':[{'id':'a','dimension':'d','kind':'scale','points':5,'weight':3},
          {'id':'b','dimension':'d','kind':'scale','points':3}],
 'pages':[{'id':'p','questions':['a','b']}]})")),
          layout_(instrument_),
          adder_(layout_),
          all_(layout_.empty()),
          whole_(layout_.empty()) {}

    void add(int people, std::initializer_list<std::pair<std::string_view, int>> points) {
        for (int i = 0; i < people; ++i) {
            const answers::Answers answers = sample::answers(instrument_, points);
            adder_.score(answers);
            adder_.add(all_, answers);
            if (points.size() == 2) adder_.add(whole_, answers);
        }
    }

    instrument::Instrument instrument_;
    Layout layout_;
    Adder adder_;
    Tally all_, whole_;  // everybody; those who answered both
};

void expect_same(const stats::Moments& found, const stats::Moments& expected) {
    EXPECT_EQ(found.n, expected.n);
    EXPECT_NEAR(found.mean, expected.mean, 1e-8);
    EXPECT_NEAR(found.variance, expected.variance, 1e-6);
}

TEST_F(SamePeople, AFewWhoLeftSomethingOutAreInNoFigure) {
    add(20, {{"a", 4}, {"b", 1}});
    add(17, {{"a", 1}, {"b", 2}});
    add(4, {{"a", 0}});
    const Answered found = answered_of(layout_, all_, 0, kThreshold);
    EXPECT_TRUE(found.leaves_out);
    EXPECT_EQ(found.items, all_.dimensions[0].points);
    EXPECT_EQ(found.scored, 37);
    const Answered expected = answered_of(layout_, whole_, 0, kThreshold);
    EXPECT_FALSE(expected.leaves_out);
    expect_same(found.score, expected.score);
}

TEST_F(SamePeople, AsManyAsTheThresholdAreInAllOfThem) {
    add(20, {{"a", 4}, {"b", 1}});
    add(5, {{"a", 0}});
    const Answered found = answered_of(layout_, all_, 0, kThreshold);
    EXPECT_FALSE(found.leaves_out);
    EXPECT_EQ(found.sizes(), (std::vector<Count>{25, 20, 25, 20}));
}

TEST_F(SamePeople, WhoHasNoScoreIsLeftOutOfTheItemToo) {
    add(20, {{"a", 4}, {"b", 1}});
    add(1, {{"b", 2}});  // a quarter of the weight
    const Answered found = answered_of(layout_, all_, 0, kThreshold);
    EXPECT_EQ(all_.dimensions[0].scored, 20);
    EXPECT_EQ(found.items[1], (Counts{0, 20, 0}));
    EXPECT_EQ(found.score.variance, 0);
}

TEST_F(SamePeople, GroupsTogetherHaveTheMomentsOfAll) {
    add(8, {{"a", 4}, {"b", 1}});
    const Answered first = answered_of(layout_, all_, 0, kThreshold);
    const Tally before = all_;
    all_ = layout_.empty();
    add(9, {{"a", 2}, {"b", 0}});
    add(6, {{"a", 3}, {"b", 2}});
    const Answered second = answered_of(layout_, all_, 0, kThreshold);
    merge(all_, before);
    expect_same(together(first, second).score, answered_of(layout_, all_, 0, kThreshold).score);
    const Answered nobody = answered_of(layout_, layout_.empty(), 0, kThreshold);
    expect_same(together(nobody, first).score, first.score);
    EXPECT_EQ(nobody.score.n, 0);
    EXPECT_FALSE(stats::is_defined(nobody.score.mean));
}

}  // namespace
}  // namespace vgap::cohort
