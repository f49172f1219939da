// scenario_test — runs tests/scenarios/*.json: an instrument, a response and what must come out, so
// that a domain expert adds a case without C++.
//
// {"schema":"scenario/1","about":"..","instrument":"leadership-pipeline" or "instrument_data":{..},
//  "response":{response/1},"expected":{part of a profile/1},"worked":["how it was computed", ..],
//  "plan_order":["the whole plan's ids in order of choice"] where it matters}
// What is expected is compared key by key; arrays of objects with an "id" by that id; other arrays
// element by element; numbers to a billionth.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/answers/read.hpp"
#include "core/instrument/read.hpp"
#include "core/json/parse.hpp"
#include "core/json/write.hpp"
#include "tests/support/sample.hpp"

namespace vgap {
namespace {

using json::Kind;
using json::Value;

std::string shown(const Value& value) {
    std::string out;
    json::append_canonical(out, value);
    return out;
}

const Value* id_of(const Value& value) {
    return value.kind == Kind::kObject ? value.find("id") : nullptr;
}

bool is_matched_by_id(const Value& array) {
    return !array.elements.empty() &&
           std::all_of(array.elements.begin(), array.elements.end(),
                       [](const Value& element) { return id_of(element) != nullptr; });
}

void compare(const Value& expected, const Value& found, const std::string& where);

void compare_arrays(const Value& expected, const Value& found, const std::string& where) {
    if (is_matched_by_id(expected)) {
        for (const Value& element : expected.elements) {
            const std::string& id = id_of(element)->string;
            const auto match = std::find_if(
                found.elements.begin(), found.elements.end(),
                [&](const Value& each) { return id_of(each) && id_of(each)->string == id; });
            if (match == found.elements.end()) {
                ADD_FAILURE() << where << " has no " << id << ": " << shown(found);
            } else {
                compare(element, *match, where + "/" + id);
            }
        }
        return;
    }
    if (expected.elements.size() != found.elements.size()) {
        ADD_FAILURE() << where << " is " << shown(found) << ", expected " << shown(expected);
        return;
    }
    for (std::size_t i = 0; i < expected.elements.size(); ++i) {
        compare(expected.elements[i], found.elements[i], where + "/" + std::to_string(i));
    }
}

void compare(const Value& expected, const Value& found, const std::string& where) {
    constexpr double kTolerance = 1.5e-9;  // one billionth, and the rounding of its decimals
    if (expected.kind != found.kind) {
        ADD_FAILURE() << where << " is " << shown(found) << ", expected " << shown(expected);
        return;
    }
    switch (expected.kind) {
        case Kind::kNumber:
            EXPECT_NEAR(found.number, expected.number, kTolerance) << where;
            break;
        case Kind::kArray:
            compare_arrays(expected, found, where);
            break;
        case Kind::kObject:
            for (const json::Member& member : expected.members) {
                const Value* const same = found.find(member.name);
                if (same == nullptr) {
                    ADD_FAILURE() << where << " has no " << member.name;
                } else {
                    compare(member.value, *same, where + "/" + member.name);
                }
            }
            break;
        default:
            EXPECT_EQ(shown(found), shown(expected)) << where;
    }
}

// Which actions, and in which order: a list with ids is otherwise matched by id.
void check_plan(const Value& order, const Value& profile) {
    std::vector<std::string> expected, found;
    for (const Value& id : order.elements) expected.push_back(id.string);
    for (const Value& action : profile.find("plan")->elements)
        found.push_back(id_of(action)->string);
    EXPECT_EQ(found, expected) << "plan";
}

std::string listed(const base::Errors& errors) {
    std::string out;
    for (const base::Error& error : errors) out += error.code + " at " + error.where + "\n";
    return out;
}

base::Result<instrument::Instrument> instrument_of(const Value& scenario) {
    if (const Value* const data = scenario.find("instrument_data")) {
        return instrument::read(*data, "/instrument_data");
    }
    const Value* const id = scenario.find("instrument");
    if (id == nullptr) return base::fail(base::Error{"no instrument", "", {}});
    return instrument::read(sample::file("assets/instruments/" + id->string + "/instrument.json"));
}

void run(const std::string& path) {
    const base::Result<Value> scenario = json::parse(sample::file(path));
    ASSERT_TRUE(scenario) << listed(scenario.error());
    const Value* const schema = scenario->find("schema");
    const Value* const document = scenario->find("response");
    const Value* const expected = scenario->find("expected");
    ASSERT_TRUE(schema && schema->string == "scenario/1");
    ASSERT_TRUE(document && expected && scenario->find("about"));

    const base::Result<instrument::Instrument> instrument = instrument_of(*scenario);
    ASSERT_TRUE(instrument) << listed(instrument.error());
    const auto response = answers::read(*instrument, *document, "/response");
    ASSERT_TRUE(response) << listed(response.error());
    const base::Result<Value> profile =
        json::parse(sample::profile_json(*instrument, response->answers, response->id));
    ASSERT_TRUE(profile) << listed(profile.error());
    compare(*expected, *profile, "");
    if (const Value* const order = scenario->find("plan_order")) check_plan(*order, *profile);
}

TEST(Scenario, GivesWhatItSays) {
    std::vector<std::string> paths;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator("tests/scenarios", problem)) {
        if (entry.path().extension() == ".json") paths.push_back(entry.path().string());
    }
    ASSERT_FALSE(paths.empty()) << "run the tests from the repository's root";
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths) {
        SCOPED_TRACE(path);
        run(path);
    }
}

}  // namespace
}  // namespace vgap
