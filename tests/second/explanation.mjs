// second/explanation — the tree that opens the index down to the answers; children add exactly to their parent.
//
// In      instrument id, levels, keyed points, the index
// Out     {kind, id, value, children}; parts of the index in index points
// Source  MODEL.md §1, explanation tree
// Tested  tests/second/scorer.test.mjs

import { billionths, kBillion, parts_that_add_up, round9 } from './numbers.mjs';
import { required_total, score_of_point } from './levels.mjs';

export function explain(instrument_id, levels, points, index) {
  const total = required_total(levels);
  const part = (x) => (total === 0 ? 0 : (100 * x) / total);
  const rows = levels.filter((level) => level.sufficient);
  const whole = billionths(index);
  const values = parts_that_add_up(rows.map((level) => part(level.W * level.gap)), whole);
  return {
    kind: 'index',
    id: instrument_id,
    value: whole / kBillion,
    children: rows.map((level, i) => explain_dimension(level, points, part, values[i])),
  };
}

// An item under the required level carries a part of the gap, one above it takes some away. Where the dimension is in
// surplus they add to less than nothing, and the surplus node gives back what does not offset other gaps.
function explain_dimension(level, points, part, whole) {
  const nodes = level.answered.map((item) => {
    const short = level.required - score_of_point(item, points.get(item.id));
    return { kind: 'item', id: item.id, raw: part((level.W * (item.weight ?? 1) * short) / level.weight) };
  });
  if (round9(level.surplus) > 0) nodes.push({ kind: 'surplus', id: level.id, raw: part(level.W * level.surplus) });
  const values = parts_that_add_up(nodes.map((node) => node.raw), whole);
  return {
    kind: 'dimension',
    id: level.id,
    value: whole / kBillion,
    children: nodes.map(({ kind, id }, i) => ({ kind, id, value: values[i] / kBillion })),
  };
}
