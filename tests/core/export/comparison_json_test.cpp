#include "core/export/comparison_json.hpp"

#include <gtest/gtest.h>

#include "core/export/profile_json.hpp"
#include "tests/support/sample.hpp"

namespace vgap::export_ {
namespace {

TEST(ComparisonJson, IsAMemberOfItsOwnAndTheRestOfTheProfileStaysAsItIs) {
    const instrument::Instrument& small = sample::small();
    const answers::Answers before = sample::answers(small, {{"a", 1}});
    const answers::Answers now = sample::answers(small, {{"a", 1}, {"b", 2}});
    const scoring::Profile profile = sample::scored(small, now);
    const scoring::Profile earlier_profile = sample::scored(small, before);
    const scoring::Comparison comparison = scoring::compare(small, earlier_profile, profile);
    const report::Earlier earlier{base::Date{2026, 3, 3}, before, earlier_profile, comparison};
    plan::Plan plan;
    plan::rank(small, now, profile, plan);
    std::string out;
    append_profile(out, small, "", profile, plan, Levels::kLeaveOut, &earlier);
    std::string alone = sample::profile_json(small, now);
    alone.pop_back();
    ASSERT_TRUE(out.starts_with(alone)) << out;
    EXPECT_EQ(
        out.substr(alone.size()),
        R"(,"comparison":{"date":"2026-03-03","index":{"before":null,"change":null,"as_needed_before":null},)"
        R"("same_dimensions":false,"dimensions":[{"id":"first","state":"insufficient","current":25,)"
        R"("required":60,"gap":null,"current_change":null,"required_change":0,"gap_change":null},)"
        R"({"id":"second","state":"insufficient","current":null,"required":50,"gap":null,)"
        R"("current_change":null,"required_change":0,"gap_change":null}],)"
        R"("patterns":[{"id":"weak","change":"none"}]}})");
}

}  // namespace
}  // namespace vgap::export_
