// workspace/workspace — an engagement in one file: its document as it was written, and what that means.
//
// In      built by workspace/read
// Out     document: every field in its place, unknown ones among them; what is changed is changed there (workspace/change)
//         and read again. The rest is what the document says: each response, rating and publication beside the
//         instrument that it belongs to
// Errors  none
// Source  MODEL.md §0 (workspace), §2 (threshold), §3 (publications), §4, §5
// Cost    data only
// Tested  tests/core/workspace/read_test.cpp
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/answers/answer.hpp"
#include "core/base/date.hpp"
#include "core/calibration/session.hpp"
#include "core/instrument/types.hpp"
#include "core/json/value.hpp"
#include "core/people/columns.hpp"
#include "core/people/day_form.hpp"
#include "core/people/sheet.hpp"
#include "core/people/targets.hpp"
#include "core/readiness/rating.hpp"
#include "core/readiness/release_read.hpp"
#include "core/readiness/rules.hpp"

namespace vgap::workspace {

inline constexpr std::string_view kSchema = "workspace/1";

// An instrument, and the rules for reading several raters together where it has any.
struct Known {
    instrument::Instrument instrument;
    std::optional<readiness::Rules> rules;
};

using Library = std::span<const Known>;  // those that ship

struct Listed {
    Known known;
    bool is_own = false;             // the workspace holds it
    std::vector<std::string> texts;  // catalogues of an own one, as files
};

struct ThresholdChange {
    int from = 0;
    int to = 0;
    base::Date date;
    std::string reason;
};

struct Threshold {
    int now = 5;
    std::optional<base::Date> frozen_on;  // nothing was imported before
    std::vector<ThresholdChange> changes;

    int at_first() const { return changes.empty() ? now : changes.front().from; }
};

struct GivenResponse {
    std::size_t instrument = 0;  // in Workspace::instruments
    answers::Response response;
};

struct GivenRating {
    std::size_t instrument = 0;
    readiness::Rating rating;
};

// People or promotion decisions, as they were imported.
struct Imported {
    std::string source;
    std::optional<base::Date> recorded_from;
    people::DayForm days = people::DayForm::kYearFirst;
    people::Sheet sheet;  // only columns that mean something; its lines are rows, from 1
    people::Mapping mapping;
};

struct Project {
    std::string id;
    std::string person;
    std::string kind;  // "development", "transition"
    std::string area, action, sign;
    std::string from, to;  // stages, of a transition
    std::optional<base::Date> start, review;
    std::string status;  // "planned", "running", "done", "stopped"
};

struct Planned {
    std::string id;
    std::string action, sign, owner;
    std::string horizon;  // "week", "month", "quarter"
    std::optional<base::Date> due;
    std::string status;
};

struct Publication {
    std::size_t instrument = 0;
    base::Date date;
    readiness::Release release;
};

struct Workspace {
    json::Value document;

    std::string title;
    std::string client;
    base::Date created;
    bool synthetic = false;  // made up, and to be called so
    std::string segment_by;  // question that responses are told apart by
    Threshold threshold;
    std::vector<Listed> instruments;
    std::vector<GivenResponse> responses;
    std::vector<GivenRating> ratings;
    std::optional<base::Date> as_of;  // of the people
    std::optional<Imported> people;
    std::optional<Imported> promotions;
    std::optional<people::Targets> targets;
    std::vector<calibration::Session> calibrations;
    std::vector<Project> projects;
    std::vector<Planned> plan;
    std::vector<Publication> publications;
};

}  // namespace vgap::workspace
