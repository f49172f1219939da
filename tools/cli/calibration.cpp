// cli/calibration — a calibration session's file: start it, put on record, verify its log, report.

#include "core/report/calibration.hpp"

#include <ctime>
#include <optional>
#include <string>

#include "core/calibration/keep.hpp"
#include "core/calibration/read.hpp"
#include "core/export/calibration_json.hpp"
#include "core/export/html.hpp"
#include "core/export/markdown.hpp"
#include "core/export/tables_csv.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/embedded.hpp"
#include "tools/cli/format_names.hpp"
#include "tools/cli/input.hpp"

namespace vgap::cli {

namespace {

constexpr OptionRow kOptions[] = {
    {"--head", Takes::kValue, "HASH", "cli.calibration.head"},
    {"--at", Takes::kValue, "TIME", "cli.calibration.at"},
    {"--format", Takes::kValue, "FORMAT", "cli.calibration.format"},
    {"--language", Takes::kValue, "TAG", "cli.calibration.language"},
    {"--json", Takes::kNothing, "", "cli.calibration.json"},
};

constexpr std::size_t kMostSession = 64u << 20;  // bytes

std::string now() {
    const std::time_t time = std::time(nullptr);
    char text[sizeof "2026-11-22T10:00:00Z"];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&time));
    return text;
}

class Calibration {
  public:
    Calibration(const Options& options, Console& console) : options_(options), console_(console) {}

    int run() {
        const std::string_view what = operand(0);
        if (what != "verify" && what != "report" && what != "keep") {
            return refuse("error.cli.calibration_what", {{"found", std::string(what)}});
        }
        if (options_.operands.size() < (what == "keep" ? 3u : 2u)) {
            return refuse("error.cli.no_file");
        }
        path_ = operand(1);
        const base::Result<std::string> bytes = read_file(path_, kMostSession);
        if (!bytes) return told(path_, bytes.error(), kBad);
        base::Result<calibration::Session> session = calibration::read_session(*bytes);
        if (!session) return told(path_, session.error(), kBad);
        session_ = std::move(*session);
        base::Errors faults = calibration::verify(session_);
        if (options_.has("--head") && options_.value("--head") != session_.head_hash()) {
            base::note(faults, {"error.calibration.other_head",
                                "/log",
                                {{"found", session_.head_hash()},
                                 {"expected", std::string(options_.value("--head"))}}});
        }
        // What does not hold is neither reported from nor written to.
        if (!faults.empty()) return told(path_, faults, kFindings);
        if (what == "keep") return keep();
        return what == "report" ? report() : verified();
    }

  private:
    std::string_view operand(std::size_t at) const {
        return at < options_.operands.size() ? options_.operands[at] : std::string_view();
    }

    int refuse(const char* code, std::vector<base::Argument> arguments = {}) {
        console_.report({}, base::Error{code, "", std::move(arguments)});
        return kBad;
    }

    int told(const std::string& path, const base::Errors& errors, int code) {
        console_.report({path}, errors);
        return code;
    }

    int verified() {
        std::string out;
        if (console_.form == Form::kJson) {
            json::Writer write(out);
            write.begin_object().key("entries").number(static_cast<double>(session_.log.size()));
            write.key("locked").boolean(session_.locked());
            write.key("hash").string(session_.head_hash()).end_object();
        } else {
            out = console_.texts().say(
                session_.locked() ? "cli.calibration.holds_locked" : "cli.calibration.holds",
                {{"n", session_.log.size()}, {"hash", session_.head_hash()}});
        }
        console_.out(out + "\n");
        return kFine;
    }

    int keep() {
        const std::string path(operand(2));
        if (path_ == "-" && path == "-") return refuse("error.cli.stdin_twice");
        const base::Result<std::string> bytes = read_file(path);
        if (!bytes) return told(path, bytes.error(), kBad);
        base::Result<calibration::Change> change = calibration::read_change(*bytes);
        if (!change) return told(path, change.error(), kBad);
        if (options_.has("--at")) change->at = options_.value("--at");
        if (change->at.empty()) change->at = now();
        const base::Result<bool> kept = calibration::keep(session_, std::move(*change));
        if (!kept) return told(path, kept.error(), kBad);
        std::string out;
        calibration::append_session(out, session_);
        console_.out(out);
        return kFine;
    }

    int report() {
        const std::string_view format =
            options_.has("--format")
                ? format_named(options_.value("--format"))
                : std::string_view(console_.form == Form::kJson ? "json" : "markdown");
        std::optional<text::Catalogue> texts;
        if (options_.has("--language")) {
            const EmbeddedFile* const file =
                find_embedded("locales/" + std::string(options_.value("--language")) + ".json");
            if (file == nullptr) {
                return refuse("error.cli.unknown_language",
                              {{"found", std::string(options_.value("--language"))},
                               {"known", "de, en, es, fr"}});
            }
            texts = *text::Catalogue::read(file->bytes);
        }
        const text::Catalogue& spoken = texts ? *texts : console_.texts();
        std::string out;
        if (format == "json") {
            export_::append_calibration(out, session_);
            out += '\n';
        } else if (format == "markdown") {
            export_::append_markdown(out, report::write_calibration(session_, spoken));
        } else if (format == "csv") {
            export_::append_tables_csv(out, report::write_calibration(session_, spoken));
        } else if (format == "html") {
            export_::append_html(out, report::write_calibration(session_, spoken),
                                 spoken.language());
        } else {
            return refuse("error.cli.unknown_format",
                          {{"found", std::string(format)}, {"known", "markdown, html, csv, json"}});
        }
        console_.out(out);
        return kFine;
    }

    const Options& options_;
    Console& console_;
    std::string path_;
    calibration::Session session_;
};

int calibration_command(const Options& options, Console& console) {
    return Calibration(options, console).run();
}

}  // namespace

const Command kCalibration = {"calibration",
                              "cli.calibration.summary",
                              "verify|report|keep SESSION [CHANGE]",
                              "cli.calibration.details",
                              3,
                              kOptions,
                              calibration_command};

}  // namespace vgap::cli
