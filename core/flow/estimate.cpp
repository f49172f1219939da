#include "core/flow/estimate.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/fixed.hpp"
#include "core/flow/plan.hpp"
#include "core/flow/read.hpp"
#include "core/stats/kaplan_meier.hpp"

namespace vgap::flow {

namespace {

using people::Outcome;

constexpr double kMonthsOfYear = 12;
constexpr double kConfidence = 0.95;

bool is_at(const Stage& stage, const std::string& named) {
    return named == stage.id || named == stage.name;
}

double mean_to_median(int phases) {
    constexpr double kLogTwo = 0.6931471805599453;
    if (phases == 1) return 1 / kLogTwo;
    return phases / (phases - 1.0 / 3 + 0.02 / phases);
}

class Measurer {
  public:
    Measurer(const Scenario& scenario, const people::Records& records, const people::Stays& stays)
        : measured_{scenario, {}}, records_(records), stays_(stays) {}

    Measured result() {
        for (Stage& stage : measured_.scenario.stages) measure_stage(stage);
        for (Path& path : measured_.scenario.paths) measure_share(path);
        for (Path& path : measured_.scenario.paths) measure_path(path);
        count_ready();
        return std::move(measured_);
    }

  private:
    void put(Parameter& parameter, double value, double least, double most, std::size_t n) {
        parameter = {std::clamp(base::tenths(value), least, most), Origin::kMeasured,
                     static_cast<int>(n)};
    }

    void miss(const std::string& name, std::size_t n) { measured_.missed.push_back({name, n}); }

    const Stage& stage(std::size_t at) const { return measured_.scenario.stages[at]; }

    void measure_stage(Stage& of) {
        std::size_t here = 0;
        for (const people::Person& each : records_.people) {
            if (!each.left && is_at(of, each.stage)) ++here;
        }
        if (here > 0) {
            of.people = static_cast<int>(std::min<std::size_t>(here, kMostPeople));
        }
        double months = 0;
        double left = 0;
        std::size_t n = 0;
        for (const people::Stay& each : stays_.all) {
            if (!is_at(of, each.stage)) continue;
            ++n;
            months += each.months - each.entry;
            left += each.end == people::End::kLeft ? 1 : 0;
        }
        if (n < kLeastMeasured || months <= 0) {
            return miss("stages." + of.id + ".attrition_pct_per_year", n);
        }
        const double monthly_rate = std::fmin(1, left / months);
        put(of.attrition_pct, 100 * (1 - std::pow(1 - monthly_rate, kMonthsOfYear)), 0, 100, n);
    }

    bool leads_on_alone(const Path& path) const {
        const auto& all = measured_.scenario.paths;
        return std::count_if(all.begin(), all.end(),
                             [&](const Path& each) { return each.from == path.from; }) == 1;
    }

    void measure_share(Path& path) {
        std::size_t yes = 0;
        std::size_t n = 0;
        for (const people::Person& each : records_.people) {
            if (each.left || !is_at(stage(path.from), each.stage)) continue;
            if (each.path == base::Tri::kUnknown) continue;
            ++n;
            yes += each.path == base::Tri::kTrue ? 1 : 0;
        }
        if (n < kLeastMeasured || !leads_on_alone(path)) {
            return miss("paths." + path.id + ".people_share_pct", n);
        }
        put(path.share_pct, 100.0 * static_cast<double>(yes) / static_cast<double>(n), 0, 100, n);
    }

    void measure_path(Path& path) {
        std::vector<stats::Wait> waits;
        for (const people::Stay& each : stays_.all) {
            if (!is_at(stage(path.from), each.stage)) continue;
            const bool promoted =
                each.end == people::End::kPromoted && is_at(stage(path.to), each.to);
            waits.push_back({each.months, promoted, each.entry});
        }
        const double half = stats::kaplan_meier(waits, kConfidence)
                                .first_time_at_most(1 - path.share_pct.value / 200);
        if (waits.size() < kLeastMeasured || !stats::is_defined(half) ||
            path.share_pct.value == 0) {
            miss("paths." + path.id + ".months_to_ready", waits.size());
        } else {
            put(path.months_to_ready, half * mean_to_median(path.phases), 1, kMostWait,
                waits.size());
        }
        std::size_t approved = 0;
        std::size_t decided = 0;
        for (const people::Decision& each : records_.decisions) {
            if (!each.promotion || each.attempt != 1 || !is_at(stage(path.from), each.from) ||
                !is_at(stage(path.to), each.to)) {
                continue;
            }
            approved += each.outcome == Outcome::kApproved ? 1 : 0;
            decided +=
                each.outcome == Outcome::kApproved || each.outcome == Outcome::kNotYet ? 1 : 0;
        }
        if (decided < kLeastMeasured) {
            return miss("paths." + path.id + ".submission_success_pct", decided);
        }
        put(path.success_pct, 100.0 * static_cast<double>(approved) / static_cast<double>(decided),
            0, 100, decided);
    }

    // Nobody is ready who is not on the path.
    void count_ready() {
        for (Path& path : measured_.scenario.paths) {
            if (!records_.has_readiness || !leads_on_alone(path)) continue;
            path.ready = 0;
            for (const people::Person& each : records_.people) {
                if (each.left || !is_at(stage(path.from), each.stage)) continue;
                if (each.readiness == people::Readiness::kReadyNow) ++path.ready;
            }
        }
        const std::vector<int> on_path = people_on_paths(measured_.scenario);
        for (std::size_t p = 0; p < on_path.size(); ++p) {
            int& ready = measured_.scenario.paths[p].ready;
            ready = std::min(ready, on_path[p]);
        }
    }

    Measured measured_;
    const people::Records& records_;
    const people::Stays& stays_;
};

}  // namespace

Measured measure(const Scenario& scenario, const people::Records& records,
                 const people::Stays& stays) {
    return Measurer(scenario, records, stays).result();
}

}  // namespace vgap::flow
