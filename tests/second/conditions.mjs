// second/conditions — three-valued conditions (Kleene) with the leaves that decided them.
//
// In      condition  {all|any|not} or a leaf {item|dimension|context, below|at_least|equals}
//         operands   {item(id), dimension(id), context(id)}: the value, or null where it is unknown
// Out     {truth: true | false | null, evidence: [id]}; evidence is empty when the truth is unknown
// Source  MODEL.md §1, failure patterns; S. C. Kleene's strong logic
// Tested  tests/second/scorer.test.mjs

import { round9 } from './numbers.mjs';

const kUnknown = { truth: null, evidence: [] };

export function evaluate(condition, operands) {
  if (condition.all) return combine(condition.all, operands, false);
  if (condition.any) return combine(condition.any, operands, true);
  if (condition.not) {
    const inner = evaluate(condition.not, operands);
    return inner.truth === null ? kUnknown : { truth: !inner.truth, evidence: inner.evidence };
  }
  return leaf(condition, operands);
}

// `all` is settled by one false child, `any` by one true child: that value is `decisive`. Settled so, the evidence
// is every child that has it; otherwise, with nothing unknown, every child took part.
function combine(children, operands, decisive) {
  const results = children.map((child) => evaluate(child, operands));
  const settling = results.filter((result) => result.truth === decisive);
  if (settling.length > 0) return { truth: decisive, evidence: ids_of(settling) };
  if (results.some((result) => result.truth === null)) return kUnknown;
  return { truth: !decisive, evidence: ids_of(results) };
}

const ids_of = (results) => [...new Set(results.flatMap((result) => result.evidence))];

function leaf(condition, operands) {
  const kind = ['item', 'dimension', 'context'].find((name) => name in condition);
  const id = condition[kind];
  const value = operands[kind](id);
  if (value === null || value === undefined) return kUnknown;
  return { truth: holds(condition, value, operands, kind), evidence: [id] };
}

function holds(condition, value, operands, kind) {
  if ('equals' in condition) {
    return Array.isArray(value) ? value.includes(condition.equals) : value === condition.equals;
  }
  const threshold = 'below' in condition ? condition.below : condition.at_least;
  const number = round9(value);
  // An average can miss a threshold by its last bit; the comparison with another scorer wants to know.
  if (kind === 'dimension' && Math.abs(value - threshold) < 1e-9) operands.near?.();
  return 'below' in condition ? number < threshold : number >= threshold;
}

// The ids of every leaf of one kind, whatever its truth.
export function leaves(condition, kind) {
  const children = condition.all ?? condition.any ?? (condition.not ? [condition.not] : null);
  if (children) return children.flatMap((child) => leaves(child, kind));
  return kind in condition ? [condition[kind]] : [];
}
