// second/scorer — an independent scorer in plain JavaScript, written from MODEL.md §1 and the data formats alone.
// It exists to disagree: the C++ core is compared with it on thousands of instruments nobody thought of.
//
// In      compile(instrument/1), score(compiled, response/1)
// Out     profile/1, key for key
// Errors  throws on a response for another instrument; it trusts everything else (the readers' tests are elsewhere)
// Source  MODEL.md §1
// Cost    about a millisecond for a response: clarity over speed
// Tested  tests/second/scorer.test.mjs by hand-worked cases, tests/second/agreement.test.mjs against the core

import { createHash } from 'node:crypto';
import { evaluate, leaves } from './conditions.mjs';
import { band_of, kDefaultBands, smallest_change } from './change.mjs';
import { explain } from './explanation.mjs';
import {
  answer_state, dimension_levels, index_bounds, index_exists, index_of, keyed_point, question_operands, reach,
  score_of_point,
} from './levels.mjs';
import { plan } from './plan.mjs';
import { round9 } from './numbers.mjs';

export const kEngine = '0.1.0';

export function compile(instrument) {
  const items = instrument.items ?? [];
  const scale_items = items.filter((item) => item.kind === 'scale');
  const { earlier_versions: _, ...present } = instrument;  // what is known of the past is no part of what is asked
  const conditions = [...items, ...instrument.pages].filter((each) => each.when).map((each) => each.when);
  return {
    instrument,
    hash: createHash('sha256').update(canonical(present)).digest('hex'),
    questions: new Map([...(instrument.context ?? []), ...items].map((question) => [question.id, question])),
    scale_items,
    items_of: new Map(instrument.dimensions.map((dimension) => [
      dimension.id, scale_items.filter((item) => item.dimension === dimension.id)])),
    feeds_when: new Set(conditions.flatMap((when) => leaves(when, 'item'))),
    bands: instrument.bands ?? kDefaultBands,
  };
}

// Keys in byte order, no spaces, shortest numbers.
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

// trace (optional): {near: Set, near_tie} is told which decisions hung on the last bits of a double.
export function score(compiled, response, trace = new_trace()) {
  const { instrument } = compiled;
  if (response.instrument.id !== instrument.id) throw new Error(`response for ${response.instrument.id}`);
  const answers = response.answers;

  // 1 what was asked, and what was answered
  const reachable = reach(compiled, answers);
  const operands = question_operands(compiled, answers, reachable);
  const points = new Map();
  for (const item of compiled.scale_items) {
    if (reachable.has(item.id) && answer_state(answers[item.id]) === 'answered') {
      points.set(item.id, keyed_point(item, answers[item.id]));
    }
  }

  // 2 current, bounds, required, gap
  const levels = dimension_levels(compiled, reachable, points, operands, trace);

  // 3 the index, its bounds and band
  const { exists, sufficient_weight_pct } = index_exists(levels, trace);
  const index = exists ? index_of(levels, points) : null;
  const band = exists ? compiled.bands[band_of(compiled.bands, index, trace)].id : null;

  // 4 what explains it and what would change it
  const explanation = exists ? explain(instrument.id, levels, points, index) : null;
  const patterns = find_patterns(instrument, operands, levels, trace);
  const found = new Set(patterns.filter((pattern) => pattern.state === 'found').map((pattern) => pattern.id));

  return {
    schema: 'profile/1',
    engine: kEngine,
    ...(response.id === undefined ? {} : { id: response.id }),
    instrument: { id: instrument.id, version: instrument.version, hash: compiled.hash },
    index: {
      value: exists ? round9(index) : null,
      ...index_bounds(levels, index),
      band,
      sufficient_weight_pct: round9(sufficient_weight_pct),
      ...(exists ? {} : { to_answer: to_answer(compiled, levels, points) }),
    },
    dimensions: levels.map(dimension_row),
    items: compiled.scale_items.map((item) =>
      item_row(item, answers, reachable, points, levels, index, explanation)),
    patterns,
    smallest_change: exists ? smallest_change(compiled, levels, points, index, trace) : null,
    plan: plan(compiled, levels, points, found, exists, trace),
    explanation,
  };
}

export const new_trace = () => ({ near: new Set(), near_tie: false });

const rounded = (x) => (x === null ? null : round9(x));

function dimension_row(level) {
  return {
    id: level.id,
    state: level.sufficient ? 'sufficient' : 'insufficient',
    current: rounded(level.current),
    low: round9(level.low),
    high: round9(level.high),
    answered: level.answered.length,
    items: level.items.length,
    required: round9(level.required),
    gap: rounded(level.gap),
    surplus: rounded(level.surplus),
    rules: level.rules,
  };
}

function item_row(item, answers, reachable, points, levels, index, explanation) {
  const shown = reachable.has(item.id);
  const point = points.get(item.id);
  const level = levels.find((each) => each.id === item.dimension);
  const counts = index !== null && point !== undefined && level.sufficient;
  return {
    id: item.id,
    state: shown ? answer_state(answers[item.id]) : 'unreachable',
    score: point === undefined ? null : round9(score_of_point(item, point)),
    share: counts ? share_of(item, explanation) : null,
    leverage: counts ? leverage_of(item, points, levels, index) : null,
  };
}

const share_of = (item, explanation) => explanation.children
  .find((node) => node.id === item.dimension).children
  .find((node) => node.kind === 'item' && node.id === item.id).value;

// The same response with this one answer a point better, scored again.
function leverage_of(item, points, levels, index) {
  if (points.get(item.id) === item.points - 1) return 0;
  const moved = new Map(points).set(item.id, points.get(item.id) + 1);
  return round9(Math.max(0, index - index_of(levels, moved)));
}

function find_patterns(instrument, operands, levels, trace) {
  const by_id = new Map(levels.map((level) => [level.id, level]));
  const dimension = (id) => (by_id.get(id).sufficient ? by_id.get(id).current : null);
  return (instrument.patterns ?? []).map((pattern) => {
    const near = () => trace.near.add(`pattern ${pattern.id}`);
    const { truth, evidence } = evaluate(pattern.when, { ...operands, dimension, near });
    const state = truth === null ? 'unknown' : truth ? 'found' : 'not_found';
    return { id: pattern.id, state, evidence: truth ? evidence : [] };
  });
}

function to_answer(compiled, levels, points) {
  const open = new Set(levels.filter((level) => !level.sufficient)
    .flatMap((level) => level.items)
    .filter((item) => !points.has(item.id))
    .map((item) => item.id));
  return compiled.instrument.pages.flatMap((page) => page.questions).filter((id) => open.has(id));
}
