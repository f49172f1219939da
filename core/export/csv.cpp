#include "core/export/csv.hpp"

#include <optional>

#include "core/json/write.hpp"

namespace vgap::export_ {

namespace {

constexpr std::string_view kHeader =
    "kind,id,text,state,answer,score,current,low,high,required,gap,share,leverage\r\n";

void append_number(std::string& out, const std::optional<double>& value) {
    out += ',';
    if (value) json::append_number(out, *value);
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
    for (std::size_t at = 0; at < instrument.dimensions.size(); ++at) {
        const scoring::DimensionScore& score = subject.profile.dimensions[at];
        const std::string& id = instrument.dimensions[at].id;
        out += "dimension," + id + ",";
        append_csv_text(out, subject.texts.say("dimension." + id + ".name"));
        out += score.sufficient ? ",sufficient,," : ",insufficient,,";
        append_number(out, score.current);
        append_number(out, score.low);
        append_number(out, score.high);
        append_number(out, score.required);
        append_number(out, score.gap);
        out += ",,\r\n";
    }
    std::vector<const scoring::ItemScore*> items(instrument.questions.size());
    for (const scoring::ItemScore& item : subject.profile.items) items[item.question] = &item;
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
        append_number(out, item != nullptr ? item->score : std::nullopt);
        out += ",,,,,";
        append_number(out, item != nullptr ? item->share : std::nullopt);
        append_number(out, item != nullptr ? item->leverage : std::nullopt);
        out += "\r\n";
    }
}

}  // namespace vgap::export_
