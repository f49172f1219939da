#include "core/export/cohort_json.hpp"

#include <cmath>

#include "core/base/fixed.hpp"
#include "core/chart/perception.hpp"
#include "core/export/chart_json.hpp"
#include "core/json/write.hpp"

namespace vgap::export_ {

using cohort::Band;
using cohort::Comparison;
using cohort::Count;
using cohort::DimensionGroup;
using cohort::DimensionReport;
using cohort::Estimate;
using cohort::ItemGroup;
using cohort::ItemReport;
using cohort::kUnanswered;
using cohort::kUnansweredNames;
using cohort::Layout;
using cohort::Number;
using cohort::Reliability;
using cohort::Report;
using cohort::Summary;
using cohort::Threshold;

namespace {

constexpr double kMostRounded = 9e6;  // base/fixed

void figure(json::Writer& write, const Number& number) {
    if (number.suppressed) {
        write.string("suppressed");
    } else if (!stats::is_defined(number.value)) {
        write.null();
    } else {
        const bool rounds = std::fabs(number.value) < kMostRounded;
        write.number(rounds ? base::quantised(number.value) : number.value);
    }
}

void member(json::Writer& write, std::string_view name, const Number& number) {
    write.key(name);
    figure(write, number);
}

void interval(json::Writer& write, std::string_view name, const Number& low, const Number& high) {
    write.key(name).begin_array();
    figure(write, low);
    figure(write, high);
    write.end_array();
}

void list(json::Writer& write, std::string_view name, const std::vector<Number>& numbers) {
    write.key(name).begin_array();
    for (const Number& number : numbers) figure(write, number);
    write.end_array();
}

void estimate(json::Writer& write, const Estimate& estimate) {
    member(write, "n", estimate.n);
    member(write, "mean", estimate.mean);
    member(write, "deviation", estimate.deviation);
    interval(write, "interval", estimate.low, estimate.high);
}

void item_group(json::Writer& write, const ItemGroup& group) {
    estimate(write, group.estimate);
    list(write, "points", group.points);
    write.key("unanswered").begin_object();
    for (std::size_t u = 0; u < kUnanswered; ++u) {
        member(write, kUnansweredNames[u], group.unanswered[u]);
    }
    write.end_object();
}

void comparison(json::Writer& write, std::string_view name, const Comparison& comparison) {
    write.key(name).begin_object();
    member(write, "difference", comparison.difference);
    interval(write, "interval", comparison.low, comparison.high);
    member(write, "t", comparison.t);
    member(write, "df", comparison.df);
    member(write, "p", comparison.p);
    member(write, "g", comparison.g);
    interval(write, "g_interval", comparison.g_low, comparison.g_high);
    write.end_object();
}

void dimension_group(json::Writer& write, const DimensionGroup& group) {
    estimate(write, group.estimate);
    write.key("agreement").begin_object();
    member(write, "n", group.complete);
    member(write, "rwg", group.rwg);
    member(write, "ad_mean", group.ad_mean);
    write.end_object();
}

void name(json::Writer& write, const std::string& segment) {
    write.key("segment");
    segment.empty() ? write.null() : write.string(segment);
}

class Writing {
  public:
    Writing(std::string& out, const Layout& layout, const Report& report)
        : write_(out), layout_(layout), instrument_(*layout.instrument), report_(report) {}

    void run(const Summary& summary) {
        write_.begin_object().key("schema").string("cohort_report/1");
        write_.key("instrument").begin_object().key("id").string(instrument_.id);
        write_.key("version").string(instrument_.version).key("hash").string(instrument_.hash);
        write_.end_object().key("by");
        summary.by.empty() ? write_.null() : write_.string(summary.by);
        threshold(summary.threshold);
        member(write_, "people", report_.people);
        member(write_, "refused", {static_cast<double>(summary.refused), false});
        write_.key("segments").begin_array();
        for (std::size_t s = 0; s < report_.segments.size(); ++s) {
            write_.begin_object();
            name(write_, report_.segments[s]);
            member(write_, "people", report_.segment_people[s]);
            write_.end_object();
        }
        write_.end_array().key("dimensions").begin_array();
        for (std::size_t d = 0; d < report_.dimensions.size(); ++d) dimension(d);
        write_.end_array().key("items").begin_array();
        for (std::size_t i = 0; i < report_.items.size(); ++i) item(i);
        write_.end_array();
        write_charts(write_, {chart::perception_chart(layout_, report_)});
        write_.end_object();
    }

  private:
    void threshold(const Threshold& threshold) {
        const auto count = [&](Count n) { write_.number(static_cast<double>(n)); };
        write_.key("threshold").begin_object().key("now");
        count(threshold.now);
        write_.key("frozen").begin_array();
        for (const Count n : threshold.frozen) count(n);
        write_.end_array().key("changes").begin_array();
        for (const auto& [from, to] : threshold.changes) {
            write_.begin_object().key("from");
            count(from);
            write_.key("to");
            count(to);
            write_.end_object();
        }
        write_.end_array().end_object();
    }

    const std::string& item_id(std::size_t i) const {
        return instrument_.questions[layout_.items[i]].id;
    }

    void dimension(std::size_t d) {
        const DimensionReport& dimension = report_.dimensions[d];
        write_.begin_object().key("dimension").string(instrument_.dimensions[d].id);
        dimension_group(write_, dimension.whole);
        reliability(d, dimension.reliability);
        write_.key("percentiles");
        if (dimension.bands_suppressed) {
            write_.string("suppressed");
        } else {
            write_.begin_array();
            for (const Band& band : dimension.bands) {
                write_.begin_object();
                member(write_, "from", {band.from, false});
                member(write_, "to", {band.to, false});
                member(write_, "percentile", {band.percentile, false});
                write_.end_object();
            }
            write_.end_array();
        }
        if (dimension.perception_gap) {
            comparison(write_, "perception_gap", *dimension.perception_gap);
        }
        write_.key("segments").begin_array();
        for (std::size_t s = 0; s < dimension.segments.size(); ++s) {
            write_.begin_object();
            name(write_, report_.segments[s]);
            dimension_group(write_, dimension.segments[s]);
            comparison(write_, "against_others", dimension.segments[s].against_others);
            write_.end_object();
        }
        write_.end_array().end_object();
    }

    void reliability(std::size_t d, const Reliability& found) {
        write_.key("reliability").begin_object();
        member(write_, "alpha", found.alpha);
        interval(write_, "alpha_interval", found.low, found.high);
        member(write_, "standardised", found.standardised);
        member(write_, "mean_interitem_r", found.mean_interitem_r);
        member(write_, "omega", found.omega);
        write_.key("heywood");
        found.heywood ? write_.string(item_id(layout_.members[d][*found.heywood])) : write_.null();
        write_.key("items").begin_array();
        for (std::size_t i = 0; i < found.item_total.size(); ++i) {
            write_.begin_object().key("item").string(item_id(layout_.members[d][i]));
            member(write_, "item_total", found.item_total[i]);
            member(write_, "alpha_if_deleted", found.if_deleted[i]);
            write_.end_object();
        }
        write_.end_array().end_object();
    }

    void item(std::size_t i) {
        const ItemReport& item = report_.items[i];
        write_.begin_object().key("item").string(item_id(i));
        item_group(write_, item.whole);
        write_.key("segments").begin_array();
        for (std::size_t s = 0; s < item.segments.size(); ++s) {
            write_.begin_object();
            name(write_, report_.segments[s]);
            item_group(write_, item.segments[s]);
            write_.end_object();
        }
        write_.end_array().end_object();
    }

    json::Writer write_;
    const Layout& layout_;
    const instrument::Instrument& instrument_;
    const Report& report_;
};

}  // namespace

void append_cohort_json(std::string& out, const Layout& layout, const Summary& summary,
                        const Report& report) {
    Writing(out, layout, report).run(summary);
}

}  // namespace vgap::export_
