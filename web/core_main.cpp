// core_main — the core without a screen, for Node and edge runtimes (web/core_exports.json): lint, score, report, link.
// Every function gives 0 and a text in vgc_out, or 1 and there a list of problems; the text stays until the next call.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/answers/read.hpp"
#include "core/answers/write.hpp"
#include "core/base/date.hpp"
#include "core/base/version.hpp"
#include "core/export/findings_json.hpp"
#include "core/export/formats.hpp"
#include "core/export/link.hpp"
#include "core/export/profile_json.hpp"
#include "core/export/saved.hpp"
#include "core/instrument/check.hpp"
#include "core/instrument/read.hpp"
#include "core/plan/rank.hpp"
#include "core/scoring/score.hpp"
#include "web/host/texts.hpp"

namespace {

using vgap::host::text;
using vgap::instrument::Instrument;
using vgap::text::Catalogue;

constexpr int kFine = 0;
constexpr int kRefused = 1;

// Which argument of the caller a problem stands in.
constexpr std::string_view kInstrument = "instrument";
constexpr std::string_view kTexts = "texts";
constexpr std::string_view kInterfaceTexts = "interfaceTexts";
constexpr std::string_view kResponse = "response";

struct State {
    Catalogue sentences;               // what problems are said in
    std::vector<Catalogue> texts;      // given for the next call
    std::vector<Catalogue> own_texts;  // the interface's, likewise
    std::string
        instrument_text;  // the last one that was read, since the next call mostly brings it again
    std::optional<Instrument> instrument;
    std::string out;
};

State& state() {
    static State* const kState = new State;  // lives as long as the module
    return *kState;
}

int give(std::string out) {
    state().out = std::move(out);
    return kFine;
}

int refuse(std::string_view argument, const vgap::base::Errors& errors) {
    state().out.clear();
    vgap::json::Writer write(state().out);
    write.begin_array();
    for (const vgap::base::Error& error : errors) {
        write.begin_object().key("argument").string(argument);
        vgap::export_::write_problem(write, error, state().sentences);
        write.end_object();
    }
    write.end_array();
    return kRefused;
}

int refuse(std::string_view argument, vgap::base::Error error) {
    return refuse(argument, vgap::base::Errors{std::move(error)});
}

// nullptr: refused.
const Instrument* instrument_of(std::string_view bytes) {
    State& now = state();
    if (now.instrument && now.instrument_text == bytes) return &*now.instrument;
    now.instrument.reset();
    auto read = vgap::instrument::read(bytes);
    if (!read) {
        refuse(kInstrument, read.error());
        return nullptr;
    }
    now.instrument_text = bytes;
    now.instrument = std::move(*read);
    return &*now.instrument;
}

std::optional<vgap::answers::Response> response_of(const Instrument& instrument,
                                                   std::string_view bytes) {
    auto read = vgap::export_::read_saved(instrument, bytes);
    if (read) return std::move(*read);
    refuse(kResponse, read.error());
    return std::nullopt;
}

const Catalogue* in_language(const std::vector<Catalogue>& texts, std::string_view language) {
    for (const Catalogue& each : texts) {
        if (each.language() == language) return &each;
    }
    return nullptr;
}

// Texts are given for one call only, whatever becomes of it.
struct GivenTexts {
    std::vector<Catalogue> texts = std::exchange(state().texts, {});
    std::vector<Catalogue> own = std::exchange(state().own_texts, {});
};

int take_texts(std::vector<Catalogue>& into, std::string_view argument, std::string_view bytes) {
    auto read = Catalogue::read(bytes);
    if (!read) {
        state().texts.clear();
        state().own_texts.clear();
        return refuse(argument, read.error());
    }
    into.push_back(std::move(*read));
    return kFine;
}

}  // namespace

extern "C" {

int vgc_sentences(const char* texts, int length) {
    auto read = Catalogue::read(text(texts, length));
    if (!read) return refuse("sentences", read.error());
    state().sentences = std::move(*read);
    return give("");
}

int vgc_texts(const char* texts, int length, int are_interface) {
    if (are_interface != 0)
        return take_texts(state().own_texts, kInterfaceTexts, text(texts, length));
    return take_texts(state().texts, kTexts, text(texts, length));
}

// Findings name their file: "instrument", or "texts" with the language.
int vgc_lint(const char* instrument, int instrument_length) {
    const GivenTexts given;
    const Instrument* const read = instrument_of(text(instrument, instrument_length));
    if (read == nullptr) return kRefused;
    std::vector<const Catalogue*> catalogues;
    std::vector<std::string> names;
    for (const Catalogue& each : given.texts) {
        catalogues.push_back(&each);
        names.push_back(std::string(kTexts) + "/" + each.language());
    }
    std::string out;
    vgap::export_::append_findings(out,
                                   {*read, vgap::instrument::check_all(*read, catalogues),
                                    std::string(kInstrument), std::move(names)},
                                   state().sentences);
    return give(std::move(out));
}

int vgc_score(const char* instrument, int instrument_length, const char* response,
              int response_length, int with_levels) {
    const Instrument* const read = instrument_of(text(instrument, instrument_length));
    if (read == nullptr) return kRefused;
    const auto answered = response_of(*read, text(response, response_length));
    if (!answered) return kRefused;
    vgap::scoring::Profile profile;
    vgap::scoring::score(*read, answered->answers, profile);
    vgap::plan::Plan plan;
    vgap::plan::rank(*read, answered->answers, profile, plan);
    std::string out;
    vgap::export_::append_profile(
        out, *read, answered->id, profile, plan,
        with_levels != 0 ? vgap::export_::Levels::kInclude : vgap::export_::Levels::kLeaveOut);
    return give(std::move(out));
}

int vgc_report(const char* instrument, int instrument_length, const char* response,
               int response_length, const char* format, int format_length, const char* language,
               int language_length, const char* date, int date_length) {
    const GivenTexts given;
    const Instrument* const read = instrument_of(text(instrument, instrument_length));
    if (read == nullptr) return kRefused;
    const auto answered = response_of(*read, text(response, response_length));
    if (!answered) return kRefused;

    const auto* const form = vgap::export_::find_format(text(format, format_length));
    if (form == nullptr) {
        return refuse("format", {"error.cli.unknown_format",
                                 "",
                                 {{"found", std::string(text(format, format_length))},
                                  {"known", vgap::export_::known_formats()}}});
    }
    const auto day = vgap::base::parse_date(text(date, date_length));
    if (!day) {
        return refuse("date",
                      {"error.cli.no_date", "", {{"found", std::string(text(date, date_length))}}});
    }
    const std::string tag = language_length == 0 && !given.own.empty()
                                ? given.own.front().language()
                                : std::string(text(language, language_length));
    const Catalogue* const own = in_language(given.own, tag);
    const Catalogue* const spoken = in_language(given.texts, tag);
    if (own == nullptr || spoken == nullptr) {
        std::string known;
        for (const Catalogue& each : given.texts) {
            if (in_language(given.own, each.language()) == nullptr) continue;
            known += (known.empty() ? "" : ", ") + each.language();
        }
        return refuse("language",
                      {"error.cli.unknown_language", "", {{"found", tag}, {"known", known}}});
    }
    Catalogue texts = *own;
    texts.add(*spoken);

    vgap::scoring::Profile profile;
    vgap::scoring::score(*read, answered->answers, profile);
    vgap::plan::Plan plan;
    vgap::plan::rank(*read, answered->answers, profile, plan);
    std::string out;
    form->write(
        out,
        {{*read, texts, answered->answers, profile}, plan, *day, answered->id, answered->pipeline});
    return give(std::move(out));
}

int vgc_link(const char* instrument, int instrument_length, const char* response,
             int response_length) {
    const Instrument* const read = instrument_of(text(instrument, instrument_length));
    if (read == nullptr) return kRefused;
    const auto answered = response_of(*read, text(response, response_length));
    if (!answered) return kRefused;
    auto link = vgap::export_::link(*read, answered->answers, answered->pipeline);
    return link ? give(std::move(*link)) : refuse(kResponse, link.error());
}

int vgc_read_link(const char* instrument, int instrument_length, const char* link,
                  int link_length) {
    const Instrument* const read = instrument_of(text(instrument, instrument_length));
    if (read == nullptr) return kRefused;
    auto answers = vgap::export_::read_link(*read, text(link, link_length));
    if (!answers) return refuse("link", answers.error());
    std::string out;
    vgap::answers::append_response(out, *read, *answers);
    return give(std::move(out));
}

int vgc_version() {
    return give(std::string(vgap::base::kEngineVersion));
}

const char* vgc_out() {
    return state().out.c_str();
}
int vgc_out_length() {
    return static_cast<int>(state().out.size());
}

}  // extern "C"
