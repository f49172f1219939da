// instrument/check_parts — how check.cpp is divided: each part looks at one thing and adds
// findings.
//
// In      instrument; what other parts found out
// Out     findings
// Errors  none
// Source  MODEL.md §1
// Cost    each part's own
// Tested  tests/core/instrument/check_test.cpp
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/instrument/check.hpp"

namespace vgap::instrument {

class Findings {
  public:
    void add(Severity severity, std::string_view code, std::string where,
             std::vector<base::Argument> arguments = {}, std::size_t catalogue = kInstrumentFile) {
        list.push_back(
            {severity, {std::string(code), std::move(where), std::move(arguments)}, catalogue});
    }
    std::vector<Finding> list;
};

// Where an entry stands in the file: "/items/3", "/dimensions/0/required/rules/2".
std::string place(std::string_view list, std::size_t position);
std::string place_of_question(const Instrument& instrument, Index question);
std::string place_of_rule(std::size_t dimension, std::size_t rule);

void check_skip_logic(const Instrument& instrument, Findings& findings);  // cycles, order, reach
void check_rules(const Instrument& instrument, Findings& findings);       // rules and patterns
void check_levels(const Instrument& instrument, const std::vector<DimensionLevels>& levels,
                  Findings& findings);
void check_actions(const Instrument& instrument, Findings& findings);
void check_sources(const Instrument& instrument, Findings& findings);
void check_earlier_versions(const Instrument& instrument, Findings& findings);

// Never, always, contradictory or undecided: the condition at `where` and its parts.
void check_condition(const Instrument& instrument, const Condition& condition,
                     const std::string& where, std::string_view id, Findings& findings);

}  // namespace vgap::instrument
