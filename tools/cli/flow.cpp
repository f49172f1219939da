// cli/flow — a pipeline's gap in people and months: many futures of a scenario, two scenarios in the same futures, what each
// parameter would buy, a grid of them.

#include "core/report/flow.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "core/base/fixed.hpp"
#include "core/base/number.hpp"
#include "core/export/csv.hpp"
#include "core/export/flow_json.hpp"
#include "core/export/html.hpp"
#include "core/export/markdown.hpp"
#include "core/flow/turned.hpp"
#include "core/json/write.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/embedded.hpp"
#include "tools/cli/flow_estimate.hpp"
#include "tools/cli/flow_source.hpp"
#include "tools/cli/flow_walk.hpp"
#include "tools/cli/progress.hpp"
#include "tools/cli/threads.hpp"

namespace vgap::cli {

namespace {

constexpr OptionRow kOptions[] = {
    {"--paths", Takes::kValue, "N", "cli.flow.paths"},
    {"--seed", Takes::kValue, "N", "cli.flow.seed"},
    {"--threads", Takes::kValue, "N", "cli.flow.threads"},
    {"--months", Takes::kValue, "N", "cli.flow.months"},
    {"--set", Takes::kValues, "NAME=VALUE", "cli.flow.set"},
    {"--vary", Takes::kValues, "NAME=A,B,C", "cli.flow.vary"},
    {"--decisions", Takes::kValue, "FILE", "cli.flow.decisions"},
    {"--as-of", Takes::kValue, "YYYY-MM-DD", "cli.flow.as_of"},
    {"--format", Takes::kValue, "FORMAT", "cli.flow.format"},
    {"--language", Takes::kValue, "TAG", "cli.flow.language"},
    {"--json", Takes::kNothing, "", "cli.flow.json"},
};

constexpr double kMostFutures = 1e6;
constexpr double kMostSeed = 9007199254740991;  // 2^53 - 1
constexpr std::uint64_t kFutures = 10'000;
constexpr std::uint64_t kFuturesEach =
    2'000;  // where there is a run for each parameter or place of a grid
constexpr std::size_t kMostPlaces = 10'000;
constexpr std::string_view kWhats[] = {"run",   "compare", "sensitivity",
                                       "sweep", "check",   "estimate"};

struct Axis {
    std::string name;
    std::vector<double> values;
};

class Flow {
  public:
    Flow(const Options& options, Console& console) : options_(options), console_(console) {}

    int run() {
        if (!options_.operands.empty()) what_ = options_.operands[0];
        if (std::find(std::begin(kWhats), std::end(kWhats), what_) == std::end(kWhats)) {
            refuse("error.cli.flow_what", {{"found", std::string(what_)}});
            return kBad;
        }
        if (!read_options() || !read_scenarios()) return kBad;
        if (what_ == "check") return check();
        if (what_ == "estimate") {
            return estimate_flow(*scenario_, options_.operands[2], options_, console_);
        }
        if (what_ == "compare") return compare();
        if (what_ == "sensitivity") return sensitivity();
        return what_ == "sweep" ? sweep() : one();
    }

  private:
    bool refuse(const char* code, std::vector<base::Argument> arguments = {}) {
        console_.report({}, base::Error{code, "", std::move(arguments)});
        return false;
    }

    bool told(const std::string& path, const base::Errors& errors) {
        console_.report({path}, errors);
        return false;
    }

    bool whole(std::string_view option, double least, double most, double& number) {
        if (!options_.has(option)) return true;
        const auto read = base::parse_number(options_.value(option));
        if (read && *read >= least && *read <= most && *read == std::floor(*read)) {
            number = *read;
            return true;
        }
        const auto text = [](double x) { return std::to_string(static_cast<long long>(x)); };
        return refuse("error.cli.flow_number", {{"option", std::string(option)},
                                                {"found", std::string(options_.value(option))},
                                                {"least", text(least)},
                                                {"most", text(most)}});
    }

    bool read_options() {
        const bool many = what_ == "sensitivity" || what_ == "sweep";
        double futures = static_cast<double>(many ? kFuturesEach : kFutures);
        double seed = 1;
        double threads = all_threads();
        if (!whole("--paths", 1, kMostFutures, futures) || !whole("--seed", 0, kMostSeed, seed) ||
            !whole("--threads", 1, kMostThreads, threads) ||
            !whole("--months", 1, flow::kMostMonths, months_)) {
            return false;
        }
        futures_ = static_cast<std::uint64_t>(futures);
        seed_ = static_cast<std::uint64_t>(seed);
        threads_ = static_cast<unsigned>(threads);
        format_ = console_.form == Form::kJson ? "json" : what_ == "sweep" ? "csv" : "md";
        if (options_.has("--format")) format_ = options_.value("--format");
        if (format_ == "markdown") format_ = "md";
        std::string known = what_ == "sweep" ? "csv, json" : "md, html, json";
        if (what_ == "run") known = "md, html, csv, json";
        if ((", " + known + ",").find(", " + std::string(format_) + ",") == std::string::npos) {
            return refuse("error.cli.unknown_format",
                          {{"found", std::string(format_)}, {"known", std::move(known)}});
        }
        if (!options_.has("--language")) return true;
        const EmbeddedFile* const file =
            find_embedded("locales/" + std::string(options_.value("--language")) + ".json");
        if (file == nullptr) {
            return refuse("error.cli.unknown_language",
                          {{"found", std::string(options_.value("--language"))},
                           {"known", "de, en, es, fr"}});
        }
        texts_ = *text::Catalogue::read(file->bytes);
        return true;
    }

    // As it could be set here: paths.ID.KEY=9.
    static std::string turned_words(const flow::Scenario& began, const flow::Scenario& now) {
        std::string words;
        for (const auto& [name, number] : flow::turned(began, now)) {
            (words += words.empty() ? "" : " ") += name;
            json::append_number(words += '=', number);
        }
        return words;
    }

    bool read_scenarios() {
        const std::vector<std::string_view>& names = options_.operands;
        if (names.size() < (what_ == "estimate" ? 3 : 2)) return refuse("error.cli.no_file");
        if (names.size() > 2 && names[1] == "-" && names[2] == "-") {
            return refuse("error.cli.stdin_twice");
        }
        auto first = open_flow(names[1], static_cast<int>(months_), console_);
        if (!first) return false;
        // Without a second file the second scenario is the first one as it was turned, with what is set.
        if (what_ == "compare") {
            const bool alone = names.size() == 2;
            if (alone && !first->is_pack && !options_.has("--set")) {
                return refuse("error.cli.no_file");
            }
            auto second = alone ? first : open_flow(names[2], static_cast<int>(months_), console_);
            if (!second) return false;
            other_ = std::move(second->now);
            if (alone) other_->name = turned_words(first->began, *other_);
        }
        scenario_ = std::move(what_ == "compare" ? first->began : first->now);
        flow::Scenario& changed = what_ == "compare" ? *other_ : *scenario_;
        bool good = true;
        for (const std::string& pair : options_.values("--set")) {
            const std::size_t equals = pair.find('=');
            const auto value = equals == std::string::npos
                                   ? std::nullopt
                                   : base::parse_number(pair.substr(equals + 1));
            if (!value) {
                good = refuse("error.cli.flow_set", {{"found", pair}});
                continue;
            }
            const auto set = flow::set_parameter(changed, pair.substr(0, equals), *value);
            if (!set) good = told("--set", set.error());
            changed.name += (changed.name.empty() ? "" : " ") + pair;
        }
        return good;
    }

    const text::Catalogue& texts() const { return texts_ ? *texts_ : console_.texts(); }

    void walk(flow::Futures& futures, WalkedSoFar& so_far) const {
        cli::walk(futures, futures_, threads_, so_far);
    }

    void walk(flow::Levers& levers, WalkedSoFar& so_far) const {
        while (levers.left() > 0) {
            cli::walk(levers.walking(), levers.futures(), threads_, so_far);
            levers.walk(0);
        }
    }

    int write(const report::Report& report) {
        std::string out;
        if (format_ == "html") {
            export_::append_html(out, report, texts().language());
        } else {
            export_::append_markdown(out, report);
        }
        console_.out(out);
        return kFine;
    }

    int one() {
        const flow::Plan plan = flow::make_plan(*scenario_);
        flow::Futures futures(plan, seed_);
        std::optional<flow::Lever> bottleneck;
        {
            Progress progress(console_, "cli.flow.progress");
            WalkedSoFar so_far([&] { progress.tick(); });
            walk(futures, so_far);
            if (format_ != "csv") {
                flow::Levers levers(*scenario_, seed_, std::min(futures_, kFuturesEach),
                                    flow::Levers::Which::kDevelopment);
                walk(levers, so_far);
                bottleneck = levers.bottleneck();
            }
        }
        const export_::Walked walked{*scenario_, futures, seed_, bottleneck};
        if (format_ == "md" || format_ == "html") {
            return write(report::write_flow(*scenario_, futures, bottleneck, texts()));
        }
        std::string out;
        if (format_ == "csv") {
            export_::append_flow_csv(out, walked);
        } else {
            export_::append_flow(out, walked);
            out += '\n';
        }
        console_.out(out);
        return kFine;
    }

    int compare() {
        const bool alike =
            std::equal(scenario_->stages.begin(), scenario_->stages.end(), other_->stages.begin(),
                       other_->stages.end(),
                       [](const flow::Stage& a, const flow::Stage& b) { return a.id == b.id; });
        if (!alike || scenario_->months != other_->months) {
            refuse("error.cli.flow_unlike");
            return kBad;
        }
        const std::uint64_t cap =
            std::max(flow::make_plan(*scenario_).leave_cap, flow::make_plan(*other_).leave_cap);
        const flow::Plan before_plan = flow::make_plan(*scenario_, flow::Mode::kPull, {}, cap);
        const flow::Plan after_plan = flow::make_plan(*other_, flow::Mode::kPull, {}, cap);
        flow::Futures before(before_plan, seed_);
        flow::Futures after(after_plan, seed_);
        before.keep_costs();
        after.keep_costs();
        {
            Progress progress(console_, "cli.flow.progress");
            WalkedSoFar so_far([&] { progress.tick(); });
            walk(before, so_far);
            walk(after, so_far);
        }
        const std::vector<flow::Difference> differences =
            flow::compare(before.costs(), after.costs(), scenario_->stages.size() + 1);
        if (format_ != "json") {
            return write(
                report::write_flow_comparison(*scenario_, *other_, differences, futures_, texts()));
        }
        std::string out;
        export_::append_flow_comparison(out, {*scenario_, before, seed_}, {*other_, after, seed_},
                                        differences);
        console_.out(out + "\n");
        return kFine;
    }

    int sensitivity() {
        flow::Levers levers(*scenario_, seed_, futures_, flow::Levers::Which::kAll);
        {
            Progress progress(console_, "cli.flow.progress");
            WalkedSoFar so_far([&] { progress.tick(); });
            walk(levers, so_far);
        }
        if (format_ != "json") {
            return write(report::write_flow_levers(*scenario_, levers, futures_, texts()));
        }
        const flow::Plan plan = flow::make_plan(*scenario_);
        flow::Futures futures(plan, seed_);
        futures.advance(futures_);
        std::string out;
        export_::append_flow_levers(out, {*scenario_, futures, seed_}, levers);
        console_.out(out + "\n");
        return kFine;
    }

    bool read_axes(std::vector<Axis>& axes) {
        std::size_t places = 1;
        for (const std::string& pair : options_.values("--vary")) {
            const std::size_t equals = pair.find('=');
            Axis axis{pair.substr(0, equals), {}};
            std::string_view rest = equals == std::string::npos
                                        ? std::string_view()
                                        : std::string_view(pair).substr(equals + 1);
            bool good = !rest.empty();
            while (good) {
                const std::size_t comma = rest.find(',');
                const auto value = base::parse_number(rest.substr(0, comma));
                good = value.has_value();
                if (good) axis.values.push_back(*value);
                if (comma == std::string_view::npos) break;
                rest.remove_prefix(comma + 1);
            }
            if (!good) return refuse("error.cli.flow_vary", {{"found", pair}});
            places *= axis.values.size();
            if (places > kMostPlaces) {
                return refuse("error.cli.flow_grid", {{"most", std::to_string(kMostPlaces)}});
            }
            axes.push_back(std::move(axis));
        }
        return !axes.empty() || refuse("error.cli.flow_vary", {{"found", ""}});
    }

    struct Place {
        std::vector<double> at;
        flow::Estimate seat_months, overdue, filled;
    };

    base::Result<flow::Scenario> scenario_at(const std::vector<Axis>& axes,
                                             const Place& place) const {
        flow::Scenario scenario = *scenario_;
        for (std::size_t axis = 0; axis < axes.size(); ++axis) {
            const auto set = flow::set_parameter(scenario, axes[axis].name, place.at[axis]);
            if (!set) return base::fail(set.error());
        }
        return scenario;
    }

    // Every place of the grid in the same futures, the last axis turning fastest.
    int sweep() {
        std::vector<Axis> axes;
        if (!read_axes(axes)) return kBad;
        std::vector<Place> places;
        std::vector<std::size_t> at(axes.size());
        for (bool more = true; more;) {
            Place& place = places.emplace_back();
            for (std::size_t axis = 0; axis < axes.size(); ++axis) {
                place.at.push_back(axes[axis].values[at[axis]]);
            }
            const auto scenario = scenario_at(axes, place);
            if (!scenario) return told("--vary", scenario.error()), kBad;
            more = false;
            for (std::size_t axis = axes.size(); axis-- > 0 && !more;) {
                more = ++at[axis] < axes[axis].values.size();
                if (!more) at[axis] = 0;
            }
        }
        Progress progress(console_, "cli.flow.progress");
        WalkedSoFar so_far([&] { progress.tick(); });
        in_threads(threads_, places.size(), [&](unsigned thread, std::size_t number) {
            Place& place = places[number];
            const flow::Plan plan = flow::make_plan(*scenario_at(axes, place));
            flow::Futures futures(plan, seed_);
            walk_alone(futures, futures_, thread, so_far);
            place.seat_months = futures.tally().seat_months.mean();
            place.overdue = futures.tally().overdue.mean();
            place.filled = futures.tally().unfilled.back().share_at_most(0);
        });
        progress.clear();
        std::string out;
        format_ == "json" ? json_of(axes, places, out) : csv_of(axes, places, out);
        console_.out(out);
        return kFine;
    }

    static void csv_of(const std::vector<Axis>& axes, const std::vector<Place>& places,
                       std::string& out) {
        for (const Axis& axis : axes) {
            export_::append_csv_text(out, axis.name);
            out += ',';
        }
        out +=
            "seat_months,seat_months_error,overdue_seats,overdue_seats_error,filled_share,"
            "filled_error\r\n";
        for (const Place& place : places) {
            for (const double each : place.at) {
                json::append_number(out, each);
                out += ',';
            }
            bool first = true;
            for (const flow::Estimate& each : {place.seat_months, place.overdue, place.filled}) {
                for (const double x : {each.value, each.error}) {
                    if (!first) out += ',';
                    first = false;
                    json::append_number(out, base::quantised(x));
                }
            }
            out += "\r\n";
        }
    }

    void json_of(const std::vector<Axis>& axes, const std::vector<Place>& places,
                 std::string& out) const {
        json::Writer write(out);
        write.begin_object().key("schema").string("flow_sweep/1");
        write.key("scenario").string(scenario_->id);
        write.key("futures").number(static_cast<double>(futures_));
        write.key("seed").string(std::to_string(seed_));
        write.key("places").begin_array();
        for (const Place& place : places) {
            write.begin_object().key("parameters").begin_object();
            for (std::size_t axis = 0; axis < axes.size(); ++axis) {
                write.key(axes[axis].name).number(place.at[axis]);
            }
            write.end_object();
            for (const auto& [name, of] : {std::pair("seat_months", &place.seat_months),
                                           std::pair("overdue_seats", &place.overdue),
                                           std::pair("filled_share", &place.filled)}) {
                write.key(name).begin_object();
                write.key("value").number(base::quantised(of->value));
                write.key("error").number(base::quantised(of->error));
                write.end_object();
            }
            write.end_object();
        }
        write.end_array().end_object();
        out += '\n';
    }

    // What the file says holds together, else it would not have been read; what is missing is a finding.
    int check() {
        base::Errors findings;
        for (std::size_t at = 0; at < scenario_->capabilities.size(); ++at) {
            const flow::Capability& each = scenario_->capabilities[at];
            if (!each.critical || !each.transition_project.empty()) continue;
            findings.push_back(
                {"error.flow.no_project",
                 "/capabilities/" + std::to_string(at),
                 {{"found", each.name}, {"stage", scenario_->stages[each.stage].name}}});
        }
        told(std::string(options_.operands[1]), findings);
        if (findings.empty() && console_.form == Form::kText) {
            console_.out(console_.texts().say("cli.flow.holds") + "\n");
        }
        return findings.empty() ? kFine : kFindings;
    }

    const Options& options_;
    Console& console_;
    std::string_view what_;
    std::string_view format_ = "md";
    std::uint64_t futures_ = kFutures;
    std::uint64_t seed_ = 1;
    unsigned threads_ = 1;
    double months_ = 0;  // 0: as the scenario says
    std::optional<text::Catalogue> texts_;
    std::optional<flow::Scenario> scenario_;
    std::optional<flow::Scenario> other_;
};

int flow_command(const Options& options, Console& console) {
    return Flow(options, console).run();
}

}  // namespace

const Command kFlow = {"flow",
                       "cli.flow.summary",
                       "run|compare|sensitivity|sweep|check|estimate SCENARIO [OTHER|PEOPLE.csv]",
                       "cli.flow.details",
                       3,
                       kOptions,
                       flow_command};

}  // namespace vgap::cli
