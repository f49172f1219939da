// cli/workspace — an engagement's file: begun, filled, looked through, checked, and made of what there was before.

#include "core/workspace/workspace.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "core/base/number.hpp"
#include "core/json/parse.hpp"
#include "core/workspace/change.hpp"
#include "core/workspace/check.hpp"
#include "core/workspace/migrate.hpp"
#include "core/workspace/read.hpp"
#include "core/workspace/write.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/days.hpp"
#include "tools/cli/input.hpp"
#include "tools/cli/workspace_file.hpp"
#include "tools/cli/workspace_list.hpp"
#include "tools/cli/workspace_pieces.hpp"

namespace vgap::cli {

namespace {

constexpr OptionRow kOptions[] = {
    {"--title", Takes::kValue, "TEXT", "cli.workspace.title"},
    {"--client", Takes::kValue, "TEXT", "cli.workspace.client"},
    {"--date", Takes::kValue, "YYYY-MM-DD", "cli.workspace.date"},
    {"--segment-by", Takes::kValue, "QUESTION", "cli.workspace.segment_by"},
    {"--threshold", Takes::kValue, "N", "cli.workspace.threshold"},
    {"--reason", Takes::kValue, "TEXT", "cli.workspace.reason"},
    {"--synthetic", Takes::kNothing, "", "cli.workspace.synthetic"},
    {"--instrument", Takes::kValue, "FILE", "cli.workspace.instrument"},
    {"--as-of", Takes::kValue, "YYYY-MM-DD", "cli.metrics.as_of"},
    {"--recorded-from", Takes::kValue, "YYYY-MM-DD", "cli.metrics.recorded_from"},
    {"--map", Takes::kValues, "FIELD=COLUMN", "cli.metrics.map"},
    {"--dates", Takes::kValue, "FORM", "cli.metrics.dates"},
    {"--output", Takes::kValue, "FILE", "cli.workspace.output"},
    {"--in-place", Takes::kNothing, "", "cli.workspace.in_place"},
    {"--json", Takes::kNothing, "", "cli.workspace.json"},
};

constexpr std::size_t kMostFiles = 100'000;
constexpr int kLeastThreshold = 2;
constexpr int kMostThreshold = 1'000'000;

class Work {
  public:
    Work(const Options& options, Console& console)
        : options_(options), console_(console), library_(shipped_instruments()) {}

    int run() {
        const std::string_view what = operand(0);
        if (!read_day(options_, "--date", day_, console_) || !read_threshold()) return kBad;
        if (what == "new") return begin();
        if (what == "add") return add();
        if (what == "threshold") return change_threshold();
        if (what == "check") return check();
        if (what == "list") return list();
        if (what == "migrate") return migrate();
        return refuse(
            "error.cli.workspace_what",
            {{"found", std::string(what)}, {"known", "new, add, threshold, check, list, migrate"}});
    }

  private:
    std::string_view operand(std::size_t at) const {
        return at < options_.operands.size() ? options_.operands[at] : std::string_view();
    }

    int refuse(const char* code, std::vector<base::Argument> arguments = {}) {
        console_.report({}, base::Error{code, "", std::move(arguments)});
        return kBad;
    }

    base::Date day() const { return day_.value_or(today()); }

    bool read_threshold() {
        if (!options_.has("--threshold")) return true;
        const std::optional<double> number = base::parse_number(options_.value("--threshold"));
        if (number && *number >= kLeastThreshold && *number <= kMostThreshold &&
            *number == static_cast<int>(*number)) {
            threshold_ = static_cast<int>(*number);
            return true;
        }
        refuse("error.cohort.bad_threshold", {{"least", std::to_string(kLeastThreshold)},
                                              {"most", std::to_string(kMostThreshold)}});
        return false;
    }

    workspace::Head head() const {
        return {std::string(options_.has("--title") ? options_.value("--title")
                                                    : std::string_view("Velocity Gap")),
                std::string(options_.value("--client")),
                day(),
                std::string(options_.value("--segment-by")),
                threshold_.value_or(workspace::Threshold().now),
                options_.has("--synthetic")};
    }

    // What was done, on standard error: the workspace itself may be on standard output.
    void say(std::string_view message, std::vector<text::Arg> arguments) {
        if (console_.form == Form::kJson) return;
        console_.err(console_.texts().say(message, arguments) + "\n");
    }

    int write(const json::Value& document, const std::string& source) {
        std::string out;
        workspace::append_document(out, document);
        if (out.size() > workspace::kLimits.bytes) {
            return refuse("error.json.too_large",
                          {{"found", std::to_string(out.size())},
                           {"most", std::to_string(workspace::kLimits.bytes)}});
        }
        if (options_.has("--in-place")) {
            if (source.empty() || source == "-" || options_.has("--output")) {
                return refuse("error.cli.in_place");
            }
            return write_whole(source, out, console_) ? kFine : kBad;
        }
        if (!options_.has("--output")) {
            console_.out(out);
            return kFine;
        }
        const std::string path(options_.value("--output"));
        if (!source.empty() && same_file(path, source)) {
            return refuse("error.cli.output_is_source", {{"found", path}});
        }
        return write_whole(path, out, console_) ? kFine : kBad;
    }

    int begin() { return write(workspace::begun(head()), ""); }

    int add() {
        const std::string source(operand(2));
        const std::optional<PieceKind> kind = piece_kind(operand(1));
        if (!kind) {
            return refuse("error.cli.workspace_piece",
                          {{"found", std::string(operand(1))}, {"known", piece_kinds()}});
        }
        std::vector<std::string> files;
        for (std::size_t at = 3; at < options_.operands.size(); ++at) {
            files.emplace_back(options_.operands[at]);
        }
        if (source.empty()) return refuse("error.cli.no_workspace");
        if (files.empty()) return refuse("error.cli.no_file_to_add");
        if ((source == "-") + std::count(files.begin(), files.end(), "-") > 1) {
            return refuse("error.cli.stdin_twice");
        }
        std::optional<workspace::Workspace> before = open_workspace(source, library_, console_);
        if (!before) return kBad;
        Pieces pieces(*before, library_, day(), options_, console_);
        bool good = true;
        for (const std::string& file : files) good = pieces.add(*kind, file) && good;
        if (!good) return kBad;
        base::Result<workspace::Workspace> after =
            workspace::read(std::move(before->document), library_);
        if (!after) {
            for (const base::Error& error : after.error()) pieces.report(error, source);
            return kBad;
        }
        workspace::renew_releases(*after, day());
        const int code = write(after->document, source);
        if (code != kFine) return code;
        say("cli.workspace.added", {{"added", pieces.count(workspace::Taken::kAdded)},
                                    {"n", pieces.count(workspace::Taken::kAdded)},
                                    {"known", pieces.count(workspace::Taken::kKnown)},
                                    {"replaced", pieces.count(workspace::Taken::kReplaced)}});
        return pieces.has_findings() ? kFindings : kFine;
    }

    int change_threshold() {
        const std::string source(operand(1));
        if (source.empty()) return refuse("error.cli.no_workspace");
        if (!threshold_) return refuse("error.cli.no_threshold");
        std::optional<workspace::Workspace> workspace = open_workspace(source, library_, console_);
        if (!workspace) return kBad;
        workspace::Changes changes(workspace->document, library_, day());
        const base::Result<bool> changed =
            changes.change_threshold(*threshold_, options_.value("--reason"));
        if (!changed) {
            console_.report({source}, changed.error());
            return kBad;
        }
        return write(workspace->document, source);
    }

    int check() {
        const std::string source(operand(1));
        if (source.empty()) return refuse("error.cli.no_workspace");
        const std::optional<workspace::Workspace> workspace =
            open_workspace(source, library_, console_);
        if (!workspace) return kBad;
        const base::Errors findings = workspace::check(*workspace);
        console_.report({source}, findings);
        if (console_.form == Form::kJson) {
            std::string out;
            json::Writer write(out);
            write.begin_object().key("findings").number(static_cast<double>(findings.size()));
            write.end_object();
            console_.out(out + "\n");
        } else if (findings.empty()) {
            console_.out(console_.texts().say("cli.workspace.holds") + "\n");
        }
        return findings.empty() ? kFine : kFindings;
    }

    int list() {
        const std::string source(operand(1));
        if (source.empty()) return refuse("error.cli.no_workspace");
        const std::optional<workspace::Workspace> workspace =
            open_workspace(source, library_, console_);
        if (!workspace) return kBad;
        console_.out(console_.form == Form::kJson ? listed_json(*workspace)
                                                  : listed(*workspace, console_.texts()));
        return kFine;
    }

    // All files together are one document of the oldest version: a list of pieces.
    std::optional<json::Value> gather(std::string& source) {
        json::Value all = json::empty(json::Kind::kArray);
        for (std::size_t at = 1; at < options_.operands.size(); ++at) {
            const std::string path(options_.operands[at]);
            base::Result<std::string> bytes = read_file(path, workspace::kLimits.bytes);
            if (!bytes) return console_.report({path}, bytes.error()), std::nullopt;
            base::Result<workspace::Gathered> found = workspace::gathered(*bytes);
            if (!found) return console_.report({path}, found.error()), std::nullopt;
            if (options_.operands.size() == 2) {
                source = path;
                return std::move(found->document);
            }
            if (found->document.kind == json::Kind::kArray) {
                for (json::Value& each : found->document.elements) {
                    all.elements.push_back(std::move(each));
                }
            } else {
                all.elements.push_back(std::move(found->document));
            }
        }
        return all;
    }

    int migrate() {
        if (options_.operands.size() < 2) return refuse("error.cli.no_workspace");
        std::string source;
        std::optional<json::Value> document = gather(source);
        if (!document) return kBad;
        base::Result<workspace::Migrated> migrated =
            workspace::migrate(std::move(*document), library_, head());
        if (!migrated) return console_.report({source}, migrated.error()), kBad;
        base::Result<workspace::Workspace> after =
            workspace::read(std::move(migrated->document), library_);
        if (!after) return console_.report({source}, after.error()), kBad;
        if (migrated->done.empty()) {
            say("cli.workspace.nothing_to_migrate", {});
        } else {
            workspace::renew_releases(*after, day());
        }
        if (options_.has("--in-place") && !migrated->done.empty()) {
            return refuse("error.cli.migrate_in_place");
        }
        const int code = write(after->document, source);
        if (code != kFine) return code;
        for (const base::Error& done : migrated->done) {
            if (console_.form != Form::kJson) console_.err(console_.texts().say(done) + "\n");
        }
        return kFine;
    }

    const Options& options_;
    Console& console_;
    std::vector<workspace::Known> library_;
    std::optional<base::Date> day_;
    std::optional<int> threshold_;
};

int run_workspace(const Options& options, Console& console) {
    return Work(options, console).run();
}

}  // namespace

const Command kWorkspace = {"workspace",
                            "cli.workspace.summary",
                            "new|add KIND|threshold|check|list|migrate [WORKSPACE] [FILE...]",
                            "cli.workspace.details",
                            kMostFiles,
                            kOptions,
                            run_workspace};

}  // namespace vgap::cli
