// second/compare — where two profiles of the same pair differ.
//
// In      compiled instrument, response, our profile with its trace, their profile
// Out     {differences: [{where, ours, theirs}], excused: 'near' (a threshold), 'tie' (between actions) or null}
//         Numbers agree within two billionths; names, states, structure and key order exactly. Equally short changes
//         may use other items: then theirs must really reach the band. A decision on the last bits of a double, or
//         between two actions of the same worth, is excused, and the caller limits how often.
// Source  MODEL.md §1
// Tested  tests/second/scorer.test.mjs

import { billionths } from './numbers.mjs';
import { score } from './scorer.mjs';

const kBillionths = 2;

export function compare(compiled, response, ours, trace, theirs) {
  const differences = [];
  // Written so that the same change, by other items, is compared by what it does.
  const { smallest_change: our_change, plan: our_plan, ...our_rest } = ours;
  const { smallest_change: their_change, plan: their_plan, ...their_rest } = theirs;
  differ(Object.keys(ours), Object.keys(theirs), '/keys', differences);
  differ(our_rest, their_rest, '', differences);
  compare_change(compiled, response, ours, our_change, their_change, differences);
  check_sums(theirs.explanation, '/explanation', differences);
  const before_plan = differences.length;
  differ(our_plan, their_plan, '/plan', differences);

  const only_plan = before_plan === 0;
  return { differences, excused: differences.length === 0 ? null : excuse(only_plan, trace) };
}

function excuse(only_plan, trace) {
  if (only_plan && trace.near_tie) return 'tie';
  return trace.near.size > 0 ? 'near' : null;
}

function differ(ours, theirs, where, differences) {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    if (Math.abs(billionths(ours) - billionths(theirs)) <= kBillionths) return;
  } else if (Array.isArray(ours) && Array.isArray(theirs)) {
    if (ours.length === theirs.length) {
      ours.forEach((each, i) => differ(each, theirs[i], `${where}/${i}`, differences));
      return;
    }
  } else if (is_object(ours) && is_object(theirs)) {
    const keys = Object.keys(ours);
    if (keys.join() === Object.keys(theirs).join()) {
      for (const key of keys) differ(ours[key], theirs[key], `${where}/${key}`, differences);
      return;
    }
  } else if (ours === theirs) {
    return;
  }
  differences.push({ where: where || '/', ours, theirs });
}

const is_object = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

function compare_change(compiled, response, ours, our_change, their_change, differences) {
  const where = '/smallest_change';
  if (!our_change || !their_change || !our_change.possible || !their_change.possible) {
    differ(our_change && { possible: our_change.possible, to_band: our_change.to_band },
      their_change && { possible: their_change.possible, to_band: their_change.to_band }, where, differences);
    return;
  }
  const count = (change) => change.moves.reduce((sum, move) => sum + move.points, 0);
  const exact = !their_change.moves.some((move) => compiled.feeds_when.has(move.item));
  const order = (change) => change.moves.map((move) => compiled.scale_items.findIndex((each) => each.id === move.item));
  differ({ ...our_change, exact, moves: count(our_change) }, { ...their_change, moves: count(their_change) },
    where, differences);
  const sorted = order(their_change).every((place, i, all) => i === 0 || all[i - 1] < place);
  if (!sorted) differences.push({ where: `${where}/moves`, ours: 'instrument order', theirs: their_change.moves });
  const reached = index_after(compiled, response, ours, their_change);
  differ(reached, their_change.index, `${where}/index (their moves, our index)`, differences);
}

// Their moves on the real answers, scored again from the start. Where a moved item decides what is asked, that item's
// conditions are set aside, since the change is then stated as not exact.
function index_after(compiled, response, ours, change) {
  const states = new Map(ours.items.map((item) => [item.id, item.state]));
  const shown = (each) => states.get(each.id) !== 'unreachable';
  const answers = { ...response.answers };
  for (const { item: id, points } of change.moves) {
    const item = compiled.questions.get(id);
    const answer = answers[id] + (item?.reverse ? -points : points);
    if (states.get(id) !== 'answered' || answer < 0 || answer >= item.points) return `no room for ${id}`;
    answers[id] = answer;
  }
  if (change.exact) return score(compiled, { ...response, answers }).index.value;
  // Required levels stay those of the profile; what was shown stays shown, what was not stays away.
  const frozen = {
    ...compiled,
    instrument: {
      ...compiled.instrument,
      dimensions: compiled.instrument.dimensions.map((each, i) => (
        { ...each, required: { base: ours.dimensions[i].required } })),
      pages: [{ id: 'all', questions: compiled.scale_items.filter(shown).map((item) => item.id) }],
      patterns: [], actions: [],
    },
    questions: new Map([...compiled.questions].map(([id, { when, ...question }]) => [id, question])),
  };
  return score(frozen, { ...response, answers }).index.value;
}

// Every parent of their tree is exactly the sum of its children.
function check_sums(node, where, differences) {
  if (!node?.children) return;
  const sum = node.children.reduce((total, child) => total + billionths(child.value), 0);
  if (sum !== billionths(node.value)) {
    differences.push({ where: `${where} (${node.id})`, ours: 'children add to the parent', theirs: sum - billionths(node.value) });
  }
  node.children.forEach((child, i) => check_sums(child, `${where}/children/${i}`, differences));
}
