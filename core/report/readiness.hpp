// report/readiness — candidates by what several raters saw of them, as a document.
//
// In      instrument, rules, the interface's and the instrument's texts in one language; assessments, what was released
//         of each, and a slate if one was asked for
// Out     blocks in reading order; candidates in the order of their ids, which is no ranking
// Errors  none
// Source  MODEL.md §3
// Cost    O(what is told)
// Tested  tests/cli/readiness.test.mjs
#pragma once

#include <span>

#include "core/readiness/slate.hpp"
#include "core/report/report.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::report {

struct Candidates {
    const instrument::Instrument& instrument;
    const readiness::Rules& rules;
    const text::Catalogue& texts;
    std::span<const readiness::Assessment> assessments;
    std::span<const readiness::CandidateRelease> releases;
    const readiness::Slate* slate = nullptr;
};

Report write_readiness(const Candidates& told);

}  // namespace vgap::report
