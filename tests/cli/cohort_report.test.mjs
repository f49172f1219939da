// cli/cohort_report — what a report shows, and what an auditor who holds the answers can get out of it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { random, seed_of } from '../second/random.mjs';
import { problems_of } from './json_schema.mjs';
import { file, lines, root, run } from './program.mjs';

const kThreshold = 5;
const instrument = JSON.parse(readFileSync(join(root, 'assets/instruments/leadership-pipeline/instrument.json'), 'utf8'));
const schema = JSON.parse(readFileSync(join(root, 'assets/schemas/cohort_report.schema.json'), 'utf8'));
const roles = instrument.context.find((each) => each.id === 'who_answers').options;
const cohort = (args, input = '') => run(['cohort', ...args], input);
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const is_small = (n) => n > 0 && n < kThreshold;

// People of one role each, whose answers lean one way: so there are small cells and empty ones.
function person(r, role) {
  const level = r.whole(0, 4);
  const answers = Object.fromEntries(instrument.items.flatMap(({ id, no_answers }) => {
    if (r.chance(0.03)) return [];
    if (no_answers && r.chance(0.05)) return [[id, { no_answer: no_answers[0] }]];
    return [[id, Math.max(0, Math.min(4, level + r.whole(-1, 1)))]];
  }));
  return JSON.stringify({ schema: 'response/1', instrument: { id: instrument.id }, answers: role ? { ...answers, who_answers: role } : answers });
}

const crowd = (seed, sizes) => {
  const r = random(seed_of(seed, 0));
  return sizes.flatMap((size, n) => Array.from({ length: size }, () => person(r, roles[n]))).join('\n');
};

async function both(sizes, seed) {
  const input = crowd(seed, sizes);
  const summary = JSON.parse((await cohort(['summarize', '--by', 'who_answers'], input)).out);
  const { code, out } = await cohort(['--by', 'who_answers'], input);
  assert.equal(code, 0);
  return { summary, report: JSON.parse(out), input };
}

// What is shown of a segment's answers to a dimension is about the same people, or about people who differ by as many as the
// threshold: else its complete rows are shown alone, for each of its items.
function answered(segment, dimension) {
  const { scored, complete } = segment.dimensions[dimension];
  const members = instrument.items.filter((each) => each.dimension === dimension).map((each) => each.id);
  const points = Object.fromEntries(members.map((id) => [id, segment.items[id].points]));
  const beside = [scored, ...Object.values(points).map(sum)].map((n) => n - complete.people);
  if (!beside.some(is_small)) return { scored, points };
  return { scored: complete.people, points: Object.fromEntries(members.map((id, at) => [id, complete.points[at]])) };
}

// The segments that are hidden are one group: only their sum follows from what is shown.
function together(segments, dimension) {
  const add = (a, b) => a.map((n, at) => n + b[at]);
  return segments.reduce((a, b) => ({
    items: Object.fromEntries(Object.keys(a.items).map((id) => [id, { points: add(a.items[id].points, b.items[id].points) }])),
    dimensions: { [dimension]: {
      scored: a.dimensions[dimension].scored + b.dimensions[dimension].scored,
      complete: {
        people: a.dimensions[dimension].complete.people + b.dimensions[dimension].complete.people,
        points: a.dimensions[dimension].complete.points.map((row, at) => add(row, b.dimensions[dimension].complete.points[at])),
      },
    } },
  }));
}

const dimension_of = (item) => instrument.items.find((each) => each.id === item).dimension;

// A row of counts whose total is shown: what is hidden is at least two groups and together not small.
function audit_row(truth, shown, total, where) {
  truth.forEach((n, at) => {
    if (shown[at] === 'suppressed') return;
    assert.equal(shown[at], n, where);
    assert.ok(!is_small(n), `${where}: ${n} is shown`);
  });
  const hidden = truth.filter((n, at) => shown[at] === 'suppressed' && n > 0);
  if (total === 'suppressed' || hidden.length === 0) return;
  assert.ok(hidden.length > 1 && sum(hidden) >= kThreshold, `${where}: ${hidden} follow from the total`);
}

// Segments by points with totals. Rows are hidden whole; those that are hidden together are at least two, and where others
// are shown their sums, which follow, are not small.
function audit_points(segments, item, where) {
  const dimension = dimension_of(item.item);
  const points_of = (segment) => answered(segment, dimension).points[item.item];
  const shown = segments.filter((_, s) => item.segments[s].n !== 'suppressed');
  const unseen = segments.filter((_, s) => item.segments[s].n === 'suppressed');
  const groups = unseen.length > 0 ? [...shown, together(unseen, dimension)] : shown;
  const whole = points_of(segments[0]).map((_, p) => sum(groups.map((each) => points_of(each)[p])));
  const by_segment = item.segments.map((each) => each.points);
  for (const [row, truth] of [[item.points, whole], ...by_segment.map((each, s) => [each, points_of(segments[s])])]) {
    const hidden = row.filter((each) => each === 'suppressed').length;
    assert.ok(hidden === 0 || hidden === row.length, `${where}: a distribution is shown whole or not at all`);
    if (hidden === 0) for (const [p, n] of truth.entries()) { assert.equal(row[p], n); assert.ok(!is_small(n), `${where}: ${n} at ${p}`); }
  }
  if (item.points.includes('suppressed')) return;
  const hidden = segments.filter((each, s) => by_segment[s].includes('suppressed') && sum(points_of(each)) > 0);
  if (hidden.length === 0) return;
  assert.ok(hidden.length > 1, `${where}: one row follows from the total and the others`);
  if (hidden.length < segments.length) whole.forEach((_, p) => assert.ok(!is_small(sum(hidden.map((each) => points_of(each)[p]))) || item.segments.every((each) => each.points.includes('suppressed')), `${where}: a small sum at ${p} follows`));
}

for (const [seed, sizes] of [[40, 30, 25, 20], [60, 3, 30, 12], [4, 50, 50, 1], [9, 2, 2, 60], [7, 6, 5, 5], [300, 2, 0, 0], [3, 0, 0, 0], [5, 5, 0, 0]].entries()) {
  test(`an auditor gets nothing about fewer than ${kThreshold} out of segments of ${sizes.join(', ')}`, async () => {
    const { summary, report } = await both(sizes, seed);
    assert.deepEqual(problems_of(schema, report), []);
    const segments = summary.segments;
    assert.deepEqual(report.segments.map((each) => each.segment), segments.map((each) => each.segment));
    audit_row(segments.map((each) => each.people), report.segments.map((each) => each.people), report.people, 'people');
    for (const item of report.items) {
      const truth = segments.map((each) => sum(answered(each, dimension_of(item.item)).points[item.item]));
      audit_row(truth, item.segments.map((each) => each.n), item.n, item.item);
      audit_points(segments, item, item.item);
      for (const reason of Object.keys(item.unanswered)) {
        const counts = segments.map((each) => each.items[item.item][reason] ?? 0);
        const shown = item.segments.map((each) => each.unanswered[reason]);
        audit_row(counts, shown, item.unanswered[reason] === sum(counts) && shown.every((each) => each !== 'suppressed') ? sum(counts) : 'suppressed', `${item.item} ${reason}`);
        assert.ok(!is_small(item.unanswered[reason]), `${item.item} ${reason}`);
      }
      for (const group of [item, ...item.segments]) {
        if (group.n === 'suppressed') for (const name of ['mean', 'deviation']) assert.equal(group[name], 'suppressed');
        if (group.mean === 'suppressed') assert.equal(group.deviation, 'suppressed');
      }
    }
    for (const dimension of report.dimensions) {
      const of = (each) => each.dimensions[dimension.dimension];
      audit_row(segments.map((each) => answered(each, dimension.dimension).scored), dimension.segments.map((each) => each.n), dimension.n, dimension.dimension);
      audit_row(segments.map((each) => of(each).complete.people), dimension.segments.map((each) => each.agreement.n), dimension.agreement.n, dimension.dimension);
      const items = instrument.items.filter((each) => each.dimension === dimension.dimension).map((each) => report.items.find((own) => own.item === each.id));
      const hides = (group, name) => items.some((item) => item.n !== null && (group === null ? item : item.segments[group])[name] === 'suppressed');
      if (hides(null, 'deviation')) assert.equal(dimension.reliability.alpha, 'suppressed');
      dimension.segments.forEach((segment, s) => {
        if (hides(s, 'mean') && segment.n !== 'suppressed' && items.every((item) => item.segments[s].n !== 'suppressed')) assert.equal(segment.mean, 'suppressed');
        if (segment.n === 'suppressed') assert.equal(segment.against_others.difference, 'suppressed');
      });
    }
  });
}

test('a large cohort shows everything, and a file of summaries reports the same', async () => {
  const { report, input } = await both([400, 300, 300, 500], 77);
  const [dimension] = report.dimensions;
  for (const figure of [dimension.mean, dimension.reliability.alpha, dimension.reliability.omega, dimension.agreement.rwg, dimension.perception_gap.g, dimension.segments[0].against_others.t]) {
    assert.equal(typeof figure, 'number');
  }
  const mean_of = (role) => dimension.segments.find((each) => each.segment === role).mean;
  assert.ok(Math.abs(dimension.perception_gap.difference - (mean_of('executive') - mean_of('contributor'))) < 1e-6);
  const parts = input.split('\n');
  const paths = await Promise.all([parts.slice(0, 700), parts.slice(700)].map(async (part, n) =>
    file(`report_part_${n}.json`, (await cohort(['summarize', '--by', 'who_answers'], part.join('\n'))).out)));
  assert.deepEqual(JSON.parse((await cohort(paths)).out), report);
  const csv = lines((await cohort(['--format', 'csv', ...paths])).out);
  assert.equal(csv[0], 'kind,id,segment,figure,value\r');
  assert.ok(csv.includes(`dimension,${dimension.dimension},,mean,${dimension.mean}\r`));
  assert.ok(csv.every((line) => line.split(',').length === 5));
});

test('segments whose names look like formulas stay text', async () => {
  const table = `ac_next,unit\n${'1,"=1+1"\n2,"=1+1"\n'.repeat(5)}`;
  const { out } = await cohort(['--by', 'unit', '--format', 'csv'], table);
  assert.match(out, /cohort,leadership-pipeline,'=1\+1,people,10/);
});

test('as a document it is in the language of the terminal, says what is suppressed, and keeps names text', async () => {
  const input = crowd(5, [40, 3, 30, 4]);
  const { code, out } = await run(['cohort', '--by', 'who_answers', '--format', 'markdown'], input);
  assert.equal(code, 0);
  assert.match(out, /^# Cohort: Velocity Gap Assessment\n/);
  assert.match(out, /People: 77\. /);
  assert.match(out, /\| People function or HR \| suppressed \| suppressed/);
  assert.match(out, /## Perception gap/);
  const german = (await run(['cohort', '--by', 'who_answers', '--format', 'md'], input, { LC_ALL: 'de_DE.UTF-8' })).out;
  assert.match(german, /^# Kohorte: Velocity Gap: Selbsteinschätzung\n/);
  assert.match(german, /\| \d+,\d bis \d+,\d \|/);
  const named = await run(['cohort', '--by', 'unit', '--format', 'markdown'], `ac_next,unit\n${'1,<b>|x\n'.repeat(5)}`);
  assert.ok(!/<b>|[^\\]\|x/.test(named.out));
});
