#include "core/export/csv.hpp"

#include <optional>
#include <string_view>
#include <vector>

#include "core/json/write.hpp"

namespace vgap::export_ {

namespace {

constexpr std::string_view kHeader =
    "kind,id,text,state,answer,score,current,low,high,required,gap,share,leverage";
constexpr std::string_view kEarlierHeader =
    ",before_state,before_answer,before_score,before_current,before_required,before_gap";

void append_number(std::string& out, const std::optional<double>& value) {
    out += ',';
    if (value) json::append_number(out, *value);
}

std::vector<const scoring::ItemScore*> by_question(const instrument::Instrument& instrument,
                                                   const scoring::Profile& profile) {
    std::vector<const scoring::ItemScore*> items(instrument.questions.size());
    for (const scoring::ItemScore& item : profile.items) items[item.question] = &item;
    return items;
}

std::string_view state_of(const scoring::DimensionScore& score) {
    return score.sufficient ? "sufficient" : "insufficient";
}

std::optional<double> score_of(const scoring::ItemScore* item) {
    return item != nullptr ? item->score : std::nullopt;
}

}  // namespace

void append_csv_text(std::string& out, std::string_view text) {
    const bool formula =
        !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted) out += '"';
    if (formula) out += '\'';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    if (quoted) out += '"';
}

void append_csv(std::string& out, const report::Subject& subject) {
    const instrument::Instrument& instrument = subject.instrument;
    out += kHeader;
    if (subject.earlier) out += kEarlierHeader;
    out += "\r\n";
    for (std::size_t at = 0; at < instrument.dimensions.size(); ++at) {
        const scoring::DimensionScore& score = subject.profile.dimensions[at];
        const std::string& id = instrument.dimensions[at].id;
        out += "dimension," + id + ",";
        append_csv_text(out, subject.texts.say("dimension." + id + ".name"));
        out.append(",").append(state_of(score)).append(",,");
        append_number(out, score.current);
        append_number(out, score.low);
        append_number(out, score.high);
        append_number(out, score.required);
        append_number(out, score.gap);
        out += ",,";
        if (subject.earlier) {
            const scoring::DimensionScore& before = subject.earlier->profile.dimensions[at];
            out.append(",").append(state_of(before)).append(",,");
            append_number(out, before.current);
            append_number(out, before.required);
            append_number(out, before.gap);
        }
        out += "\r\n";
    }
    const auto items = by_question(instrument, subject.profile);
    std::vector<const scoring::ItemScore*> earlier_items;
    if (subject.earlier) earlier_items = by_question(instrument, subject.earlier->profile);
    for (instrument::Index at = 0; at < instrument.questions.size(); ++at) {
        const instrument::Question& question = instrument.questions[at];
        out += question.is_context ? "context," : "item,";
        out += question.id + ",";
        append_csv_text(out, subject.texts.say("question." + question.id + ".ask"));
        out += ',';
        out += answers::to_string(subject.answers[at].state);
        out += ',';
        append_csv_text(out, report::answer_text(subject, at));
        const scoring::ItemScore* const item = items[at];
        append_number(out, score_of(item));
        out += ",,,,,";
        append_number(out, item != nullptr ? item->share : std::nullopt);
        append_number(out, item != nullptr ? item->leverage : std::nullopt);
        if (subject.earlier) {
            const answers::Answers& before = subject.earlier->answers;
            out.append(",").append(answers::to_string(before[at].state)).append(",");
            append_csv_text(out, report::answer_text(subject, before, at));
            append_number(out, score_of(earlier_items[at]));
            out += ",,,";
        }
        out += "\r\n";
    }
}

}  // namespace vgap::export_
