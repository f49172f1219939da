#include "core/json/read.hpp"

#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "core/json/parse.hpp"

namespace vgap::json {
namespace {

// A document being read, with what was noted about it.
struct Reading {
    explicit Reading(std::string_view text, std::string pointer = "")
        : document(*parse(text)), root(document, problems, std::move(pointer)) {}

    // "code where name=value ..." of each problem
    std::string noted() const {
        std::string out;
        for (const base::Error& error : problems) {
            if (!out.empty()) out += "; ";
            out += error.code + " " + error.where;
            for (const auto& [name, value] : error.arguments) {
                out.append(" ").append(name).append("=").append(value);
            }
        }
        return out;
    }

    Value document;
    base::Errors problems;
    Reader root;
};

TEST(JsonRead, ReadsEveryKindWithoutAProblem) {
    Reading reading(
        R"({"s":"text","i":"ac_1-x","n":1.5,"w":-3,"t":true,"o":"b","e":[1,2],"m":{"x":1}})");
    const Reader& root = reading.root;
    EXPECT_TRUE(root.object({"s", "i", "n", "w", "t", "o", "e", "m"}));
    EXPECT_EQ(root.at("s").string(), "text");
    EXPECT_EQ(root.at("i").identifier(), "ac_1-x");
    EXPECT_EQ(root.at("n").number(0, 2), 1.5);
    EXPECT_EQ(root.at("w").whole(-3, 3), -3);
    EXPECT_TRUE(root.at("t").boolean());
    EXPECT_EQ(root.at("o").one_of({"a", "b"}), 1);
    EXPECT_EQ(root.at("e").elements().size(), 2u);
    EXPECT_EQ(root.at("e").elements(2, 2)[1].whole(0, 9), 2);
    ASSERT_EQ(root.at("m").members().size(), 1u);
    EXPECT_EQ(root.at("m").members()[0].first, "x");
    EXPECT_EQ(reading.noted(), "");
}

TEST(JsonRead, SaysWhatIsWrongAndWhere) {
    using Step = void (*)(const Reader&);
    const struct {
        const char* text;
        Step step;
        const char* noted;
    } cases[] = {
        {"{}", [](const Reader& r) { r.at("a").string(); },
         "error.json.missing /a expected=string"},
        {R"({"a":null})", [](const Reader& r) { r.at("a").elements(); },
         "error.json.missing /a expected=array"},
        {"[]", [](const Reader& r) { r.object({}); },
         "error.json.wrong_kind  expected=object found=array"},
        {"{}", [](const Reader& r) { r.elements(); },
         "error.json.wrong_kind  expected=array found=object"},
        {"{}", [](const Reader& r) { r.elements(0, 1); },
         "error.json.wrong_kind  expected=array found=object"},
        {"1", [](const Reader& r) { r.members(); },
         "error.json.wrong_kind  expected=object found=number"},
        {"1", [](const Reader& r) { r.string(); },
         "error.json.wrong_kind  expected=string found=number"},
        {"1", [](const Reader& r) { r.identifier(); },
         "error.json.wrong_kind  expected=string found=number"},
        {"1", [](const Reader& r) { r.one_of({"a"}); },
         "error.json.wrong_kind  expected=string found=number"},
        {"true", [](const Reader& r) { r.number(0, 1); },
         "error.json.wrong_kind  expected=number found=boolean"},
        {"\"1\"", [](const Reader& r) { r.whole(0, 1); },
         "error.json.wrong_kind  expected=number found=string"},
        {"1", [](const Reader& r) { r.boolean(); },
         "error.json.wrong_kind  expected=boolean found=number"},
        {R"({"a":1,"c/~":2})",
         [](const Reader& r) {
             r.object({"b", "d"});
         },
         "error.json.unknown_key /a key=a allowed=b, d; "
         "error.json.unknown_key /c~1~0 key=c/~ allowed=b, d"},
        {"2.5", [](const Reader& r) { r.number(0, 2); },
         "error.json.out_of_range  found=2.5 least=0 most=2"},
        {"-1", [](const Reader& r) { r.number(0, 2); },
         "error.json.out_of_range  found=-1 least=0 most=2"},
        {"1e300", [](const Reader& r) { r.whole(0, 2); },
         "error.json.out_of_range  found=1e+300 least=0 most=2"},
        {"1.5", [](const Reader& r) { r.whole(0, 2); }, "error.json.not_a_whole_number  found=1.5"},
        {R"("c")",
         [](const Reader& r) {
             r.one_of({"a", "b"});
         },
         "error.json.not_allowed  found=c allowed=a, b"},
        {R"("Not")", [](const Reader& r) { r.identifier(); },
         "error.json.not_an_identifier  found=Not"},
        {R"("four")", [](const Reader& r) { r.string(3); }, "error.json.too_long  found=4 most=3"},
        {"[1,2]", [](const Reader& r) { EXPECT_TRUE(r.elements(0, 1).empty()); },
         "error.json.too_many_elements  found=2 most=1"},
        {"[1]", [](const Reader& r) { EXPECT_EQ(r.elements(2, 3).size(), 1u); },
         "error.json.too_few_elements  found=1 least=2"},
    };
    for (const auto& each : cases) {
        Reading reading(each.text);
        each.step(reading.root);
        EXPECT_EQ(reading.noted(), each.noted) << each.text;
    }
}

TEST(JsonRead, GivesHarmlessDefaults) {
    Reading reading(R"({"n":"x"})");
    EXPECT_EQ(reading.root.at("n").number(3, 4), 3);
    EXPECT_EQ(reading.root.at("n").whole(3, 4), 3);
    EXPECT_FALSE(reading.root.at("n").boolean());
    EXPECT_EQ(reading.root.at("none").string(), "");
    EXPECT_EQ(reading.root.at("none").one_of({"a"}), -1);
    EXPECT_TRUE(reading.root.at("none").members().empty());
    EXPECT_EQ(reading.problems.size(), 6u);
}

TEST(JsonRead, HasIsPresentAndNotNull) {
    Reading reading(R"({"a":0,"b":null})");
    EXPECT_TRUE(reading.root.has("a"));
    EXPECT_FALSE(reading.root.has("b"));
    EXPECT_FALSE(reading.root.has("c"));
    EXPECT_FALSE(reading.root.at("a").has("d"));
}

TEST(JsonRead, IdentifiersArePlain) {
    for (const char* good : {"a", "11_to_25", "a-b_c9"}) EXPECT_TRUE(is_identifier(good)) << good;
    for (const char* bad : {"", "_a", "-a", "A", "a b", "a.b", "a/b", "\xC3\xA9", "a\n"}) {
        EXPECT_FALSE(is_identifier(bad)) << bad;
    }
    EXPECT_TRUE(is_identifier(std::string(64, 'a')));
    EXPECT_FALSE(is_identifier(std::string(65, 'a')));
    EXPECT_FALSE(is_identifier(std::string_view("a\0", 2)));
}

TEST(JsonRead, PointersGoAsDeepAsTheDocument) {
    Reading reading(R"([[[[[[[[[{"a":{"b":[0,{"c":1}]}}]]]]]]]]])", "/base");
    Reader at = reading.root;
    for (int i = 0; i < 9; ++i) at = at.elements()[0];
    EXPECT_EQ(at.pointer(), "/base/0/0/0/0/0/0/0/0/0");
    EXPECT_EQ(at.at("a").at("b").elements()[1].at("c").pointer(),
              "/base/0/0/0/0/0/0/0/0/0/a/b/1/c");
}

TEST(JsonRead, AReaderOutlivesTheKeyItWasAskedWith) {
    Reading reading(R"({"a":{}})");
    std::optional<Reader> present, missing;
    {
        const std::string a = "a", b = "a-key-that-is-not-there";
        present = reading.root.at(a);
        missing = reading.root.at(b).at(b);
    }
    EXPECT_EQ(present->pointer(), "/a");
    EXPECT_EQ(missing->pointer(), "/a-key-that-is-not-there/a-key-that-is-not-there");
}

TEST(JsonRead, LongNamesAreCutInPointersAndArguments) {
    const std::string name = std::string(99, 'x').append("\xC3\xA9").append(5000, 'y');
    Reading reading("{\"" + name + "\":1}");
    reading.root.object({});
    const std::string cut = std::string(99, 'x').append("\xE2\x80\xA6");
    EXPECT_EQ(reading.noted(), "error.json.unknown_key /" + cut + " key=" + cut + " allowed=");
}

}  // namespace
}  // namespace vgap::json
