// cli/score_lines — many responses, one a line: bad lines in the middle, pairs, bounded memory.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { file, lines, run, start } from './program.mjs';
import { instrument, response } from './small.mjs';

const kLines = 200_000;
const kMostMemory_kB = 64 * 1024;
const kMostLine = 1 << 20;

const instrument_path = file('instrument.json', JSON.stringify(instrument));
const score = (input, ...more) => run(['score', '--instrument', instrument_path, ...more], input);
const numbered = (n) => JSON.stringify({ ...response, id: `r-${n}`, answers: { ...response.answers, a: n % 5 } });
const ids = (out) => lines(out).map((line) => JSON.parse(line).id);

test('every line gives a line, in order; blank lines, CRLF and a missing last newline do no harm', async () => {
  const { code, out, err } = await score(`\ufeff${numbered(0)}\r\n\n${numbered(1)}\n   \n${numbered(2)}`);
  assert.equal(code, 0);
  assert.equal(err, '');
  assert.deepEqual(ids(out), ['r-0', 'r-1', 'r-2']);
});

test('a line does not depend on the lines before it', async () => {
  const together = lines((await score([4, 0, 3, 1, 0].map(numbered).join('\n'))).out);
  for (const [i, n] of [4, 0, 3, 1, 0].entries()) {
    assert.equal(`${together[i]}\n`, (await score(numbered(n))).out);
  }
});

test('bad lines are told by number and left out; the rest is scored', async () => {
  const input = [numbered(0), '{"schema":"response/1",', numbered(1), '{"schema":"response/1","instrument":{"id":"small"},"answers":{"a":9,"q":1}}',
    'null', `{"x":"${'y'.repeat(kMostLine)}"}`, numbered(2)].join('\n');
  const { code, out, err } = await score(input, '-');
  assert.equal(code, 2);
  assert.deepEqual(ids(out), ['r-0', 'r-1', 'r-2']);
  const told = lines(err);
  assert.match(told[0], /^-:2:24: .*line 2, column 24/);
  assert.match(told[1], /^-:4:\/answers\/a: /);
  assert.match(told[2], /^-:4:\/answers\/q: /);
  assert.match(told[3], /^-:5: /);
  assert.match(told[4], /^-:6: .*longer than 1024 KiB/);
  assert.match(told[5], /^4 of 7 responses/);
  const as_json = lines((await score(input, '--json')).err).map((line) => JSON.parse(line));
  assert.deepEqual(as_json.slice(0, -1).map((each) => each.line), [2, 4, 4, 5, 6]);
  assert.deepEqual(as_json.at(-1), { responses: 7, scored: 3, refused: 4 });
});

test('a broken first line does not take the others with it', async () => {
  const { code, out, err } = await score(['{"schema":"resp', numbered(1), numbered(2)].join('\n'));
  assert.equal(code, 2);
  assert.deepEqual(ids(out), ['r-1', 'r-2']);
  assert.match(err, /^-:1:16: /);
});

test('a line of exactly the limit is read', async () => {
  const line = numbered(1);
  const { code } = await score(`${line}${' '.repeat(kMostLine - line.length)}\n${numbered(2)}\n`);
  assert.equal(code, 0);
});

test('pairs bring their own instruments', async () => {
  const other = { ...instrument, id: 'other', version: '2.0.0' };
  const pair = (each, answers) => JSON.stringify({ instrument: each, response: { ...response, ...answers } });
  const { code, out, err } = await run(['score', '--pairs', '-'], [
    pair(instrument, {}), pair(other, { instrument: { id: 'other' } }), pair(other, {}), pair(instrument, {}),
    pair({ ...instrument, pages: 7 }, {}), JSON.stringify({ instrument }), '[]', pair(instrument, { extra: 1 }),
  ].join('\n'));
  assert.equal(code, 2);
  const profiles = lines(out).map((line) => JSON.parse(line));
  assert.deepEqual(profiles.map((each) => each.instrument.id), ['small', 'other', 'small']);
  assert.deepEqual(profiles[0], profiles[2]);
  const told = lines(err).map((line) => line.split(': ')[0]);
  assert.deepEqual(told.slice(0, 5), ['-:3:/response/instrument/id', '-:5:/instrument/pages', '-:6:/response', '-:7', '-:8:/response/extra']);
});

test('progress is for terminals only', async () => {
  const { err } = await score(Array.from({ length: 2000 }, (_, n) => numbered(n)).join('\n'));
  assert.equal(err, '');
});

test(`${kLines} lines in bounded memory`, async () => {
  const child = start(['score', '--instrument', instrument_path]);
  const ended = new Promise((done) => child.on('close', done));
  let count = 0;
  child.stdout.on('data', (chunk) => { for (const byte of chunk) if (byte === 10) count += 1; });
  child.stderr.resume();
  for (let n = 0; n < kLines; n += 1000) {
    const block = Array.from({ length: 1000 }, (_, i) => `${numbered(n + i)}\n`).join('');
    if (!child.stdin.write(block)) await new Promise((drained) => child.stdin.once('drain', drained));
  }
  // Its input is still open, so the process is there to be measured.
  const peak_kB = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]);
  child.stdin.end();
  assert.equal(await ended, 0);
  assert.equal(count, kLines);
  assert.ok(peak_kB < kMostMemory_kB, `${peak_kB} kB`);
});
