#include "core/flow/read.hpp"

#include <algorithm>
#include <cmath>

#include "core/flow/parameter.hpp"
#include "core/json/parse.hpp"
#include "core/json/read.hpp"

namespace vgap::flow {

namespace {

constexpr double kHundred = 100;
constexpr double kRounding = 1e-9;
constexpr std::size_t kMostCapabilities = 200;
constexpr std::size_t kMostName = 200;  // bytes
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

Parameter read_parameter(const json::Reader& in, double least, double most) {
    Parameter parameter;
    if (!in.object({"value", "source", "n"})) return parameter;
    parameter.value = in.at("value").number(least, most);
    const int origin = in.at("source").one_of({kOrigins[0], kOrigins[1], kOrigins[2]});
    parameter.origin = static_cast<Origin>(std::max(origin, 0));
    if (in.has("n")) parameter.n = in.at("n").whole(0, 1'000'000'000);
    return parameter;
}

// What may be missing, and stays as it is then.
void read_whole(const json::Reader& in, std::string_view key, int& to, int least, int most) {
    if (in.has(key)) to = in.at(key).whole(least, most);
}

class ScenarioReader {
  public:
    explicit ScenarioReader(const json::Reader& root) : root_(root) {}

    Scenario read() {
        scenario_.id = root_.at("id").identifier();
        scenario_.name = root_.at("name").string(kMostName);
        if (root_.has("example")) scenario_.example = root_.at("example").boolean();
        scenario_.months = root_.at("months").whole(1, kMostMonths);
        read_whole(root_, "patience_months", scenario_.patience_months, 1, kMostMonths);
        read_each(root_.at("stages").elements(1, kMostStages), &ScenarioReader::read_stage);
        read_some("paths", kMostPaths, &ScenarioReader::read_path);
        read_some("capabilities", kMostCapabilities, &ScenarioReader::read_capability);
        refuse_cycles();
        refuse_shares();
        return std::move(scenario_);
    }

  private:
    using Read = void (ScenarioReader::*)(const json::Reader& in);
    void read_each(const std::vector<json::Reader>& all, Read one) {
        for (const json::Reader& each : all) (this->*one)(each);
    }
    void read_some(std::string_view key, std::size_t most, Read one) {
        if (root_.has(key)) read_each(root_.at(key).elements(0, most), one);
    }

    template <class All>
    std::string new_id(const json::Reader& in, const All& known) {
        std::string id = in.identifier();
        const bool twice = std::any_of(known.begin(), known.end(),
                                       [&](const auto& each) { return each.id == id; });
        if (twice && !id.empty()) in.report("error.flow.twice", {{"found", id}});
        return id;
    }

    void read_stage(const json::Reader& in) {
        Stage made;
        if (!in.object({"id", "name", "track", "people", "attrition_pct_per_year", "seats",
                        "external_share_pct", "external_lead_months", "critical_seats"})) {
            return;
        }
        made.id = new_id(in.at("id"), scenario_.stages);
        made.name = in.at("name").string(kMostName);
        if (in.has("track")) made.track = in.at("track").string(kMostName);
        made.people = in.at("people").whole(0, kMostPeople);
        for (const StageKey& each : kStageKeys) {
            made.*each.parameter = read_parameter(in.at(each.key), each.least, each.most);
        }
        if (in.has("critical_seats")) {
            made.critical_seats = in.at("critical_seats").whole(1, kMostPeople);
        }
        for (const json::Reader& each : in.at("seats").elements(1, kMostMonths + 1)) {
            if (!each.object({"month", "seats"})) continue;
            const Planned planned{each.at("month").whole(0, kMostMonths),
                                  each.at("seats").whole(0, kMostPeople)};
            if (!made.seats.empty() && planned.month <= made.seats.back().month) {
                each.at("month").report("error.flow.seat_months",
                                        {{"found", std::to_string(planned.month)}});
            }
            made.seats.push_back(planned);
        }
        scenario_.stages.push_back(std::move(made));
    }

    std::size_t stage_of(const json::Reader& in) {
        const std::string id = in.identifier();
        for (std::size_t at = 0; at < scenario_.stages.size(); ++at) {
            if (scenario_.stages[at].id == id) return at;
        }
        if (!id.empty()) in.report("error.flow.unknown_stage", {{"found", id}});
        return kNowhere;
    }

    void read_path(const json::Reader& in) {
        if (!in.object({"id", "from", "to", "ready_people", "phases", "people_share_pct",
                        "months_to_ready", "submission_success_pct", "retry_months"})) {
            return;
        }
        Path made;
        made.id = new_id(in.at("id"), scenario_.paths);
        made.from = stage_of(in.at("from"));
        made.to = stage_of(in.at("to"));
        if (made.from == made.to && made.from != kNowhere) {
            in.at("to").report("error.flow.same_stage", {{"found", scenario_.stages[made.to].id}});
        }
        read_whole(in, "ready_people", made.ready, 0, kMostPeople);
        read_whole(in, "phases", made.phases, 1, kMostPhases);
        for (const PathKey& each : kPathKeys) {
            if (each.parameter == nullptr && !in.has(each.key)) continue;
            each.of(made) = read_parameter(in.at(each.key), each.least, each.most);
        }
        if (made.from == kNowhere || made.to == kNowhere || made.from == made.to) {
            placed_ = false;
        }
        scenario_.paths.push_back(std::move(made));
        places_.push_back(in);
    }

    void read_capability(const json::Reader& in) {
        if (!in.object(
                {"id", "name", "stage", "seats", "by_month", "critical", "transition_project"})) {
            return;
        }
        Capability made;
        made.id = new_id(in.at("id"), scenario_.capabilities);
        made.name = in.at("name").string(kMostName);
        made.stage = stage_of(in.at("stage"));
        made.seats = in.at("seats").whole(0, kMostPeople);
        made.by_month = in.at("by_month").whole(0, kMostMonths);
        if (made.by_month > scenario_.months) {
            in.at("by_month")
                .report("error.flow.after_the_end", {{"found", std::to_string(made.by_month)},
                                                     {"months", std::to_string(scenario_.months)}});
        }
        if (in.has("critical")) made.critical = in.at("critical").boolean();
        if (in.has("transition_project")) {
            made.transition_project = in.at("transition_project").string(kMostName);
        }
        scenario_.capabilities.push_back(std::move(made));
    }

    // Stages that only lead to stages which lead nowhere are taken away until none is left, or a circle is.
    void refuse_cycles() {
        if (!placed_) return;
        std::vector<std::size_t> out(scenario_.stages.size());
        for (const Path& path : scenario_.paths) ++out[path.from];
        std::vector<bool> gone(scenario_.stages.size(), false);
        for (bool found = true; found;) {
            found = false;
            for (std::size_t at = 0; at < out.size(); ++at) {
                if (gone[at] || out[at] > 0) continue;
                gone[at] = found = true;
                for (const Path& path : scenario_.paths) {
                    if (path.to == at) --out[path.from];
                }
            }
        }
        // What is left leads into a circle; its members are those that are also reached from what is left.
        for (bool found = true; found;) {
            found = false;
            for (std::size_t at = 0; at < out.size(); ++at) {
                const bool reached = std::any_of(
                    scenario_.paths.begin(), scenario_.paths.end(),
                    [&](const Path& path) { return path.to == at && !gone[path.from]; });
                if (gone[at] || reached) continue;
                gone[at] = found = true;
            }
        }
        std::string circle;
        for (std::size_t at = 0; at < out.size(); ++at) {
            if (gone[at]) continue;
            if (!circle.empty()) circle += ", ";
            circle += scenario_.stages[at].id;
        }
        if (!circle.empty()) root_.at("paths").report("error.flow.cycle", {{"found", circle}});
    }

    void refuse_shares() {
        if (!placed_) return;
        std::vector<double> shares(scenario_.stages.size());
        for (std::size_t at = 0; at < scenario_.paths.size(); ++at) {
            const Path& path = scenario_.paths[at];
            double& sum = shares[path.from];
            const bool fits = sum <= kHundred + kRounding;
            sum += path.share_pct.value;
            if (fits && sum > kHundred + kRounding) {
                places_[at]
                    .at("people_share_pct")
                    .report("error.flow.shares_over", {{"stage", scenario_.stages[path.from].id}});
            }
        }
        if (std::any_of(shares.begin(), shares.end(),
                        [](double sum) { return sum > kHundred + kRounding; })) {
            return;
        }
        const std::vector<int> people = people_on_paths(scenario_);
        for (std::size_t at = 0; at < people.size(); ++at) {
            if (scenario_.paths[at].ready <= people[at]) continue;
            places_[at]
                .at("ready_people")
                .report("error.flow.ready_over",
                        {{"found", std::to_string(scenario_.paths[at].ready)},
                         {"most", std::to_string(people[at])}});
        }
    }

    const json::Reader& root_;
    Scenario scenario_;
    std::vector<json::Reader> places_;  // of the paths
    bool placed_ = true;
};

}  // namespace

std::vector<int> people_on_paths(const Scenario& scenario) {
    std::vector<int> people(scenario.paths.size());
    for (std::size_t stage = 0; stage < scenario.stages.size(); ++stage) {
        std::vector<std::pair<double, std::size_t>> rest;  // what is over, negated: largest first
        double share = 0;
        int given = 0;
        const double all = scenario.stages[stage].people;
        for (std::size_t at = 0; at < scenario.paths.size(); ++at) {
            const Path& path = scenario.paths[at];
            if (path.from != stage) continue;
            const double exact = all * path.share_pct.value / kHundred;
            people[at] = static_cast<int>(std::floor(exact + kRounding));
            given += people[at];
            share += exact;
            rest.emplace_back(people[at] - exact, at);
        }
        const int due =
            std::min(static_cast<int>(std::floor(share + 0.5)), scenario.stages[stage].people);
        for (std::size_t i = 0; i < rest.size() && given < due; ++i, ++given) {
            const auto next = std::min_element(rest.begin(), rest.end());
            ++people[next->second];
            next->first = 1;  // above all others
        }
    }
    return people;
}

base::Result<Scenario> read_scenario(std::string_view json_text) {
    const base::Result<json::Value> document = json::parse(json_text);
    if (!document) return base::fail(document.error());
    base::Errors problems;
    const json::Reader root(*document, problems);
    const json::Value* const schema = document->find("schema");
    if (schema != nullptr && schema->kind == json::Kind::kString && schema->string != kSchema) {
        root.at("schema").report("error.flow.other_schema",
                                 {{"found", schema->string}, {"expected", std::string(kSchema)}});
        return base::fail(std::move(problems));  // of another kind nothing else can be said
    }
    if (!root.object({"schema", "id", "name", "example", "months", "patience_months", "stages",
                      "paths", "capabilities"})) {
        return base::fail(std::move(problems));
    }
    root.at("schema").string();
    Scenario scenario = ScenarioReader(root).read();
    if (!problems.empty()) return base::fail(std::move(problems));
    return scenario;
}

}  // namespace vgap::flow
