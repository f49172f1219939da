// people/measure_parts — the groups of figures that people/metrics puts together, one file each.
//
// In      Records, Question, and which groups are too small to be spoken of
// Out     added to Metrics
// Errors  none
// Source  MODEL.md §4
// Cost    see people/metrics
// Tested  tests/core/people/metrics_test.cpp
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/people/metrics.hpp"

namespace vgap::people {

using Transition = std::pair<std::string, std::string>;

std::vector<Transition> transitions_of(const Records& records, const Targets& targets);

// Which of several groups, whose total is shown too, must be hidden; each list counts the same groups in another way.
std::vector<bool> hidden_groups(const std::vector<std::vector<std::size_t>>& counts,
                                std::size_t least);

void measure_stages(const Records& records, const Question& question, Metrics& metrics);
void measure_waits(const std::vector<Transition>& transitions, const Question& question,
                   Metrics& metrics);
void measure_success(const Records& records, const std::vector<Transition>& transitions,
                     const Question& question, Metrics& metrics);
void measure_roles(const Records& records, const Question& question, Metrics& metrics);

// count / n with its Wilson interval against a target.
Figure share(std::string_view metric, std::size_t count, std::size_t n, std::size_t open,
             std::optional<double> target);

// Says nothing of it but that it is hidden.
void hide(Figure& figure);

}  // namespace vgap::people
