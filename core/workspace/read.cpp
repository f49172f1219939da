#include "core/workspace/read.hpp"

#include <set>

#include "core/calibration/read.hpp"
#include "core/json/pointer.hpp"
#include "core/json/read.hpp"
#include "core/workspace/migrate.hpp"
#include "core/workspace/read_parts.hpp"

namespace vgap::workspace {

namespace {

using json::Reader;

constexpr std::size_t kMostSessions = 10'000;

void read_calibrations(const Reader& in, Workspace& workspace) {
    std::set<std::string, std::less<>> known;
    for (const Reader& each : in.elements(0, kMostSessions)) {
        workspace.calibrations.push_back(calibration::read_session(each));
        const std::string& id = workspace.calibrations.back().id;
        if (!id.empty() && !known.insert(id).second) {
            each.at("id").report("error.workspace.twice", {{"found", json::excerpt(id)}});
        }
    }
}

void read_settings(const Reader& in, Workspace& workspace) {
    if (!in.object({"segment_by"})) return;
    if (in.has("segment_by")) workspace.segment_by = in.at("segment_by").string(kMostName);
}

void read_members(const Reader& root, Library library, Workspace& workspace) {
    const auto given = [&](std::string_view key, auto&& reading) {
        if (root.has(key)) reading(root.at(key));
    };
    workspace.title = root.at("title").string(kMostText);
    given("client", [&](const Reader& in) { workspace.client = in.string(kMostText); });
    workspace.created = read_day(root.at("created")).value_or(base::Date());
    given("synthetic", [&](const Reader& in) { workspace.synthetic = in.boolean(); });
    given("settings", [&](const Reader& in) { read_settings(in, workspace); });
    read_threshold(root.at("threshold"), workspace.threshold);
    given("instruments", [&](const Reader& in) { read_instruments(in, library, workspace); });
    given("responses", [&](const Reader& in) { read_responses(in, workspace); });
    given("ratings", [&](const Reader& in) { read_ratings(in, workspace); });
    given("people", [&](const Reader& in) {
        read_imported(in, people::File::kPeople, workspace.people.emplace());
        workspace.as_of = read_day(in.at("as_of"));
    });
    given("promotions", [&](const Reader& in) {
        read_imported(in, people::File::kDecisions, workspace.promotions.emplace());
    });
    given("targets", [&](const Reader& in) { workspace.targets = people::read_targets(in); });
    given("calibrations", [&](const Reader& in) { read_calibrations(in, workspace); });
    given("projects", [&](const Reader& in) { read_projects(in, workspace); });
    given("plan", [&](const Reader& in) { read_plan(in, workspace); });
    given("publications", [&](const Reader& in) { read_publications(in, workspace); });
}

}  // namespace

base::Result<json::Value> parse(std::string_view text) {
    return json::parse(text, kLimits, json::Numbers::kAsWritten);
}

base::Result<Workspace> read(json::Value document, Library library) {
    base::Errors problems;
    Workspace workspace;
    workspace.document = std::move(document);
    const Reader root(workspace.document, problems, "", json::Unknown::kPassedOver);
    const base::Result<int> version = version_of(workspace.document);
    if (!version) return base::fail(version.error());
    if (*version != kVersion) {
        return base::fail(base::Error{"error.workspace.to_migrate", "", {}});
    }
    read_members(root, library, workspace);
    if (!problems.empty()) return base::fail(std::move(problems));
    return workspace;
}

}  // namespace vgap::workspace
