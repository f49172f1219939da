// fuzz/response — any bytes as a response, a draft and a result pack: they are refused with errors
// that have a place, or give answers that the scorer, the planner and the session can take.
//
// In      bytes
// Out     nothing; a broken promise aborts
// Tested  seeds in tests/fuzz_seeds/response

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/answers/draft.hpp"
#include "core/answers/read.hpp"
#include "core/answers/session.hpp"
#include "core/answers/write.hpp"
#include "core/export/profile_json.hpp"
#include "core/export/result_pack.hpp"
#include "core/instrument/read.hpp"
#include "core/plan/rank.hpp"
#include "core/scoring/score.hpp"

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
 {"id":"d","weight":1,"required":{"base":60,"rules":[
  {"id":"many","when":{"context":"size","equals":"many"},"add":50}]}},
 {"id":"e","weight":0.3,"required":{"base":33.3,"rules":[]}}],
"items":[
 {"id":"i","dimension":"d","kind":"scale","points":7,"no_answers":["dont_know","not_applicable"]},
 {"id":"j","dimension":"d","kind":"scale","points":4,"reverse":true,"weight":0.1},
 {"id":"k","dimension":"e","kind":"scale","points":2,"when":{"item":"i","at_least":50}}],
"pages":[
 {"id":"p","questions":["size","tracks","people","note"]},
 {"id":"q","questions":["i","j","k"],"when":{"not":{"context":"people","below":2}}}],
"patterns":[{"id":"low","when":{"any":[{"dimension":"d","below":50},{"item":"k","below":1}]}}],
"actions":[{"id":"act","horizon":"week","effort_days":0.5,
 "targets":{"dimensions":["d"],"patterns":["low"]},
 "moves":[{"item":"i","points":2},{"item":"j","points":1}]}]})";

void demand(bool kept, const char* promise) {
    if (kept) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

template <class T>
void demand_places(const base::Result<T>& result) {
    if (result) return;
    demand(!result.error().empty(), "a refusal says why");
    for (const base::Error& error : result.error()) {
        demand(error.code.rfind("error.", 0) == 0, "a refusal has a code");
    }
}

void use(const instrument::Instrument& instrument, const answers::Answers& answers) {
    scoring::Profile profile;
    scoring::score(instrument, answers, profile);
    plan::Plan plan;
    plan::rank(instrument, answers, profile, plan);
    std::string result;
    export_::append_profile(result, instrument, "", profile, plan, export_::Levels::kInclude);
    demand(static_cast<bool>(json::parse(result)), "a result is JSON");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const instrument::Instrument kFuzzed = [] {
        auto read = instrument::read(kInstrument);
        demand(static_cast<bool>(read), "the fuzzed instrument is one");
        return *read;
    }();
    const std::string_view text(reinterpret_cast<const char*>(data), size);

    const auto response = answers::read(kFuzzed, text);
    demand_places(response);
    if (response) {
        use(kFuzzed, response->answers);
        std::string once, twice;
        answers::append_response(once, kFuzzed, *response);
        const auto again = answers::read(kFuzzed, once);
        demand(static_cast<bool>(again), "what is written can be read");
        answers::append_response(twice, kFuzzed, *again);
        demand(once == twice, "writing is canonical");
    }

    const auto draft = answers::read_draft(kFuzzed, text);
    demand_places(draft);
    if (draft) {
        const answers::State state =
            answers::apply(kFuzzed, answers::begin(kFuzzed), answers::Event{*draft});
        demand(state.answers == draft->response.answers, "a draft can be resumed");
        use(kFuzzed, state.answers);
    }

    const auto pack = export_::read_result_pack(kFuzzed, text);
    demand_places(pack);
    if (pack) use(kFuzzed, pack->answers);
    return 0;
}
