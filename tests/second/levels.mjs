// second/levels — what is reachable, each dimension's current and required level, and the index.
//
// In      compiled instrument (scorer.mjs), the answers of one response
// Out     reach(): ids of reachable questions; dimension_levels(): one row a dimension; index_of(): the index of any
//         state of the answers, with reachability, sufficiency and required levels held fixed
// Source  MODEL.md §1
//         Thresholds are compared with the number as it is reported (billionths), so that a sum of fractions that is
//         50 to every reader is not less than 50 by its last bit
// Cost    straightforward, not fast: every state is summed afresh
// Tested  tests/second/scorer.test.mjs

import { evaluate } from './conditions.mjs';
import { round9 } from './numbers.mjs';

// "answered", "skipped" or the kind of no-answer.
export function answer_state(answer) {
  if (answer === null || answer === undefined) return 'skipped';
  if (typeof answer === 'object' && !Array.isArray(answer)) return answer.no_answer;
  return 'answered';
}

// Keyed point: 0 is always the worst, points - 1 the best.
export const keyed_point = (item, answer) => (item.reverse ? item.points - 1 - answer : answer);
export const score_of_point = (item, point) => (100 * point) / (item.points - 1);

// Pages in order, questions in order; a question that was not (yet) shown is unknown to the conditions after it.
export function reach(compiled, answers) {
  const reachable = new Set();
  const operands = question_operands(compiled, answers, reachable);
  const shown = (when) => when === undefined || evaluate(when, operands).truth === true;
  for (const page of compiled.instrument.pages) {
    if (!shown(page.when)) continue;
    for (const id of page.questions) {
      if (shown(compiled.questions.get(id).when)) reachable.add(id);
    }
  }
  return reachable;
}

export function question_operands(compiled, answers, reachable) {
  const answered = (id) => reachable.has(id) && answer_state(answers[id]) === 'answered';
  return {
    item: (id) => {
      const item = compiled.questions.get(id);
      return answered(id) ? score_of_point(item, keyed_point(item, answers[id])) : null;
    },
    context: (id) => (answered(id) ? answers[id] : null),
    dimension: () => null,
  };
}

// points: Map of item id -> keyed point, for every answered reachable scale item.
export function dimension_levels(compiled, reachable, points, operands, trace) {
  const least_pct = compiled.instrument.minimum_answered_pct ?? 50;
  return compiled.instrument.dimensions.map((dimension) => {
    const items = compiled.items_of.get(dimension.id).filter((item) => reachable.has(item.id));
    const answered = items.filter((item) => points.has(item.id));
    const all_weight = weight_of(items);
    const weight = weight_of(answered);
    const sum = weighted_sum(answered, points);

    const share_pct = all_weight > 0 ? (weight / all_weight) * 100 : 0;
    const insufficient = answered.length === 0 || round9(share_pct) < least_pct;
    if (answered.length > 0 && Math.abs(share_pct - least_pct) < 1e-9) trace.near.add(`sufficient ${dimension.id}`);

    const current = answered.length > 0 ? sum / weight : null;
    const low = items.length > 0 ? sum / all_weight : 0;
    const high = items.length > 0 ? (sum + 100 * (all_weight - weight)) / all_weight : 100;

    const rules = (dimension.required.rules ?? []).map((rule) => {
      const { truth } = evaluate(rule.when, operands);
      return { id: rule.id, state: truth === null ? 'unknown' : truth ? 'held' : 'not_held', add: rule.add };
    });
    let required = dimension.required.base;
    for (const rule of rules) if (rule.state === 'held') required += rule.add;
    required = Math.min(100, Math.max(0, required));

    const difference = insufficient ? null : required - current;
    if (difference !== null && difference !== 0 && Math.abs(difference) < 1e-9) trace.near.add(`gap ${dimension.id}`);
    return {
      id: dimension.id, W: dimension.weight, sufficient: !insufficient, items, answered, weight,
      current, low, high, required, rules,
      gap: insufficient ? null : Math.max(0, difference),
      surplus: insufficient ? null : Math.max(0, -difference),
    };
  });
}

const weight_of = (items) => items.reduce((sum, item) => sum + (item.weight ?? 1), 0);

const weighted_sum = (items, points) =>
  items.reduce((sum, item) => sum + (item.weight ?? 1) * score_of_point(item, points.get(item.id)), 0);

// The required total over sufficient dimensions: the denominator of the index.
export const required_total = (levels) =>
  levels.reduce((sum, level) => sum + (level.sufficient ? level.W * level.required : 0), 0);

// The index of a state of the answers; the same rows, other points.
export function index_of(levels, points) {
  const total = required_total(levels);
  if (total === 0) return 0;
  let missing = 0;
  for (const level of levels) {
    if (!level.sufficient) continue;
    missing += level.W * Math.max(0, level.required - weighted_sum(level.answered, points) / level.weight);
  }
  return (100 * missing) / total;
}

// No index when less than half of the weight is sufficient.
export function index_exists(levels, trace) {
  const all = levels.reduce((sum, level) => sum + level.W, 0);
  const sufficient = levels.reduce((sum, level) => sum + (level.sufficient ? level.W : 0), 0);
  const pct = (sufficient / all) * 100;
  if (Math.abs(pct - 50) < 1e-9) trace.near.add('half of the weight');
  return { exists: round9(pct) >= 50, sufficient_weight_pct: pct };
}

// Bounds over all dimensions, insufficient ones included, widened to hold the index.
export function index_bounds(levels, index) {
  let total = 0;
  let least = 0;
  let most = 0;
  for (const level of levels) {
    total += level.W * level.required;
    least += level.W * Math.max(0, level.required - level.high);
    most += level.W * Math.max(0, level.required - level.low);
  }
  let low = total === 0 ? 0 : (100 * least) / total;
  let high = total === 0 ? 0 : (100 * most) / total;
  if (index !== null) {
    low = Math.min(low, index);
    high = Math.max(high, index);
  }
  return { low: round9(low), high: round9(high) };
}
