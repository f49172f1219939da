// cli/articles — the knowledge base: begin an article, check all of them, build a site of them, pack them for the widget.

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <optional>
#include <set>
#include <string>

#include "core/articles/check.hpp"
#include "core/json/write.hpp"
#include "core/text/display.hpp"
#include "tools/articles/gather.hpp"
#include "tools/articles/site.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/embedded.hpp"
#include "tools/cli/source.hpp"

namespace vgap::cli {

namespace {

using articles::Finding;

constexpr OptionRow kOptions[] = {
    {"--address", Takes::kValue, "URL", "cli.articles.address"},
    {"--assessment", Takes::kValue, "URL", "cli.articles.assessment"},
    {"--keep-going", Takes::kNothing, "", "cli.articles.keep_going"},
    {"--instrument", Takes::kValue, "FILE", "cli.articles.instrument"},
    {"--json", Takes::kNothing, "", "cli.articles.json"},
};

constexpr std::string_view kReadiness = "leadership-readiness";
constexpr std::string_view kNoArticle = "error.article.no_article";
constexpr std::string_view kHttps = "https://";
// Neither in a page's head nor in its policy, where a blank or a semicolon would begin something else.
constexpr std::string_view kNotInAddress = " \t\n\"'<>\\^`{|};,?#";

class Articles {
  public:
    Articles(const Options& options, Console& console) : options_(options), console_(console) {}

    int run() {
        const std::string_view what = operand(0);
        const bool builds = what == "build";
        const bool writes = builds || what == "pack";
        if (what == "serve") return refuse("error.cli.articles_serve");
        if (what != "new" && what != "lint" && !writes) {
            return refuse("error.cli.articles_what", {{"found", std::string(what)}});
        }
        if (options_.operands.size() < (writes ? 3u : 2u)) return refuse("error.cli.no_folder");
        if (builds && !read_settings()) return kBad;
        if (!open_known()) return kBad;
        if (what == "new") return begin();
        std::vector<std::string> folders(options_.operands.begin() + 1, options_.operands.end());
        if (writes) folders.pop_back();
        gathered_ = articles::gather(folders);
        for (const std::string& folder : gathered_.missing) {
            return refuse("error.cli.not_a_folder", {{"found", folder}});
        }
        check();
        return writes ? write(builds) : lint();
    }

  private:
    std::string_view operand(std::size_t at) const {
        return at < options_.operands.size() ? options_.operands[at] : std::string_view();
    }

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
        const std::optional<std::vector<TextFile>> own =
            read_texts(*source, *instrument_, {}, console_);
        if (!own) return false;
        const std::optional<instrument::Instrument> other = read_instrument(*readiness, console_);
        if (!other) return false;
        for (const instrument::Dimension& dimension : other->dimensions) {
            known_.capabilities.push_back(dimension.id);
        }
        for (const EmbeddedFile& file : embedded_files()) {
            if (!file.path.starts_with("locales/")) continue;
            texts_.push_back(*text::Catalogue::read(file.bytes));
            for (const TextFile& each : *own) {
                if (each.catalogue.language() == texts_.back().language()) {
                    texts_.back().add(each.catalogue);
                }
            }
        }
        for (const text::Catalogue& texts : texts_) known_.texts.push_back(&texts);
        return true;
    }

    void check() {
        findings_ = gathered_.faults;
        known_.unread = gathered_.unread;
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

    // What is wrong with single articles; that a subject has none is no reason to show nobody the others.
    std::set<std::string> faulty() const {
        std::set<std::string> files;
        for (const Finding& finding : findings_) {
            if (finding.what.code != kNoArticle) files.insert(finding.file);
        }
        return files;
    }

    bool read_settings() {
        settings_.address = options_.value("--address");
        while (settings_.address.ends_with('/')) settings_.address.pop_back();
        const auto is_address = [](std::string_view text) {
            return text.starts_with(kHttps) && text.size() > kHttps.size() &&
                   text.find_first_of(kNotInAddress) == text.npos;
        };
        if (!is_address(settings_.address)) {
            refuse("error.cli.articles_address", {{"found", settings_.address}});
            return false;
        }
        settings_.assessment = options_.value("--assessment");
        std::string& folder = settings_.assessment;
        if (folder.empty()) return true;
        if (!folder.ends_with('/')) folder += '/';
        const bool is_path = folder.starts_with('/') && !folder.starts_with("//") &&
                             folder.find_first_of(kNotInAddress) == folder.npos;
        if (is_path || is_address(folder)) return true;
        refuse("error.cli.articles_assessment", {{"found", folder}});
        return false;
    }

    int begin() {
        const std::string_view name = operand(1);
        const std::size_t slash = name.find('/');
        const text::Catalogue* const texts =
            slash == name.npos ? nullptr : articles::texts_of(known_, name.substr(0, slash));
        if (texts == nullptr) {
            return refuse("error.cli.articles_new", {{"found", std::string(name)}});
        }
        const std::time_t time = std::time(nullptr);
        char today[sizeof "2026-11-22"];
        std::strftime(today, sizeof today, "%Y-%m-%d", std::gmtime(&time));
        console_.out(articles::begin_article(*texts, *instrument_, name.substr(slash + 1), today));
        return kFine;
    }

    int write(bool builds) {
        const std::set<std::string> faults = faulty();
        for (const Finding& finding : findings_) {
            if (finding.what.code != kNoArticle) {
                console_.report({finding.file}, finding.what);
            }
        }
        if (!faults.empty() && !options_.has("--keep-going")) return kFindings;
        std::vector<articles::Article>& all = gathered_.articles;
        all.erase(std::remove_if(all.begin(), all.end(),
                                 [&](const articles::Article& article) {
                                     return faults.contains(article.file);
                                 }),
                  all.end());
        settings_.style = find_embedded("look/articles.css")->bytes;
        const std::vector<articles::File> files =
            builds ? articles::build(all, known_, settings_) : articles::pack(all, known_);
        std::size_t bytes = 0;
        for (const articles::File& file : files) {
            if (!write_file(std::string(options_.operands.back()) + "/" + file.path, file.bytes)) {
                return refuse("error.cli.cannot_write");
            }
            bytes += file.bytes.size();
        }
        std::string out;
        if (console_.form == Form::kJson) {
            json::Writer report(out);
            report.begin_object().key("articles").number(static_cast<double>(all.size()));
            report.key("left_out").number(static_cast<double>(faults.size()));
            report.key("files").number(static_cast<double>(files.size()));
            report.key("bytes").number(static_cast<double>(bytes)).end_object();
        } else {
            out = console_.texts().say(
                "cli.articles.built",
                {{"n", all.size()}, {"files", files.size()}, {"left_out", faults.size()}});
        }
        console_.out(out + "\n");
        return faults.empty() ? kFine : kFindings;
    }

    static bool write_file(const std::string& path, std::string_view bytes) {
        std::error_code error;
        std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
        std::FILE* const file = std::fopen(path.c_str(), "wb");
        if (file == nullptr) return false;
        const bool is_whole = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
        return std::fclose(file) == 0 && is_whole;
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
    articles::Settings settings_;
};

int run_articles(const Options& options, Console& console) {
    return Articles(options, console).run();
}

}  // namespace

const Command kArticles = {"articles",
                           "cli.articles.summary",
                           "new|lint|build|pack ...",
                           "cli.articles.details",
                           16,
                           kOptions,
                           run_articles};

}  // namespace vgap::cli
