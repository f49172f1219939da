// export/chart_json — charts as data, for whoever draws them: marks and lines, the finding and the table as messages with their
// arguments (assets/locales) or as names.
//
// In      charts
// Out     a member "charts": [{"title","finding","axis","labels","marks","last","series","table"}]
// Errors  none
// Source  HOUSE.md §1 (a chart as data)
// Cost    O(marks + points + cells)
// Tested  tests/core/chart/evidence_test.cpp, tests/cli
#pragma once

#include <vector>

#include "core/chart/chart.hpp"
#include "core/json/write.hpp"

namespace vgap::export_ {

void write_charts(json::Writer& write, const std::vector<chart::Chart>& charts);

}  // namespace vgap::export_
