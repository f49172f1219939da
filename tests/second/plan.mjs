// second/plan — ranked actions: index points closed per day of effort, greedy, at most three a horizon.
//
// In      compiled instrument, levels, keyed points, ids of found patterns, whether there is an index
// Out     [{id, horizon, closes}] in order of choice
// Source  MODEL.md §1, plan. Silent there, chosen here: without an index nothing closes, so only actions against a
//         found pattern remain; eligibility is that of the profile and is not asked again after a choice
// Tested  tests/second/scorer.test.mjs

import { index_of } from './levels.mjs';
import { round9 } from './numbers.mjs';

const kPerHorizon = 3;
const kTie = 1.5e-9;  // ratios are whole billionths: the same or neighbours

export function plan(compiled, levels, points, found, has_index, trace) {
  const in_gap = new Set(levels.filter((level) => level.gap !== null && round9(level.gap) > 0).map((level) => level.id));
  const targets_found = (action) => (action.targets.patterns ?? []).some((id) => found.has(id));
  const eligible = (compiled.instrument.actions ?? []).filter(
    (action) => targets_found(action) || (action.targets.dimensions ?? []).some((id) => in_gap.has(id)));

  const chosen = [];
  const taken = { week: 0, month: 0, quarter: 0 };
  let left = eligible;
  let state = points;
  for (;;) {
    left = left.filter((action) => taken[action.horizon] < kPerHorizon);
    const candidates = left
      .map((action) => candidate(compiled, levels, state, action, has_index))
      .filter(({ closes, action }) => closes > 0 || targets_found(action))
      .sort(by_rank);
    if (candidates.length === 0) return chosen;
    const [best, second] = candidates;
    if (second && best.closes > 0 && Math.abs(best.ratio - second.ratio) < kTie) trace.near_tie = true;
    chosen.push({ id: best.action.id, horizon: best.action.horizon, closes: best.closes });
    taken[best.action.horizon] += 1;
    left = left.filter((action) => action !== best.action);
    state = best.moved;
  }
}

function candidate(compiled, levels, state, action, has_index) {
  const moved = new Map(state);
  for (const move of action.moves) {
    if (!moved.has(move.item)) continue;
    const top = compiled.questions.get(move.item).points - 1;
    moved.set(move.item, Math.min(top, moved.get(move.item) + move.points));
  }
  const fall = has_index ? Math.max(0, index_of(levels, state) - index_of(levels, moved)) : 0;
  const closes = round9(fall);
  // Rounded as every number is: equal worth must not hang on the last bit of a quotient.
  return { action, moved, closes, ratio: round9(fall / action.effort_days) };
}

// Nothing closed comes after everything else; ties by id in byte order.
function by_rank(a, b) {
  if ((a.closes > 0) !== (b.closes > 0)) return a.closes > 0 ? -1 : 1;
  if (a.ratio !== b.ratio) return b.ratio - a.ratio;
  return Buffer.compare(Buffer.from(a.action.id), Buffer.from(b.action.id));
}
