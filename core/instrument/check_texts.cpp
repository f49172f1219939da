// What people read: every language has every text, and no text that nothing shows.

#include <algorithm>
#include <map>

#include "core/instrument/check_parts.hpp"
#include "core/json/pointer.hpp"

namespace vgap::instrument {

namespace {

enum class Need : std::uint8_t { kRequired, kOptional };

// The message ids of an instrument, made of the ids in it.
class Keys {
  public:
    explicit Keys(const Instrument& instrument) {
        add("instrument", {}, {"title", "summary"}, {"result"});
        for (const Page& page : instrument.pages) add("page", page.id, {"title"}, {"lede"});
        for (const Question& question : instrument.questions) add_question(question);
        for (const Dimension& dimension : instrument.dimensions) {
            add("dimension", dimension.id, {"name", "about"}, {});
            for (const Rule& rule : dimension.rules) add("rule", rule.id, {"why"}, {});
        }
        for (const Pattern& pattern : instrument.patterns) {
            add("pattern", pattern.id, {"name", "about", "why"}, {});
        }
        for (const Action& action : instrument.actions) {
            add("action", action.id, {"do", "how", "signal", "why"}, {});
        }
        for (const Band& band : instrument.bands) add("band", band.id, {"name", "about"}, {});
        for (const Source& source : instrument.sources) {
            add("source", source.id, {"title"}, {"caution"});
        }
    }

    const std::map<std::string, Need, std::less<>>& all() const { return keys_; }

  private:
    void add(std::string_view kind, std::string_view id,
             std::initializer_list<std::string_view> required,
             std::initializer_list<std::string_view> optional) {
        std::string start(kind);
        if (!id.empty()) (start += ".") += id;
        start += ".";
        for (const std::string_view each : required) {
            keys_[start + std::string(each)] = Need::kRequired;
        }
        for (const std::string_view each : optional) {
            keys_[start + std::string(each)] = Need::kOptional;
        }
    }

    void add_question(const Question& question) {
        add("question", question.id, {"ask", "why"}, {"help"});
        for (int point = 0; point < question.points; ++point) {
            add("question", question.id + ".point." + std::to_string(point), {"label"}, {"anchor"});
        }
        for (const std::string& option : question.options) {
            add("question", question.id + ".option." + option, {"label"}, {"anchor", "phrase"});
        }
    }

    std::map<std::string, Need, std::less<>> keys_;
};

std::string place_of_message(std::string_view id) {
    std::string where = "/messages";
    json::append_step(where, id);
    return where;
}

// One text is a sentence to fill in: the result's, with the phrases of context questions and the
// share.
bool may_hold(const Instrument& instrument, const text::Message& message, std::string_view name) {
    if (message.id != "instrument.result") return false;
    const Index question = instrument.find_question(name);
    return name == "share" ||
           (question != kNone && instrument.questions[question].kind == QuestionKind::kSingle);
}

void check_catalogue(const Instrument& instrument, const Keys& keys,
                     const text::Catalogue& catalogue, std::size_t position, Findings& findings) {
    for (const auto& [key, need] : keys.all()) {
        if (need == Need::kOptional || catalogue.has(key)) continue;
        findings.add(Severity::kError, "lint.text_missing", place_of_message(key),
                     {{"key", key}, {"language", catalogue.language()}}, position);
    }
    std::string_view previous;
    for (const text::Message& message : catalogue.messages()) {
        const auto add = [&](Severity severity, std::string_view code) {
            findings.add(severity, code, place_of_message(message.id), {{"key", message.id}},
                         position);
        };
        if (message.text.empty()) add(Severity::kError, "lint.text_empty");
        for (const std::string_view name : text::placeholders(message.text)) {
            if (may_hold(instrument, message, name)) continue;
            add(Severity::kError, "lint.text_placeholder");
            break;
        }
        if (message.id != previous && !keys.all().contains(message.id)) {
            add(Severity::kWarning, "lint.text_unused");
        }
        previous = message.id;
    }
}

}  // namespace

std::vector<Finding> check_texts(const Instrument& instrument,
                                 std::span<const text::Catalogue* const> catalogues) {
    Findings findings;
    const Keys keys(instrument);
    const auto count = [&](const std::string& language) {
        return std::count_if(catalogues.begin(), catalogues.end(), [&](const auto* catalogue) {
            return catalogue->language() == language;
        });
    };
    for (std::size_t l = 0; l < instrument.languages.size(); ++l) {
        const std::string& language = instrument.languages[l];
        if (count(language) == 0) {
            findings.add(Severity::kError, "lint.language_missing", place("languages", l),
                         {{"language", language}});
        }
    }
    for (std::size_t c = 0; c < catalogues.size(); ++c) {
        const std::string& language = catalogues[c]->language();
        const std::vector<std::string>& declared = instrument.languages;
        if (std::find(declared.begin(), declared.end(), language) == declared.end()) {
            findings.add(Severity::kWarning, "lint.language_undeclared", "/language",
                         {{"language", language}}, c);
        }
        if (count(language) > 1) {
            findings.add(Severity::kWarning, "lint.language_twice", "/language",
                         {{"language", language}}, c);
        }
        check_catalogue(instrument, keys, *catalogues[c], c, findings);
    }
    return std::move(findings.list);
}

Report check_all(const Instrument& instrument, std::span<const text::Catalogue* const> catalogues) {
    Report report = check(instrument);
    for (Finding& finding : check_texts(instrument, catalogues)) {
        report.findings.push_back(std::move(finding));
    }
    return report;
}

}  // namespace vgap::instrument
