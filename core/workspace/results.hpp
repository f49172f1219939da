// workspace/results — what the evidence of a workspace amounts to, as far as it may be shown.
//
// In      Workspace, which must outlive the results; the day of the report is the records' own
// Out     cohorts: of each instrument that was answered, under the workspace's threshold, by its segments where the instrument asks
//         that question. panels: of each instrument with ratings the candidates, by what is on record of them and may be told now.
//         pipeline: the figures of people and promotions, with their faults told by where they stand in the workspace; nothing about fewer
//         people than the threshold. sessions: for each, what does not hold of its log
// Errors  none: what cannot be worked out is not there
// Source  MODEL.md §2, §3, §4, §5
// Cost    that of cohort/report, readiness/assess, people/metrics
// Tested  tests/cli/workspace_report.test.mjs
#pragma once

#include <optional>
#include <vector>

#include "core/cohort/report.hpp"
#include "core/people/metrics.hpp"
#include "core/readiness/slate.hpp"
#include "core/workspace/workspace.hpp"

namespace vgap::workspace {

struct Cohort {
    std::size_t instrument = 0;
    cohort::Layout layout;
    cohort::Summary summary;
    cohort::Report report;
};

struct Panel {
    std::size_t instrument = 0;
    std::vector<readiness::Assessment> assessments;
    std::vector<readiness::CandidateRelease> releases;
    readiness::Slate slate;
};

struct Pipeline {
    people::Records records;
    people::Targets targets;
    people::Metrics metrics;
    base::Date as_of;
    std::size_t least_group = 0;
    std::optional<base::Date> recorded_from;

    people::Question question() const { return {as_of, targets, least_group, recorded_from}; }
};

struct Results {
    std::vector<Cohort> cohorts;
    std::vector<Panel> panels;
    std::optional<Pipeline> pipeline;
    std::vector<base::Errors> sessions;  // as in the workspace; empty: the log holds
};

Results results_of(const Workspace& workspace);

}  // namespace vgap::workspace
