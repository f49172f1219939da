// What has an effect: dimensions that can be scored and lacking, actions that move something,
// sources.

#include <algorithm>
#include <set>
#include <string>

#include "core/instrument/check_parts.hpp"

namespace vgap::instrument {

namespace {

bool contains(const std::vector<Index>& list, Index value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

class Sources {
  public:
    explicit Sources(Findings& findings) : findings_(findings) {}

    void need(const std::string& source, const std::string& id, std::string where) {
        if (source.empty()) {
            findings_.add(Severity::kWarning, "lint.source_missing", std::move(where),
                          {{"id", id}});
        }
        used_.insert(source);
    }
    bool is_used(const std::string& source) const { return used_.contains(source); }

  private:
    Findings& findings_;
    std::set<std::string, std::less<>> used_;
};

}  // namespace

void check_levels(const Instrument& instrument, const std::vector<DimensionLevels>& levels,
                  Findings& findings) {
    for (std::size_t d = 0; d < levels.size(); ++d) {
        const std::string& id = instrument.dimensions[d].id;
        const std::string where = place("dimensions", d);
        const Range& required = levels[d].required;
        if (!levels[d].current) {
            findings.add(Severity::kError, "lint.dimension_insufficient", where, {{"id", id}});
        }
        if (required.low > 100 || required.high < 0) {
            findings.add(Severity::kWarning, "lint.required_clamped", where + "/required",
                         {{"id", id}});
        }
        if (required.high <= 0) {
            findings.add(Severity::kWarning, "lint.required_zero", where + "/required",
                         {{"id", id}});
        }
    }
}

void check_actions(const Instrument& instrument, Findings& findings) {
    std::vector<bool> moved(instrument.questions.size(), false);
    std::vector<bool> dimension_helped(instrument.dimensions.size(), false);
    std::vector<bool> pattern_helped(instrument.patterns.size(), false);
    for (std::size_t a = 0; a < instrument.actions.size(); ++a) {
        const Action& action = instrument.actions[a];
        const std::string where = place("actions", a);
        std::vector<Index> moved_dimensions;
        for (const Move& move : action.moves) {
            moved[move.item] = true;
            moved_dimensions.push_back(instrument.questions[move.item].dimension);
        }
        if (action.moves.empty()) {
            findings.add(Severity::kError, "lint.action_no_move", where, {{"id", action.id}});
        }
        if (action.dimensions.empty() && action.patterns.empty()) {
            findings.add(Severity::kError, "lint.action_no_target", where, {{"id", action.id}});
        }
        for (std::size_t t = 0; t < action.dimensions.size(); ++t) {
            const Index dimension = action.dimensions[t];
            dimension_helped[dimension] = true;
            if (action.moves.empty() || contains(moved_dimensions, dimension)) continue;
            findings.add(Severity::kWarning, "lint.action_target_unmoved",
                         where + "/targets" + place("dimensions", t),
                         {{"id", action.id}, {"dimension", instrument.dimensions[dimension].id}});
        }
        for (const Index pattern : action.patterns) pattern_helped[pattern] = true;
    }
    for (Index q = 0; q < moved.size(); ++q) {
        const Question& question = instrument.questions[q];
        if (moved[q] || question.dimension == kNone) continue;
        findings.add(Severity::kWarning, "lint.item_unmoved", place_of_question(instrument, q),
                     {{"id", question.id}});
    }
    for (std::size_t d = 0; d < dimension_helped.size(); ++d) {
        if (dimension_helped[d]) continue;
        findings.add(Severity::kWarning, "lint.dimension_no_action", place("dimensions", d),
                     {{"id", instrument.dimensions[d].id}});
    }
    for (std::size_t p = 0; p < pattern_helped.size(); ++p) {
        if (pattern_helped[p]) continue;
        findings.add(Severity::kWarning, "lint.pattern_no_action", place("patterns", p),
                     {{"id", instrument.patterns[p].id}});
    }
}

void check_sources(const Instrument& instrument, Findings& findings) {
    Sources sources(findings);
    for (Index q = 0; q < instrument.questions.size(); ++q) {
        const Question& question = instrument.questions[q];
        if (question.is_context && question.source.empty()) continue;  // a fact needs no source
        sources.need(question.source, question.id, place_of_question(instrument, q));
    }
    for (std::size_t d = 0; d < instrument.dimensions.size(); ++d) {
        const std::vector<Rule>& rules = instrument.dimensions[d].rules;
        for (std::size_t r = 0; r < rules.size(); ++r) {
            sources.need(rules[r].source, rules[r].id, place_of_rule(d, r));
        }
    }
    for (std::size_t p = 0; p < instrument.patterns.size(); ++p) {
        const Pattern& pattern = instrument.patterns[p];
        sources.need(pattern.source, pattern.id, place("patterns", p));
    }
    for (std::size_t a = 0; a < instrument.actions.size(); ++a) {
        const Action& action = instrument.actions[a];
        sources.need(action.source, action.id, place("actions", a));
    }
    for (std::size_t s = 0; s < instrument.sources.size(); ++s) {
        if (sources.is_used(instrument.sources[s].id)) continue;
        findings.add(Severity::kWarning, "lint.source_unused", place("sources", s),
                     {{"id", instrument.sources[s].id}});
    }
}

}  // namespace vgap::instrument
