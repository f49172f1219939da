// cli/articles — the knowledge base: check its articles.

#include <optional>
#include <string>

#include "core/articles/check.hpp"
#include "core/json/write.hpp"
#include "core/text/display.hpp"
#include "tools/articles/gather.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/embedded.hpp"
#include "tools/cli/source.hpp"

namespace vgap::cli {

namespace {

using articles::Finding;

constexpr OptionRow kOptions[] = {
    {"--instrument", Takes::kValue, "FILE", "cli.articles.instrument"},
    {"--json", Takes::kNothing, "", "cli.articles.json"},
};

constexpr std::string_view kReadiness = "leadership-readiness";

class Articles {
  public:
    Articles(const Options& options, Console& console) : options_(options), console_(console) {}

    int run() {
        const std::string_view what =
            options_.operands.empty() ? std::string_view() : options_.operands[0];
        if (what != "lint") {
            return refuse("error.cli.articles_what", {{"found", std::string(what)}});
        }
        if (options_.operands.size() < 2) return refuse("error.cli.no_folder");
        if (!open_known()) return kBad;
        const std::vector<std::string> folders(options_.operands.begin() + 1,
                                               options_.operands.end());
        gathered_ = articles::gather(folders);
        for (const std::string& folder : gathered_.missing) {
            return refuse("error.cli.not_a_folder", {{"found", folder}});
        }
        check();
        return lint();
    }

  private:
    int refuse(const char* code, std::vector<base::Argument> arguments = {}) {
        console_.report({}, base::Error{code, "", std::move(arguments)});
        return kBad;
    }

    // What an article may bind itself to: the parts of an instrument, the capabilities of the other one, and words of
    // every language that the program speaks.
    bool open_known() {
        const std::optional<Source> source = open_source(
            options_.has("--instrument") ? options_.value("--instrument") : "leadership-pipeline",
            console_);
        if (!source) return false;
        instrument_ = read_instrument(*source, console_);
        if (!instrument_) return false;
        known_.instrument = &*instrument_;
        const std::optional<Source> readiness = open_source(kReadiness, console_);
        if (!readiness) return false;
        const std::optional<instrument::Instrument> other = read_instrument(*readiness, console_);
        if (!other) return false;
        for (const instrument::Dimension& dimension : other->dimensions) {
            known_.capabilities.push_back(dimension.id);
        }
        for (const EmbeddedFile& file : embedded_files()) {
            if (file.path.starts_with("locales/")) {
                texts_.push_back(*text::Catalogue::read(file.bytes));
            }
        }
        for (const text::Catalogue& texts : texts_) known_.texts.push_back(&texts);
        return true;
    }

    void check() {
        findings_ = gathered_.faults;
        for (const articles::Article& article : gathered_.articles) {
            if (articles::texts_of(known_, article.language) == nullptr) {
                findings_.push_back(
                    {article.file,
                     {"error.article.language", "1:1", {{"found", article.language}}}});
            }
        }
        std::vector<Finding> more = articles::check(gathered_.articles, known_);
        findings_.insert(findings_.end(), std::make_move_iterator(more.begin()),
                         std::make_move_iterator(more.end()));
        std::stable_sort(findings_.begin(), findings_.end(),
                         [](const Finding& a, const Finding& b) { return a.file < b.file; });
    }

    int lint() {
        const text::Catalogue& texts = console_.texts();
        std::string out;
        if (console_.form == Form::kJson) {
            json::Writer write(out);
            write.begin_object()
                .key("articles")
                .number(static_cast<double>(gathered_.articles.size()));
            write.key("findings").begin_array();
            for (const Finding& finding : findings_) {
                write.begin_object().key("file").string(finding.file);
                write.key("where").string(finding.what.where);
                write.key("code").string(finding.what.code);
                write.key("sentence").string(texts.say(finding.what));
                write.key("arguments").begin_object();
                for (const base::Argument& argument : finding.what.arguments) {
                    write.key(argument.name).string(argument.value);
                }
                write.end_object().end_object();
            }
            write.end_array().end_object();
        } else {
            for (const Finding& finding : findings_) {
                out += text::display_line(finding.file + ":" + finding.what.where) + ": " +
                       texts.say(finding.what) + "\n";
            }
            out += texts.say("cli.articles.checked",
                             {{"n", gathered_.articles.size()}, {"findings", findings_.size()}});
        }
        console_.out(out + "\n");
        return findings_.empty() ? kFine : kFindings;
    }

    const Options& options_;
    Console& console_;
    std::optional<instrument::Instrument> instrument_;
    std::vector<text::Catalogue> texts_;
    articles::Known known_;
    articles::Gathered gathered_;
    std::vector<Finding> findings_;
};

int run_articles(const Options& options, Console& console) {
    return Articles(options, console).run();
}

}  // namespace

const Command kArticles = {
    "articles",  "cli.articles.summary", "lint FOLDER...", "cli.articles.details", 16, kOptions,
    run_articles};

}  // namespace vgap::cli
