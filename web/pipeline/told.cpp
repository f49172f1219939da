#include "web/pipeline/told.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/fixed.hpp"
#include "core/flow/parameter.hpp"
#include "core/flow/read.hpp"
#include "core/text/display.hpp"
#include "web/pages/blocks.hpp"

namespace vgap::pipeline {

namespace {

using flow::Estimate;

constexpr double kTwoErrors = 2;       // what is shown behind ±
constexpr std::size_t kMostShown = 6;  // levers before "show all"

double percent(double share) {
    return std::floor(share * 100 + 0.5);
}

// A round number of people for each line across a chart: 1, 2 or 5 times a power of ten, at most five lines.
double line_step(double most) {
    constexpr double kLines = 5;
    double step = 1;
    for (int at = 0; step * kLines < most; ++at) step *= at % 3 == 1 ? 2.5 : 2;
    return step;
}

bool is_months(std::string_view key) {
    return key.find("months") != std::string_view::npos;
}

// How far a slider goes: where almost all are, and always as far as what was there at first; the field goes further.
double slider_most(const flow::Turnable& parameter, double at_first) {
    constexpr double kUsual = 36;
    if (!is_months(parameter.key)) return parameter.most;
    return std::min(parameter.most, std::max({kUsual, std::ceil(2 * at_first), parameter.value}));
}

double two_errors(const Estimate& of) {
    return base::tenths(kTwoErrors * of.error);
}

class Told {
  public:
    Told(std::string& out, const Shown& of)
        : blocks_(out),
          simulation_(of.simulation),
          by_hand_(of.by_hand),
          scenario_(of.simulation.now()),
          futures_(of.simulation.futures()),
          texts_(of.texts),
          open_(of.open),
          refused_(of.refused),
          stage_(of.stage),
          left_out_(of.left_out),
          telling_(of.telling) {}

    void all() {
        json::Writer& out = blocks_.json();
        out.begin_object().key("id").string("flow");
        out.key("title").string(say("ui.flow.title")).key("blocks").begin_array();
        top();
        stage();
        levers();
        difference();  // below them: what appears above would push them from under a finger
        if (telling_ != Telling::kWhileItMoves || !named("buys")) buys();
        if (!named(kReasons)) explain(blocks_, texts_, by_hand_);
        named(kByHand);
        blocks_.container(
            "flow", "end", [&] { button("back", "secondary", "ui.flow.back"); }, {}, "spaced");
        out.end_array().end_object();
    }

  private:
    // Of a block that is as it was, its name is enough.
    bool named(std::string_view key) {
        if (telling_ == Telling::kAll) return false;
        blocks_.words("kept", key, {});
        return true;
    }

    using Arguments = std::initializer_list<text::Arg>;
    std::string say(const char* id, Arguments arguments = {}) const {
        return texts_.say(id, arguments);
    }
    // One of a family of messages.
    std::string say_of(const char* family, std::string_view key, Arguments arguments = {}) const {
        return texts_.say(std::string(family).append(key), arguments);
    }
    void words(const char* kind, const char* key, const char* style, const std::string& words) {
        blocks_.words(kind, key, words, style);
    }
    void text(const char* key, const char* style, const char* id, Arguments arguments = {}) {
        words("text", key, style, say(id, arguments));
    }
    void title(const char* id) { blocks_.heading("title", 2, say(id)); }
    void heads(std::initializer_list<const char*> ids) {
        blocks_.json().begin_array();
        for (const char* const id : ids) blocks_.json().string(say(id));
        blocks_.json().end_array();
    }
    void legend(const char* key, const char* id) { blocks_.heading(key, 3, say(id), "legend"); }
    std::string name_of(std::size_t stage) const {
        return text::display_line(scenario_.stages[stage].name);
    }
    // The error is rounded up: what is shown behind ± is never less than it is.
    std::string with_error(const Estimate& of) const {
        const double error = std::ceil(kTwoErrors * of.error * 10) / 10;
        if (error == 0) return about(of);
        return say("flow.with_error", {{"n", base::tenths(of.value)}, {"error", error}});
    }
    std::string about(const Estimate& of) const { return whole(base::tenths(of.value)); }
    std::string whole(double n) const { return say("flow.number", {{"n", n}}); }
    void button(const char* key, const char* style, const char* id) {
        words("button", key, style, say(id));
    }
    bool is_open(std::string_view key) const {
        return std::find(open_.begin(), open_.end(), key) != open_.end();
    }
    bool shown(const char* key, const char* show, const char* hide) {
        const bool open = is_open(key);
        blocks_.disclosure(key, say(open ? hide : show), open);
        return open;
    }

    void top() {
        blocks_.container("flow", "way", [&] { button("back", "linklike", "ui.flow.back"); });
        blocks_.heading("title", 1, say("ui.flow.title"));
        text("lede", "lede", "ui.flow.lede", {{"months", scenario_.months}});
        const flow::Tally& tally = futures_.tally();
        const Estimate seat_months = tally.seat_months.mean();
        const Estimate filled = tally.unfilled.back().share_at_most(0);
        const double error = two_errors(seat_months);
        text("finding", "say", "flow.finding",
             {{"n", base::tenths(seat_months.value)},
              {"error", error},
              {"percent", percent(filled.value)},
              {"months", scenario_.months}});
        words("text", "bottleneck", "body", bottleneck());
        if (left_out_ > 0) text("left_out", "body", "ui.flow.left_out", {{"n", left_out_}});
        text("precision", "small", "ui.flow.precision", {{"n", tally.futures}, {"error", error}});
        if (scenario_.example) text("example", "small", "flow.example");
    }

    std::string bottleneck() const {
        if (!simulation_.rests()) return say("ui.flow.looking");
        const auto found = simulation_.levers().bottleneck();
        if (!found) return say("flow.bottleneck.none");
        const flow::Path& path = scenario_.paths[found->turned.index];
        const Estimate& closed = found->difference.seat_months;
        const std::string from = name_of(path.from);
        const std::string to = name_of(path.to);
        return say("flow.bottleneck", {{"n", base::tenths(-closed.value)},
                                       {"error", two_errors(closed)},
                                       {"from", from},
                                       {"to", to}});
    }

    // As it was, now, and the difference in the same futures.
    void difference() {
        if (!simulation_.turned()) return;
        const flow::Tally& before = simulation_.futures_before().tally();
        const flow::Tally& now = futures_.tally();
        const std::vector<flow::Difference> by = simulation_.differences();
        blocks_.container("section", "difference", [&] {
            title("ui.flow.compared");
            // Said once, when it rests: whoever listens hears the new gap, and not each step to it.
            words("status", "rested", "small", simulation_.walked() ? estimate() : "");
            const auto begin = [&](const char* key, const char* title, const char* first) {
                blocks_.begin_table(key, say(title), {0.32, 0.2, 0.18, 0.3});
                heads({first, "ui.flow.as_it_was", "ui.flow.now", "ui.flow.difference"});
            };
            const auto row = [&](std::string_view name, const flow::Histogram& was,
                                 const flow::Histogram& is, const Estimate& changed) {
                blocks_.row({name, about(was.mean()), about(is.mean()), with_error(changed)});
            };
            const auto filled = [](const flow::Tally& tally) {
                return percent(tally.unfilled.back().share_at_most(0).value);
            };
            const auto of_futures = [&](double n) { return say("flow.percent", {{"n", n}}); };
            begin("table", "ui.flow.compared", "flow.column.parameter");
            row(say("flow.column.seat_months"), before.seat_months, now.seat_months,
                by.back().seat_months);
            row(say("flow.column.overdue"), before.overdue, now.overdue, by.back().overdue);
            blocks_.row({say("flow.column.filled"), of_futures(filled(before)),
                         of_futures(filled(now)),
                         say("ui.flow.points", {{"n", filled(now) - filled(before)}})});
            blocks_.end_table();
            // Who moves up leaves a seat: what is gained above may open below.
            legend("stages", "ui.flow.by_stage");
            begin("by_stage", "ui.flow.by_stage", "flow.column.stage");
            for (std::size_t s = 0; s + 1 < by.size(); ++s) {
                row(name_of(s), before.stages[s].seat_months, now.stages[s].seat_months,
                    by[s].seat_months);
            }
            blocks_.end_table();
            blocks_.container(
                "flow", "back",
                [&] {
                    if (simulation_.can_undo()) button("undo", "linklike", "ui.flow.undo");
                    button("reset", "linklike", "ui.flow.reset");
                },
                {}, "spaced");
        });
    }

    std::string estimate() const {
        const Estimate seat_months = futures_.tally().seat_months.mean();
        return say("ui.flow.rested",
                   {{"n", base::tenths(seat_months.value)}, {"error", two_errors(seat_months)}});
    }

    // From where to where a chart goes.
    struct Scale {
        double bottom, top;
        double percent(double n) const { return base::tenths(100 * (n - bottom) / (top - bottom)); }
    };
    void series(const char* name, const std::vector<std::int32_t>& of, const Scale& scale) {
        std::string values;
        for (const std::int32_t each : of) {
            json::append_number(values, std::floor(scale.percent(each) * 10 + 0.5));
            values += ' ';
        }
        blocks_.field(name, values);
    }
    void label(double at, const std::string& text) {
        blocks_.json().begin_object();
        blocks_.field("at", base::tenths(at)).field("text", text);
        blocks_.json().end_object();
    }

    // A fan over months or quarters: what eight of ten futures lie in, the middle one, and what is wanted.
    void fan(const char* key, const std::string& finding, const std::vector<flow::Histogram>& times,
             const std::vector<std::int32_t>& wanted) {
        std::vector<std::int32_t> low, middle, high;
        std::int32_t lowest = 0;
        std::int32_t highest = 1;
        for (const flow::Histogram& each : times) {
            const flow::Band band = each.band();
            low.push_back(band.p10.value);
            middle.push_back(band.p50.value);
            high.push_back(band.p90.value);
            lowest = std::min(lowest, band.p10.value);
            highest = std::max(highest, band.p90.value);
        }
        for (const std::int32_t each : wanted) highest = std::max(highest, each);
        const double step = line_step(highest - lowest);
        const Scale scale = {std::floor(lowest / step) * step, std::ceil(highest / step) * step};
        blocks_.block("plot", key, [&](json::Writer& out) {
            blocks_.field("text", finding);
            out.key("spreads").begin_array().begin_object();
            series("low", low, scale);
            series("high", high, scale);
            blocks_.field("color", "accent");
            out.end_object().end_array().key("curves").begin_array().begin_object();
            series("values", middle, scale);
            blocks_.field("color", "accent");
            out.end_object();
            if (!wanted.empty()) {
                out.begin_object();
                series("values", wanted, scale);
                blocks_.field("color", "need");
                out.key("dashed").boolean(true).end_object();
            }
            out.end_array().key("left").begin_array();
            for (double line = scale.bottom; line <= scale.top + step / 2; line += step) {
                label(scale.percent(line), whole(line));
            }
            out.end_array().key("below").begin_array();
            const int last = scenario_.months;
            const bool quarters = times.size() <= static_cast<std::size_t>(last);
            constexpr int kEvery = 6;
            label(0, quarters ? quarter(1) : say("ui.flow.today"));
            for (int month = kEvery; !quarters && month + kEvery / 2 <= last; month += kEvery) {
                label(100.0 * month / last, whole(month));
            }
            label(100, quarters ? quarter(times.size()) : say("ui.flow.months", {{"n", last}}));
            out.end_array();
        });
    }
    std::string quarter(std::size_t n) const { return say("flow.column.quarter", {{"n", n}}); }
    // The same in a sentence that says where it ends.
    void fan_of(const char* id, const char* key, const char* fan_key,
                const std::vector<flow::Histogram>& times, std::size_t last,
                const std::vector<std::int32_t>& wanted) {
        const std::string name = name_of(stage_);
        const flow::Band band = times.back().band();
        const std::string finding = say(id, {{"n", band.p50.value},
                                             {"low", band.p10.value},
                                             {"high", band.p90.value},
                                             {"stage", name},
                                             {"at", last}});
        words("text", key, "body", finding);
        fan(fan_key, finding, times, wanted);
    }

    void stage() {
        blocks_.container("section", "stage", [&] {
            title("ui.flow.stage.title");
            if (scenario_.stages.size() > 1) {
                blocks_.container(
                    "group", "which",
                    [&] {
                        blocks_.container(
                            "flow", "stages",
                            [&] {
                                for (std::size_t s = 0; s < scenario_.stages.size(); ++s) {
                                    blocks_.block("aside", std::string(kStage) + std::to_string(s),
                                                  [&](json::Writer& out) {
                                                      out.key("text").string(name_of(s));
                                                      out.key("checked").boolean(s == stage_);
                                                  });
                                }
                            },
                            {}, "aside");
                    },
                    say("ui.flow.stage.which"));
            }
            const flow::StageTally& tally = futures_.tally().stages[stage_];
            const flow::Plan& plan = futures_.plan();
            const int last = scenario_.months;
            std::vector<std::int32_t> seats;
            for (int month = 0; month <= last; ++month)
                seats.push_back(plan.seats_at(month, stage_));
            const flow::Band people = tally.people.back().band();
            const bool sure = people.p10.value == people.p90.value;
            const std::string name = name_of(stage_);
            const std::string finding = say(sure ? "ui.flow.people.sure" : "ui.flow.people.finding",
                                            {{"n", people.p50.value},
                                             {"low", people.p10.value},
                                             {"high", people.p90.value},
                                             {"stage", name},
                                             {"month", last},
                                             {"seats", seats.back()}});
            legend("people", "ui.flow.people.title");
            words("text", "finding", "body", finding);
            fan("fan", finding, tally.people, seats);
            text("key", "small", "ui.flow.people.key");
            if (!plan.stages[stage_].in.empty()) bench(tally);
            if (shown("show.months", "ui.flow.months.show", "ui.flow.months.hide"))
                months(tally, seats);
        });
    }

    void bench(const flow::StageTally& tally) {
        legend("bench", "ui.flow.bench.title");
        fan_of("ui.flow.bench.finding", "bench_finding", "bench_fan", tally.bench,
               tally.bench.size() - 1, {});
        legend("velocity", "ui.flow.gap.title");
        // As many made ready as seats opened is a line of its own.
        if (const std::size_t quarters = tally.gap.size(); quarters > 1) {
            fan_of("ui.flow.gap.finding", "gap_finding", "gap_fan", tally.gap, quarters,
                   std::vector<std::int32_t>(quarters));
            text("gap_key", "small", "ui.flow.gap.key");
        }
        blocks_.begin_table("velocity_table", say("ui.flow.gap.title"), {0.26, 0.22, 0.21, 0.31});
        heads({"ui.flow.quarter", "ui.flow.demand", "ui.flow.supply", "ui.flow.gap"});
        for (std::size_t q = 0; q < tally.demand.size(); ++q) {
            blocks_.row({quarter(q + 1), about(tally.demand[q].mean()),
                         about(tally.supply[q].mean()), with_error(tally.gap[q].mean())});
        }
        blocks_.end_table();
        const flow::Quantile lag = tally.lag.quantile(0.5);
        text("lag", "body", lag.value > 0 ? "ui.flow.lag" : "ui.flow.lag.none", {{"n", lag.value}});
    }

    void months(const flow::StageTally& tally, const std::vector<std::int32_t>& seats) {
        blocks_.begin_table("months", say("ui.flow.people.title"), {0.2, 0.2, 0.35, 0.25});
        heads({"ui.flow.month", "ui.flow.seats", "ui.flow.people.column", "ui.flow.unfilled"});
        for (std::size_t month = 0; month < seats.size(); ++month) {
            const flow::Band people = tally.people[month].band();
            const std::string range = say(
                "flow.range",
                {{"n", people.p50.value}, {"low", people.p10.value}, {"high", people.p90.value}});
            blocks_.row({whole(static_cast<double>(month)), whole(seats[month]), range,
                         with_error(tally.unfilled[month].mean())});
        }
        blocks_.end_table();
    }

    std::string subject(const flow::Turnable& of) const {
        if (of.owner == flow::Owner::kStage) return name_of(of.index);
        const flow::Path& path = scenario_.paths[of.index];
        return say("flow.path", {{"from", name_of(path.from)}, {"to", name_of(path.to)}});
    }

    // A slider and a field for each number, by what it is of: paths first.
    void levers() {
        const std::vector<flow::Turnable> all = flow::turnables_of(scenario_);
        const std::vector<flow::Turnable> first = flow::turnables_of(simulation_.before());
        blocks_.container("section", "levers", [&] {
            title("ui.flow.levers");
            text("how", "body", "ui.flow.levers.how");
            for (std::size_t at = 0; at < all.size();) {
                const flow::Turnable& head = all[at];
                const std::string key = "show." + flow::name_of(scenario_, head);
                std::size_t end = at;
                while (end < all.size() && all[end].owner == head.owner &&
                       all[end].index == head.index) {
                    ++end;
                }
                const bool open = at == 0 || is_open(key);  // the first one always
                const std::string around = "has" + key;
                if (open || telling_ != Telling::kWhileItMoves || !named(around)) {
                    blocks_.container("section", around, [&] {
                        if (at > 0) blocks_.disclosure(key, subject(head), open);
                        if (!open) return;
                        blocks_.container(
                            "group", "of" + key,
                            [&] {
                                for (; at < end; ++at) lever(all[at], first[at].value);
                                // Whoever turns one looks here, and not at the top of the page.
                                words("text", "now", "body", estimate());
                            },
                            subject(head));
                    });
                }
                at = end;
            }
        });
    }

    void lever(const flow::Turnable& of, double at_first) {
        const std::string name = flow::name_of(scenario_, of);
        const std::string label = say_of("ui.flow.lever.", of.key);
        const double shown_value = base::tenths(of.value);
        const std::string source =
            say_of("flow.source.", flow::kOrigins[static_cast<std::size_t>(of.origin)]);
        const std::string value = is_months(of.key) ? say("ui.flow.months", {{"n", shown_value}})
                                                    : say("flow.percent", {{"n", shown_value}});
        const auto refused = std::find_if(refused_.begin(), refused_.end(),
                                          [&](const auto& each) { return each.first == name; });
        blocks_.block("lever", std::string(kTurn) + name, [&](json::Writer&) {
            blocks_.field("text", label);
            blocks_.field("said", say("ui.flow.said", {{"value", value}, {"source", source}}));
            blocks_.field("value", of.value).field("least", of.least).field("step", 1);
            blocks_.field("most", slider_most(of, at_first));
            blocks_.field("typed", refused == refused_.end() ? whole(shown_value)
                                                             : text::display_line(refused->second));
        });
        if (refused == refused_.end()) return;
        blocks_.words("status", "refused." + name,
                      say("ui.flow.refused", {{"least", of.least}, {"most", of.most}}), "small");
    }

    // What each lever buys, once it is known.
    void buys() {
        blocks_.container("section", "buys", [&] {
            title("flow.levers");
            const std::vector<flow::Lever>& ranked = simulation_.bought();
            text("finding", "body", simulation_.rests() ? "ui.flow.buys" : "ui.flow.looking");
            if (ranked.empty()) return;
            double most = 1;
            for (const flow::Lever& each : ranked) {
                most = std::max(most, std::fabs(each.difference.seat_months.value) +
                                          kTwoErrors * each.difference.seat_months.error);
            }
            const bool all = is_open("show.buys");
            const std::size_t count = all ? ranked.size() : std::min(kMostShown, ranked.size());
            blocks_.container(
                "figure", "rows",
                [&] {
                    for (std::size_t at = 0; at < count; ++at) buy(ranked[at], most);
                },
                say("flow.levers"));
            if (ranked.size() > kMostShown)
                shown("show.buys", "ui.flow.buys.all", "ui.flow.buys.fewer");
        });
    }

    void buy(const flow::Lever& lever, double most) {
        const Estimate closed{-lever.difference.seat_months.value,
                              lever.difference.seat_months.error};
        const auto share = [most](double x) {
            return base::tenths(std::clamp(100 * x / most, 0.0, 100.0));
        };
        const std::string of = subject(lever.turned);
        const std::string label = say_of("flow.parameter.", lever.turned.key, {{"of", of}});
        const std::string finding = say("ui.flow.buy", {{"n", base::tenths(closed.value)},
                                                        {"error", two_errors(closed)},
                                                        {"from", base::tenths(lever.turned.value)},
                                                        {"to", base::tenths(lever.to)}});
        blocks_.block("bar", "buy." + flow::name_of(scenario_, lever.turned),
                      [&](json::Writer& out) {
                          const double error = kTwoErrors * closed.error;
                          blocks_.field("text", label).field("finding", finding);
                          blocks_.field("value", about(closed));
                          out.key("marks").begin_array();
                          blocks_.mark("line", 0, 100, "line");
                          blocks_.mark("bar", 0, share(closed.value), "accent");
                          blocks_.mark("range", share(closed.value - error),
                                       share(closed.value + error), "need");
                          out.end_array();
                      });
    }

    pages::Blocks blocks_;
    const Simulation& simulation_;
    const ByHand& by_hand_;
    const flow::Scenario& scenario_;
    const flow::Futures& futures_;
    const text::Catalogue& texts_;
    const std::vector<std::string>& open_;
    const Refused& refused_;
    std::size_t stage_;
    std::size_t left_out_;
    Telling telling_;
};

}  // namespace

std::string told(const Shown& of) {
    std::string out;
    Told(out, of).all();
    return out;
}

}  // namespace vgap::pipeline
