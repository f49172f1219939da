#include "core/text/catalogue.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace vgap::text {
namespace {

Catalogue must_read(std::string_view json_text) {
    base::Result<Catalogue> read = Catalogue::read(json_text);
    EXPECT_TRUE(read.has_value()) << (read ? "" : read.error().front().code);
    return read ? *read : Catalogue();
}

std::vector<std::string> codes_of(std::string_view json_text) {
    const base::Result<Catalogue> read = Catalogue::read(json_text);
    std::vector<std::string> codes;
    if (!read) {
        for (const base::Error& error : read.error()) codes.push_back(error.code + error.where);
    }
    return codes;
}

constexpr std::string_view kSmall = R"({"schema":"catalogue/1","language":"en","messages":{
    "hello": "Hello, **{who}**.",
    "left": {"one": "{n} question left", "other": "{n} questions left"},
    "plain": "Plain"}})";

TEST(Catalogue, says_text_with_arguments) {
    const Catalogue catalogue = must_read(kSmall);
    EXPECT_EQ(catalogue.language(), "en");
    EXPECT_EQ(catalogue.say("plain"), "Plain");
    EXPECT_EQ(catalogue.say("hello", {{"who", "Ada"}}), "Hello, **Ada**.");
    EXPECT_EQ(catalogue.missing(), 0u);
}

TEST(Catalogue, chooses_the_plural_form_by_n) {
    const Catalogue catalogue = must_read(kSmall);
    EXPECT_EQ(catalogue.say("left", {{"n", 1}}), "1 question left");
    EXPECT_EQ(catalogue.say("left", {{"n", 0}}), "0 questions left");
    EXPECT_EQ(catalogue.say("left", {{"n", 2.5}}), "2.5 questions left");
    EXPECT_EQ(catalogue.say(base::Error{"left", "", {{"n", "1"}}}), "1 question left");
}

TEST(Catalogue, shows_and_counts_what_is_missing) {
    const Catalogue catalogue = must_read(kSmall);
    EXPECT_TRUE(catalogue.has("plain"));
    EXPECT_FALSE(catalogue.has("plai"));
    EXPECT_EQ(catalogue.say("nothing.here"), "⟦nothing.here⟧");
    EXPECT_EQ(catalogue.missing(), 1u);
    EXPECT_EQ(catalogue.say("hello"), "Hello, **{who}**.");
    EXPECT_EQ(catalogue.missing(), 2u);
}

TEST(Catalogue, arguments_cannot_smuggle_placeholders_or_controls) {
    const Catalogue catalogue = must_read(kSmall);
    EXPECT_EQ(catalogue.say("hello", {{"who", "{who}"}}), "Hello, **{who}**.");
    EXPECT_EQ(catalogue.say("hello", {{"who", "\u202Eevil\x1b"}}), "Hello, **\uFFFDevil\uFFFD**.");
    EXPECT_EQ(catalogue.missing(), 0u);
}

TEST(Catalogue, shortens_what_an_error_quotes) {
    const Catalogue catalogue = must_read(kSmall);
    const std::string long_name(5000, 'x');
    const std::string said = catalogue.say(base::Error{"hello", "", {{"who", long_name}}});
    EXPECT_LT(said.size(), 200u);
    EXPECT_NE(said.find("…"), std::string::npos);
}

TEST(Catalogue, stacks) {
    Catalogue both = must_read(kSmall);
    both.add(must_read(R"({"schema":"catalogue/1","language":"en","messages":{
        "left": "{n} left", "more": "More"}})"));
    EXPECT_EQ(both.say("more"), "More");
    EXPECT_EQ(both.say("plain"), "Plain");
    EXPECT_EQ(both.say("left", {{"n", 1}}), "1 left");  // the added one replaces all forms
}

TEST(CatalogueRead, lists_every_problem_at_once) {
    const std::vector<std::string> expected = {
        "error.catalogue.schema/schema",
        "error.catalogue.language/language",
        "error.catalogue.placeholder/messages/open",
        "error.catalogue.placeholder/messages/upper",
        "error.catalogue.bold/messages/bold",
        "error.catalogue.message/messages/list",
        "error.catalogue.plural_other/messages/few",
        "error.catalogue.plural_form/messages/form/lots",
        "error.catalogue.id/messages/bad id",
    };
    EXPECT_EQ(codes_of(R"({"schema":"catalogue/2","language":"English","messages":{
        "open": "a {b", "upper": "{Who}", "bold": "**a", "list": [1],
        "few": {"one": "x"}, "form": {"lots": "x", "other": "y"}, "bad id": "x"}})"),
              expected);
}

TEST(CatalogueRead, refuses_foreign_and_broken_files) {
    for (const std::string_view text :
         {"", "[]", "{}", "null", "{\"schema\":1}", "{\"schema\":\"catalogue/1\"",
          R"({"schema":"catalogue/1","language":"en","messages":[]})",
          R"({"schema":"catalogue/1","language":"en","messages":{"a":"1","a":"2"}})",
          R"({"schema":"catalogue/1","language":"en","messages":{},"extra":1})"}) {
        EXPECT_FALSE(Catalogue::read(text).has_value()) << text;
    }
}

TEST(CatalogueRead, cleans_texts) {
    const Catalogue catalogue = must_read(
        R"({"schema":"catalogue/1","language":"en","messages":{"a":"x\u202ey\u0000<b>"}})");
    EXPECT_EQ(catalogue.say("a"), "x\uFFFDy\uFFFD<b>");
}

TEST(Placeholders, are_found_in_order) {
    const std::vector<std::string_view> expected = {"a", "b_2", "a"};
    EXPECT_EQ(placeholders("{a} and {b_2}, {a}"), expected);
    EXPECT_TRUE(well_formed("no braces"));
    EXPECT_TRUE(well_formed("{a}{b}"));
    EXPECT_FALSE(well_formed("{{a}}"));
    EXPECT_FALSE(well_formed("{}"));
    EXPECT_FALSE(well_formed("}{"));
}

}  // namespace
}  // namespace vgap::text
