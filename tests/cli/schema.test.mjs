// cli/schema — the schemas are printed as they are, and what the program reads and writes fits them.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pair } from '../second/generate.mjs';
import { problems_of } from './json_schema.mjs';
import { lines, root, run } from './program.mjs';
import { instrument, response, texts } from './small.mjs';

const kPairs = 300;
const names = ['article', 'calibration', 'calibration_report', 'catalogue', 'cohort', 'cohort_report', 'first_screens', 'flow', 'flow_result', 'instrument', 'metrics', 'profile', 'rating', 'readiness', 'readiness_rules', 'response', 'result_pack', 'targets', 'workspace', 'workspace_report'];
const folder = join(root, 'assets/schemas');
const schemas = Object.fromEntries(names.map((name) => [name, JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8'))]));
const fits = (name, value) => assert.deepEqual(problems_of(schemas[name], value), [], name);

test('the names are listed, and each schema is printed', async () => {
  assert.deepEqual(lines((await run(['schema'])).out), names);
  assert.deepEqual(JSON.parse((await run(['schema', '--json'])).out), names);
  assert.deepEqual(readdirSync(folder).sort(), names.map((name) => `${name}.schema.json`));
  for (const name of names) {
    const { code, out } = await run(['schema', name]);
    assert.equal(code, 0);
    assert.equal(out, readFileSync(join(folder, `${name}.schema.json`), 'utf8'));
  }
});

test('what ships fits', () => {
  const instruments = join(root, 'assets/instruments');
  for (const name of readdirSync(instruments)) {
    for (const each of readdirSync(join(instruments, name))) {
      const value = JSON.parse(readFileSync(join(instruments, name, each), 'utf8'));
      fits({ 'instrument.json': 'instrument', 'readiness.json': 'readiness_rules' }[each] ?? 'catalogue', value);
    }
  }
  for (const each of readdirSync(join(root, 'assets/scenarios'))) fits('flow', JSON.parse(readFileSync(join(root, 'assets/scenarios', each), 'utf8')));
  for (const each of readdirSync(join(root, 'assets/locales'))) {
    fits('catalogue', JSON.parse(readFileSync(join(root, 'assets/locales', each), 'utf8')));
  }
});

test('a pack fits, and is scored like the answers in it', async () => {
  const given = JSON.stringify({ schema: 'response/1', id: 'r-1', instrument: { id: 'leadership-pipeline' }, answers: { size: 'from_26' } });
  const { code, out, err } = await run(['report', '--instrument', 'leadership-pipeline', '--format', 'pack', '-'], given);
  assert.equal(code, 0, err);
  fits('result_pack', JSON.parse(out));
  assert.equal(JSON.parse(out).id, 'r-1');
  const scored = (text) => run(['score', '--instrument', 'leadership-pipeline', '-'], text);
  assert.equal((await scored(out)).out, (await scored(given)).out);
});

test('samples fit, and wrong ones do not', () => {
  fits('instrument', instrument);
  fits('response', response);
  fits('catalogue', texts);
  for (const [name, value] of [
    ['instrument', { ...instrument, extra: 1 }], ['instrument', { ...instrument, items: [{ ...instrument.items[0], points: 1 }] }],
    ['instrument', { ...instrument, patterns: [{ id: 'x', when: { item: 'a' } }] }],
    ['response', { ...response, schema: 'response/2' }], ['response', { ...response, answers: { a: { no_answer: 'maybe' } } }],
    ['catalogue', { ...texts, messages: { a: { one: 'x' } } }],
    ['rating', { schema: 'rating/1' }], ['readiness', { schema: 'readiness/1' }], ['readiness_rules', { schema: 'readiness_rules/1' }],
    ['workspace_report', { schema: 'workspace_report/1' }], ['workspace', { schema: 'workspace/1' }], ['workspace', { schema: 'workspace/1', title: '', created: 'today', threshold: { now: 5 } }],
    ['result_pack', { ...response, schema: 'result_pack/1' }],
  ]) {
    assert.notDeepEqual(problems_of(schemas[name], value), []);
  }
});

test(`${kPairs} random instruments, responses and their profiles fit`, async () => {
  const pairs = Array.from({ length: kPairs }, (_, n) => pair(7, n));
  for (const each of pairs) {
    fits('instrument', each.instrument);
    fits('response', each.response);
  }
  const { code, out, err } = await run(['score', '--pairs', '--levels'], pairs.map((each) => `${JSON.stringify(each)}\n`));
  assert.equal(code, 0, err.slice(0, 1000));
  const profiles = lines(out);
  assert.equal(profiles.length, kPairs);
  for (const line of profiles) fits('profile', JSON.parse(line));
});
