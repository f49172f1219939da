#include "core/answers/merge.hpp"

#include <gtest/gtest.h>

#include "core/answers/session.hpp"
#include "tests/support/sample.hpp"

namespace vgap::answers {
namespace {

using instrument::Index;

// Of one question: what it was, what it is here, what it is there; -1: no answer.
struct Case {
    int base, mine, theirs;
    int merged, taken;
    bool differs;
};

Answers one(int point) {
    return {point < 0 ? Answer{} : sample::point(point)};
}

TEST(Merge, TakesWhatOnlyOneSideChanged) {
    const Case cases[] = {
        {1, 1, 1, 1, 0, false},   {1, 2, 1, 2, 0, false},  {1, 1, 2, 2, 1, false},
        {1, 2, 2, 2, 0, false},   {1, 2, 3, 2, 0, true},   {-1, 2, -1, 2, 0, false},
        {-1, -1, 2, 2, 1, false}, {-1, 2, 3, 2, 0, true},  {1, -1, 1, -1, 0, false},
        {1, 1, -1, -1, 1, false}, {1, -1, 2, -1, 0, true}, {1, 2, -1, 2, 0, true},
    };
    for (const Case& each : cases) {
        const Answers base = one(each.base);
        const Merged merged = merge(&base, one(each.mine), one(each.theirs));
        EXPECT_EQ(merged.answers, one(each.merged)) << each.base << each.mine << " " << each.theirs;
        EXPECT_EQ(merged.taken, each.taken);
        EXPECT_EQ(merged.differing, each.differs ? std::vector<Index>{0} : std::vector<Index>{});
    }
}

TEST(Merge, WithoutABaseAnAnswerCountsMoreThanNone) {
    EXPECT_EQ(merge(nullptr, one(-1), one(2)).answers, one(2));
    EXPECT_EQ(merge(nullptr, one(2), one(-1)).answers, one(2));
    const Merged both = merge(nullptr, one(2), one(3));
    EXPECT_EQ(both.answers, one(2));
    EXPECT_EQ(both.differing, std::vector<Index>{0});
}

// Two tabs that told each other of every change hold the same, unless they differ, and then both are told.
TEST(Merge, BothSidesComeToTheSameButForWhatDiffers) {
    const instrument::Instrument& varied = sample::varied();
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        const Answers base = sample::random_answers(varied, seed);
        const Answers mine = sample::random_answers(varied, seed + 1000);
        const Answers theirs = sample::random_answers(varied, seed + 2000);
        const Merged here = merge(&base, mine, theirs);
        const Merged there = merge(&base, theirs, mine);
        EXPECT_EQ(here.differing, there.differing);
        for (std::size_t q = 0; q < mine.size(); ++q) {
            const bool differs =
                std::find(here.differing.begin(), here.differing.end(), q) != here.differing.end();
            EXPECT_EQ(here.answers[q] == there.answers[q], !differs) << seed << " " << q;
        }
    }
}

TEST(Merge, ThePlaceStaysUnlessItsPageIsNoLongerAsked) {
    const instrument::Instrument asked = sample::instrument(R"({
     'schema':'instrument/1','id':'t','version':'1','languages':['en'],
     'context':[{'id':'size','kind':'single','options':['few','many']}],
     'dimensions':[{'id':'d','required':{'base':50}}],
     'items':[{'id':'a','dimension':'d','kind':'scale','points':5},
              {'id':'b','dimension':'d','kind':'scale','points':5}],
     'pages':[{'id':'p','questions':['size']},
              {'id':'q','questions':['a'],'when':{'context':'size','equals':'many'}},
              {'id':'r','questions':['b']}]})");
    State state = begin(asked);
    state = apply(asked, state, Start{});
    state = apply(asked, state, Give{0, sample::point(1)});
    state = apply(asked, state, Next{});
    ASSERT_EQ(state.place.page, 1u);
    Answers merged = state.answers;
    merged[2] = sample::point(3);
    State taken = apply(asked, state, Take{merged});
    EXPECT_EQ(taken.place, state.place);
    EXPECT_EQ(taken.answers, merged);
    merged[0] = sample::point(0);
    taken = apply(asked, state, Take{merged});
    EXPECT_EQ(taken.place.page, 2u);
    merged[0] = sample::point(7);
    EXPECT_EQ(apply(asked, state, Take{merged}), state) << "an impossible answer changes nothing";
    EXPECT_EQ(apply(asked, state, Take{{}}), state);
}

}  // namespace
}  // namespace vgap::answers
