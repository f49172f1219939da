#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "core/instrument/read.hpp"
#include "tests/core/instrument/whole.hpp"

namespace vgap::instrument {
namespace {

TEST(InstrumentRead, NotesEachProblemAtItsPlace) {
    const struct {
        std::string_view from, to, problems;
    } cases[] = {
        // head
        {R"("id": "whole")", R"("id": "Whole")", "json.not_an_identifier /id found=Whole"},
        {R"("id": "whole", )", "", "json.missing /id expected=string"},
        {R"("version": "1.2.0")", R"("version": "1/2")",
         "instrument.version_form /version found=1/2"},
        {R"("version": "1.2.0")", R"("version": "")", "instrument.version_form /version found="},
        {R"("version": "1.2.0")", R"("version": 1)",
         "json.wrong_kind /version expected=string found=number"},
        {R"(["en", "pt-BR"])", "[]", "json.too_few_elements /languages found=0 least=1"},
        {R"(["en", "pt-BR"])", R"(["../en"])", "instrument.language_form /languages/0 found=../en"},
        {R"(["en", "pt-BR"])", R"(["en", "en"])", "instrument.repeated /languages/1 id=en"},
        {R"("minimum_answered_pct": 60)", R"("minimum_answered_pct": 101)",
         "json.out_of_range /minimum_answered_pct found=101 least=0 most=100"},
        {R"({"least": 2, "most": 4})", R"({"least": 5, "most": 4})",
         "instrument.least_above_most /duration_min/most"},
        {R"({"least": 2, "most": 4})", R"({"least": 2})",
         "json.missing /duration_min/most expected=number"},
        {R"("minimum_answered_pct": 60)", R"("minimum_pct": 60)",
         "json.unknown_key /minimum_pct key=minimum_pct"},
        // sources
        {R"({"id": "book"})", R"({"id": "seed_a"})",
         "instrument.duplicate_id /sources/1/id id=seed_a first=/sources/0/id; "
         "instrument.unknown_source /context/0/source id=book; "
         "instrument.unknown_source /items/0/source id=book; "
         "instrument.unknown_source /actions/0/source id=book"},
        {R"({"id": "book"})", R"({"id": "book", "title": "x"})",
         "json.unknown_key /sources/0/title key=title"},
        // questions
        {R"("id": "tracks")", R"("id": "size")",
         "instrument.duplicate_id /context/1/id id=size first=/context/0/id; "
         "instrument.unknown_question /pages/0/questions/1 id=tracks"},
        {R"("id": "note")", R"("id": "size")",
         "instrument.duplicate_id /items/3/id id=size first=/context/0/id; "
         "instrument.unknown_question /pages/2/questions/1 id=note"},
        {R"("kind": "single")", R"("kind": "radio")",
         "json.not_allowed /context/0/kind found=radio; "
         "instrument.not_a_choice /dimensions/0/required/rules/0/when/any/0/context id=size"},
        {R"(["up_to_10", "11_to_25"])", R"(["11_to_25"])",
         "json.too_few_elements /context/0/options found=1 least=2"},
        {R"(["up_to_10", "11_to_25"])", R"(["11_to_25", "11_to_25"])",
         "instrument.repeated /context/0/options/1 id=11_to_25"},
        {R"(["up_to_10", "11_to_25"])", R"(["Up", "11_to_25", 3])",
         "json.not_an_identifier /context/0/options/0 found=Up; "
         "json.wrong_kind /context/0/options/2 expected=string found=number"},
        {R"(["prefer_not_to_say"])", R"(["no"])",
         "json.not_allowed /context/0/no_answers/0 found=no"},
        {R"(["dont_know", "not_applicable"])", R"(["dont_know", "dont_know"])",
         "instrument.repeated /items/0/no_answers/1 id=dont_know"},
        {R"("least": 1, "most": 90000)", R"("least": 1, "most": 0)",
         "instrument.least_above_most /context/2/most"},
        {R"("least": 1, "most": 90000)", R"("least": 1)",
         "json.missing /context/2/most expected=number"},
        {R"("least": 1, "most": 90000)", R"("least": 1, "most": 1e10)",
         "json.out_of_range /context/2/most found=10000000000 least=-1000000000 most=1000000000"},
        {R"("max_length": 80)", R"("max_length": 0)",
         "json.out_of_range /context/4/max_length found=0 least=1 most=10000"},
        {R"("points": 3)", R"("points": 1)",
         "json.out_of_range /context/3/points found=1 least=2 most=11"},
        {R"("dimension": "pace", "points": 4)", R"("dimension": "pace", "points": 12)",
         "json.out_of_range /items/2/points found=12 least=2 most=11"},
        {R"("dimension": "pace", "points": 4)", R"("dimension": "pace", "points": 2.5)",
         "json.not_a_whole_number /items/2/points found=2.5"},
        {R"("dimension": "pace", "points": 4)", R"("dimension": "speed", "points": 4)",
         "instrument.unknown_dimension /items/2/dimension id=speed"},
        {R"("dimension": "pace", "points": 4)", R"("points": 4)",
         "json.missing /items/2/dimension expected=string"},
        {R"("weight": 1.5)", R"("weight": 0)",
         "json.out_of_range /items/0/weight found=0 least=0.001 most=1000"},
        {R"("reverse": true)", R"("reverse": 1)",
         "json.wrong_kind /items/1/reverse expected=boolean found=number"},
        {R"("points": 3)", R"("points": 3, "options": ["a"])",
         "instrument.field_of_other_kind /context/3/options field=options kind=scale"},
        {R"("max_length": 500)", R"("max_length": 500, "dimension": "pace")",
         "instrument.field_of_other_kind /items/3/dimension field=dimension kind=text"},
        {R"("points": 3)", R"("points": 3, "weight": 2)",
         "instrument.context_not_scored /context/3/weight field=weight kind=scale"},
        {R"("weight": 1.5)", R"("wieght": 1.5)", "json.unknown_key /items/0/wieght key=wieght"},
        {R"({"id": "note", "kind": "text", "max_length": 500})", "7",
         "json.wrong_kind /items/3 expected=object found=number; "
         "instrument.unknown_question /pages/2/questions/1 id=note"},
        // dimensions
        {R"("id": "pace", "required")", R"("id": "clarity", "required")",
         "instrument.duplicate_id /dimensions/1/id id=clarity first=/dimensions/0/id; "
         "instrument.unknown_dimension /items/2/dimension id=pace; "
         "instrument.unknown_dimension /patterns/0/when/all/0/dimension id=pace"},
        {R"({"base": 40})", R"({"base": -1})",
         "json.out_of_range /dimensions/1/required/base found=-1 least=0 most=100"},
        {R"({"base": 40})", R"({"base": 40, "rules": [{"id": "clarity_size", "add": 1,
             "when": {"context": "size", "equals": "up_to_10"}}]})",
         "instrument.duplicate_id /dimensions/1/required/rules/0/id id=clarity_size "
         "first=/dimensions/0/required/rules/0/id"},
        {R"("add": 10)", R"("add": 200)",
         "json.out_of_range /dimensions/0/required/rules/0/add found=200 least=-100 most=100"},
        {R"("weight": 2)", R"("weight": -2)",
         "json.out_of_range /dimensions/0/weight found=-2 least=0.001 most=1000"},
        // conditions
        {R"({"context": "size", "equals": "11_to_25"})", R"({"context": "size", "equals": "12"})",
         "instrument.unknown_option /dimensions/0/required/rules/0/when/any/0/equals option=12 "
         "id=size"},
        {R"({"context": "size", "equals": "11_to_25"})", R"({"context": "size", "equals": 12})",
         "json.wrong_kind /dimensions/0/required/rules/0/when/any/0/equals expected=string "
         "found=number"},
        {R"({"context": "size", "equals": "11_to_25"})", R"({"context": "siz", "equals": "x"})",
         "instrument.unknown_context /dimensions/0/required/rules/0/when/any/0/context id=siz"},
        {R"({"context": "size", "equals": "11_to_25"})", R"({"context": "note", "equals": "x"})",
         "instrument.unknown_context /dimensions/0/required/rules/0/when/any/0/context id=note"},
        {R"({"context": "size", "equals": "11_to_25"})", R"({"context": "heads", "equals": "x"})",
         "instrument.not_a_choice /dimensions/0/required/rules/0/when/any/0/context id=heads"},
        {R"({"context": "size", "equals": "11_to_25"})",
         R"({"context": "size", "equals": "11_to_25", "below": 3})",
         "instrument.condition_comparison /dimensions/0/required/rules/0/when/any/0"},
        {R"({"context": "size", "equals": "11_to_25"})", R"({"context": "size", "below": 3})",
         "instrument.not_a_number_question /dimensions/0/required/rules/0/when/any/0/context "
         "id=size"},
        {R"({"context": "size", "equals": "11_to_25"})", R"({"context": "heads"})",
         "instrument.condition_comparison /dimensions/0/required/rules/0/when/any/0"},
        {R"({"context": "size", "equals": "11_to_25"})", R"({"item": "criteria", "below": 3})",
         "instrument.only_context_allowed /dimensions/0/required/rules/0/when/any/0"},
        {R"({"context": "size", "equals": "11_to_25"})", R"({"dimension": "pace", "below": 3})",
         "instrument.only_context_allowed /dimensions/0/required/rules/0/when/any/0"},
        {R"({"item": "criteria", "at_least": 25})", R"({"item": "critera", "at_least": 25})",
         "instrument.unknown_item /items/1/when/all/0/item id=critera"},
        {R"({"item": "criteria", "at_least": 25})", R"({"item": "mood", "at_least": 25})",
         "instrument.unknown_item /items/1/when/all/0/item id=mood"},
        {R"({"item": "criteria", "at_least": 25})", R"({"item": "note", "at_least": 25})",
         "instrument.not_a_scale /items/1/when/all/0/item id=note"},
        {R"({"item": "criteria", "at_least": 25})", R"({"item": "criteria", "at_least": 101})",
         "json.out_of_range /items/1/when/all/0/at_least found=101 least=0 most=100"},
        {R"({"item": "criteria", "at_least": 25})",
         R"({"item": "criteria", "at_least": 25, "below": 50})",
         "instrument.condition_comparison /items/1/when/all/0"},
        {R"({"item": "criteria", "at_least": 25})", R"({"item": "criteria", "equals": 25})",
         "json.unknown_key /items/1/when/all/0/equals key=equals; "
         "instrument.condition_comparison /items/1/when/all/0"},
        {R"({"item": "criteria", "at_least": 25})", R"({"dimension": "pace", "at_least": 25})",
         "instrument.dimension_not_allowed /items/1/when/all/0"},
        {R"({"item": "criteria", "at_least": 25})", R"({"all": []})",
         "json.too_few_elements /items/1/when/all/0/all found=0 least=1"},
        {R"({"item": "criteria", "at_least": 25})", R"({"not": [1]})",
         "json.wrong_kind /items/1/when/all/0/not expected=object found=array"},
        {R"({"item": "criteria", "at_least": 25})", "{}",
         "instrument.condition_form /items/1/when/all/0 found=0"},
        {R"({"item": "criteria", "at_least": 25})", R"({"all": [], "any": []})",
         "instrument.condition_form /items/1/when/all/0 found=2"},
        {R"({"item": "criteria", "at_least": 25})", "true",
         "json.wrong_kind /items/1/when/all/0 expected=object found=boolean"},
        {R"({"item": "criteria", "below": 50})", R"({"dimension": "pace", "below": 50})",
         "instrument.dimension_not_allowed /pages/2/when"},
        {R"({"dimension": "pace", "below": 30})", R"({"dimension": "space", "below": 30})",
         "instrument.unknown_dimension /patterns/0/when/all/0/dimension id=space"},
        {R"({"dimension": "pace", "below": 30})", R"({"dimension": 3, "below": 30})",
         "json.wrong_kind /patterns/0/when/all/0/dimension expected=string found=number"},
        // pages
        {R"("questions": ["criteria", "secret"])", R"("questions": ["criteria", "sekret"])",
         "instrument.unknown_question /pages/1/questions/1 id=sekret"},
        {R"("questions": ["speed", "note"])", R"("questions": ["speed", "size", "speed"])",
         "instrument.question_on_two_pages /pages/2/questions/1 id=size page=first; "
         "instrument.question_on_two_pages /pages/2/questions/2 id=speed page=third"},
        {R"("questions": ["speed", "note"])", R"("questions": [])",
         "json.too_few_elements /pages/2/questions found=0 least=1"},
        {R"("id": "second")", R"("id": "first")",
         "instrument.duplicate_id /pages/1/id id=first first=/pages/0/id"},
        // patterns and actions
        {R"({"id": "slow", "source": "seed_a",)", R"({"id": "slow", "source": "seed_b",)",
         "instrument.unknown_source /patterns/0/source id=seed_b"},
        {R"("id": "meet")", R"("id": "write_down")",
         "instrument.duplicate_id /actions/1/id id=write_down first=/actions/0/id"},
        {R"("horizon": "week")", R"("horizon": "year")",
         "json.not_allowed /actions/0/horizon found=year"},
        {R"("effort_days": 0.5)", R"("effort_days": 0)",
         "json.out_of_range /actions/0/effort_days found=0 least=0.01 most=1000"},
        {R"(, "targets": {})", "", "json.missing /actions/1/targets expected=object"},
        {R"(["clarity"])", R"(["clarity", "clarity", "x"])",
         "instrument.repeated /actions/0/targets/dimensions/1 id=clarity; "
         "instrument.unknown_dimension /actions/0/targets/dimensions/2 id=x"},
        {R"(["slow"])", R"(["fast"])",
         "instrument.unknown_pattern /actions/0/targets/patterns/0 id=fast"},
        {R"({"item": "criteria", "points": 4})", R"({"item": "criteria", "points": 5})",
         "instrument.move_too_far /actions/0/moves/0/points id=criteria found=5 most=4"},
        {R"({"item": "criteria", "points": 4})", R"({"item": "criteria", "points": 0})",
         "json.out_of_range /actions/0/moves/0/points found=0 least=1 most=100"},
        {R"({"item": "criteria", "points": 4})", R"({"item": "note", "points": 1})",
         "instrument.not_a_scale /actions/0/moves/0/item id=note"},
        {R"({"item": "criteria", "points": 4})", R"({"item": "mood", "points": 1})",
         "instrument.unknown_item /actions/0/moves/0/item id=mood"},
        {R"({"item": "criteria", "points": 4})", R"({"item": "nothing", "points": 1})",
         "instrument.unknown_item /actions/0/moves/0/item id=nothing"},
        {R"({"item": "criteria", "points": 4})", R"({"item": "secret", "points": 1})",
         "instrument.repeated /actions/0/moves/1/item id=secret"},
        // bands
        {R"("below": 20.5)", R"("below": 100)", "instrument.bands_not_ascending /bands/1/below"},
        {R"("below": 20.5)", R"("below": 0)", "instrument.bands_not_ascending /bands/0/below"},
        {R"({"id": "hmm", "below": 100})", R"({"id": "hmm"})",
         "json.missing /bands/1/below expected=number"},
        {R"({"id": "bad"})", R"({"id": "bad", "below": 100})",
         "instrument.last_band_has_edge /bands/2/below"},
        {R"({"id": "bad"})", R"({"id": "hmm"})",
         "instrument.duplicate_id /bands/2/id id=hmm first=/bands/1/id"},
        {R"({"id": "fine", "below": 20.5}, {"id": "hmm", "below": 100}, {"id": "bad"})", "",
         "json.too_few_elements /bands found=0 least=1"},
    };
    for (const auto& each : cases) {
        EXPECT_EQ(noted(read(with(each.from, each.to))), each.problems) << each.to;
    }
}

TEST(InstrumentRead, NotesTheProblemsOfEveryPartAtOnce) {
    std::string text = with(R"("weight": 1.5)", R"("weight": 0)");
    const auto change = [&](std::string_view from, std::string_view to) {
        text.replace(text.find(from), from.size(), to);
    };
    change(R"("base": 40)", R"("base": 400)");
    change(R"("questions": ["speed", "note"])", R"("questions": 3)");
    change(R"("horizon": "week")", R"("horizon": "year")");
    change(R"("below": 20.5)", R"("below": "x")");
    EXPECT_EQ(noted(read(text)),
              "json.out_of_range /items/0/weight found=0 least=0.001 most=1000; "
              "json.out_of_range /dimensions/1/required/base found=400 least=0 most=100; "
              "json.wrong_kind /pages/2/questions expected=array found=number; "
              "json.not_allowed /actions/0/horizon found=year; "
              "json.wrong_kind /bands/0/below expected=number found=string");
}

TEST(InstrumentRead, NamesEverythingThatIsMissing) {
    EXPECT_EQ(noted(read(R"({"schema":"instrument/1"})")),
              "json.missing /id expected=string; json.missing /version expected=string; "
              "json.missing /languages expected=array; json.missing /dimensions expected=array; "
              "json.missing /items expected=array; json.missing /pages expected=array");
}

TEST(InstrumentRead, AForeignFileIsOneProblem) {
    for (const char* text : {"[]", "3", "null", "{}", R"({"schema":3})",
                             R"({"schema":"response/1"})", R"({"$schema":"x","type":"object"})"}) {
        EXPECT_EQ(noted(read(text)), "instrument.not_an_instrument  expected=instrument/1") << text;
    }
    for (const char* found : {"instrument/2", "instrument/0", "instrument/", "instrument/1.1"}) {
        EXPECT_EQ(noted(read(with("instrument/1", found))),
                  std::string("instrument.schema_version /schema found=") + found +
                      " supported=instrument/1");
    }
    EXPECT_EQ(noted(read("<html>")), "json.syntax 1:1 line=1 column=1");
    EXPECT_EQ(noted(read("")), "json.empty 1:1");
}

TEST(InstrumentRead, PointersStartWhereTheInstrumentStands) {
    const json::Value value = *json::parse(with(R"("weight": 1.5)", R"("weight": 0)"));
    EXPECT_EQ(read(value, "/packs/2/instrument").error().front().where,
              "/packs/2/instrument/items/0/weight");
}

}  // namespace
}  // namespace vgap::instrument
