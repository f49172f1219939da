#include "web/app/sentences.hpp"

#include <algorithm>

#include "core/json/write.hpp"
#include "core/text/display.hpp"

namespace vgap::app {

namespace {

constexpr std::size_t kMostShown = 100;    // problems; more than anyone reads
constexpr std::size_t kMostQuestions = 3;  // that are named where another tab differs
constexpr std::size_t kMostWhere = 100;    // code points

}  // namespace

std::vector<std::string> refusals(const Model& model, const base::Errors& errors, Places places) {
    std::vector<std::string> out;
    for (const base::Error& error : errors) {
        if (out.size() == kMostShown) {
            out.push_back(model.say("error.more_problems", {{"most", kMostShown}}));
            break;
        }
        std::string sentence = model.texts.say(error);
        if (places == Places::kInclude && !error.where.empty()) {
            sentence.insert(0, text::display_line(error.where, kMostWhere) + ": ");
        }
        out.push_back(std::move(sentence));
    }
    return out;
}

std::vector<std::string> carried(const Model& model, const answers::Carried& carried, Of of) {
    std::vector<std::string> out;
    if (carried.from.empty()) return out;
    out.push_back(model.say(
        "ui.carried.kept",
        {{"n", carried.kept}, {"found", carried.from}, {"expected", model.instrument.version}}));
    for (const std::string& id : carried.changed) {
        const instrument::Index question = model.instrument.find_question(id);
        out.push_back(model.say(of == Of::kThis ? "ui.carried.changed" : "ui.compare.changed",
                                {{"question", asked(model, question)}}));
    }
    if (!carried.gone.empty())
        out.push_back(model.say("ui.carried.gone", {{"n", carried.gone.size()}}));
    if (!carried.added.empty()) {
        out.push_back(model.say("ui.carried.added", {{"n", carried.added.size()}}));
    }
    return out;
}

void append_problems(std::string& out, const text::Catalogue& texts, const base::Errors& errors) {
    json::Writer write(out);
    write.begin_array();
    for (const base::Error& error : errors) {
        write.begin_object();
        write.key("code").string(error.code);
        write.key("where").string(error.where);
        write.key("sentence").string(texts.say(error));
        write.end_object();
    }
    write.end_array();
}

std::string elsewhere(const Model& model) {
    switch (model.facts.elsewhere) {
        case Elsewhere::kNo:
            break;
        case Elsewhere::kSame:
            return model.say("ui.elsewhere.same");
        case Elsewhere::kMerged:
            return model.say("ui.elsewhere.merged");
        case Elsewhere::kDiffers: {
            std::string questions;
            for (std::size_t at = 0; at < std::min(model.differing.size(), kMostQuestions); ++at) {
                if (at > 0) questions += " · ";
                questions += asked(model, model.differing[at]);
            }
            if (model.differing.size() > kMostQuestions) questions += " …";
            return model.say("ui.elsewhere.differs",
                             {{"n", model.differing.size()}, {"questions", questions}});
        }
    }
    return {};
}

bool any_answer(const answers::Answers& answers) {
    return std::any_of(answers.begin(), answers.end(), [](const auto& answer) {
        return answer.state != answers::AnswerState::kSkipped;
    });
}

std::string asked(const Model& model, instrument::Index question) {
    return model.say("question." + model.instrument.questions[question].id + ".ask");
}

}  // namespace vgap::app
