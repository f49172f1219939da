// second/scorer.test — the second scorer against cases worked by hand, and against trying every combination.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { evaluate } from './conditions.mjs';
import { compare } from './compare.mjs';
import { pair, response as response_to } from './generate.mjs';
import { dimension_levels, index_of, keyed_point, question_operands, reach } from './levels.mjs';
import { billionths, parts_that_add_up, round9 } from './numbers.mjs';
import { compile, new_trace, score } from './scorer.mjs';

// Criteria: 80 required. Evidence: 40 required, 60 when big, and three times the weight.
function two_dimensions(changes = {}) {
  return {
    schema: 'instrument/1', id: 'two', version: '1.0.0', languages: ['en'],
    context: [{ id: 'size', kind: 'single', options: ['small', 'big'] }, { id: 'heads', kind: 'number', least: 1, most: 99 }],
    dimensions: [
      { id: 'criteria', weight: 1, required: { base: 80 } },
      { id: 'evidence', weight: 3, required: { base: 40, rules: [{ id: 'when_big', when: { context: 'size', equals: 'big' }, add: 20 }] } },
    ],
    items: [
      { id: 'c1', dimension: 'criteria', kind: 'scale', points: 5 },
      { id: 'c2', dimension: 'criteria', kind: 'scale', points: 5, weight: 3 },
      { id: 'e1', dimension: 'evidence', kind: 'scale', points: 3, reverse: true },
      { id: 'e2', dimension: 'evidence', kind: 'scale', points: 2, no_answers: ['dont_know'] },
    ],
    pages: [{ id: 'first', questions: ['size', 'heads'] }, { id: 'second', questions: ['c1', 'c2', 'e1', 'e2'] }],
    patterns: [], actions: [],
    ...changes,
  };
}

const profile_of = (instrument, answers, trace) =>
  score(compile(instrument), { schema: 'response/1', id: 'r', instrument: { id: instrument.id }, answers }, trace);

const kUsual = { size: 'big', c1: 4, c2: 2, e1: 2, e2: { no_answer: 'dont_know' } };

describe('one response, worked by hand', () => {
  const profile = profile_of(two_dimensions(), kUsual);

  test('levels: weights, reverse key, an unknown left out, a rule that holds', () => {
    const [criteria, evidence] = profile.dimensions;
    // (100 + 3·50) / 4
    assert.deepEqual(criteria, {
      id: 'criteria', state: 'sufficient', current: 62.5, low: 62.5, high: 62.5, answered: 2, items: 2,
      required: 80, gap: 17.5, surplus: 0, rules: [],
    });
    // e1 at its reversed worst; half of the weight answered is enough
    assert.deepEqual(evidence, {
      id: 'evidence', state: 'sufficient', current: 0, low: 0, high: 50, answered: 1, items: 2,
      required: 60, gap: 60, surplus: 0, rules: [{ id: 'when_big', state: 'held', add: 20 }],
    });
  });

  test('index: 100 (17.5 + 3·60) / (80 + 3·60), with bounds', () => {
    assert.deepEqual(profile.index, {
      value: 75.961538462, low: 18.269230769, high: 75.961538462, band: 'stalled', sufficient_weight_pct: 100,
    });
  });

  test('explanation: an answer over the requirement takes some of the gap away', () => {
    assert.deepEqual(profile.explanation, {
      kind: 'index', id: 'two', value: 75.961538462, children: [
        { kind: 'dimension', id: 'criteria', value: 6.730769231, children: [
          { kind: 'item', id: 'c1', value: -1.923076923 }, { kind: 'item', id: 'c2', value: 8.653846154 }] },
        { kind: 'dimension', id: 'evidence', value: 69.230769231, children: [
          { kind: 'item', id: 'e1', value: 69.230769231 }] },
      ],
    });
  });

  test('leverage: nothing at the top, no more than the gap, nothing where nothing was answered', () => {
    assert.deepEqual(profile.items.map((item) => item.leverage), [0, 6.730769231, 57.692307692, null]);
    assert.deepEqual(profile.items.map((item) => item.state), ['answered', 'answered', 'answered', 'dont_know']);
    assert.deepEqual(profile.items.map((item) => item.share), [-1.923076923, 8.653846154, 69.230769231, null]);
  });

  test('smallest change: one move that passes a whole band', () => {
    assert.deepEqual(profile.smallest_change, {
      possible: true, exact: true, to_band: 'drifting', index: 18.269230769, moves: [{ item: 'e1', points: 1 }],
    });
  });
});

describe('states instead of numbers', () => {
  test('too little answered: insufficient, its current shown, its gap not', () => {
    const [, evidence] = profile_of(two_dimensions({ minimum_answered_pct: 51 }), kUsual).dimensions;
    assert.equal(evidence.state, 'insufficient');
    assert.equal(evidence.current, 0);
    assert.equal(evidence.gap, null);
  });

  test('less than half of the weight: no index, and what to answer', () => {
    const profile = profile_of(two_dimensions({ minimum_answered_pct: 51 }), kUsual);
    // Σ over all: low 17.5 + 3·10, high 17.5 + 3·60
    assert.deepEqual(profile.index, {
      value: null, low: 18.269230769, high: 75.961538462, band: null, sufficient_weight_pct: 25, to_answer: ['e2'],
    });
    assert.equal(profile.explanation, null);
    assert.equal(profile.smallest_change, null);
    assert.deepEqual(profile.items.map((item) => item.leverage), [null, null, null, null]);
  });

  test('exactly half of the weight is an index', () => {
    const instrument = two_dimensions();
    instrument.dimensions[1].weight = 1;
    const profile = profile_of(instrument, { c1: 0, c2: 0 });
    assert.equal(profile.index.value, 100);
    assert.deepEqual([profile.index.low, profile.index.high], [66.666666667, 100]);
  });

  test('nothing answered', () => {
    const profile = profile_of(two_dimensions(), {});
    assert.deepEqual(profile.dimensions.map((each) => [each.current, each.low, each.high]), [[null, 0, 100], [null, 0, 100]]);
    assert.deepEqual(profile.dimensions[1].rules, [{ id: 'when_big', state: 'unknown', add: 20 }]);
    assert.deepEqual(profile.index.to_answer, ['c1', 'c2', 'e1', 'e2']);
  });

  test('nothing required: index 0, bounds 0', () => {
    const instrument = two_dimensions();
    for (const dimension of instrument.dimensions) dimension.required = { base: 0 };
    const profile = profile_of(instrument, kUsual);
    assert.deepEqual([profile.index.value, profile.index.low, profile.index.high, profile.index.band], [0, 0, 0, 'on_pace']);
    assert.equal(profile.smallest_change, null);
  });

  test('required levels stop at 0 and at 100', () => {
    const instrument = two_dimensions();
    const when = { context: 'heads', at_least: 20 };
    instrument.dimensions[0].required = { base: 80, rules: [{ id: 'more', when, add: 30 }] };
    instrument.dimensions[1].required = { base: 10, rules: [{ id: 'less', when, add: -30 }] };
    assert.deepEqual(profile_of(instrument, { heads: 20 }).dimensions.map((each) => each.required), [100, 0]);
    assert.deepEqual(profile_of(instrument, { heads: 19 }).dimensions.map((each) => each.required), [80, 10]);
  });
});

test('a surplus offsets no gap and is a node of its own', () => {
  const profile = profile_of(two_dimensions(), { size: 'small', c1: 0, c2: 0, e1: 0, e2: 1 });
  // evidence: 100 against 40; 100·(80) / (80 + 3·40)
  assert.equal(profile.index.value, 40);
  assert.equal(profile.dimensions[1].surplus, 60);
  // each of two answers: 100·3·1·(40 - 100) / (2·200)
  assert.deepEqual(profile.explanation.children[1], { kind: 'dimension', id: 'evidence', value: 0, children: [
    { kind: 'item', id: 'e1', value: -45 }, { kind: 'item', id: 'e2', value: -45 }, { kind: 'surplus', id: 'evidence', value: 90 }] });
});

describe('skip logic', () => {
  const instrument = two_dimensions();
  instrument.items[1].when = { item: 'c1', below: 50 };
  instrument.items[2].when = { item: 'c2', at_least: 50 };
  instrument.pages.push({ id: 'third', when: { not: { context: 'size', equals: 'small' } }, questions: ['last'] });
  instrument.items.push({ id: 'last', dimension: 'evidence', kind: 'scale', points: 2 });
  const states = (answers) => profile_of(instrument, answers).items.map((item) => item.state);

  test('an answer that is no longer asked for is left out, and so is what depends on it', () => {
    assert.deepEqual(states({ ...kUsual, last: 1 }), ['answered', 'unreachable', 'unreachable', 'dont_know', 'answered']);
    assert.deepEqual(states({ ...kUsual, c1: 1, last: 1 }), ['answered', 'answered', 'answered', 'dont_know', 'answered']);
  });

  test('unknown is not shown, not even under a not', () => {
    assert.equal(states({ ...kUsual, size: null, last: 1 })[4], 'unreachable');
    assert.equal(states({ ...kUsual, size: 'small', last: 1 })[4], 'unreachable');
  });

  test('a change that moves an item on which another depends is stated as not exact', () => {
    // criteria 6.25 (of 80), evidence: 0 of 60 by e2 alone
    const change = profile_of(instrument, { size: 'small', c1: 1, c2: 0, e2: 1 }).smallest_change;
    assert.equal(change.exact, false);
    assert.ok(change.moves.some((move) => move.item === 'c1' || move.item === 'c2'));
  });
});

describe('conditions', () => {
  const leaf = { true: { item: 'yes', at_least: 50 }, false: { item: 'no', at_least: 50 }, unknown: { item: 'gone', below: 50 } };
  const scores = { yes: 50, no: 49.9 };
  const operands = { item: (id) => scores[id] ?? null, context: () => null, dimension: () => null };
  const truth = (condition) => String(evaluate(condition, operands).truth ?? 'unknown');

  test('Kleene tables', () => {
    const and = { 'true true': 'true', 'true false': 'false', 'true unknown': 'unknown', 'false false': 'false',
      'false unknown': 'false', 'unknown unknown': 'unknown' };
    const or = { 'true true': 'true', 'true false': 'true', 'true unknown': 'true', 'false false': 'false',
      'false unknown': 'unknown', 'unknown unknown': 'unknown' };
    for (const names of Object.keys(and)) {
      const children = names.split(' ').map((name) => leaf[name]);
      for (const order of [children, [...children].reverse()]) {
        assert.equal(truth({ all: order }), and[names], `all ${names}`);
        assert.equal(truth({ any: order }), or[names], `any ${names}`);
      }
    }
    assert.deepEqual(['true', 'false', 'unknown'].map((name) => truth({ not: leaf[name] })), ['false', 'true', 'unknown']);
  });

  test('evidence: the leaves that decided, each once', () => {
    const evidence = (condition) => evaluate(condition, operands).evidence;
    assert.deepEqual(evidence({ all: [leaf.true, { not: leaf.false }, leaf.true] }), ['yes', 'no']);
    assert.deepEqual(evidence({ any: [leaf.false, leaf.true, leaf.unknown] }), ['yes']);
    assert.deepEqual(evidence({ not: { all: [leaf.true, leaf.false, leaf.unknown] } }), ['no']);
  });

  test('choices, numbers and dimensions as operands', () => {
    const instrument = two_dimensions();
    instrument.context.push({ id: 'tracks', kind: 'multiple', options: ['x', 'y', 'z'] });
    instrument.pages[0].questions.push('tracks');
    const leaves = [{ context: 'size', equals: 'big' }, { context: 'tracks', equals: 'y' }, { context: 'heads', below: 5 },
      { dimension: 'criteria', at_least: 62.5 }, { dimension: 'evidence', below: 0 }];
    instrument.patterns = leaves.map((when, i) => ({ id: `p${i}`, when }));
    const states = (answers) => profile_of(instrument, answers).patterns.map((pattern) => pattern.state);
    assert.deepEqual(states({ ...kUsual, tracks: ['z', 'y'], heads: 5 }), ['found', 'found', 'not_found', 'found', 'not_found']);
    assert.deepEqual(states({ size: { no_answer: 'dont_know' }, tracks: ['x'], heads: 4, e2: 1 }),
      ['unknown', 'not_found', 'found', 'unknown', 'not_found']);
  });
});

describe('plan', () => {
  const act = (id, horizon, effort_days, item, points, targets = { dimensions: ['criteria'] }) =>
    ({ id, horizon, effort_days, targets, moves: item ? [{ item, points }] : [] });
  const plan_of = (actions, answers = kUsual, patterns = []) =>
    profile_of(two_dimensions({ actions, patterns }), answers).plan;

  test('by points closed per day; what an earlier action closed is not closed again', () => {
    // c2 by one point closes all of criteria: 6.730769231; e1 by one point 57.692307692, by two 69.230769231
    const plan = plan_of([act('c', 'week', 1, 'c2', 1), act('e_slow', 'month', 20, 'e1', 2), act('e_fast', 'month', 2, 'e1', 1)]);
    assert.deepEqual(plan, [
      { id: 'e_fast', horizon: 'month', closes: 57.692307692 },
      { id: 'c', horizon: 'week', closes: 6.730769231 },
      { id: 'e_slow', horizon: 'month', closes: 11.538461538 },
    ]);
  });

  test('equal worth by id; at most three a horizon; nothing that closes nothing', () => {
    const actions = ['d', 'b', 'a', 'c'].map((id) => act(id, 'week', 1, 'e1', 1));
    assert.deepEqual(plan_of(actions).map((each) => each.id), ['a', 'b']);
    const small = two_dimensions({ actions: ['d', 'b', 'a', 'c'].map((id) => act(id, 'week', 1, 'wide', 1)) });
    small.items[1] = { id: 'wide', dimension: 'criteria', kind: 'scale', points: 11 };
    small.pages[1].questions[1] = 'wide';
    const plan = profile_of(small, { ...kUsual, c1: 0, wide: 0 }).plan;
    assert.deepEqual(plan.map((each) => each.id), ['a', 'b', 'c']);
  });

  test('an action against a found pattern comes last when it closes nothing', () => {
    const patterns = [{ id: 'seen', when: { item: 'e1', below: 50 } }, { id: 'unseen', when: { item: 'e1', at_least: 50 } }];
    const plan = plan_of([
      act('none', 'week', 1, null, 0, { patterns: ['seen'] }), act('not', 'week', 1, 'e1', 1, { patterns: ['unseen'] }),
      act('some', 'week', 30, 'c2', 1), act('surplus', 'week', 1, 'e1', 1, { dimensions: [] })], kUsual, patterns);
    assert.deepEqual(plan, [{ id: 'some', horizon: 'week', closes: 6.730769231 }, { id: 'none', horizon: 'week', closes: 0 }]);
  });

  test('unanswered items do not move', () => {
    assert.deepEqual(plan_of([act('e', 'week', 1, 'e2', 1, { dimensions: ['evidence'] })]), []);
  });
});

describe('numbers', () => {
  test('half up, in billionths, and never minus nothing', () => {
    assert.equal(billionths(0.5e-9), 1);
    assert.equal(billionths(-0.5e-9), 0);
    assert.ok(Object.is(round9(-1e-12), 0));
    assert.equal(round9(100 / 3), 33.333333333);
  });

  test('what rounding leaves over goes to the largest part, the first of several', () => {
    assert.deepEqual(parts_that_add_up([100 / 3, 100 / 3, 100 / 3], 100e9), [33333333334, 33333333333, 33333333333]);
    assert.deepEqual(parts_that_add_up([1e-9, -5e-9, 2e-9], 0), [1, -3, 2]);
  });
});

test('the smallest change is the best of every combination', () => {
  let tried = 0;
  for (let n = 0; tried < 300; n++) {
    const { instrument, response } = pair(77, n);
    const compiled = compile(instrument);
    const profile = score(compiled, response);
    const change = profile.smallest_change;
    if (!change) continue;
    const { levels, points, movable } = state_of(compiled, response);
    const combinations = movable.reduce((product, { room }) => product * (room + 1), 1);
    if (combinations > 5000) continue;
    tried += 1;
    const bands = compiled.bands;
    const edge = bands[bands.findIndex((band) => band.id === profile.index.band) - 1].below;
    const best = fewest(levels, points, movable, edge);
    assert.equal(change.moves.reduce((sum, move) => sum + move.points, 0), best.count, `pair ${n} of seed 77`);
    assert.equal(change.index, best.index, `pair ${n} of seed 77`);
  }
});

function state_of(compiled, { answers }) {
  const reachable = reach(compiled, answers);
  const points = new Map(compiled.scale_items
    .filter((item) => reachable.has(item.id) && typeof answers[item.id] === 'number')
    .map((item) => [item.id, keyed_point(item, answers[item.id])]));
  const operands = question_operands(compiled, answers, reachable);
  const levels = dimension_levels(compiled, reachable, points, operands, new_trace());
  const movable = levels.filter((level) => level.sufficient).flatMap((level) => level.answered)
    .map((item) => ({ id: item.id, room: item.points - 1 - points.get(item.id) })).filter(({ room }) => room > 0);
  return { levels, points, movable };
}

// Every combination of moves: the fewest that come under the edge, and the least index by that many.
function fewest(levels, points, movable, edge) {
  let best = { count: Infinity, index: Infinity };
  const moved = new Map(points);
  const walk = (at, count) => {
    if (count > best.count) return;
    if (at === movable.length) {
      const index = round9(index_of(levels, moved));
      if (index < edge && (count < best.count || index < best.index)) best = { count, index };
      return;
    }
    const { id, room } = movable[at];
    for (let steps = 0; steps <= room; steps++) {
      moved.set(id, points.get(id) + steps);
      walk(at + 1, count + steps);
    }
    moved.set(id, points.get(id));
  };
  walk(0, 0);
  return best;
}

describe('generated pairs', () => {
  test('same seed, same bytes; another seed, others', () => {
    assert.equal(JSON.stringify(pair(3, 8)), JSON.stringify(pair(3, 8)));
    assert.notEqual(JSON.stringify(pair(3, 8)), JSON.stringify(pair(3, 9)));
    const { instrument } = pair(3, 8);
    assert.equal(JSON.stringify(response_to(1, 2, instrument)), JSON.stringify(response_to(1, 2, instrument)));
  });

  test('every construct occurs, and every profile keeps its promises', () => {
    const seen = new Set();
    for (let n = 0; n < 1000; n++) {
      const { instrument, response } = pair(11, n);
      const compiled = compile(instrument);
      const profile = score(compiled, response);
      // A profile compared with itself: sums are exact and its change reaches what it says.
      const { differences } = compare(compiled, response, profile, new_trace(), JSON.parse(JSON.stringify(profile)));
      assert.deepEqual(differences, [], `pair ${n} of seed 11`);
      constructs(instrument, response, profile).forEach((name) => seen.add(name));
    }
    const wanted = ['all', 'any', 'not', 'equals', 'below', 'at_least', 'reverse', 'page when', 'item when', 'single',
      'multiple', 'number', 'text', 'scale', 'unreachable', 'answered', 'skipped', 'dont_know', 'not_applicable',
      'prefer_not_to_say', 'insufficient', 'no index', 'index', 'no context', 'own bands', 'default bands', 'required 0',
      'required 100', 'found', 'not_found', 'unknown', 'week', 'month', 'quarter', 'surplus', 'not exact', 'ten dimensions',
      'answer to unreachable', 'one dimension', 'closes 0', 'several moves'];
    assert.deepEqual(wanted.filter((name) => !seen.has(name)), []);
  });
});

function constructs(instrument, response, profile) {
  const names = [];
  const note = (name, holds) => holds && names.push(name);
  const text = JSON.stringify(instrument);
  for (const key of ['all', 'any', 'not', 'equals', 'below', 'at_least', 'reverse']) note(key, text.includes(`"${key}":`));
  names.push(...[...instrument.context, ...instrument.items].map((question) => question.kind));
  names.push(...profile.items.map((item) => item.state), ...profile.patterns.map((pattern) => pattern.state));
  names.push(...profile.dimensions.map((dimension) => dimension.state), ...profile.plan.map((action) => action.horizon));
  names.push(...profile.dimensions.map((dimension) => `required ${dimension.required}`));
  note('page when', instrument.pages.some((page) => page.when));
  note('item when', instrument.items.some((item) => item.when));
  note('no context', instrument.context.length === 0);
  note('one dimension', instrument.dimensions.length === 1);
  note('ten dimensions', instrument.dimensions.length === 10);
  names.push(instrument.bands ? 'own bands' : 'default bands', profile.index.value === null ? 'no index' : 'index');
  note('surplus', profile.dimensions.some((dimension) => dimension.surplus > 0));
  note('closes 0', profile.plan.some((action) => action.closes === 0));
  note('not exact', profile.smallest_change?.exact === false);
  note('several moves', profile.smallest_change?.moves.length > 2);
  note('answer to unreachable', profile.items.some((item) => (
    item.state === 'unreachable' && typeof response.answers[item.id] === 'number')));
  return names;
}
