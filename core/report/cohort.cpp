#include "core/report/cohort.hpp"

#include <cmath>

#include "core/chart/perception.hpp"
#include "core/report/writing.hpp"
#include "core/text/display.hpp"
#include "core/text/language.hpp"

namespace vgap::report {

using cohort::Number;

namespace {

class Document : Writing {
  public:
    Document(const cohort::Layout& layout, const cohort::Summary& summary,
             const cohort::Report& found, const text::Catalogue& texts)
        : Writing(texts),
          layout_(layout),
          instrument_(*layout.instrument),
          summary_(summary),
          found_(found) {}

    Report run() && {
        heading(1, texts().say("cli.cohort.report.title",
                               {{"instrument", text_or_id("instrument.title", instrument_.id)}}));
        paragraph(texts().say("cli.cohort.report.people", {{"people", whole(found_.people)},
                                                           {"refused", summary_.refused},
                                                           {"version", instrument_.version},
                                                           {"hash", instrument_.hash}}));
        paragraph(
            texts().say("cli.cohort.report.threshold", {{"threshold", summary_.threshold.now}}));
        if (summary_.threshold.frozen.size() > 1 || !summary_.threshold.changes.empty()) {
            paragraph(texts().say("cli.cohort.report.threshold_changed"));
        }
        dimensions();
        segments();
        items();
        return taken();
    }

  private:
    using Row = std::vector<std::string>;

    Block& table(std::initializer_list<const char*> columns) {
        Block& block = add(Kind::kTable);
        for (const char* const column : columns) {
            block.columns.push_back(texts().say(std::string("cli.cohort.report.column.") + column));
        }
        return block;
    }

    std::string text_or_id(const std::string& message, const std::string& id) const {
        return texts().has(message) ? texts().say(message) : text::display_line(id);
    }

    std::string dimension_name(std::size_t d) const {
        const std::string& id = instrument_.dimensions[d].id;
        return text_or_id("dimension." + id + ".name", id);
    }

    std::string segment_name(std::size_t s) const {
        const std::string& name = found_.segments[s];
        if (name.empty()) return texts().say("cli.cohort.report.no_segment");
        return text_or_id("question." + summary_.by + ".option." + name + ".label", name);
    }

    template <class Format>
    std::string shown(const Number& number, Format format) const {
        if (number.suppressed) return texts().say("cli.cohort.report.suppressed");
        return stats::is_defined(number.value) ? format(number.value) : "–";
    }

    std::string whole(const Number& number) const { return tenths(number); }

    std::string tenths(const Number& number) const {
        return shown(number, [&](double x) { return text::format_number(texts().language(), x); });
    }

    // Two decimals always, with the language's own mark.
    std::string hundredths(const Number& number) const {
        return shown(number, [&](double x) {
            const double all = std::floor(std::fabs(x) * 100 + 0.5);
            const double units = std::floor(all / 100);
            const int rest = static_cast<int>(all - 100 * units);
            const std::string half = text::format_number(texts().language(), 0.5);
            std::string text = x < 0 && all > 0 ? "−" : "";
            text += text::format_number(texts().language(), units);
            text += half.substr(1, half.size() - 2);
            text += rest < 10 ? "0" : "";
            return text + std::to_string(rest);
        });
    }

    template <class Format>
    std::string between(const Number& low, const Number& high, Format format) const {
        if (low.suppressed || !stats::is_defined(low.value)) return format(low);
        return texts().say("cli.cohort.report.between",
                           {{"low", format(low)}, {"high", format(high)}});
    }
    std::string between_tenths(const Number& low, const Number& high) const {
        return between(low, high, [this](const Number& number) { return tenths(number); });
    }
    std::string between_hundredths(const Number& low, const Number& high) const {
        return between(low, high, [this](const Number& number) { return hundredths(number); });
    }

    void add_estimate(Row& row, const cohort::Estimate& estimate) const {
        row.push_back(whole(estimate.n));
        row.push_back(tenths(estimate.mean));
        row.push_back(tenths(estimate.deviation));
        row.push_back(between_tenths(estimate.low, estimate.high));
    }

    void add_comparison(Row& row, const cohort::Comparison& comparison) const {
        row.push_back(tenths(comparison.difference));
        row.push_back(between_tenths(comparison.low, comparison.high));
        row.push_back(hundredths(comparison.g));
        row.push_back(between_hundredths(comparison.g_low, comparison.g_high));
    }

    // The chart's, with names of dimensions that have no text.
    std::string finding() const {
        chart::Sentence sentence = chart::perception_chart(layout_, found_).finding;
        for (chart::Argument& argument : sentence.arguments) {
            if (argument.value.kind != chart::Value::Kind::kMessage) continue;
            if (texts().has(argument.value.message)) continue;
            for (std::size_t d = 0; d < instrument_.dimensions.size(); ++d) {
                const std::string& id = instrument_.dimensions[d].id;
                if (argument.value.message == "dimension." + id + ".name") {
                    argument.value = chart::name(id);
                    break;
                }
            }
        }
        return sentence_text(texts(), sentence);
    }

    void dimensions() {
        heading(2, texts().say("cli.cohort.report.dimensions"));
        paragraph(finding());
        paragraph(texts().say("cli.cohort.report.about_dimensions"));
        Block& levels = table({"dimension", "n", "mean", "deviation", "interval"});
        for (std::size_t d = 0; d < found_.dimensions.size(); ++d) {
            Row row = {dimension_name(d)};
            add_estimate(row, found_.dimensions[d].whole.estimate);
            levels.rows.push_back(std::move(row));
        }
        heading(2, texts().say("cli.cohort.report.quality"));
        paragraph(texts().say("cli.cohort.report.about_quality"));
        Block& quality =
            table({"dimension", "complete", "rwg", "ad_mean", "alpha", "interval", "omega"});
        for (std::size_t d = 0; d < found_.dimensions.size(); ++d) {
            const cohort::DimensionReport& dimension = found_.dimensions[d];
            const cohort::Reliability& reliability = dimension.reliability;
            quality.rows.push_back({dimension_name(d), whole(dimension.whole.complete),
                                    hundredths(dimension.whole.rwg),
                                    hundredths(dimension.whole.ad_mean),
                                    hundredths(reliability.alpha),
                                    between_hundredths(reliability.low, reliability.high),
                                    hundredths(reliability.omega)});
        }
    }

    void segments() {
        if (found_.segments.empty()) return;
        heading(2, texts().say("cli.cohort.report.segments",
                               {{"by", text::display_line(summary_.by)}}));
        paragraph(texts().say("cli.cohort.report.about_segments"));
        for (std::size_t d = 0; d < found_.dimensions.size(); ++d) {
            const cohort::DimensionReport& dimension = found_.dimensions[d];
            heading(3, dimension_name(d));
            Block& block = table({"segment", "n", "mean", "deviation", "interval", "difference",
                                  "interval", "g", "interval"});
            for (std::size_t s = 0; s < dimension.segments.size(); ++s) {
                Row row = {segment_name(s)};
                add_estimate(row, dimension.segments[s].estimate);
                add_comparison(row, dimension.segments[s].against_others);
                block.rows.push_back(std::move(row));
            }
        }
        if (found_.dimensions.empty() || !found_.dimensions.front().perception_gap) return;
        heading(2, texts().say("cli.cohort.report.perception_gap"));
        paragraph(texts().say("cli.cohort.report.about_perception_gap"));
        Block& gaps = table({"dimension", "difference", "interval", "g", "interval"});
        for (std::size_t d = 0; d < found_.dimensions.size(); ++d) {
            Row row = {dimension_name(d)};
            add_comparison(row, *found_.dimensions[d].perception_gap);
            gaps.rows.push_back(std::move(row));
        }
    }

    void items() {
        heading(2, texts().say("cli.cohort.report.items"));
        paragraph(texts().say("cli.cohort.report.about_items"));
        Block& block = table({"item", "n", "mean", "deviation", "interval", "points"});
        for (std::size_t i = 0; i < found_.items.size(); ++i) {
            const std::string& id = instrument_.questions[layout_.items[i]].id;
            Row row = {text_or_id("question." + id + ".ask", id)};
            const cohort::ItemGroup& group = found_.items[i].whole;
            add_estimate(row, group.estimate);
            std::string points;
            for (const Number& point : group.points) {
                if (point.suppressed) {
                    points = whole(point);
                    break;
                }
                points += (points.empty() ? "" : " · ") + whole(point);
            }
            row.push_back(std::move(points));
            block.rows.push_back(std::move(row));
        }
    }

    const cohort::Layout& layout_;
    const instrument::Instrument& instrument_;
    const cohort::Summary& summary_;
    const cohort::Report& found_;
};

}  // namespace

Report write_cohort(const cohort::Layout& layout, const cohort::Summary& summary,
                    const cohort::Report& report, const text::Catalogue& texts) {
    return Document(layout, summary, report, texts).run();
}

}  // namespace vgap::report
