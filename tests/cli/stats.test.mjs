// velocity-gap stats: every value of the oracle, and what it says to bad tables and arguments.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { file, lines, root, run } from './program.mjs';
import { problems } from '../oracles/compare.mjs';

const oracle = join(root, 'tests/oracles/open.json');
const { cases } = JSON.parse(readFileSync(oracle, 'utf8'));

const stats = (name, table, given) => run(['stats', name, ...(table === null ? [] : [file('table.csv', table)]), '--arguments', JSON.stringify(given)]);

async function answer(name, table, given) {
  const { code, out, err } = await stats(name, table, given);
  assert.deepEqual([code, err], [0, '']);
  return JSON.parse(out);
}

async function refusal(name, table, given) {
  const { code, out, err } = await stats(name, table, given);
  assert.deepEqual([code, out], [2, '']);
  return err;
}

test('every required value of the oracle is there and right', async () => {
  const { code, out, err } = await run(['stats', '--cases', oracle]);
  assert.equal(err, '');
  assert.equal(code, 0);
  const answers = JSON.parse(out);
  assert.deepEqual(cases.flatMap((each) => problems(each, answers[each.id])), []);
});

test('the comparison catches each value that is spoiled', () => {
  let caught = 0;
  let tried = 0;
  for (const each of cases) {
    const good = Object.fromEntries(Object.entries(each.expected).map(([name, e]) => [name, e.band ? (e.band[0] + e.band[1]) / 2 : e.value]));
    assert.deepEqual(problems(each, good), []);
    for (const [name, e] of Object.entries(each.expected)) {
      if (e.alternative) continue;
      const spoil = (x) => (Array.isArray(x) ? (x.length ? [spoil(x[0]), ...x.slice(1)] : [0]) : typeof x === 'number' ? x + 1e-3 + 0.1 * Math.abs(x) : 0);
      ++tried;
      caught += problems(each, { ...good, [name]: e.band ? e.band[1] + 1 : spoil(e.value) }).length;
      assert.equal(problems(each, Object.fromEntries(Object.entries(good).filter(([n]) => n !== name))).length, 1);
    }
  }
  assert.equal(caught, tried);
});

test('one function over one table gives what the same case gives', async () => {
  const one = cases.find(({ id }) => id === 'km.aml');
  const { code, out } = await run(['stats', one.function, join(root, 'tests/oracles', one.data), '--arguments', JSON.stringify(one.arguments)]);
  assert.equal(code, 0);
  assert.deepEqual(problems(one, JSON.parse(out)), []);
});

test('tables from standard input, with other delimiters, quotes, a byte order mark and carriage returns', async () => {
  const given = JSON.stringify({ column: 'a "b"', scores: [2] });
  const { code, out } = await run(['stats', 'percentile_rank', '-', '--arguments', given], '\uFEFF"a ""b""";c\r\n1;x\r\n2;"y\r\nz"\r\n\r\n3;\r\n');
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out), { n: 3, percentile_rank: [50] });
});

test('a case that fails is named and left out, the others are answered', async () => {
  file('small.csv', 'x\n1\n2\n');
  const path = file('cases.json', JSON.stringify({
    cases: [
      { id: 'a', function: 'percentile_rank', data: 'small.csv', arguments: { column: 'y', scores: [1] } },
      { id: 'b', function: 'percentile_rank', data: 'small.csv', arguments: { column: 'x', scores: [1] } },
      { id: 'c', function: 'no_such', data: null, arguments: {} },
      { id: 'd', function: 'percentile_rank', data: 'not_there.csv', arguments: { column: 'x', scores: [1] } },
    ],
  }));
  const { code, out, err } = await run(['stats', '--cases', path]);
  assert.equal(code, 2);
  assert.deepEqual(JSON.parse(out), { b: { n: 2, percentile_rank: [25] } });
  assert.match(err, /cases\.json:\/cases\/0\/arguments\/column: There is no column “y”\. The table has: x\./);
  assert.match(err, /no_such/);
  assert.match(err, /not_there\.csv/);
});

test('problems name their place: a line and field of the table, or a pointer into the arguments', async () => {
  const bad = await refusal('cronbach_alpha', 'a,b\n1,2\n2,x\n?,3\n', { items: ['a', 'b'] });
  assert.match(bad, /table\.csv:3:2: “x” in column “b” is not a number/);
  assert.match(bad, /table\.csv:4:1: “\?” in column “a” is not a number/);
  assert.match(await refusal('cronbach_alpha', 'a,b\n1,2\n', { items: ['a', 'a'] }), /--arguments:\/items\/1: “a” stands here twice/);
  assert.match(await refusal('score_dimensions', 'a,b\n1,9\n', { dimensions: { d: ['a', 'b'] }, scale_min: 1, scale_max: 5 }), /2:2: “b” is 9 here, outside 1 to 5/);
  assert.match(await refusal('kaplan_meier', 't,e\n-1,1\n', { time: 't', status: 'e' }), /2:1: “t” is -1 here, outside 0 to/);
  assert.match(await refusal('kaplan_meier', 't,e,s\n3,1,4\n', { time: 't', status: 'e', entry: 's' }), /In row 1 observation begins at 4 and ends at 3/);
  assert.match(await refusal('wilson_ci', 'x,n,conf\n5,3,0.95\n', {}), /In row 1 there are 5 successes of 3/);
  assert.match(await refusal('markov_project', null, { levels: ['a'], initial: [1], transition: [[1.5]], periods: 1 }), /\/transition\/0\/0/);
  assert.match(await refusal('markov_project', null, { levels: ['a', 'b'], initial: [1], transition: [[0.8, 0.3], [0, 1]], periods: 1 }), /add up to 1\.1[\s\S]*1 values here, but 2 are needed/);
  assert.match(await refusal('cohen_kappa', 'a,b\n1,2\n', {}), /The table has 1 rows and 2 columns/);
  assert.match(await refusal('compare_two_groups', 'v,g\n1,a\n2,b\n3,c\n', { value: 'v', group: 'g' }), /Which two groups/);
  assert.match(await refusal('hierarchical_mean', 'v,g,s\n1,a,x\n2,a,y\n', { value: 'v', group: 'g', super_group: 's' }), /Group “a” lies in “x” and in “y”/);
  assert.match(await refusal('icc', null, { raters: ['a'] }), /needs a table/);
  assert.match(await refusal('percentile_rank', 'x\n1\n', { column: 'x', scores: [1], confidence: 0.9 }), /--arguments:\/confidence: .*column, scores/);
  assert.match(await refusal('nothing', null, {}), /There is no function “nothing”/);
  assert.match(await refusal('omega_total', '', { items: [] }), /The table is empty/);
  assert.equal((await run(['stats'])).code, 2);
});

test('where there is no number, null, and why', async () => {
  const few = await answer('cronbach_alpha', 'a,b\n1,2\n', { items: ['a', 'b'] });
  assert.deepEqual([few.alpha, few.feldt_ci, few.reasons], [null, [null, null], { alpha: 'too_few_rows' }]);
  const constant = await answer('cronbach_alpha', 'a,b\n1,2\n1,3\n1,5\n', { items: ['a', 'b'] });
  assert.equal(constant.alpha, 0);
  assert.deepEqual([constant.alpha_standardised, constant.reasons], [null, { alpha_standardised: 'constant_item' }]);
  assert.equal((await answer('omega_total', 'a,b,c\n1,2,3\n2,2,1\n3,2,1\n', { items: ['a', 'b', 'c'] })).reasons.omega_total_ml, 'constant_item');
  assert.equal((await answer('krippendorff_alpha', 'a,b\n1,1\n1,1\n', { raters: ['a', 'b'], metrics: ['nominal'] })).reasons.alpha_nominal, 'no_variation');
  assert.equal((await answer('krippendorff_alpha', 'a,b\n1,\n,1\n', { raters: ['a', 'b'], metrics: ['interval'] })).reasons.alpha_interval, 'nothing_pairable');
  const same = await answer('compare_two_groups', 'v,g\n1,a\n1,a\n2,b\n2,b\n', { value: 'v', group: 'g' });
  assert.deepEqual([same.welch_t, same.cohens_d, same.cliffs_delta, same.cliffs_delta_ci], [null, null, -1, [null, null]]);
  const alone = await answer('hierarchical_mean', 'v,g\n1,a\n2,b\n', { value: 'v', group: 'g' });
  assert.equal(alone.reasons.icc1, 'one_in_each_group');
  const closed = await answer('markov_project', null, { levels: ['a'], initial: [3], transition: [[1]], periods: 1 });
  assert.deepEqual([closed.steady_state, closed.reasons.fundamental_matrix], [[null], 'somebody_never_leaves']);
  const waiting = await answer('kaplan_meier', 't,e\n3,0\n5,0\n', { time: 't', status: 'e', rmst_tau: [4] });
  assert.deepEqual([waiting.time, waiting.median, waiting.rmst_4], [[], null, 4]);
});

test('lists the functions, and helps', async () => {
  const { code, out } = await run(['stats', '--list']);
  assert.equal(code, 0);
  assert.ok(cases.every((each) => lines(out).includes(each.function)));
  assert.match((await run(['stats', '--help'])).out, /--cases FILE/);
});
