// What can hold: conditions, and the skip logic that they make up.

#include <algorithm>

#include "core/instrument/check_parts.hpp"

namespace vgap::instrument {

namespace {

std::string_view key_of(Operator op) {
    return op == Operator::kAll ? "all" : op == Operator::kAny ? "any" : "not";
}

bool is_group(const Condition& condition) {
    return condition.op == Operator::kAll || condition.op == Operator::kAny ||
           condition.op == Operator::kNot;
}

std::string place_of_child(const std::string& where, const Condition& parent, std::size_t child) {
    const std::string group = where + "/" + std::string(key_of(parent.op));
    return parent.op == Operator::kNot ? group : group + "/" + std::to_string(child);
}

// Each part of an `all` can hold, so it is their being together that cannot.
bool is_contradiction(const Instrument& instrument, const Condition& condition) {
    return condition.op == Operator::kAll &&
           std::all_of(condition.children.begin(), condition.children.end(),
                       [&](const Condition& child) {
                           return decide(instrument, {&child}) != Holds::kNever;
                       });
}

void check_parts(const Instrument& instrument, const Condition& condition, const std::string& where,
                 std::string_view id, Findings& findings) {
    if (!is_group(condition)) return;
    for (std::size_t i = 0; i < condition.children.size(); ++i) {
        const Condition& child = condition.children[i];
        const std::string child_where = place_of_child(where, condition, i);
        const std::vector<base::Argument> arguments = {{"id", std::string(id)}};
        switch (decide(instrument, {&child})) {
            case Holds::kNever:
                findings.add(Severity::kWarning,
                             is_contradiction(instrument, child) ? "lint.condition_contradiction"
                                                                 : "lint.branch_never",
                             child_where, arguments);
                break;
            case Holds::kAlways:
                findings.add(Severity::kWarning, "lint.branch_always", child_where, arguments);
                break;
            default:
                check_parts(instrument, child, child_where, id, findings);
        }
    }
}

void collect_questions(const Condition& condition, std::vector<Index>& questions) {
    if (is_group(condition)) {
        for (const Condition& child : condition.children) collect_questions(child, questions);
    } else if (condition.op != Operator::kDimensionBelow &&
               condition.op != Operator::kDimensionAtLeast) {
        questions.push_back(condition.subject);
    }
}

// The order in which questions are asked, and which of them decide about which.
class SkipLogic {
  public:
    explicit SkipLogic(const Instrument& instrument, Findings& findings)
        : instrument_(instrument),
          findings_(findings),
          position_(instrument.questions.size(), kNone),
          needs_(instrument.questions.size()),
          is_cyclic_(instrument.questions.size(), false) {
        Index position = 0;
        for (const Page& page : instrument.pages) {
            for (const Index question : page.questions) position_[question] = position++;
        }
        for (Index q = 0; q < needs_.size(); ++q) {
            const Question& question = instrument.questions[q];
            if (question.conditional) collect_questions(question.when, needs_[q]);
            if (question.page == kNone || !instrument.pages[question.page].conditional) continue;
            collect_questions(instrument.pages[question.page].when, needs_[q]);
        }
    }

    void check() {
        check_cycles();
        for (std::size_t p = 0; p < instrument_.pages.size(); ++p) check_page(p);
        for (Index q = 0; q < instrument_.questions.size(); ++q) check_question(q);
    }

  private:
    // A cycle is told once, at its first question.
    void check_cycles() {
        for (Index start = 0; start < needs_.size(); ++start) {
            if (is_cyclic_[start]) continue;
            std::vector<Index> path = {start};
            std::vector<bool> visited(needs_.size(), false);
            if (!find_way_back(start, path, visited)) continue;
            std::string names;
            for (const Index each : path) {
                is_cyclic_[each] = true;
                names += instrument_.questions[each].id + " → ";
            }
            names += instrument_.questions[start].id;
            findings_.add(Severity::kError, "lint.condition_cyclic",
                          place_of_question(instrument_, start), {{"path", names}});
        }
    }

    bool find_way_back(Index start, std::vector<Index>& path, std::vector<bool>& visited) const {
        for (const Index next : needs_[path.back()]) {
            if (next == start) return true;
            if (visited[next]) continue;
            visited[next] = true;
            path.push_back(next);
            if (find_way_back(start, path, visited)) return true;
            path.pop_back();
        }
        return false;
    }

    // Does the condition ask about something that comes no earlier than `position`?
    bool check_order(const Condition& when, Index position, const std::string& where,
                     const std::string& id) {
        std::vector<Index> needed;
        collect_questions(when, needed);
        std::sort(needed.begin(), needed.end());
        needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
        bool in_order = true;
        for (const Index each : needed) {
            if (position_[each] == kNone || position_[each] < position) continue;
            in_order = false;
            if (is_cyclic_[each]) continue;
            findings_.add(Severity::kError, "lint.condition_forward", where,
                          {{"id", id}, {"needs", instrument_.questions[each].id}});
        }
        return in_order;
    }

    void check_page(std::size_t p) {
        const Page& page = instrument_.pages[p];
        if (!page.conditional || page.questions.empty()) return;
        const std::string where = place("pages", p) + "/when";
        if (!check_order(page.when, position_[page.questions[0]], where, page.id)) return;
        check_condition(instrument_, page.when, where, page.id, findings_);
    }

    void check_question(Index q) {
        const Question& question = instrument_.questions[q];
        const std::string where = place_of_question(instrument_, q);
        if (question.page == kNone) {
            findings_.add(Severity::kError, "lint.question_unplaced", where, {{"id", question.id}});
            return;
        }
        if (!question.conditional) return;
        if (!check_order(question.when, position_[q], where + "/when", question.id)) return;
        check_condition(instrument_, question.when, where + "/when", question.id, findings_);
        const Page& page = instrument_.pages[question.page];
        if (!page.conditional || decide(instrument_, {&page.when}) == Holds::kNever ||
            decide(instrument_, {&question.when}) == Holds::kNever) {
            return;
        }
        if (decide(instrument_, {&page.when, &question.when}) == Holds::kNever) {
            findings_.add(Severity::kError, "lint.question_unreachable", where,
                          {{"id", question.id}, {"page", page.id}});
        }
    }

    const Instrument& instrument_;
    Findings& findings_;
    std::vector<Index> position_;
    std::vector<std::vector<Index>> needs_;
    std::vector<bool> is_cyclic_;
};

}  // namespace

void check_condition(const Instrument& instrument, const Condition& condition,
                     const std::string& where, std::string_view id, Findings& findings) {
    const std::vector<base::Argument> arguments = {{"id", std::string(id)}};
    switch (decide(instrument, {&condition})) {
        case Holds::kNever:
            findings.add(Severity::kError,
                         is_contradiction(instrument, condition) ? "lint.condition_contradiction"
                                                                 : "lint.condition_never",
                         where, arguments);
            break;
        case Holds::kAlways:
            findings.add(Severity::kWarning, "lint.condition_always", where, arguments);
            break;
        case Holds::kUndecided:
            findings.add(Severity::kNote, "lint.condition_undecided", where, arguments);
            break;
        case Holds::kSometimes:
            check_parts(instrument, condition, where, id, findings);
    }
}

void check_skip_logic(const Instrument& instrument, Findings& findings) {
    SkipLogic(instrument, findings).check();
}

void check_rules(const Instrument& instrument, Findings& findings) {
    for (std::size_t d = 0; d < instrument.dimensions.size(); ++d) {
        const std::vector<Rule>& rules = instrument.dimensions[d].rules;
        for (std::size_t r = 0; r < rules.size(); ++r) {
            const std::string where = place_of_rule(d, r);
            check_condition(instrument, rules[r].when, where + "/when", rules[r].id, findings);
            if (rules[r].add == 0) {
                findings.add(Severity::kWarning, "lint.rule_adds_nothing", where + "/add",
                             {{"id", rules[r].id}});
            }
        }
    }
    for (std::size_t p = 0; p < instrument.patterns.size(); ++p) {
        const Pattern& pattern = instrument.patterns[p];
        check_condition(instrument, pattern.when, place("patterns", p) + "/when", pattern.id,
                        findings);
    }
}

}  // namespace vgap::instrument
