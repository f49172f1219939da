#include "core/readiness/rules.hpp"

#include <gtest/gtest.h>

#include "core/instrument/read.hpp"
#include "tests/support/sample.hpp"

namespace vgap::readiness {

namespace {

const std::string kFolder = "assets/instruments/leadership-readiness/";

const Instrument& shipped() {
    static const Instrument instrument =
        *instrument::read(sample::file(kFolder + "instrument.json"));
    return instrument;
}

std::string with(std::string_view piece, std::string_view other) {
    std::string text = sample::file(kFolder + "readiness.json");
    const std::size_t at = text.find(piece);
    EXPECT_NE(at, text.npos) << piece;
    return text.replace(at, piece.size(), other);
}

std::string noted(std::string_view text) {
    const base::Result<Rules> rules = read_rules(shipped(), text);
    std::string out;
    if (rules) return out;
    for (const base::Error& error : rules.error()) {
        if (!out.empty()) out += "; ";
        out += error.code.substr(error.code.rfind('.') + 1) + " " + error.where;
    }
    return out;
}

TEST(Rules, OfWhatShips) {
    const base::Result<Rules> rules =
        read_rules(shipped(), sample::file(kFolder + "readiness.json"));
    ASSERT_TRUE(rules.has_value());
    ASSERT_EQ(rules->roles.size(), 4u);
    EXPECT_EQ(rules->roles[0].view, View::kSelf);
    EXPECT_EQ(rules->roles[1].view, View::kNamed);
    EXPECT_EQ(rules->roles[3].id, "report");
    EXPECT_EQ(rules->minimum_raters, 3);
    EXPECT_EQ(rules->minimum_comments, 5);
    EXPECT_EQ(rules->small_roles, SmallRoles::kCombine);
    EXPECT_DOUBLE_EQ(rules->confidence, 0.9);
    EXPECT_DOUBLE_EQ(rules->usual_gap, 0.32 * 20);
    EXPECT_EQ(rules->floors.size(), 3u);
    EXPECT_EQ(rules->performance.yes, (std::vector<std::uint8_t>{0, 0, 0, 1, 1}));
    EXPECT_EQ(rules->interest.no, (std::vector<std::uint8_t>{0, 0, 0, 1}));
    // Every capability has four items that are scored, and a probe counts in none.
    for (const instrument::Dimension& each : shipped().dimensions) EXPECT_EQ(each.items.size(), 4u);
}

TEST(Rules, EveryProblemHasItsPlace) {
    EXPECT_EQ(noted(with("readiness_rules/1", "readiness_rules/2")), "other_schema ");
    EXPECT_EQ(noted(with("\"leadership-readiness\"", "\"another\"")),
              "other_instrument /instrument/id");
    EXPECT_EQ(noted(with("\"1.0.0\"", "\"0.9.0\"")), "other_instrument /instrument/version");
    EXPECT_EQ(noted(with("\"role_question\": \"role\"", "\"role_question\": \"to_share\"")),
              "not_a_choice /role_question");
    EXPECT_EQ(noted(with("{\"id\":\"report\",", "{\"id\":\"friend\",")),
              "unknown_option /roles/3/id; role_missing /roles");
    EXPECT_EQ(noted(with("{\"id\":\"report\",", "{\"id\":\"peer\",")),
              "repeated /roles/3/id; role_missing /roles");
    EXPECT_EQ(noted(with("\"id\":\"delegation\"", "\"id\":\"delegated\"")),
              "unknown_capability /capabilities/1/id; capability_missing /capabilities");
    EXPECT_EQ(noted(with("\"heidemeier_2009\"", "\"nobody\"")),
              "unknown_source /usual_leniency/source");
    EXPECT_EQ(noted(with("\"role\":\"manager\"", "\"role\":\"peer\"")),
              "role_anonymous /performance/role");
    EXPECT_EQ(noted(with("\"no\":[\"no\"]", "\"no\":[\"no\",\"trial\"]")),
              "yes_and_no /interest/no");
    EXPECT_EQ(noted(with("\"minimum_raters\":3", "\"minimum_raters\":1")),
              "out_of_range /anonymity/minimum_raters");
    EXPECT_EQ(noted("[]"), "other_schema ");
    EXPECT_EQ(noted("{"), "unexpected_end 1:2");
}

TEST(Rules, AllProblemsAtOnce) {
    std::string text = with("\"combine\"", "\"guess\"");
    text.replace(text.find("\"above\""), 7, "\"great\"");
    text.replace(text.find("\"support_within\": 15"), 20, "\"support_within\": 150");
    EXPECT_EQ(noted(text),
              "not_allowed /anonymity/small_roles; out_of_range /support_within; "
              "unknown_option /performance/high/0");
}

}  // namespace

}  // namespace vgap::readiness
