// fuzz/cohort — any bytes as a summary and as a response's line: a summary is refused with places or writes to
// what reads the same and merges; the fast reader of lines says nothing that the strict one does not.
//
// In      bytes
// Out     nothing; a broken promise aborts
// Tested  seeds in tests/fuzz_seeds/cohort

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/answers/read.hpp"
#include "core/cohort/collect.hpp"
#include "core/cohort/report.hpp"
#include "core/cohort/summary_json.hpp"
#include "core/export/cohort_csv.hpp"
#include "core/export/cohort_json.hpp"
#include "core/instrument/read.hpp"
#include "core/json/parse.hpp"

namespace {

using namespace vgap;

constexpr std::string_view kInstrument = R"({
"schema":"instrument/1","id":"fuzzed","version":"1.0.0","languages":["en"],
"context":[
 {"id":"size","kind":"single","options":["few","many"],"no_answers":["prefer_not_to_say"]},
 {"id":"tracks","kind":"multiple","options":["manager","expert"]},
 {"id":"people","kind":"number","least":-10,"most":1000},
 {"id":"note","kind":"text","max_length":5}],
"dimensions":[
 {"id":"d","weight":1,"required":{"base":60,"rules":[]}},
 {"id":"e","weight":0.3,"required":{"base":33.3,"rules":[]}}],
"items":[
 {"id":"i","dimension":"d","kind":"scale","points":7,"no_answers":["dont_know","not_applicable"]},
 {"id":"j","dimension":"d","kind":"scale","points":4,"reverse":true,"weight":0.1},
 {"id":"k","dimension":"e","kind":"scale","points":2,"when":{"item":"i","at_least":50}}],
"pages":[{"id":"p","questions":["size","tracks","people","note","i","j","k"]}],
"patterns":[],"actions":[]})";

void demand(bool kept, const char* promise) {
    if (kept) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

void use(const cohort::Layout& layout, const cohort::Summary& summary) {
    std::string once, twice;
    cohort::append_summary(once, layout, summary);
    const auto again = cohort::read_summary(layout, once);
    demand(again && *again == summary, "what is written can be read");
    cohort::append_summary(twice, layout, *again);
    demand(once == twice, "writing is canonical");
    const cohort::Report report = cohort::report_on(layout, summary);
    std::string json, csv;
    export_::append_cohort_json(json, layout, summary, report);
    demand(static_cast<bool>(json::parse(json)), "a report is JSON");
    export_::append_cohort_csv(csv, layout, summary, report);
    cohort::Summary doubled = summary;
    if (cohort::merge(doubled, layout, summary)) {
        demand(doubled.people() == 2 * summary.people(), "merging adds");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const instrument::Instrument kFuzzed = [] {
        auto read = instrument::read(kInstrument);
        demand(static_cast<bool>(read), "the fuzzed instrument is one");
        return *read;
    }();
    static const cohort::Layout kLayout(kFuzzed);
    const std::string_view text(reinterpret_cast<const char*>(data), size);

    const auto summary = cohort::read_summary(kLayout, text);
    if (summary) {
        use(kLayout, *summary);
    } else {
        demand(!summary.error().empty(), "a refusal says why");
    }

    static cohort::Scanner scanner(kFuzzed);
    answers::Answers answers;
    const auto strict = answers::read(kFuzzed, text);
    if (scanner.scan(text, answers)) {
        demand(strict && strict->answers == answers, "both readers say the same");
    }
    cohort::Summary one;
    one.by = "size";
    cohort::Collector collector(kLayout, one);
    demand(static_cast<bool>(collector.begin_lines()), "a choice gives segments");
    demand(static_cast<bool>(collector.take_line(text)) == static_cast<bool>(strict),
           "a line is taken as the strict reader takes it");
    demand(one.people() + one.refused == 1, "every line is counted");
    use(kLayout, one);
    return 0;
}
