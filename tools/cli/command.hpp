// cli/command — the table of commands; a new one is a row here and a file beside.
//
// In      what the person asked for, already checked against the command's options
// Out     exit code: 0 fine, 1 findings, 2 bad use or bad data
// Errors  reported on the console
// Source  PRODUCT.md §4
// Cost    a command's own
// Tested  tests/cli/use.test.mjs
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "tools/cli/console.hpp"
#include "tools/cli/options.hpp"

namespace vgap::cli {

struct Command {
    std::string_view name;
    std::string_view summary;   // message id
    std::string_view operands;  // as help shows them: "FILE"
    std::string_view details;   // message id
    std::size_t most_operands;
    std::span<const OptionRow> options;
    int (*run)(const Options& options, Console& console);
};

extern const Command kLint;
extern const Command kScore;
extern const Command kReport;
extern const Command kCohort;
extern const Command kReadiness;
extern const Command kPrerender;
extern const Command kOffline;
extern const Command kSchema;
extern const Command kStats;
extern const Command kMetrics;
extern const Command kCalibration;
extern const Command kArticles;
extern const Command kWorkspace;
extern const Command kFlow;

}  // namespace vgap::cli
