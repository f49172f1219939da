#include "core/readiness/check.hpp"

#include "core/instrument/read.hpp"
#include "tests/core/readiness/raters.hpp"

namespace vgap::readiness {
namespace {

const std::string kFolder = "assets/instruments/leadership-readiness/";

std::string found(std::string_view piece, std::string_view other,
                  std::string_view lede = "page.you.lede") {
    std::string text = sample::file(kFolder + "readiness.json");
    if (!piece.empty()) {
        const std::size_t at = text.find(piece);
        EXPECT_NE(at, text.npos) << piece;
        text.replace(at, piece.size(), other);
    }
    const base::Result<Rules> rules = read_rules(shipped(), text);
    EXPECT_TRUE(rules) << piece;
    if (!rules) return "refused";
    const text::Catalogue texts =
        *text::Catalogue::read(R"({"schema":"catalogue/1","language":"en","messages":{")" +
                               std::string(lede) + R"(":"Think of what you saw."}})");
    const text::Catalogue* const catalogues[] = {&texts};
    std::string out;
    for (const instrument::Finding& each : check_rules(shipped(), *rules, catalogues)) {
        if (!out.empty()) out += "; ";
        out += each.what.code.substr(each.what.code.rfind('.') + 1) + " " + each.what.where;
    }
    return out;
}

TEST(RulesCheck, WhatShipsHasNothingToMend) {
    EXPECT_EQ(found("", ""), "");
}

TEST(RulesCheck, FindsWhatCanNeverBeOrHasNoEffect) {
    EXPECT_EQ(found("\"least_views\":2", "\"least_views\":4"),
              "rules_too_many_views /evidence/least_views");
    EXPECT_EQ(found("\"view\":\"self\"", "\"view\":\"named\""), "rules_one_self /roles");
    EXPECT_EQ(found(R"({"id":"peer","view":"anonymous","weight":1},
{"id":"report","view":"anonymous","weight":1})",
                    R"({"id":"peer","view":"named"},{"id":"report","view":"named"})"),
              "rules_no_anonymous /roles");
    EXPECT_EQ(found("\"minimum_comments\":5", "\"minimum_comments\":3"),
              "rules_comments_minimum /anonymity/minimum_comments");
    EXPECT_EQ(found("\"support_within\": 15", "\"support_within\": 0"),
              "rules_no_support /support_within");
    EXPECT_EQ(found("\"floor\":45", "\"floor\":99"), "rules_floor_above /capabilities");
    EXPECT_EQ(
        found(R"(["above","far_above"])", R"(["below","partly","meets","above","far_above"])"),
        "rules_all_high /performance/high");
}

TEST(RulesCheck, RatersAreToldSomethingInEveryLanguage) {
    EXPECT_EQ(found("", "", "page.team.lede"), "rules_no_primer /messages/page.you.lede");
}

}  // namespace
}  // namespace vgap::readiness
