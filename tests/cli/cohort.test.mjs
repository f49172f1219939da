// cli/cohort — many responses summed up and merged: the same bytes whatever the split, and no row lost unsaid.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { response as random_response } from '../second/generate.mjs';
import { random, seed_of } from '../second/random.mjs';
import { problems_of } from './json_schema.mjs';
import { file, lines, root, run } from './program.mjs';
import { instrument as small, response } from './small.mjs';

const kPeople = 600;
const instrument = JSON.parse(readFileSync(join(root, 'assets/instruments/leadership-pipeline/instrument.json'), 'utf8'));
const schema = JSON.parse(readFileSync(join(root, 'assets/schemas/cohort.schema.json'), 'utf8'));
const people = Array.from({ length: kPeople }, (_, n) => JSON.stringify(random_response(5, n, instrument)));
const cohort = (args, input = '') => run(['cohort', ...args], input);
const small_path = file('small_instrument.json', JSON.stringify(small));
const of_small = (answers) => JSON.stringify({ ...response, answers });

test('a summary fits its schema and counts everybody', async () => {
  const { code, out, err } = await cohort(['summarize', '--by', 'who_answers'], people.join('\n'));
  assert.equal(err, '');
  assert.equal(code, 0);
  const summary = JSON.parse(out);
  assert.deepEqual(problems_of(schema, summary), []);
  assert.equal(summary.people, kPeople);
  for (const segment of summary.segments) {
    for (const [id, item] of Object.entries(segment.items)) {
      const { points, ...unanswered } = item;
      assert.equal([...points, ...Object.values(unanswered)].reduce((a, b) => a + b), segment.people, id);
    }
  }
  assert.notDeepEqual(problems_of(schema, { ...summary, people: -1 }), []);
});

test('parts merge to the bytes of the whole, in any split, any order, and by way of parts of parts', async () => {
  const r = random(seed_of(3, 1));
  const summarize = async (some) => (await cohort(['summarize', '--by', 'who_answers'], `${some.join('\n')}\n`)).out;
  const whole = await summarize(people);
  for (let round = 0; round < 3; round += 1) {
    const bins = Array.from({ length: 4 }, () => []);
    for (const line of people) r.pick(bins).push(line);
    const parts = r.shuffle(await Promise.all(bins.filter((bin) => bin.length > 0).map(summarize)));

    assert.equal((await cohort(['merge'], parts.join(''))).out, whole);
    const paths = parts.map((part, n) => file(`part_${n}.json`, part));
    const half = (await cohort(['merge', ...paths.slice(0, 2)])).out;
    assert.equal((await cohort(['merge', '-', ...paths.slice(2)], half)).out, whole);
  }
});

test('a table says the same as lines; other columns segment it or are named as not read', async () => {
  const table = 'id;unit;a;b;size\n1; North ;0;4;many\n2;"So""uth\nEast";3;dont_know;\n3;;;2;few\n';
  const bad = await cohort(['summarize', '--instrument', small_path], table);
  assert.match(bad.err, /^-:1: .*not read: unit/);
  assert.match(bad.err, /-:3:\/b: This question does not offer dont_know/);
  assert.equal(bad.code, 1);
  const good = table.replace('3;dont_know', 'dont_know;3');
  const by_unit = await cohort(['summarize', '--instrument', small_path, '--by', 'unit'], `\ufeff${good}`);
  assert.equal(by_unit.err, '');
  assert.deepEqual(JSON.parse(by_unit.out).segments.map((each) => each.segment), [null, 'North', 'So"uth\nEast']);
  const by_size = await cohort(['summarize', '--instrument', small_path, '--by', 'size'], good);
  const same = await cohort(['summarize', '--instrument', small_path, '--by', 'size'],
    [{ a: 0, b: 4, size: 'many' }, { a: { no_answer: 'dont_know' }, b: 3 }, { b: 2, size: 'few' }].map(of_small).join('\n'));
  assert.equal(by_size.out, same.out);
});

test('what cannot be read is told by line, counted, and left out; the rest is summed up', async () => {
  const input = [of_small({ a: 1 }), '{"schema":', of_small({ a: 7 }), '', `{"x":"${'y'.repeat(1 << 20)}"}`, of_small({ a: 2, q: 1 }), of_small({ b: 3 })].join('\n');
  const { code, out, err } = await cohort(['summarize', '--instrument', small_path], input);
  assert.equal(code, 1);
  const told = lines(err);
  assert.match(told[0], /^-:2:/);
  assert.match(told[1], /^-:3:\/answers\/a: /);
  assert.match(told[2], /^-:5: .*longer than 1024 KiB/);
  assert.match(told[3], /^-:6:\/answers\/q: /);
  assert.match(told[4], /^4 of 6 responses were refused/);
  const summary = JSON.parse(out);
  assert.deepEqual([summary.people, summary.refused], [2, 4]);
  const rows = await cohort(['summarize', '--instrument', small_path], 'a,b\n1\n1,2,3\n"1"x,2\n9,x\n1,2\n"open,1\n');
  assert.deepEqual(lines(rows.err).slice(0, 5).map((line) => line.split(': ')[0]), ['-:2', '-:3', '-:4:1', '-:5:/a', '-:5:/b']);
  assert.match(lines(rows.err).at(-1), /^5 of 6/);
  assert.equal(JSON.parse(rows.out).people, 1);
  const as_json = lines((await cohort(['summarize', '--instrument', small_path, '--json'], input)).err).map((line) => JSON.parse(line));
  assert.deepEqual(as_json.at(-1), { responses: 6, refused: 4 });
});

test('no summary is written of what is not whole', async () => {
  const one = (await cohort(['summarize'], people[0])).out;
  const by = (await cohort(['summarize', '--by', 'size'], people[0])).out;
  const path = file('one.json', one);
  const cases = [
    [['merge', path, file('by.json', by)], '', /by “size”, the others by “”/],
    [['merge', path, file('spoilt.json', one.replace('"people":1', '"people":2'))], '', /do not add up/],
    [['merge', path, '/nowhere/part.json'], '', /cannot be opened/],
    [['merge'], people[0], /a summary has the schema cohort\/1/],
    [['merge', '--instrument', small_path], one, /belong to the questionnaire leadership-pipeline/],
    [['summarize', '--by', 'unit'], people[0], /no question “unit”.*who_answers/],
    [['summarize', '--by', 'ac_next'], people[0], /no question with exactly one choice/],
    [['summarize', '--by', 'unit'], 'ac_next\n1\n', /no column or question “unit”/],
    [['summarize'], 'name\nx\n', /No column is named after a question/],
    [['summarize'], 'ac_next,ac_next\n1,1\n', /Two columns are called “ac_next”/],
    [['summarize', '--by', 'unit'], `ac_next,unit\n${Array.from({ length: 300 }, (_, n) => `1,u${n}\n`).join('')}`, /more than 256 segments/],
    [['summarize', '--threshold', '1'], people[0], /whole number from 2/],
    [['summarize', '-', '-'], '', /Only one file/],
    [['merge'], '', /no responses/],
    [[], '\n', /no responses/],
    [['juggle'], '', /cannot be opened/],
    [['merge', '--format', 'csv', path], '', /Leave out --format/],
    [['--format', 'pdf', path], '', /no format “pdf”/],
    [['--threshold', '3', path], '', /frozen at 5 by the first summary/],
  ];
  for (const [args, input, sentence] of cases) {
    const { code, out, err } = await cohort(args, input);
    assert.match(err, sentence, args.join(' '));
    assert.deepEqual([code, out], [2, ''], args.join(' '));
  }
});

test('the threshold is frozen by the first summary; merging takes the stricter one and logs every change', async () => {
  const part = async (n, ...more) => (await cohort(['summarize', ...more], people[n])).out;
  const parts = [await part(0), await part(1, '--threshold', '10'), await part(2, '--threshold', '3')];
  const merged = JSON.parse((await cohort(['merge'], parts.join(''))).out);
  assert.deepEqual(merged.threshold, { now: 10, frozen: [3, 5, 10], changes: [] });
  const changed = (await cohort(['merge', '--threshold', '4'], parts.join(''))).out;
  assert.deepEqual(JSON.parse(changed).threshold, { now: 4, frozen: [3, 5, 10], changes: [{ from: 10, to: 4 }] });
  assert.equal((await cohort(['merge'], changed)).out, changed);
  assert.deepEqual(JSON.parse((await cohort(['merge'], changed + parts[0])).out).threshold, { now: 5, frozen: [3, 5, 10], changes: [{ from: 10, to: 4 }] });
});

test('map and reduce as engines run them: empty parts, keys with a tab behind them', async () => {
  const empty = await cohort(['summarize', '--by', 'size'], '\n');
  assert.equal(empty.code, 1);
  assert.match(empty.err, /no responses/);
  const one = (await cohort(['summarize', '--by', 'size'], people[0])).out;
  const merged = await cohort(['merge', '-'], `${empty.out.trimEnd()}\t\n${one.trimEnd()}\t\n`);
  assert.deepEqual([merged.code, merged.out], [0, one]);
});
