#include "core/instrument/read_parts.hpp"

namespace vgap::instrument {

namespace {

constexpr std::size_t kMostRules = 100;

void read_rule(const json::Reader& entry, Reading& reading, Index position, Rule& rule) {
    if (!entry.object({"id", "when", "add", "source"})) return;
    rule.id = reading.rules.declare(entry, position);
    rule.when = read_condition(entry.at("when"), Operands::kContext, reading);
    rule.add = entry.at("add").number(-100, 100);
    rule.source = read_source(entry, reading);
}

}  // namespace

void read_dimension(const json::Reader& entry, Reading& reading, Dimension& dimension) {
    if (!entry.object({"id", "weight", "required"})) return;
    if (entry.has("weight")) {
        dimension.weight = entry.at("weight").number(kLeastWeight, kMostWeight);
    }
    const json::Reader required = entry.at("required");
    if (!required.object({"base", "rules"})) return;
    dimension.required_base = required.at("base").number(0, 100);
    if (!required.has("rules")) return;
    for (const json::Reader& rule : required.at("rules").elements(0, kMostRules)) {
        dimension.rules.emplace_back();
        read_rule(rule, reading, static_cast<Index>(dimension.rules.size() - 1),
                  dimension.rules.back());
    }
}

}  // namespace vgap::instrument
