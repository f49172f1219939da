#include "core/report/metrics.hpp"

#include "core/chart/stages.hpp"
#include "core/chart/waits.hpp"
#include "core/report/writing.hpp"
#include "core/text/display.hpp"
#include "core/text/language.hpp"

namespace vgap::report {

namespace {

using people::Figure;
using people::State;

class Document : Writing {
  public:
    Document(const people::Records& records, const people::Question& question,
             const people::Metrics& metrics, const text::Catalogue& texts)
        : Writing(texts), records_(records), question_(question), metrics_(metrics) {}

    Report written() && {
        add(Kind::kHeading, say("metric.title", {{"date", base::extended(question_.as_of)}}), 1);
        tell_rows();
        tell_stages();
        tell_figures();
        for (const people::Curve& curve : metrics_.curves) {
            chart(2, chart::waits_chart(curve, metrics_));
        }
        return taken();
    }

  private:
    void tell_rows() {
        std::size_t repaired = 0;
        for (const people::Fault& fault : records_.faults) {
            if (fault.treatment == people::Treatment::kRepaired) ++repaired;
        }
        Block& list = add(Kind::kList, "");
        list.items = {
            say("metric.rows.people", {{"used", records_.people_tally.used()},
                                       {"left_out", records_.people_tally.left_out}}),
            say("metric.rows.decisions", {{"used", records_.decisions_tally.used()},
                                          {"left_out", records_.decisions_tally.left_out}}),
            say("metric.rows.repaired", {{"n", repaired}}),
            say("metric.rows.stays", {{"used", metrics_.stays.all.size()},
                                      {"from_entry", metrics_.stays.from_entry},
                                      {"unknown", metrics_.stays.without_beginning},
                                      {"unobserved", metrics_.stays.unobserved}}),
            say(question_.recorded_from ? "metric.rows.recorded_from" : "metric.rows.all_recorded",
                {{"date",
                  question_.recorded_from ? base::extended(*question_.recorded_from) : ""}}),
        };
        if (question_.least_group > 1) {
            list.items.push_back(say("metric.rows.hidden", {{"n", question_.least_group}}));
        }
    }

    std::string name_of(const std::string& stage) const {
        return stage.empty() ? say("metric.all") : text::display_line(stage);
    }

    static std::string counted(std::size_t n) { return std::to_string(n); }

    void tell_stages() {
        add(Kind::kHeading, say("metric.stages.title"), 2);
        const chart::Chart dashboard = chart::stages_chart(metrics_, question_.targets.path);
        add(Kind::kParagraph, sentence_text(texts(), dashboard.finding));
        Block& table = add(Kind::kTable, say("metric.stages.caption"));
        for (const char* id :
             {"metric.column.stage", "metric.column.people", "metric.column.building",
              "metric.column.within_12_months", "metric.column.ready_now",
              "metric.column.not_stated", "metric.column.path", "metric.column.gaps"}) {
            table.columns.push_back(say(id));
        }
        for (const people::StageRow& row : metrics_.stages) {
            std::vector<std::string>& cells = table.rows.emplace_back();
            cells.push_back(name_of(row.stage));
            if (row.state == State::kHidden) {
                cells.resize(table.columns.size(), say("metric.hidden"));
                continue;
            }
            for (const std::size_t n :
                 {row.people, row.building, row.within_twelve_months, row.ready_now, row.not_stated,
                  row.path.yes, row.gaps.yes}) {
                cells.push_back(counted(n));
            }
        }
    }

    void tell_figures() {
        std::string_view metric;
        for (const Figure& figure : metrics_.figures) {
            // Figures of one kind that follow each other: those of waits come transition by transition.
            if (figure.metric == metric) continue;
            metric = figure.metric;
            if (is_told(metric)) continue;
            told_.push_back(metric);
            tell(metric);
        }
    }

    bool is_told(std::string_view metric) const {
        for (const std::string_view each : told_) {
            if (each == metric) return true;
        }
        return false;
    }

    void tell(std::string_view metric) {
        const std::string id = "metric." + std::string(metric);
        add(Kind::kHeading, say(id + ".name"), 2);
        add(Kind::kParagraph, say(id + ".definition"));
        Block& table = add(Kind::kTable, say(id + ".name"));
        for (const char* column :
             {"metric.column.of", "metric.column.value", "metric.column.interval",
              "metric.column.count", "metric.column.n", "metric.column.open",
              "metric.column.target"}) {
            table.columns.push_back(say(column));
        }
        for (const Figure& figure : metrics_.figures) {
            if (figure.metric == metric) table.rows.push_back(row_of(figure));
        }
    }

    std::string number(people::Unit unit, double x) const {
        if (!stats::is_defined(x)) return say("metric.none");
        switch (unit) {
            case people::Unit::kShare:
                return say("metric.share", {{"value", 100 * x}});
            case people::Unit::kMonths:
                return say("metric.months", {{"n", x}});
            case people::Unit::kChiSquared:
                break;
        }
        return text::format_number(texts().language(), x);
    }

    std::string value_of(const Figure& figure) const {
        if (figure.state == State::kHidden) return say("metric.hidden");
        if (figure.state == State::kUndefined) {
            return say("metric.reason." + std::string(figure.reason));
        }
        if (figure.unit != people::Unit::kChiSquared) return number(figure.unit, figure.value);
        constexpr double kLeastShown = 0.001;
        const std::string p = figure.p < kLeastShown
                                  ? say("metric.under", {{"value", 100 * kLeastShown}})
                                  : number(people::Unit::kShare, figure.p);
        return say("metric.test", {{"value", figure.value}, {"df", figure.df}, {"p", p}});
    }

    std::string of(const Figure& figure) const {
        std::string name = figure.to.empty()
                               ? name_of(figure.stage)
                               : say("metric.transition",
                                     {{"from", name_of(figure.stage)}, {"to", name_of(figure.to)}});
        if (figure.month == 0) return name;
        return say("metric.within", {{"of", name}, {"n", figure.month}});
    }

    std::string target_of(const Figure& figure) const {
        if (figure.wanted == people::Wanted::kNothing) return say("metric.none");
        std::string target = number(figure.unit, figure.target);
        const std::optional<bool> meets = figure.meets();
        if (!meets) return target;
        return say(*meets ? "metric.target.met" : "metric.target.missed", {{"target", target}});
    }

    std::vector<std::string> row_of(const Figure& figure) const {
        const bool hidden = figure.state == State::kHidden;
        const auto count = [&](std::size_t n) { return hidden ? say("metric.none") : counted(n); };
        const std::string interval =
            stats::is_defined(figure.interval.low) || stats::is_defined(figure.interval.high)
                ? say("metric.interval", {{"low", number(figure.unit, figure.interval.low)},
                                          {"high", number(figure.unit, figure.interval.high)}})
                : say("metric.none");
        return {of(figure),      value_of(figure),   interval,         count(figure.count),
                count(figure.n), count(figure.open), target_of(figure)};
    }

    const people::Records& records_;
    const people::Question& question_;
    const people::Metrics& metrics_;
    std::vector<std::string_view> told_;
};

}  // namespace

Report write_metrics(const people::Records& records, const people::Question& question,
                     const people::Metrics& metrics, const text::Catalogue& texts) {
    return Document(records, question, metrics, texts).written();
}

}  // namespace vgap::report
