// What is written reads well, and nothing of it is lost: not a field, not a digit, not a place.

#include "core/workspace/write.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "core/workspace/migrate.hpp"
#include "core/workspace/read.hpp"
#include "tests/core/workspace/engagement.hpp"

namespace vgap::workspace {
namespace {

std::string written(const json::Value& value) {
    std::string out;
    append_document(out, value);
    return out;
}

TEST(WorkspaceWrite, StandsOpenWhereThereAreRecords) {
    EXPECT_EQ(written(*parse(R"({"b":{"x":1,"y":[1,2]},"a":[{"k":"v"},[]],"e":[],"o":{}})")),
              "{\n"
              "  \"b\": {\"x\": 1, \"y\": [1, 2]},\n"
              "  \"a\": [\n"
              "    {\"k\": \"v\"},\n"
              "    []\n"
              "  ],\n"
              "  \"e\": [],\n"
              "  \"o\": {}\n"
              "}\n");
    EXPECT_EQ(written(*parse("[]")), "[]\n");
}

TEST(WorkspaceWrite, KeepsEveryDigit) {
    for (const char* number : {"12345678901234567890", "1.10", "-0", "-0.0", "1e2", "1E+2", "0.1",
                               "123456789012345678901234567890", "9007199254740993",
                               "-9007199254740993", "1e-400", "5", "0.30000000000000004000"}) {
        const std::string text = std::string("[\n  ") + number + "\n]\n";
        EXPECT_EQ(written(*parse(text)), text);
    }
}

// A value of any kind, of a size that shrinks on the way down.
json::Value any(std::mt19937& random, int depth) {
    static const char* const kNumbers[] = {"1.10", "12345678901234567890", "-0", "1e300", "3",
                                           "0.5"};
    json::Value value;
    switch (random() % (depth > 0 ? 6 : 4)) {
        case 0:
            return value;
        case 1:
            return json::boolean_of(random() % 2 == 0);
        case 2:
            return *json::parse(kNumbers[random() % 6], {}, json::Numbers::kAsWritten);
        case 3:
            return json::text_of(random() % 2 == 0 ? "\xC3\xA4\n\"/\\" : "plain");
        case 4:
            value.kind = json::Kind::kArray;
            for (unsigned n = random() % 4; n > 0; --n)
                value.elements.push_back(any(random, depth - 1));
            return value;
        default:
            value.kind = json::Kind::kObject;
            for (unsigned n = 0; n < random() % 4; ++n) {
                value.members.push_back({"u" + std::to_string(n), any(random, depth - 1)});
            }
            return value;
    }
}

// Fields that nobody knows, before and behind those that are there, in every object but those where names are data.
void sprinkle(std::mt19937& random, json::Value& value, std::string_view name = "") {
    if (name == "document" || name == "rules") return;
    for (json::Value& element : value.elements) sprinkle(random, element);
    for (json::Member& member : value.members) sprinkle(random, member.value, member.name);
    if (value.kind != json::Kind::kObject || name == "answers") return;
    for (int n = 0; n < 2; ++n) {
        const auto place = static_cast<std::ptrdiff_t>(random() % (value.members.size() + 1));
        value.members.insert(value.members.begin() + place,
                             {"unknown " + std::to_string(n), any(random, 3)});
    }
}

TEST(WorkspaceWrite, LosesNothingOfWhatNobodyKnows) {
    const std::vector<Known> shipped = library();
    const Workspace known = *read(*parse(engagement()), shipped);
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        json::Value document = *parse(engagement());
        sprinkle(random, document);
        const std::string text = written(document);
        const base::Result<Workspace> workspace = read(*parse(text), shipped);
        ASSERT_TRUE(workspace.has_value())
            << seed << " " << workspace.error()[0].code << " " << workspace.error()[0].where;
        EXPECT_EQ(written(workspace->document), text) << seed;
        // And it means what it meant without them.
        EXPECT_EQ(workspace->responses.size(), known.responses.size());
        EXPECT_EQ(workspace->responses[0].response, known.responses[0].response);
        EXPECT_EQ(workspace->ratings[0].rating.answers, known.ratings[0].rating.answers);
        EXPECT_EQ(workspace->people->sheet.rows, known.people->sheet.rows);
        EXPECT_EQ(workspace->threshold.changes.size(), known.threshold.changes.size());
        EXPECT_EQ(workspace->calibrations[0].head_hash(), known.calibrations[0].head_hash());
    }
}

TEST(WorkspaceWrite, AChangeLeavesEverythingElseWhereItWas) {
    const std::vector<Known> shipped = library();
    std::mt19937 random(7);
    json::Value document = *parse(engagement());
    sprinkle(random, document);
    const std::string before = written(document);
    Changes changes(document, shipped, {2026, 11, 22});
    const auto taken = changes.add(*json::parse(
        R"({"schema":"response/1","id":"new","instrument":{"id":"whole"},"answers":{}})"));
    ASSERT_TRUE(taken.has_value());
    EXPECT_EQ(*taken, Taken::kAdded);
    const std::string after = written(document);
    // One record more is one line more, and a comma behind the record that was the last.
    std::size_t same = 0;
    while (before[same] == after[same]) ++same;
    std::size_t tail = 0;
    while (before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
    EXPECT_GE(same + tail, before.size());
    EXPECT_NE(after.find("\"id\": \"new\""), std::string::npos);
}

}  // namespace
}  // namespace vgap::workspace
