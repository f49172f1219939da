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

int whole_at(const json::Reader& in, const char* key, int least, int most) {
    return in.at(key).whole(least, most);
}

std::string name_at(const json::Reader& in, const char* key) {
    return in.at(key).string(kMostName);
}

// What may be missing, and stays as it is then.
void read_whole(const json::Reader& in, const char* key, int& to, int least, int most) {
    if (in.has(key)) to = whole_at(in, key, least, most);
}

void read_name(const json::Reader& in, const char* key, std::string& to) {
    if (in.has(key)) to = name_at(in, key);
}

void read_boolean(const json::Reader& in, const char* key, bool& to) {
    if (in.has(key)) to = in.at(key).boolean();
}

void refuse(const json::Reader& in, const char* code, std::string found) {
    in.report(code, {{"found", std::move(found)}});
}

void refuse(const json::Reader& in, const char* code, int found, const char* limit, int most) {
    in.report(code, {{"found", std::to_string(found)}, {limit, std::to_string(most)}});
}

class ScenarioReader {
  public:
    explicit ScenarioReader(const json::Reader& root) : root_(root) {}

    Scenario read() {
        scenario_.id = root_.at("id").identifier();
        scenario_.name = name_at(root_, "name");
        read_boolean(root_, "example", scenario_.example);
        scenario_.months = whole_at(root_, "months", 1, kMostMonths);
        read_whole(root_, "patience_months", scenario_.patience_months, 1, kMostMonths);
        const std::vector<json::Reader> stages = root_.at("stages").elements(1, kMostStages);
        scenario_.stages = std::vector<Stage>(stages.size());
        for (std::size_t at = 0; at < stages.size(); ++at) {
            read_stage(stages[at], scenario_.stages[at]);
        }
        places_ = some("paths", kMostPaths);
        scenario_.paths = std::vector<Path>(places_.size());
        for (std::size_t at = 0; at < places_.size(); ++at) {
            read_path(places_[at], scenario_.paths[at]);
        }
        const std::vector<json::Reader> capabilities = some("capabilities", kMostCapabilities);
        scenario_.capabilities = std::vector<Capability>(capabilities.size());
        for (std::size_t at = 0; at < capabilities.size(); ++at) {
            read_capability(capabilities[at], scenario_.capabilities[at]);
        }
        refuse_cycles();
        refuse_shares();
        return std::move(scenario_);
    }

  private:
    std::vector<json::Reader> some(const char* key, std::size_t most) const {
        if (!root_.has(key)) return {};
        return root_.at(key).elements(0, most);
    }

    template <class All>
    std::string new_id(const json::Reader& in, const All& known) {
        std::string id = in.identifier();
        const bool twice = std::any_of(known.begin(), known.end(),
                                       [&](const auto& each) { return each.id == id; });
        if (twice && !id.empty()) refuse(in, "error.flow.twice", id);
        return id;
    }

    void read_stage(const json::Reader& in, Stage& made) {
        if (!in.object({"id", "name", "track", "people", "attrition_pct_per_year", "seats",
                        "external_share_pct", "external_lead_months", "critical_seats"})) {
            return;
        }
        made.id = new_id(in.at("id"), scenario_.stages);
        made.name = name_at(in, "name");
        read_name(in, "track", made.track);
        made.people = whole_at(in, "people", 0, kMostPeople);
        for (const StageKey& each : kStageKeys) {
            made.*each.parameter = read_parameter(in.at(each.key), each.least, each.most);
        }
        if (in.has("critical_seats")) {
            made.critical_seats = whole_at(in, "critical_seats", 1, kMostPeople);
        }
        for (const json::Reader& each : in.at("seats").elements(1, kMostMonths + 1)) {
            if (!each.object({"month", "seats"})) continue;
            const Planned planned{whole_at(each, "month", 0, kMostMonths),
                                  whole_at(each, "seats", 0, kMostPeople)};
            if (!made.seats.empty() && planned.month <= made.seats.back().month) {
                refuse(each.at("month"), "error.flow.seat_months", std::to_string(planned.month));
            }
            made.seats.push_back(planned);
        }
    }

    std::size_t stage_of(const json::Reader& in) {
        const std::string id = in.identifier();
        for (std::size_t at = 0; at < scenario_.stages.size(); ++at) {
            if (scenario_.stages[at].id == id) return at;
        }
        if (!id.empty()) refuse(in, "error.flow.unknown_stage", id);
        return kNowhere;
    }

    void read_path(const json::Reader& in, Path& made) {
        if (!in.object({"id", "from", "to", "ready_people", "phases", "people_share_pct",
                        "months_to_ready", "submission_success_pct", "retry_months"})) {
            placed_ = false;
            return;
        }
        made.id = new_id(in.at("id"), scenario_.paths);
        made.from = stage_of(in.at("from"));
        made.to = stage_of(in.at("to"));
        if (made.from == made.to && made.from != kNowhere) {
            refuse(in.at("to"), "error.flow.same_stage", scenario_.stages[made.to].id);
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
    }

    void read_capability(const json::Reader& in, Capability& made) {
        if (!in.object(
                {"id", "name", "stage", "seats", "by_month", "critical", "transition_project"})) {
            return;
        }
        made.id = new_id(in.at("id"), scenario_.capabilities);
        made.name = name_at(in, "name");
        made.stage = stage_of(in.at("stage"));
        made.seats = whole_at(in, "seats", 0, kMostPeople);
        made.by_month = whole_at(in, "by_month", 0, kMostMonths);
        if (made.by_month > scenario_.months) {
            refuse(in.at("by_month"), "error.flow.after_the_end", made.by_month, "months",
                   scenario_.months);
        }
        read_boolean(in, "critical", made.critical);
        read_name(in, "transition_project", made.transition_project);
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
        if (!circle.empty()) refuse(root_.at("paths"), "error.flow.cycle", circle);
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
            refuse(places_[at].at("ready_people"), "error.flow.ready_over",
                   scenario_.paths[at].ready, "most", people[at]);
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
        std::vector<double> over(
            people.size());  // of a person, still; due are no more than have some
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
            over[at] = exact - people[at];
        }
        const int due =
            std::min(static_cast<int>(std::floor(share + 0.5)), scenario.stages[stage].people);
        for (; given < due; ++given) {
            const auto most = std::max_element(over.begin(), over.end());
            ++people[static_cast<std::size_t>(most - over.begin())];
            *most = 0;
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
