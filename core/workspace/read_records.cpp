// Records of the house: the threshold and its changes, people and promotions, projects, the plan.

#include <set>

#include "core/json/pointer.hpp"
#include "core/workspace/read_parts.hpp"

namespace vgap::workspace {

namespace {

using json::Reader;

constexpr int kLeastThreshold = 2;
constexpr int kMostThreshold = 1'000'000;
constexpr std::size_t kMostChanges = 10'000;

std::string optional_text(const Reader& in, std::string_view key) {
    return in.has(key) ? in.at(key).string(kMostText) : std::string();
}

std::optional<base::Date> optional_day(const Reader& in, std::string_view key) {
    return in.has(key) ? read_day(in.at(key)) : std::nullopt;
}

// What must say something.
std::string words(const Reader& in) {
    std::string text = in.string(kMostText);
    if (in.value().kind == json::Kind::kString && text.empty()) {
        in.report("error.workspace.empty");
    }
    return text;
}

class Ids {
  public:
    std::string take(const Reader& in) {
        std::string id = words(in);
        if (!id.empty() && !taken_.insert(id).second) {
            in.report("error.workspace.twice", {{"found", json::excerpt(id)}});
        }
        return id;
    }

  private:
    std::set<std::string, std::less<>> taken_;
};

std::string one_of(const Reader& in, std::string_view key,
                   std::initializer_list<std::string_view> allowed) {
    if (!in.has(key)) return {};
    const int which = in.at(key).one_of(allowed);
    return which < 0 ? std::string() : std::string(allowed.begin()[which]);
}

std::string status_of(const Reader& in) {
    return one_of(in, "status", {"planned", "running", "done", "stopped"});
}

std::optional<people::Field> field_of(const Reader& in, people::File file) {
    const std::string found = in.string(kMostName);
    std::string allowed;
    for (const people::Field field : people::fields_of(file)) {
        if (people::to_string(field) == found) return field;
        (allowed += allowed.empty() ? "" : ", ") += people::to_string(field);
    }
    if (in.value().kind == json::Kind::kString) {
        in.report("error.json.not_allowed",
                  {{"found", json::excerpt(found)}, {"allowed", allowed}});
    }
    return std::nullopt;
}

void read_columns(const Reader& in, people::File file, Imported& imported) {
    for (const Reader& each : in.elements(1, people::kFields)) {
        if (!each.object({"field", "name"})) continue;
        const std::optional<people::Field> field = field_of(each.at("field"), file);
        if (field && imported.mapping[*field]) {
            each.at("field").report("error.workspace.twice",
                                    {{"found", std::string(people::to_string(*field))}});
        } else if (field) {
            imported.mapping[*field] = people::Mapped{imported.sheet.names.size(), false};
        }
        imported.sheet.names.push_back(each.at("name").string(kMostText));
    }
}

}  // namespace

std::optional<base::Date> read_day(const Reader& in) {
    const std::string text = in.string(kMostName);
    if (in.value().kind != json::Kind::kString) return std::nullopt;
    const std::optional<base::Date> day = base::parse_date(text);
    if (!day) in.report("error.workspace.no_day", {{"found", json::excerpt(text)}});
    return day;
}

void read_threshold(const Reader& in, Threshold& threshold) {
    if (!in.object({"now", "frozen_on", "changes"})) return;
    threshold.now = in.at("now").whole(kLeastThreshold, kMostThreshold);
    threshold.frozen_on = optional_day(in, "frozen_on");
    if (!in.has("changes")) return;
    for (const Reader& each : in.at("changes").elements(0, kMostChanges)) {
        if (!each.object({"from", "to", "date", "reason"})) continue;
        ThresholdChange change;
        change.from = each.at("from").whole(kLeastThreshold, kMostThreshold);
        change.to = each.at("to").whole(kLeastThreshold, kMostThreshold);
        change.date = read_day(each.at("date")).value_or(base::Date());
        change.reason = words(each.at("reason"));
        const bool follows =
            threshold.changes.empty() || threshold.changes.back().to == change.from;
        if (!follows) {
            each.at("from").report("error.workspace.threshold_changes",
                                   {{"found", std::to_string(change.from)},
                                    {"expected", std::to_string(threshold.changes.back().to)}});
        }
        threshold.changes.push_back(std::move(change));
    }
    if (!threshold.changes.empty() && threshold.changes.back().to != threshold.now) {
        in.at("now").report("error.workspace.threshold_changes",
                            {{"found", std::to_string(threshold.now)},
                             {"expected", std::to_string(threshold.changes.back().to)}});
    }
}

void read_imported(const Reader& in, people::File file, Imported& imported) {
    if (!in.object({"source", "as_of", "recorded_from", "dates", "encoding", "delimiter",
                    "left_out", "columns", "rows"})) {
        return;
    }
    imported.source = optional_text(in, "source");
    imported.recorded_from = optional_day(in, "recorded_from");
    const int form = in.at("dates").one_of({"ymd", "dmy", "mdy"});
    if (form >= 0) imported.days = static_cast<people::DayForm>(form);
    read_columns(in.at("columns"), file, imported);
    people::Sheet& sheet = imported.sheet;
    if (in.has("left_out")) {
        sheet.left_out =
            static_cast<std::size_t>(in.at("left_out").whole(0, static_cast<int>(kMostRecords)));
    }
    for (const Reader& row : in.at("rows").elements(0, kMostRecords)) {
        std::vector<std::string> cells;
        for (const Reader& cell : row.elements()) cells.push_back(cell.string(kMostText));
        if (row.value().kind == json::Kind::kArray && cells.size() != sheet.names.size()) {
            row.report("error.workspace.uneven_row",
                       {{"found", std::to_string(cells.size())},
                        {"expected", std::to_string(sheet.names.size())}});
        }
        cells.resize(sheet.names.size());
        sheet.rows.push_back(std::move(cells));
        sheet.lines.push_back(sheet.rows.size());
    }
    for (const people::Field field : people::fields_of(file)) {
        if (imported.mapping[field] || !people::is_needed(field)) continue;
        in.at("columns").report("error.workspace.column_missing",
                                {{"field", std::string(people::to_string(field))}});
    }
}

void read_projects(const Reader& in, Workspace& workspace) {
    Ids ids;
    for (const Reader& each : in.elements(0, kMostRecords)) {
        if (!each.object({"id", "person", "kind", "area", "action", "sign", "from", "to", "start",
                          "review", "status"})) {
            continue;
        }
        Project project;
        project.id = ids.take(each.at("id"));
        project.person = words(each.at("person"));
        project.action = words(each.at("action"));
        project.kind = one_of(each, "kind", {"development", "transition"});
        project.area = optional_text(each, "area");
        project.sign = optional_text(each, "sign");
        project.from = optional_text(each, "from");
        project.to = optional_text(each, "to");
        project.start = optional_day(each, "start");
        project.review = optional_day(each, "review");
        project.status = status_of(each);
        workspace.projects.push_back(std::move(project));
    }
}

void read_plan(const Reader& in, Workspace& workspace) {
    Ids ids;
    for (const Reader& each : in.elements(0, kMostRecords)) {
        if (!each.object({"id", "action", "sign", "owner", "horizon", "due", "status"})) continue;
        Planned planned;
        planned.id = ids.take(each.at("id"));
        planned.action = words(each.at("action"));
        planned.sign = optional_text(each, "sign");
        planned.owner = optional_text(each, "owner");
        planned.horizon = one_of(each, "horizon", {"week", "month", "quarter"});
        planned.due = optional_day(each, "due");
        planned.status = status_of(each);
        workspace.plan.push_back(std::move(planned));
    }
}

}  // namespace vgap::workspace
