// cli/readiness — candidates by what several raters saw of them, one by one and beside each other.

#include "core/report/readiness.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>

#include "core/export/html.hpp"
#include "core/export/markdown.hpp"
#include "core/export/readiness_json.hpp"
#include "core/export/tables_csv.hpp"
#include "core/json/parse.hpp"
#include "core/readiness/assess.hpp"
#include "core/readiness/release_read.hpp"
#include "core/readiness/slate.hpp"
#include "core/report/rater_form.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/embedded.hpp"
#include "tools/cli/format_names.hpp"
#include "tools/cli/input.hpp"
#include "tools/cli/source.hpp"

namespace vgap::cli {

namespace {

using instrument::Instrument;
using readiness::Assessment;
using readiness::CandidateRelease;
using readiness::Rating;
using readiness::Rules;

constexpr OptionRow kOptions[] = {
    {"--instrument", Takes::kValue, "FILE", "cli.readiness.instrument"},
    {"--rules", Takes::kValue, "FILE", "cli.readiness.rules"},
    {"--role", Takes::kValue, "ID", "cli.readiness.role"},
    {"--candidate", Takes::kValues, "ID", "cli.readiness.candidate"},
    {"--slate", Takes::kNothing, "", "cli.readiness.slate"},
    {"--earlier-release", Takes::kValue, "FILE", "cli.readiness.earlier_release"},
    {"--format", Takes::kValue, "FORMAT", "cli.readiness.format"},
    {"--language", Takes::kValue, "TAG", "cli.readiness.language"},
    {"--json", Takes::kNothing, "", "cli.readiness.json"},
};

constexpr std::string_view kShipped = "leadership-readiness";
constexpr std::size_t kMostRatings = 64u << 20;  // bytes
constexpr json::Limits kReleaseLimits = {.bytes = 64u << 20, .depth = 64, .values = 1u << 23};

std::optional<Rules> rules_for(const Source& source, const Instrument& instrument,
                               const Options& options, Console& console) {
    std::string name(options.value("--rules"));
    std::string bytes;
    const EmbeddedFile* const own =
        find_embedded("instruments/" + std::string(source.name) + "/readiness.json");
    if (name.empty() && source.is_embedded && own != nullptr) {
        name = own->path;
        bytes = own->bytes;
    } else {
        if (name.empty()) {
            name = source.name.substr(0, source.name.rfind('/') + 1) + "readiness.json";
        }
        base::Result<std::string> read = read_file(name);
        if (!read) {
            console.report({name}, read.error());
            return std::nullopt;
        }
        bytes = std::move(*read);
    }
    base::Result<Rules> rules = readiness::read_rules(instrument, bytes);
    if (rules) return std::move(*rules);
    console.report({name}, rules.error());
    return std::nullopt;
}

// All ratings of a file, or every fault of it.
class Reading {
  public:
    Reading(const Instrument& instrument, const Rules& rules, std::string path, Console& console)
        : instrument_(instrument), rules_(rules), path_(std::move(path)), console_(console) {}

    std::optional<std::vector<Rating>> run() {
        const base::Result<std::string> bytes = read_file(path_, kMostRatings);
        if (!bytes) {
            refuse(0, bytes.error());
            return std::nullopt;
        }
        const std::size_t first = bytes->find_first_not_of("\xEF\xBB\xBF \t\r\n");
        if (first != std::string::npos && (*bytes)[first] == '{') {
            read_lines(*bytes);
        } else {
            base::Result<std::vector<Rating>> table =
                readiness::read_rating_table(instrument_, rules_, *bytes);
            if (table) {
                ratings_ = std::move(*table);
            } else {
                refuse(0, table.error());
            }
        }
        for (const readiness::Fault& fault : readiness::faults_between(rules_, ratings_)) {
            refuse(fault.line, {fault.error});
        }
        if (good_ && ratings_.empty()) refuse(0, {{"error.readiness.no_ratings", "", {}}});
        if (!good_) return std::nullopt;
        return std::move(ratings_);
    }

  private:
    void read_lines(std::string_view text) {
        for (std::size_t line = 1; !text.empty(); ++line) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            const std::string_view own = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            if (own.find_first_not_of("\xEF\xBB\xBF \t\r") == own.npos) continue;
            const base::Result<json::Value> document = json::parse(own);
            if (!document) {
                refuse(line, document.error());
                continue;
            }
            base::Result<Rating> rating = readiness::read_rating(instrument_, rules_, *document);
            if (!rating) {
                refuse(line, rating.error());
                continue;
            }
            rating->line = line;
            ratings_.push_back(std::move(*rating));
        }
    }

    void refuse(std::size_t line, base::Errors errors) {
        good_ = false;
        for (base::Error& error : errors) {
            // A fault of one line's text is told as line:column; the line is that of the file.
            const bool names_line =
                line > 0 && !error.where.empty() && error.where[0] >= '0' && error.where[0] <= '9';
            if (names_line) {
                error.where = std::to_string(line) + error.where.substr(error.where.find(':'));
            }
            console_.report({path_, line}, error);
        }
    }

    const Instrument& instrument_;
    const Rules& rules_;
    std::string path_;
    Console& console_;
    std::vector<Rating> ratings_;
    bool good_ = true;
};

std::optional<readiness::Release> earlier_release(const Instrument& instrument, const Rules& rules,
                                                  const Options& options, Console& console) {
    if (!options.has("--earlier-release")) return readiness::Release();
    const std::string path(options.value("--earlier-release"));
    const base::Result<std::string> bytes = read_file(path, kReleaseLimits.bytes);
    if (!bytes) {
        console.report({path}, bytes.error());
        return std::nullopt;
    }
    const base::Result<json::Value> document = json::parse(*bytes, kReleaseLimits);
    if (!document) {
        console.report({path}, document.error());
        return std::nullopt;
    }
    base::Result<readiness::Release> release =
        readiness::read_release(instrument, rules, *document);
    if (release) return std::move(*release);
    console.report({path}, release.error());
    return std::nullopt;
}

using ByCandidate = std::map<std::string, std::vector<const Rating*>, std::less<>>;

// Those that are asked for, or all; nothing after reporting one that nobody rated.
std::optional<ByCandidate> candidates_of(const std::vector<Rating>& ratings, const Options& options,
                                         Console& console) {
    ByCandidate all;
    for (const Rating& rating : ratings) all[rating.candidate].push_back(&rating);
    if (!options.has("--candidate")) return all;
    ByCandidate asked;
    for (const std::string& id : options.values("--candidate")) {
        const auto found = all.find(id);
        if (found != all.end()) {
            asked.insert(*found);
            continue;
        }
        std::string known;
        for (const auto& each : all) (known += known.empty() ? "" : ", ") += each.first;
        console.report(
            {}, base::Error{
                    "error.readiness.unknown_candidate", "", {{"found", id}, {"known", known}}});
        return std::nullopt;
    }
    return asked;
}

constexpr std::string_view kFormats[] = {"json", "markdown", "html", "csv"};

// The interface's texts with the instrument's, in the language that is asked for.
std::optional<text::Catalogue> texts_of(const Source& source, const Instrument& instrument,
                                        const Options& options, Console& console) {
    const auto files = read_texts(source, instrument, {}, console);
    if (!files) return std::nullopt;
    const std::string_view language =
        options.has("--language") ? options.value("--language") : console.texts().language();
    const auto spoken = find_language(language, source, *files, console);
    if (!spoken) return std::nullopt;
    text::Catalogue texts = *text::Catalogue::read(spoken->interface_bytes);
    texts.add(spoken->own->catalogue);
    return texts;
}

constexpr std::string_view kForm = "form";
constexpr std::string_view kFormFormats[] = {"markdown", "html"};

int refuse_format(std::string_view found, std::string_view known, Console& console) {
    console.report({}, base::Error{"error.cli.unknown_format",
                                   "",
                                   {{"found", std::string(found)}, {"known", std::string(known)}}});
    return kBad;
}

// What the raters of one role are handed.
int run_form(const Options& options, Console& console) {
    const std::string_view format =
        options.has("--format") ? format_named(options.value("--format")) : kFormFormats[0];
    if (std::find(std::begin(kFormFormats), std::end(kFormFormats), format) ==
        std::end(kFormFormats)) {
        return refuse_format(format, "markdown, html", console);
    }
    const std::optional<Source> source = open_source(
        options.has("--instrument") ? options.value("--instrument") : kShipped, console);
    if (!source) return kBad;
    const std::optional<Instrument> instrument = read_instrument(*source, console);
    if (!instrument) return kBad;
    const std::optional<text::Catalogue> texts = texts_of(*source, *instrument, options, console);
    if (!texts) return kBad;
    const std::optional<Rules> rules = rules_for(*source, *instrument, options, console);
    if (!rules) return kBad;
    const auto role = std::find_if(
        rules->roles.begin(), rules->roles.end(),
        [&](const readiness::Role& each) { return each.id == options.value("--role"); });
    if (role == rules->roles.end()) {
        std::string known;
        for (const readiness::Role& each : rules->roles) {
            (known += known.empty() ? "" : ", ") += each.id;
        }
        console.report(
            {}, base::Error{"error.readiness.unknown_form_role",
                            "",
                            {{"found", std::string(options.value("--role"))}, {"known", known}}});
        return kBad;
    }
    const report::Report form = report::write_rater_form(
        *instrument, *rules, *texts, static_cast<readiness::Index>(role - rules->roles.begin()));
    std::string out;
    if (format == kFormFormats[0]) {
        export_::append_markdown(out, form);
    } else {
        export_::append_html(out, form, texts->language());
    }
    console.out(out);
    return kFine;
}

int run(const Options& options, Console& console) {
    if (!options.operands.empty() && options.operands[0] == kForm) {
        return run_form(options, console);
    }
    const std::string path(options.operands.empty() ? "-" : options.operands[0]);
    const std::string_view name =
        options.has("--instrument") ? options.value("--instrument") : kShipped;
    const std::string_view format =
        options.has("--format") ? format_named(options.value("--format")) : kFormats[0];
    if (std::find(std::begin(kFormats), std::end(kFormats), format) == std::end(kFormats)) {
        return refuse_format(format, "json, markdown, html, csv", console);
    }
    const std::optional<Source> source = open_source(name, console);
    if (!source) return kBad;
    const std::optional<Instrument> instrument = read_instrument(*source, console);
    if (!instrument) return kBad;
    std::optional<text::Catalogue> texts;
    if (format != kFormats[0]) {
        texts = texts_of(*source, *instrument, options, console);
        if (!texts) return kBad;
    }
    const std::optional<Rules> rules = rules_for(*source, *instrument, options, console);
    if (!rules) return kBad;
    const auto earlier = earlier_release(*instrument, *rules, options, console);
    const auto ratings = Reading(*instrument, *rules, path, console).run();
    if (!earlier || !ratings) return kBad;
    const auto candidates = candidates_of(*ratings, options, console);
    if (!candidates) return kBad;

    // What was once told of a candidate is kept, also when the candidate is not asked for today.
    std::map<std::string, CandidateRelease, std::less<>> told;
    for (const CandidateRelease& each : earlier->candidates) told[each.id] = each;
    std::vector<Assessment> assessments;
    for (const auto& [id, own] : *candidates) {
        CandidateRelease release = readiness::renew(*instrument, *rules, own, earlier->find(id));
        assessments.push_back(readiness::assess(*instrument, *rules, own, release));
        told[id] = std::move(release);
    }
    std::vector<CandidateRelease> releases;
    for (auto& each : told) releases.push_back(std::move(each.second));
    std::optional<readiness::Slate> slate;
    if (options.has("--slate")) {
        slate = readiness::compare_slate(*instrument, *rules, assessments, *ratings, releases);
    }
    const readiness::Slate* const beside = slate ? &*slate : nullptr;
    std::string out;
    if (texts) {
        const report::Report report =
            report::write_readiness({*instrument, *rules, *texts, assessments, releases, beside});
        if (format == "html") {
            export_::append_html(out, report, texts->language());
        } else if (format == "csv") {
            export_::append_tables_csv(out, report);
        } else {
            export_::append_markdown(out, report);
        }
        console.out(out);
        return kFine;
    }
    export_::append_readiness(out, {*instrument, *rules, assessments, beside, releases});
    console.out(out + "\n");
    return kFine;
}

}  // namespace

const Command kReadiness = {
    "readiness", "cli.readiness.summary", "[form|RATINGS]", "cli.readiness.details", 1, kOptions,
    run};

}  // namespace vgap::cli
