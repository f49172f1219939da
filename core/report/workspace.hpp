// report/workspace — an engagement as one document, section by section.
//
// In      Told: the workspace, its results, the interface's texts, and of each instrument the texts with its own laid over them; the
//         sections that are asked for, in the order of kSections
// Out     Report. A section of which the workspace holds nothing says so; a log that does not hold is named, and nothing is told from
//         it. sections_named: the sections of a list such as "summary,plan", or nothing where one is unknown
// Errors  none
// Source  MODEL.md §0 (workspace), §7
// Cost    O(what is told)
// Tested  tests/cli/workspace_report.test.mjs
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/report.hpp"
#include "core/text/catalogue.hpp"
#include "core/workspace/results.hpp"

namespace vgap::report {

enum class Section : std::uint8_t {
    kSummary,
    kResponses,
    kReadiness,
    kPipeline,
    kCalibration,
    kProjects,
    kPlan
};
inline constexpr std::string_view kSections[] = {
    "summary", "responses", "readiness", "pipeline", "calibration", "projects", "plan"};

std::optional<std::vector<Section>> sections_named(std::string_view list);

struct WorkspaceTold {
    const workspace::Workspace& workspace;
    const workspace::Results& results;
    const text::Catalogue& texts;
    std::span<const text::Catalogue> by_instrument;  // as in the workspace
    base::Date date;                                 // of the report
};

// The document of one section, or of several.
Report write_workspace(const WorkspaceTold& told, std::span<const Section> sections);

}  // namespace vgap::report
