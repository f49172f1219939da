#include "core/instrument/space.hpp"

#include <algorithm>
#include <map>

#include "core/base/fixed.hpp"

namespace vgap::instrument {

namespace {

constexpr std::size_t kMostWork = 10'000'000;  // looks at an operand or a node
constexpr std::size_t kMostTests = 16;         // of one operand
constexpr std::size_t kMostWays = 20'000;      // of answering the items of a dimension

bool passes(Operator op, double threshold, double value) {
    const bool below = op == Operator::kItemBelow || op == Operator::kDimensionBelow ||
                       op == Operator::kContextBelow;
    return below == (value < threshold);
}

// Does the instrument ask this of everyone?
bool always_asked(const Instrument& instrument, const Question& question) {
    return question.page != kNone && !question.conditional &&
           !instrument.pages[question.page].conditional;
}

template <class Tests>
std::uint32_t passed_by(const Tests& tests, double value) {
    std::uint32_t bits = 0;
    for (std::size_t t = 0; t < tests.size(); ++t) {
        if (passes(tests[t].op, tests[t].threshold, value)) bits |= 1u << t;
    }
    return bits;
}

template <class T>
void keep_distinct(std::vector<T>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

std::vector<double> keyed_scores(const Question& question) {
    std::vector<double> scores;
    for (int point = 0; point < question.points; ++point) {
        const int keyed = question.reverse ? question.points - 1 - point : point;
        scores.push_back(base::quantised(100.0 * keyed / (question.points - 1)));
    }
    return scores;
}

std::size_t Space::operand(bool is_dimension, Index subject) {
    for (std::size_t o = 0; o < operands_.size(); ++o) {
        if (operands_[o].is_dimension == is_dimension && operands_[o].subject == subject) return o;
    }
    Operand& added = operands_.emplace_back();
    added.is_dimension = is_dimension;
    added.subject = subject;
    added.conditional = !is_dimension && !always_asked(instrument_, instrument_.questions[subject]);
    return operands_.size() - 1;
}

std::size_t Space::add_dimension(Index dimension) {
    return operand(true, dimension);
}

Formula Space::add(const Condition& condition) {
    ++nodes_;
    Formula formula;
    formula.op = condition.op;
    if (condition.op == Operator::kAll || condition.op == Operator::kAny ||
        condition.op == Operator::kNot) {
        for (const Condition& child : condition.children) formula.children.push_back(add(child));
        return formula;
    }
    const bool is_dimension =
        condition.op == Operator::kDimensionBelow || condition.op == Operator::kDimensionAtLeast;
    formula.operand = operand(is_dimension, condition.subject);
    std::vector<Test>& tests = operands_[formula.operand].tests;
    const Test test = {condition.op, condition.option, condition.threshold};
    const auto found = std::find(tests.begin(), tests.end(), test);
    formula.bit = static_cast<std::uint32_t>(found - tests.begin());
    if (found != tests.end()) return formula;
    if (tests.size() == kMostTests) {
        too_many_ = true;
        formula.bit = 0;
    } else {
        tests.push_back(test);
    }
    return formula;
}

base::Tri Space::truth(const Formula& formula, const std::vector<State>& states) {
    switch (formula.op) {
        case Operator::kAll: {
            base::Tri result = base::Tri::kTrue;
            for (const Formula& each : formula.children) {
                result = base::both(result, truth(each, states));
            }
            return result;
        }
        case Operator::kAny: {
            base::Tri result = base::Tri::kFalse;
            for (const Formula& each : formula.children) {
                result = base::either(result, truth(each, states));
            }
            return result;
        }
        case Operator::kNot:
            return base::negation(truth(formula.children[0], states));
        default: {
            const State& state = states[formula.operand];
            if (state.kind != State::Kind::kKnown) return base::Tri::kUnknown;
            return base::tri((state.passed >> formula.bit & 1u) != 0);
        }
    }
}

// What decides whether an operand is asked is an operand too; adding one can add more.
bool Space::add_skip_logic() {
    for (std::size_t o = 0; o < operands_.size() && !too_many_; ++o) {
        if (operands_[o].is_dimension) {
            for (const Index item : instrument_.dimensions[operands_[o].subject].items) {
                if (!always_asked(instrument_, instrument_.questions[item])) operand(false, item);
            }
            continue;
        }
        const Question& question = instrument_.questions[operands_[o].subject];
        if (question.page == kNone) continue;
        const Page& page = instrument_.pages[question.page];
        if (page.conditional) {
            Formula formula = add(page.when);
            operands_[o].page_when = std::move(formula);
            operands_[o].has_page_when = true;
        }
        if (question.conditional) {
            Formula formula = add(question.when);
            operands_[o].own_when = std::move(formula);
            operands_[o].has_own_when = true;
        }
    }
    return !too_many_;
}

void Space::find_order() {
    for (const Page& page : instrument_.pages) {
        for (const Index question : page.questions) {
            for (std::size_t o = 0; o < operands_.size(); ++o) {
                if (!operands_[o].is_dimension && operands_[o].subject == question) {
                    order_.push_back(o);
                }
            }
        }
    }
}

std::vector<State> Space::domain(const Operand& operand) const {
    const Question& question = instrument_.questions[operand.subject];
    std::vector<State> states;
    if (operand.conditional) states.push_back({State::Kind::kUnreached});
    if (question.page == kNone) return states;
    states.push_back({State::Kind::kUnknown});
    const auto add = [&](std::uint32_t bits) { states.push_back({State::Kind::kKnown, bits}); };
    switch (question.kind) {
        case QuestionKind::kScale:
            for (const double score : keyed_scores(question)) add(passed_by(operand.tests, score));
            break;
        case QuestionKind::kSingle:
            for (Index option = 0; option < question.options.size(); ++option) {
                std::uint32_t bits = 0;
                for (std::size_t t = 0; t < operand.tests.size(); ++t) {
                    if (operand.tests[t].option == option) bits |= 1u << t;
                }
                add(bits);
            }
            break;
        case QuestionKind::kMultiple:
            for (std::uint32_t bits = 0; bits < 1u << operand.tests.size(); ++bits) add(bits);
            break;
        case QuestionKind::kNumber:
            // Between two thresholds all numbers pass the same tests.
            add(passed_by(operand.tests, question.least));
            for (const Test& test : operand.tests) {
                if (test.threshold > question.least && test.threshold <= question.most) {
                    add(passed_by(operand.tests, test.threshold));
                }
            }
            break;
        case QuestionKind::kText:
            add(0);
            break;
    }
    keep_distinct(states);
    return states;
}

// Every way of answering the items so far, each with every way of answering one more. None at all:
// too many.
std::vector<Space::Answered> Space::extended(const std::vector<Answered>& ways,
                                             const Question& item, const Operand* operand) const {
    const std::vector<double> scores = keyed_scores(item);
    std::vector<Answered> more;
    for (const Answered& way : ways) {
        const auto add = [&](double sum, double answered, double reachable, State state) {
            Answered next = way;
            next.sum += sum;
            next.answered += answered;
            next.reachable += reachable;
            if (operand != nullptr) next.states.push_back(state);
            more.push_back(std::move(next));
        };
        if (operand != nullptr && operand->conditional) add(0, 0, 0, {State::Kind::kUnreached});
        if (item.page == kNone) continue;
        add(0, 0, item.weight, {State::Kind::kUnknown});
        for (const double score : scores) {
            const std::uint32_t bits = operand == nullptr ? 0 : passed_by(operand->tests, score);
            add(item.weight * score, item.weight, item.weight, {State::Kind::kKnown, bits});
        }
        // Different answers with the same sums are the same way; they are many, so not at the end.
        if (more.size() < 2 * kMostWays) continue;
        keep_distinct(more);
        if (more.size() > kMostWays) return {};
    }
    keep_distinct(more);
    if (more.size() > kMostWays) more.clear();
    return more;
}

bool Space::build_dimension(std::size_t operand, Factor& factor) const {
    factor.operands = {operand};
    std::vector<Answered> ways(1);
    for (const Index item : instrument_.dimensions[operands_[operand].subject].items) {
        const auto own = std::find_if(operands_.begin(), operands_.end(), [&](const Operand& each) {
            return !each.is_dimension && each.subject == item;
        });
        if (own != operands_.end()) {
            factor.operands.push_back(static_cast<std::size_t>(own - operands_.begin()));
        }
        ways =
            extended(ways, instrument_.questions[item], own == operands_.end() ? nullptr : &*own);
        if (ways.empty()) return false;
    }
    std::map<std::vector<State>, Range> rows;
    for (const Answered& way : ways) {
        State level_state;
        double level = 0;
        if (way.answered > 0 && base::quantised(100 * way.answered / way.reachable) >=
                                    instrument_.minimum_answered_pct) {
            level = base::quantised(way.sum / way.answered);
            level_state = {State::Kind::kKnown, passed_by(operands_[operand].tests, level)};
        }
        std::vector<State> states = {level_state};
        states.insert(states.end(), way.states.begin(), way.states.end());
        const auto [row, is_new] = rows.try_emplace(std::move(states), Range{level, level});
        if (!is_new) {
            row->second = {std::min(row->second.low, level), std::max(row->second.high, level)};
        }
    }
    for (const auto& [states, range] : rows) factor.rows.push_back({states, range});
    return true;
}

bool Space::build() {
    if (!add_skip_logic()) return false;
    find_order();
    std::vector<bool> taken(operands_.size(), false);
    for (std::size_t o = 0; o < operands_.size(); ++o) {
        if (!operands_[o].is_dimension) continue;
        Factor factor;
        if (!build_dimension(o, factor)) too_many_ = true;
        for (const std::size_t each : factor.operands) taken[each] = true;
        factors_.push_back(std::move(factor));
    }
    for (std::size_t o = 0; o < operands_.size(); ++o) {
        if (taken[o]) continue;
        Factor factor;
        factor.operands = {o};
        for (const State& state : domain(operands_[o])) factor.rows.push_back({{state}, {}});
        factors_.push_back(std::move(factor));
    }
    std::size_t combinations = 1;
    for (const Factor& factor : factors_) {
        if (factor.rows.empty()) continue;
        if (factor.rows.size() > kMostCombinations / combinations) too_many_ = true;
        if (!too_many_) combinations *= factor.rows.size();
    }
    if (combinations > kMostWork / (1 + nodes_ + operands_.size())) too_many_ = true;
    return !too_many_;
}

// Does skip logic leave out exactly the questions that are assigned so? Operands are looked at as
// they are asked, so what comes later is still unknown, as it is to a respondent.
bool Space::allowed(const std::vector<State>& assigned, std::vector<State>& seen) const {
    seen.assign(operands_.size(), State());
    Index page = kNone;
    bool page_is_shown = false;
    for (const std::size_t o : order_) {
        const Operand& operand = operands_[o];
        const Question& question = instrument_.questions[operand.subject];
        if (question.page != page) {
            page = question.page;
            page_is_shown =
                !operand.has_page_when || truth(operand.page_when, seen) == base::Tri::kTrue;
        }
        const bool is_asked = page_is_shown && (!operand.has_own_when ||
                                                truth(operand.own_when, seen) == base::Tri::kTrue);
        if (is_asked == (assigned[o].kind == State::Kind::kUnreached)) return false;
        seen[o] = assigned[o];
    }
    return true;
}

void Space::for_each(const std::function<bool(const Case&)>& visit) const {
    if (too_many_) return;
    std::vector<std::size_t> chosen(factors_.size(), 0);
    std::vector<State> seen;
    Case each;
    each.states.resize(operands_.size());
    each.levels.resize(operands_.size());
    for (;;) {
        for (std::size_t f = 0; f < factors_.size(); ++f) {
            const Factor& factor = factors_[f];
            const Row& row = factor.rows[chosen[f]];
            for (std::size_t i = 0; i < factor.operands.size(); ++i) {
                each.states[factor.operands[i]] = row.states[i];
            }
            each.levels[factor.operands[0]] = row.range;
        }
        if (allowed(each.states, seen) && !visit(each)) return;
        std::size_t f = 0;
        while (f < factors_.size() && ++chosen[f] == factors_[f].rows.size()) chosen[f++] = 0;
        if (f == factors_.size()) return;
    }
}

std::vector<State> Space::states_of(std::size_t operand) const {
    std::vector<State> states;
    for (const Factor& factor : factors_) {
        for (std::size_t i = 0; i < factor.operands.size(); ++i) {
            if (factor.operands[i] != operand) continue;
            for (const Row& row : factor.rows) states.push_back(row.states[i]);
        }
    }
    keep_distinct(states);
    return states;
}

}  // namespace vgap::instrument
