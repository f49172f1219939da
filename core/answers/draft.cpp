#include "core/answers/draft.hpp"

#include <array>
#include <string>
#include <utility>

#include "core/answers/pipeline.hpp"
#include "core/answers/read.hpp"
#include "core/answers/write.hpp"
#include "core/json/parse.hpp"
#include "core/json/pointer.hpp"
#include "core/json/read.hpp"
#include "core/json/write.hpp"

namespace vgap::answers {

using instrument::Index;
using instrument::Instrument;
using json::Reader;

namespace {

constexpr std::string_view kSchema = "draft/1";

std::string_view to_string(Screen screen) {
    switch (screen) {
        case Screen::kIntro:
            return "intro";
        case Screen::kQuestions:
            return "questions";
        case Screen::kReview:
            return "review";
        case Screen::kResult:
            return "result";
    }
    return "";
}

Index read_page(const Instrument& instrument, const Reader& reader, const Carried& carried) {
    const std::string id = reader.string();
    if (reader.value().kind != json::Kind::kString) return instrument::kNone;
    for (Index p = 0; p < instrument.pages.size(); ++p) {
        if (instrument.pages[p].id == id) return p;
    }
    // What has become of an earlier version's page is no mistake of the draft: the session looks for a place.
    if (!carried.from.empty()) return instrument::kNone;
    reader.report("error.draft.unknown_page", {{"found", json::excerpt(id)}});
    return instrument::kNone;
}

Place read_place(const Instrument& instrument, const Reader& reader, const Carried& carried) {
    constexpr std::array kScreens = {Screen::kIntro, Screen::kQuestions, Screen::kReview,
                                     Screen::kResult};
    Place place;
    const int screen = reader.at("screen").one_of({"intro", "questions", "review", "result"});
    if (screen < 0) return place;
    place.screen = kScreens[static_cast<std::size_t>(screen)];
    if (place.screen != Screen::kQuestions) {
        reader.object({"screen"});
        // There may be something new to answer, which the review shows.
        if (!carried.from.empty() && place.screen == Screen::kResult)
            place.screen = Screen::kReview;
        return place;
    }
    reader.object({"screen", "page", "return_to_review", "from"});
    place.page = read_page(instrument, reader.at("page"), carried);
    place.return_to_review = reader.at("return_to_review").boolean();
    if (reader.has("from")) place.from = read_page(instrument, reader.at("from"), carried);
    return place;
}

Response read_response(const Instrument& instrument, const Reader& at, base::Errors& problems) {
    base::Result<Response> response = read(instrument, at.value(), at.pointer());
    if (response) return std::move(*response);
    for (base::Error& error : response.error()) base::note(problems, std::move(error));
    return {};
}

Earlier read_earlier(const Instrument& instrument, const Reader& reader, base::Errors& problems) {
    Earlier earlier;
    if (!reader.object({"date", "response"})) return earlier;
    if (reader.has("date")) {
        const Reader date = reader.at("date");
        const std::string text = date.string();
        earlier.date = base::parse_date(text);
        if (!earlier.date && date.value().kind == json::Kind::kString) {
            date.report("error.draft.no_date", {{"found", json::excerpt(text)}});
        }
    }
    earlier.response = read_response(instrument, reader.at("response"), problems);
    earlier.response
        .carried = {};  // of the answers alone; a draft that was kept again would not say it either
    return earlier;
}

}  // namespace

void append_draft(std::string& out, const Instrument& instrument, const State& state) {
    json::Writer write(out);
    write.begin_object();
    write.key("schema").string(kSchema);
    write.key("response");
    write_response(write, instrument, {state.response_id, state.answers});
    if (!state.pipeline.empty()) write.key("pipeline").document(state.pipeline);
    if (state.earlier) {
        write.key("earlier").begin_object();
        if (state.earlier->date) write.key("date").string(base::extended(*state.earlier->date));
        write.key("response");
        write_response(write, instrument, state.earlier->response);
        write.end_object();
    }
    write.key("place").begin_object();
    write.key("screen").string(to_string(state.place.screen));
    if (state.place.screen == Screen::kQuestions) {
        write.key("page").string(instrument.pages[state.place.page].id);
        write.key("return_to_review").boolean(state.place.return_to_review);
        if (state.place.from != instrument::kNone) {
            write.key("from").string(instrument.pages[state.place.from].id);
        }
    }
    write.end_object();
    write.end_object();
}

base::Result<Resume> read_draft(const Instrument& instrument, std::string_view text) {
    base::Result<json::Value> document = json::parse(text);
    if (!document) return base::fail(std::move(document.error()));
    base::Errors problems;
    const Reader reader(*document, problems);
    Resume draft;
    if (reader.object({"schema", "response", "pipeline", "earlier", "place"})) {
        check_schema(reader, kSchema, "error.draft.other_schema");
        draft.response = read_response(instrument, reader.at("response"), problems);
        if (reader.has("pipeline")) draft.response.pipeline = read_pipeline(reader.at("pipeline"));
        if (reader.has("earlier")) {
            draft.earlier = read_earlier(instrument, reader.at("earlier"), problems);
        }
        const Reader place = reader.at("place");
        if (place.value().kind == json::Kind::kObject) {
            draft.place = read_place(instrument, place, draft.response.carried);
        } else {
            place.object({});
        }
    }
    if (!problems.empty()) return base::fail(std::move(problems));
    return draft;
}

}  // namespace vgap::answers
