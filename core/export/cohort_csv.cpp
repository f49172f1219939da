#include "core/export/cohort_csv.hpp"

#include <cmath>
#include <string_view>

#include "core/base/fixed.hpp"
#include "core/export/csv.hpp"
#include "core/json/write.hpp"

namespace vgap::export_ {

using cohort::Number;

namespace {

constexpr double kMostRounded = 9e6;  // base/fixed

// Where a figure stands: the cells before it.
struct Place {
    std::string_view kind;
    std::string_view id;
    const std::string* segment = nullptr;  // nullptr: everybody
};

class Table {
  public:
    Table(std::string& out, const cohort::Layout& layout, const cohort::Report& report)
        : out_(out), layout_(layout), instrument_(*layout.instrument), report_(report) {}

    void run() {
        out_ += "kind,id,segment,figure,value\r\n";
        row({"cohort", instrument_.id}, "people", report_.people);
        for (std::size_t s = 0; s < report_.segments.size(); ++s) {
            row({"cohort", instrument_.id, &report_.segments[s]}, "people",
                report_.segment_people[s]);
        }
        for (std::size_t d = 0; d < report_.dimensions.size(); ++d) dimension(d);
        for (std::size_t i = 0; i < report_.items.size(); ++i) item(i);
    }

  private:
    void row(const Place& place, std::string_view figure, const Number& number) {
        ((out_ += place.kind) += ',') += place.id;
        out_ += ',';
        if (place.segment != nullptr) {
            append_csv_text(out_, place.segment->empty() ? "(none)" : *place.segment);
        }
        ((out_ += ',') += figure) += ',';
        if (number.suppressed) {
            out_ += "suppressed";
        } else if (stats::is_defined(number.value)) {
            const bool rounds = std::fabs(number.value) < kMostRounded;
            json::append_number(out_, rounds ? base::quantised(number.value) : number.value);
        }
        out_ += "\r\n";
    }

    void estimate(const Place& place, const cohort::Estimate& estimate) {
        row(place, "n", estimate.n);
        row(place, "mean", estimate.mean);
        row(place, "deviation", estimate.deviation);
        row(place, "interval_low", estimate.low);
        row(place, "interval_high", estimate.high);
    }

    void comparison(const Place& place, const std::string& with, const cohort::Comparison& found) {
        row(place, with + "_difference", found.difference);
        row(place, with + "_interval_low", found.low);
        row(place, with + "_interval_high", found.high);
        row(place, with + "_t", found.t);
        row(place, with + "_df", found.df);
        row(place, with + "_p", found.p);
        row(place, with + "_g", found.g);
        row(place, with + "_g_interval_low", found.g_low);
        row(place, with + "_g_interval_high", found.g_high);
    }

    void group(const Place& place, const cohort::DimensionGroup& group) {
        estimate(place, group.estimate);
        row(place, "agreement_n", group.complete);
        row(place, "rwg", group.rwg);
        row(place, "ad_mean", group.ad_mean);
    }

    void dimension(std::size_t d) {
        const cohort::DimensionReport& found = report_.dimensions[d];
        const Place place = {"dimension", instrument_.dimensions[d].id};
        group(place, found.whole);
        row(place, "alpha", found.reliability.alpha);
        row(place, "alpha_interval_low", found.reliability.low);
        row(place, "alpha_interval_high", found.reliability.high);
        row(place, "alpha_standardised", found.reliability.standardised);
        row(place, "omega", found.reliability.omega);
        if (found.perception_gap) comparison(place, "perception_gap", *found.perception_gap);
        for (std::size_t s = 0; s < found.segments.size(); ++s) {
            const Place own = {"dimension", place.id, &report_.segments[s]};
            group(own, found.segments[s]);
            comparison(own, "against_others", found.segments[s].against_others);
        }
        for (std::size_t i = 0; i < found.reliability.item_total.size(); ++i) {
            const Place own = {"item", id_of(layout_.members[d][i])};
            row(own, "item_total", found.reliability.item_total[i]);
            row(own, "alpha_if_deleted", found.reliability.if_deleted[i]);
        }
    }

    void points(const Place& place, const cohort::ItemGroup& group) {
        estimate(place, group.estimate);
        for (std::size_t p = 0; p < group.points.size(); ++p) {
            row(place, "point_" + std::to_string(p), group.points[p]);
        }
        for (std::size_t u = 0; u < cohort::kUnanswered; ++u) {
            row(place, cohort::kUnansweredNames[u], group.unanswered[u]);
        }
    }

    void item(std::size_t i) {
        const Place place = {"item", id_of(i)};
        points(place, report_.items[i].whole);
        for (std::size_t s = 0; s < report_.items[i].segments.size(); ++s) {
            points({"item", place.id, &report_.segments[s]}, report_.items[i].segments[s]);
        }
    }

    const std::string& id_of(std::size_t i) const {
        return instrument_.questions[layout_.items[i]].id;
    }

    std::string& out_;
    const cohort::Layout& layout_;
    const instrument::Instrument& instrument_;
    const cohort::Report& report_;
};

}  // namespace

void append_cohort_csv(std::string& out, const cohort::Layout& layout, const cohort::Summary&,
                       const cohort::Report& report) {
    Table(out, layout, report).run();
}

}  // namespace vgap::export_
