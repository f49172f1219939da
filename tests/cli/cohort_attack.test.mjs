// cli/cohort_attack — what somebody with a calculator gets out of a report of a cohort about a few of its people.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { random, seed_of } from '../second/random.mjs';
import { file, run } from './program.mjs';

const items = ['i', 'j', 'k'];
const instrument = file('attacked.json', JSON.stringify({
  schema: 'instrument/1', id: 'attacked', version: '1.0.0', languages: ['en'],
  context: [{ id: 'unit', kind: 'single', options: ['north', 'south', 'west'] }],
  dimensions: [{ id: 'd', required: { base: 60 } }],
  items: items.map((id) => ({ id, dimension: 'd', kind: 'scale', points: 5 })),
  pages: [{ id: 'p', questions: ['unit', ...items] }],
}));

async function report_on(people, by = []) {
  const input = people.map((answers) => JSON.stringify({ schema: 'response/1', instrument: { id: 'attacked' }, answers })).join('\n');
  const { code, out, err } = await run(['cohort', '--instrument', instrument, ...by], input);
  assert.equal(code, 0, err);
  return JSON.parse(out);
}

const crowd = (r, size, unit) => Array.from({ length: size }, () => {
  const level = r.whole(0, 4);
  return { ...Object.fromEntries(items.map((id) => [id, Math.max(0, Math.min(4, level + r.whole(-1, 1)))])), ...(unit ? { unit } : {}) };
});

// Three times the dimension's sum less the sums of its items, in points: half of what those answered who left one item out,
// less the single answers of those who left out two.
const left_over = (dimension, groups) => groups.every((each) => typeof each.mean === 'number') && typeof dimension.mean === 'number'
  ? (3 * dimension.n * dimension.mean - groups.reduce((sum, each) => sum + each.n * each.mean, 0)) / 25 : 0;

test('what a few people left out does not tell what they answered', async () => {
  for (const few of [1, 2, 3, 4]) {
    const people = crowd(random(seed_of(1, few)), 60);
    for (let p = 0; p < few; ++p) delete people[7 * p][items[p % 3]];
    const report = await report_on(people);
    const [dimension] = report.dimensions;
    assert.ok(Math.abs(left_over(dimension, report.items)) < 1e-4, `${few}: ${left_over(dimension, report.items)}`);
    assert.equal(dimension.n, 60 - few);
    assert.equal(dimension.percentiles, 'suppressed');
  }
  const alone = crowd(random(seed_of(1, 9)), 60);
  delete alone[3].i;
  delete alone[3].j; // answered too little for a score, and is in the mean of k
  const report = await report_on(alone);
  assert.ok(Math.abs(left_over(report.dimensions[0], report.items)) < 1e-4);
});

test('nor in a segment, in all of them together, or in those that are hidden', async () => {
  for (let round = 0; round < 12; ++round) {
    const r = random(seed_of(2, round));
    const people = [...crowd(r, 30, 'north'), ...crowd(r, r.whole(3, 30), 'south'), ...crowd(r, r.whole(3, 30), 'west')];
    for (let p = 0; p < round; ++p) delete people[r.whole(0, people.length - 1)][items[r.whole(0, 2)]];
    const report = await report_on(people, ['--by', 'unit']);
    const [dimension] = report.dimensions;
    const incomplete = (unit) => people.filter((each) => (!unit || each.unit === unit) && items.some((id) => each[id] === undefined)).length;
    report.segments.forEach(({ segment }, s) => {
      const over = left_over(dimension.segments[s], report.items.map((each) => each.segments[s]));
      assert.ok(incomplete(segment) >= 5 || Math.abs(over) < 1e-4, `${round} ${segment}: ${over}`);
    });
    const over = left_over(dimension, report.items);
    assert.ok(incomplete() >= 5 || Math.abs(over) < 1e-4, `${round}: ${over}`);
  }
});

test('with five who left something out everybody is in the figures again', async () => {
  const people = crowd(random(seed_of(3, 0)), 400);
  for (let p = 0; p < 30; ++p) delete people[10 * p][items[p % 3]];
  const report = await report_on(people);
  assert.deepEqual([report.dimensions[0].n, report.dimensions[0].agreement.n, ...report.items.map((each) => each.n)], [400, 370, 390, 390, 390]);
});

// What several items tell together is an equation more about each of them: with whole numbers of people that is often
// the one that leaves a single table, even of eighty people, and of a segment by what the whole tells.
test('what several items tell together is shown beside all of their points only', async () => {
  const seen = { hidden: 0, shown: 0 };
  for (let round = 0; round < 60; ++round) {
    const r = random(seed_of(5, round));
    const people = ['north', 'south', 'west'].flatMap((unit) => crowd(r, round % 4 === 3 ? r.whole(120, 200) : r.whole(1, 90), unit));
    const report = await report_on(people, round % 2 ? ['--by', 'unit'] : []);
    const [dimension] = report.dimensions;
    const isTold = (each) => each.n !== 'suppressed' && each.n > 0;
    const groups = [dimension, ...(dimension.segments ?? [])];
    const open = report.items.every((item) => [item, ...(item.segments ?? [])].every((group) => !isTold(group) || !group.points.includes('suppressed')));
    ++seen[open ? 'shown' : 'hidden'];
    const together = [dimension.reliability.alpha, dimension.reliability.omega, dimension.percentiles,
      ...groups.filter(isTold).flatMap((each) => [each.deviation, ...each.interval, each.agreement.ad_mean,
        ...(each.against_others ? [...each.against_others.interval, each.against_others.g] : [])])];
    for (const figure of together) assert.equal(figure === 'suppressed', !open, `${round}: ${JSON.stringify(together)}`);
    groups.filter(isTold).forEach((each, g) => {
      const deviations = report.items.map((item) => [item, ...(item.segments ?? [])].filter(isTold)[g].deviation);
      assert.equal(each.agreement.rwg === 'suppressed', deviations.includes('suppressed'), `${round} ${g}`);
    });
  }
  assert.ok(seen.hidden > 5 && seen.shown > 5, JSON.stringify(seen));
});

test('percentiles do not name the lowest and the highest score of one person', async () => {
  const of = (count, i, j, k) => Array.from({ length: count }, () => ({ i, j, k }));
  const people = [...of(20, 2, 2, 2), ...of(5, 1, 2, 2), ...of(5, 2, 1, 2), ...of(5, 2, 2, 1), ...of(1, 1, 1, 1),
    ...of(5, 3, 2, 2), ...of(5, 2, 3, 2), ...of(5, 2, 2, 3), ...of(1, 3, 3, 3)];
  const { percentiles } = (await report_on(people)).dimensions[0];
  assert.deepEqual([percentiles[0].from, percentiles.at(-1).to], [0, 100]);
});
