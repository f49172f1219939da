#include "web/pipeline/page.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/number.hpp"
#include "core/flow/parameter.hpp"
#include "core/flow/read.hpp"
#include "core/flow/turned.hpp"
#include "core/json/parse.hpp"
#include "core/text/display.hpp"
#include "web/app/sentences.hpp"
#include "web/pages/blocks.hpp"
#include "web/pipeline/explained.hpp"

namespace vgap::pipeline {

namespace {

using flow::Estimate;
using Refused = std::vector<std::pair<std::string, std::string>>;

constexpr double kTwoErrors = 2;       // what is shown behind ±
constexpr std::size_t kMostShown = 6;  // levers before "show all"
// Then the parameter's name; "!" at the end: typed, not slid.
constexpr std::string_view kTurn = "turn.";
constexpr std::string_view kStage = "stage.";  // then the stage's number

double tenths(double x) {
    return std::floor(x * 10 + 0.5) / 10 + 0.0;
}

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

// As a reader may type it: 2.5 or 2,5.
std::optional<double> typed_number(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    return base::parse_number(text);
}

// The stage whose seats stay empty longest, of those that people come to from below, if there are any.
std::size_t widest(const flow::Futures& futures) {
    const auto rank = [&futures](std::size_t stage) {
        return std::pair(!futures.plan().stages[stage].in.empty(),
                         futures.tally().stages[stage].seat_months.mean().value);
    };
    std::size_t worst = 0;
    for (std::size_t s = 1; s < futures.plan().stages.size(); ++s) {
        if (rank(s) > rank(worst)) worst = s;
    }
    return worst;
}

}  // namespace

std::unique_ptr<Page> Page::open(std::string_view scenario, std::string_view texts,
                                 std::string_view turned, std::string& problems) {
    auto read = flow::read_scenario(scenario);
    auto spoken = text::Catalogue::read(texts);
    if (!read || !spoken) {
        // Without texts nothing of the scenario could be said.
        app::append_problems(problems, spoken ? *spoken : text::Catalogue(),
                             spoken ? read.error() : spoken.error());
        return nullptr;
    }
    std::unique_ptr<Page> page(new Page(std::move(*read)));
    page->texts_ = std::move(*spoken);
    if (const auto before = json::parse(turned)) {
        flow::Scenario now = page->simulation_.now();
        page->left_out_ = flow::turn(now, flow::turned_in(*before)).size();
        page->simulation_.begin_with(std::move(now));
    }
    return page;
}

bool Page::speak(std::string_view texts, std::string& problems) {
    auto spoken = text::Catalogue::read(texts);
    if (!spoken) {
        app::append_problems(problems, texts_, spoken.error());
        return false;
    }
    texts_ = std::move(*spoken);
    return true;
}

bool Page::act(std::string_view key, std::string_view value) {
    if (key == "undo") {
        simulation_.undo();
        refused_.clear();
    } else if (key == "reset") {
        simulation_.reset();
        refused_.clear();
    } else if (key.starts_with(kTurn)) {
        key.remove_prefix(kTurn.size());
        if (key.ends_with('!')) key.remove_suffix(1);
        const std::string name(key);
        const auto number = typed_number(std::string(value));
        std::erase_if(refused_, [&](const auto& each) { return each.first == name; });
        if (!number || !simulation_.turn(name, *number)) refused_.emplace_back(name, value);
    } else if (key.starts_with(kStage)) {
        const auto stage = base::parse_number(key.substr(kStage.size()));
        if (!stage || *stage >= static_cast<double>(simulation_.now().stages.size())) return false;
        stage_ = static_cast<std::size_t>(*stage);
        chosen_ = true;
    } else if (key.starts_with("show.")) {
        std::erase(open_, key);
        if (!value.empty()) open_.emplace_back(key);
    } else {
        return false;
    }
    return true;
}

std::string Page::turned() const {
    std::string out;
    json::Writer write(out);
    write.begin_object();
    for (const auto& [name, number] : flow::turned(simulation_.before(), simulation_.now())) {
        write.key(name).number(number);
    }
    write.end_object();
    return out;
}

namespace {

// What Page::page writes, part by part.
class Told {
  public:
    Told(std::string& out, const Simulation& simulation, const ByHand& by_hand,
         const text::Catalogue& texts, const std::vector<std::string>& open, const Refused& refused,
         std::size_t stage, std::size_t left_out)
        : blocks_(out),
          simulation_(simulation),
          by_hand_(by_hand),
          scenario_(simulation.now()),
          futures_(simulation.futures()),
          texts_(texts),
          open_(open),
          refused_(refused),
          stage_(stage),
          left_out_(left_out) {}

    void all() {
        json::Writer& out = blocks_.json();
        out.begin_object().key("id").string("flow");
        out.key("title").string(say("ui.flow.title")).key("blocks").begin_array();
        top();
        stage();
        levers();
        difference();  // below them: what appears above would push them from under a finger
        buys();
        explain(blocks_, texts_, by_hand_);
        blocks_.container(
            "flow", "end", [&] { button("back", "secondary", "ui.flow.back"); }, {}, "spaced");
        out.end_array().end_object();
    }

  private:
    std::string say(std::string_view id, std::initializer_list<text::Arg> arguments = {}) const {
        return texts_.say(id, arguments);
    }
    std::string name_of(std::size_t stage) const {
        return text::display_line(scenario_.stages[stage].name);
    }
    // The error is rounded up: what is shown behind ± is never less than it is.
    std::string with_error(const Estimate& of) const {
        const double error = std::ceil(kTwoErrors * of.error * 10) / 10;
        if (error == 0) return about(of);
        return say("flow.with_error", {{"n", tenths(of.value)}, {"error", error}});
    }
    std::string about(const Estimate& of) const { return whole(tenths(of.value)); }
    std::string whole(double n) const { return say("flow.number", {{"n", n}}); }
    void button(std::string_view key, std::string_view style, std::string_view id) {
        blocks_.words("button", key, say(id), style);
    }
    bool is_open(std::string_view key) const {
        return std::find(open_.begin(), open_.end(), key) != open_.end();
    }
    bool shown(std::string_view key, std::string_view show, std::string_view hide) {
        const bool open = is_open(key);
        blocks_.disclosure(key, say(open ? hide : show), open);
        return open;
    }

    void top() {
        blocks_.container("flow", "way", [&] { button("back", "linklike", "ui.flow.back"); });
        blocks_.heading("title", 1, say("ui.flow.title"));
        blocks_.words("text", "lede", say("ui.flow.lede", {{"months", scenario_.months}}), "lede");
        const flow::Tally& tally = futures_.tally();
        const Estimate seat_months = tally.seat_months.mean();
        const Estimate filled = tally.unfilled.back().share_at_most(0);
        blocks_.words("text", "finding",
                      say("flow.finding", {{"n", tenths(seat_months.value)},
                                           {"error", tenths(kTwoErrors * seat_months.error)},
                                           {"percent", percent(filled.value)},
                                           {"months", scenario_.months}}),
                      "say");
        blocks_.words("text", "bottleneck", bottleneck(), "body");
        if (left_out_ > 0) {
            blocks_.words("text", "left_out",
                          say("ui.flow.left_out", {{"n", static_cast<double>(left_out_)}}), "body");
        }
        blocks_.words("text", "precision",
                      say("ui.flow.precision", {{"n", tally.futures},
                                                {"error", tenths(kTwoErrors * seat_months.error)}}),
                      "small");
        if (scenario_.example) blocks_.words("text", "example", say("flow.example"), "small");
    }

    std::string bottleneck() const {
        if (!simulation_.rests()) return say("ui.flow.looking");
        const auto found = simulation_.levers().bottleneck();
        if (!found) return say("flow.bottleneck.none");
        const flow::Path& path = scenario_.paths[found->turned.index];
        const Estimate& closed = found->difference.seat_months;
        return say("flow.bottleneck", {{"from", name_of(path.from)},
                                       {"to", name_of(path.to)},
                                       {"n", tenths(-closed.value)},
                                       {"error", tenths(kTwoErrors * closed.error)}});
    }

    // As it was, now, and the difference in the same futures.
    void difference() {
        if (!simulation_.turned()) return;
        const flow::Tally& before = simulation_.futures_before().tally();
        const flow::Tally& now = futures_.tally();
        const std::vector<flow::Difference> by = simulation_.differences();
        blocks_.container("section", "difference", [&] {
            blocks_.heading("title", 2, say("ui.flow.compared"));
            const Estimate seat_months = now.seat_months.mean();
            // Said once, when it rests: whoever listens hears the new gap, and not each step to it.
            blocks_.words(
                "status", "rested",
                simulation_.walked()
                    ? say("ui.flow.rested", {{"n", tenths(seat_months.value)},
                                             {"error", tenths(kTwoErrors * seat_months.error)}})
                    : "",
                "small");
            const auto begin = [&](std::string_view key, std::string_view title,
                                   std::string_view first) {
                blocks_.begin_table(key, title, {0.32, 0.2, 0.18, 0.3});
                blocks_.row({first, say("ui.flow.as_it_was"), say("ui.flow.now"),
                             say("ui.flow.difference")});
            };
            const auto row = [&](std::string_view name, const flow::Histogram& was,
                                 const flow::Histogram& is, const Estimate& changed) {
                blocks_.row({name, about(was.mean()), about(is.mean()), with_error(changed)});
            };
            const auto filled = [](const flow::Tally& tally) {
                return percent(tally.unfilled.back().share_at_most(0).value);
            };
            const auto of_futures = [&](double n) { return say("flow.percent", {{"n", n}}); };
            begin("table", say("ui.flow.compared"), say("flow.column.parameter"));
            row(say("flow.column.seat_months"), before.seat_months, now.seat_months,
                by.back().seat_months);
            row(say("flow.column.overdue"), before.overdue, now.overdue, by.back().overdue);
            blocks_.row({say("flow.column.filled"), of_futures(filled(before)),
                         of_futures(filled(now)),
                         say("ui.flow.points", {{"n", filled(now) - filled(before)}})});
            blocks_.end_table();
            // Who moves up leaves a seat: what is gained above may open below.
            blocks_.heading("stages", 3, say("ui.flow.by_stage"), "legend");
            begin("by_stage", say("ui.flow.by_stage"), say("flow.column.stage"));
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

    // A fan over the months: what eight of ten futures lie in, the middle one, and what is wanted.
    void fan(std::string_view key, std::string_view finding,
             const std::vector<flow::Histogram>& months, const std::vector<double>& wanted) {
        std::vector<flow::Band> bands;
        double most = 1;
        for (std::size_t at = 0; at < months.size(); ++at) {
            bands.push_back(months[at].band());
            most = std::max(most, static_cast<double>(bands.back().p90.value));
            if (!wanted.empty()) most = std::max(most, wanted[at]);
        }
        const double step = line_step(most);
        const double top = std::ceil(most / step) * step;
        const auto share = [top](double x) { return tenths(100 * x / top); };
        blocks_.block("plot", key, [&](json::Writer& out) {
            out.key("text").string(finding);
            const auto series = [&](std::string_view name, auto value) {
                out.key(name).begin_array();
                for (std::size_t at = 0; at < bands.size(); ++at) out.number(share(value(at)));
                out.end_array();
            };
            out.key("spreads").begin_array().begin_object();
            series("low", [&](std::size_t at) { return bands[at].p10.value; });
            series("high", [&](std::size_t at) { return bands[at].p90.value; });
            out.key("color").string("accent").end_object().end_array();
            out.key("curves").begin_array().begin_object();
            series("values", [&](std::size_t at) { return bands[at].p50.value; });
            out.key("color").string("accent").end_object();
            if (!wanted.empty()) {
                out.begin_object();
                series("values", [&](std::size_t at) { return wanted[at]; });
                out.key("color").string("need").key("dashed").boolean(true).end_object();
            }
            out.end_array().key("left").begin_array();
            for (double line = 0; line <= top + step / 2; line += step) {
                out.begin_object().key("at").number(share(line));
                out.key("text").string(whole(line)).end_object();
            }
            out.end_array().key("below").begin_array();
            constexpr int kEvery = 6;
            const int last = scenario_.months;
            const auto label = [&](int month, const std::string& text) {
                out.begin_object().key("at").number(tenths(100.0 * month / last));
                out.key("text").string(text).end_object();
            };
            label(0, say("ui.flow.today"));
            for (int month = kEvery; month + kEvery / 2 <= last; month += kEvery) {
                label(month, whole(month));
            }
            label(last, say("ui.flow.months", {{"n", last}}));
            out.end_array();
        });
    }

    void stage() {
        blocks_.container("section", "stage", [&] {
            blocks_.heading("title", 2, say("ui.flow.stage.title"));
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
            std::vector<double> seats;
            for (int month = 0; month <= last; ++month)
                seats.push_back(plan.seats_at(month, stage_));
            const flow::Band people = tally.people.back().band();
            const bool sure = people.p10.value == people.p90.value;
            const std::string finding = say(sure ? "ui.flow.people.sure" : "ui.flow.people.finding",
                                            {{"stage", name_of(stage_)},
                                             {"month", last},
                                             {"seats", seats.back()},
                                             {"n", people.p50.value},
                                             {"low", people.p10.value},
                                             {"high", people.p90.value}});
            blocks_.heading("people", 3, say("ui.flow.people.title"), "legend");
            blocks_.words("text", "finding", finding, "body");
            fan("fan", finding, tally.people, seats);
            blocks_.words("text", "key", say("ui.flow.people.key"), "small");
            if (!plan.stages[stage_].in.empty()) bench(tally);
            if (shown("show.months", "ui.flow.months.show", "ui.flow.months.hide"))
                months(tally, seats);
        });
    }

    void bench(const flow::StageTally& tally) {
        const flow::Band ready = tally.bench.back().band();
        const std::string finding = say("ui.flow.bench.finding", {{"stage", name_of(stage_)},
                                                                  {"month", scenario_.months},
                                                                  {"n", ready.p50.value},
                                                                  {"low", ready.p10.value},
                                                                  {"high", ready.p90.value}});
        blocks_.heading("bench", 3, say("ui.flow.bench.title"), "legend");
        blocks_.words("text", "bench_finding", finding, "body");
        fan("bench_fan", finding, tally.bench, {});
        blocks_.heading("velocity", 3, say("ui.flow.gap.title"), "legend");
        blocks_.begin_table("velocity_table", say("ui.flow.gap.title"), {0.26, 0.22, 0.21, 0.31});
        blocks_.row({say("ui.flow.quarter"), say("ui.flow.demand"), say("ui.flow.supply"),
                     say("ui.flow.gap")});
        for (std::size_t q = 0; q < tally.demand.size(); ++q) {
            blocks_.row({say("flow.column.quarter", {{"n", q + 1}}), about(tally.demand[q].mean()),
                         about(tally.supply[q].mean()), with_error(tally.gap[q].mean())});
        }
        blocks_.end_table();
        const flow::Quantile lag = tally.lag.quantile(0.5);
        blocks_.words(
            "text", "lag",
            lag.value > 0 ? say("ui.flow.lag", {{"n", lag.value}}) : say("ui.flow.lag.none"),
            "body");
    }

    void months(const flow::StageTally& tally, const std::vector<double>& seats) {
        blocks_.begin_table("months", say("ui.flow.people.title"), {0.2, 0.2, 0.35, 0.25});
        blocks_.row({say("ui.flow.month"), say("ui.flow.seats"), say("ui.flow.people.column"),
                     say("ui.flow.unfilled")});
        for (std::size_t month = 0; month < seats.size(); ++month) {
            const flow::Band people = tally.people[month].band();
            blocks_.row({whole(static_cast<double>(month)), whole(seats[month]),
                         say("flow.range", {{"n", people.p50.value},
                                            {"low", people.p10.value},
                                            {"high", people.p90.value}}),
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
            blocks_.heading("title", 2, say("ui.flow.levers"));
            blocks_.words("text", "how", say("ui.flow.levers.how"), "body");
            for (std::size_t at = 0; at < all.size();) {
                const flow::Turnable& head = all[at];
                const std::string key = "show." + std::to_string(static_cast<int>(head.owner)) +
                                        "." + std::to_string(head.index);
                std::size_t end = at;
                while (end < all.size() && all[end].owner == head.owner &&
                       all[end].index == head.index) {
                    ++end;
                }
                blocks_.container("section", "has" + key, [&] {
                    const bool first_group = at == 0;  // always open
                    const bool open = first_group || is_open(key);
                    if (!first_group) blocks_.disclosure(key, subject(head), open);
                    if (!open) return;
                    blocks_.container(
                        "group", "of" + key,
                        [&] {
                            for (; at < end; ++at) lever(all[at], first[at].value);
                        },
                        subject(head));
                });
                at = end;
            }
        });
    }

    void lever(const flow::Turnable& of, double at_first) {
        const std::string name = flow::name_of(scenario_, of);
        const std::string label = say("ui.flow.lever." + std::string(of.key));
        const double shown_value = tenths(of.value);
        const auto origin = static_cast<std::size_t>(of.origin);
        const std::string value = is_months(of.key) ? say("ui.flow.months", {{"n", shown_value}})
                                                    : say("flow.percent", {{"n", shown_value}});
        const auto refused = std::find_if(refused_.begin(), refused_.end(),
                                          [&](const auto& each) { return each.first == name; });
        blocks_.block("lever", std::string(kTurn) + name, [&](json::Writer& out) {
            out.key("text").string(label).key("said").string(
                say("ui.flow.said",
                    {{"value", value},
                     {"source", say("flow.source." + std::string(flow::kOrigins[origin]))}}));
            out.key("value").number(of.value).key("least").number(of.least);
            out.key("most").number(slider_most(of, at_first)).key("step").number(1);
            out.key("typed").string(refused == refused_.end()
                                        ? whole(shown_value)
                                        : text::display_line(refused->second));
        });
        if (refused == refused_.end()) return;
        blocks_.words("status", "refused." + name,
                      say("ui.flow.refused", {{"least", of.least}, {"most", of.most}}), "small");
    }

    // What each lever buys, once it is known.
    void buys() {
        blocks_.container("section", "buys", [&] {
            blocks_.heading("title", 2, say("flow.levers"));
            const std::vector<flow::Lever>& ranked = simulation_.bought();
            blocks_.words("text", "finding",
                          say(simulation_.rests() ? "ui.flow.buys" : "ui.flow.looking"), "body");
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
            return tenths(std::clamp(100 * x / most, 0.0, 100.0));
        };
        const std::string label =
            say("flow.parameter." + std::string(lever.turned.key), {{"of", subject(lever.turned)}});
        const std::string finding =
            say("ui.flow.buy", {{"from", tenths(lever.turned.value)},
                                {"to", tenths(lever.to)},
                                {"n", tenths(closed.value)},
                                {"error", tenths(kTwoErrors * closed.error)}});
        blocks_.block("bar", "buy." + flow::name_of(scenario_, lever.turned),
                      [&](json::Writer& out) {
                          out.key("text").string(label).key("finding").string(finding);
                          out.key("value").string(whole(tenths(closed.value)));
                          out.key("marks").begin_array();
                          const auto mark = [&](std::string_view kind, double from, double to,
                                                std::string_view color) {
                              out.begin_object().key("mark").string(kind).key("from").number(from);
                              out.key("to").number(to).key("color").string(color).end_object();
                          };
                          mark("line", 0, 100, "line");
                          mark("bar", 0, share(closed.value), "accent");
                          mark("range", share(closed.value - kTwoErrors * closed.error),
                               share(closed.value + kTwoErrors * closed.error), "need");
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
};

}  // namespace

std::string Page::page() const {
    std::string out;
    const std::size_t stage = chosen_ ? stage_ : widest(simulation_.futures());
    Told(out, simulation_, by_hand_, texts_, open_, refused_, stage, left_out_).all();
    return out;
}

}  // namespace vgap::pipeline
