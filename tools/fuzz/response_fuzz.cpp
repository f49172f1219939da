// fuzz/response — any bytes as a response, a draft, a result pack and a link: they are refused with errors
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
#include "core/export/link.hpp"
#include "core/export/profile_json.hpp"
#include "core/export/saved.hpp"
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
"earlier_versions":[{"version":"0.8.0",
 "hash":"8080808080808080808080808080808080808080808080808080808080808080","questions":[
 {"id":"tracks","kind":"multiple","options":["expert","project","manager"]},
 {"id":"size","kind":"single","options":["many","some","few"],"no_answers":["dont_know"]},
 {"id":"people","kind":"number","least":0,"most":5000},
 {"id":"note","kind":"text","max_length":9},
 {"id":"i","kind":"scale","points":7,"no_answers":["dont_know"]},
 {"id":"j","kind":"scale","points":5},{"id":"old","kind":"scale","points":5}]}],
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

void use_compared(const instrument::Instrument& instrument, const answers::State& state) {
    scoring::Profile before, now;
    scoring::score(instrument, state.earlier->response.answers, before);
    scoring::score(instrument, state.answers, now);
    const scoring::Comparison comparison = scoring::compare(instrument, before, now);
    const report::Earlier earlier{state.earlier->date, state.earlier->response.answers, before,
                                  comparison};
    std::string result;
    export_::append_profile(result, instrument, "", now, {}, export_::Levels::kLeaveOut, &earlier);
    demand(static_cast<bool>(json::parse(result)), "a comparison is JSON");
}

// Each answer is possible, or it is listed as one that is not taken over.
void demand_carried(const instrument::Instrument& instrument, const answers::Response& response) {
    int answered = 0;
    for (std::size_t q = 0; q < instrument.questions.size(); ++q) {
        demand(answers::is_possible(instrument.questions[q], response.answers[q]),
               "what is carried is an answer");
        answered += response.answers[q].state != answers::AnswerState::kSkipped;
    }
    if (response.carried.from.empty()) return;
    demand(answered == response.carried.kept, "what is kept is counted");
    for (const std::string& id : response.carried.changed) {
        const instrument::Index q = instrument.find_question(id);
        demand(q != instrument::kNone, "what has changed is asked");
        demand(response.answers[q].state == answers::AnswerState::kSkipped,
               "what has changed is asked again");
    }
}

// Hardly any bytes have a link's checksum, so they also choose answers that are put into one.
answers::Answers answers_from(const instrument::Instrument& instrument, std::string_view bytes) {
    answers::Answers answers(instrument.questions.size());
    for (std::size_t at = 0; at < answers.size() && at < bytes.size(); ++at) {
        const instrument::Question& question = instrument.questions[at];
        const int byte = static_cast<unsigned char>(bytes[at]);
        answers::Answer& answer = answers[at];
        if (question.kind == instrument::QuestionKind::kText || byte % 8 == 7) continue;
        answer.state = answers::AnswerState::kAnswered;
        const int count = question.kind == instrument::QuestionKind::kScale
                              ? question.points
                              : static_cast<int>(question.options.size());
        if (question.kind == instrument::QuestionKind::kNumber) {
            answer.number = byte;
        } else if (question.kind == instrument::QuestionKind::kMultiple) {
            answer.selected.assign(question.options.size(), static_cast<std::uint8_t>(byte & 1));
        } else {
            answer.point = byte % count;
        }
    }
    return answers;
}

void use_as_answers(const instrument::Instrument& instrument, std::string_view bytes) {
    const answers::Answers answers = answers_from(instrument, bytes);
    const auto link = export_::link(instrument, answers);
    demand(static_cast<bool>(link), "answers of the kinds that a link holds have one");
    const auto read = export_::read_link(instrument, *link);
    demand(read && read->answers == answers, "a link brings its answers back");
    use(instrument, read->answers);
    if (bytes.empty()) return;
    std::string altered = *link;
    altered[static_cast<unsigned char>(bytes.back()) % altered.size()] ^= 1;
    demand(altered == *link || !export_::read_link(instrument, altered),
           "an altered link is refused");
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
        if (state.earlier) use_compared(kFuzzed, state);
        std::string written;
        answers::append_draft(written, kFuzzed, state);
        const auto again = answers::read_draft(kFuzzed, written);
        demand(again && again->earlier == state.earlier, "an earlier attempt is kept");
        demand(again->response.pipeline == state.pipeline, "what was turned is kept");
        const auto held = export_::link(kFuzzed, state.answers, state.pipeline);
        const auto linked = held ? export_::read_link(kFuzzed, *held) : base::fail(base::Error{});
        demand(!held || linked, "a link that is made can be read");
    }

    const auto saved = export_::read_saved(kFuzzed, text);
    demand_places(saved);
    if (saved) demand_carried(kFuzzed, *saved);
    demand(static_cast<bool>(saved) == (response || draft), "one reader opens them all");

    const auto linked = export_::read_link(kFuzzed, text);
    demand_places(linked);
    if (linked) use(kFuzzed, linked->answers);
    use_as_answers(kFuzzed, text);

    const instrument::Instrument& earlier = kFuzzed.earlier_versions[0];
    const auto past = export_::link(earlier, answers_from(earlier, text));
    demand(static_cast<bool>(past), "an earlier version has links too");
    const auto carried = export_::read_link(kFuzzed, *past);
    demand(carried && carried->carried.from == earlier.version, "a link says its version");
    demand_carried(kFuzzed, *carried);
    return 0;
}
