// second/agreement — the C++ core and the second scorer agree, field by field: on random instruments and responses,
// and on random responses to the instruments that ship.
//
// In      VGAP_CLI    the native program (default build/native/velocity-gap)
//         VGAP_PAIRS  how many random pairs (default 10000); VGAP_SEED  their seed (default 1)
// Replay  node tests/second/generate.mjs --count 1 --seed S --from N | velocity-gap score --pairs -
// Cost    under a minute

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { compare } from './compare.mjs';
import { pair, response } from './generate.mjs';
import { compile, new_trace, score } from './scorer.mjs';

const root = new URL('../../', import.meta.url);
const cli = process.env.VGAP_CLI ?? fileURLToPath(new URL('build/native/velocity-gap', root));
const count = Number(process.env.VGAP_PAIRS ?? 10000);
const seed = Number(process.env.VGAP_SEED ?? 1);
const kShipped = 2000;
const kShown = 5;

test(`both scorers agree on ${count} random pairs of seed ${seed}`, async () => {
  await agree(count, (n) => pair(seed, n), (n) => `--count 1 --seed ${seed} --from ${n}`);
});

const instruments = new URL('assets/instruments/', root);
for (const name of readdirSync(instruments).sort()) {
  const file = new URL(`${name}/instrument.json`, instruments);
  if (!existsSync(file)) continue;
  test(`both scorers agree on ${kShipped} random responses to ${name}`, async () => {
    const instrument = JSON.parse(readFileSync(file, 'utf8'));
    await agree(kShipped, (n) => ({ instrument, response: response(seed, n, instrument) }),
      (n) => `--instrument assets/instruments/${name}/instrument.json --responses 1 --seed ${seed} --from ${n}`);
  });
}

async function agree(pairs, pair_at, replay) {
  const child = spawn(cli, ['score', '--pairs', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (text) => { complaints = (complaints + text).slice(0, 4000); });
  const ended = new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`cannot start ${cli} (build it first): ${error.message}`)));
    child.on('close', resolve);
  });
  ended.catch(() => {});  // awaited below, after what it wrote
  // It may stop reading early; then its exit code and its words are the report.
  const feeding = pipeline(Readable.from(lines_of(pairs, pair_at)), child.stdin).catch(() => {});

  let n = 0;
  const tally = { same: 0, differ: 0, near: 0, tie: 0 };
  const failures = [];
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
    const { verdict, differences } = judge(pair_at(n), line);
    tally[verdict] += 1;
    if (verdict === 'differ' && failures.length < kShown) failures.push({ n, differences });
    n += 1;
  }
  const code = await ended;
  await feeding;

  const report = failures.map((failure, i) => describe_failure(failure, pair_at, replay, i === 0)).join('\n');
  assert.equal(tally.differ, 0, `${tally.differ} of ${n} pairs differ\n${report}\n${complaints}`);
  const missing = n < pairs ? describe_failure({ n, differences: [] }, pair_at, replay, true) : '';
  assert.equal(n, pairs, `${n} profiles for ${pairs} pairs; exit code ${code}\n${complaints}\n${missing}`);
  assert.equal(code, 0, complaints);
  assert.ok(tally.near < 0.005 * pairs, `${tally.near} pairs differ at a threshold`);
  assert.ok(tally.tie < 0.01 * pairs, `${tally.tie} plans differ between actions of the same worth`);
  console.log(`${n} agree; ${tally.near} of them but for a threshold, ${tally.tie} but for actions of the same worth`);
}

function* lines_of(pairs, pair_at) {
  for (let n = 0; n < pairs; n++) yield `${JSON.stringify(pair_at(n))}\n`;
}

function judge({ instrument, response: given }, line) {
  const compiled = compile(instrument);
  const trace = new_trace();
  const ours = score(compiled, given, trace);
  const { differences, excused } = compare(compiled, given, ours, trace, profile_in(line));
  if (differences.length === 0) return { verdict: 'same', differences };
  return { verdict: excused ?? 'differ', differences };
}

function profile_in(line) {
  try {
    return JSON.parse(line);
  } catch {
    return { line };
  }
}

function describe_failure({ n, differences }, pair_at, replay, in_full) {
  const { instrument, response: given } = pair_at(n);
  return [
    `pair ${n}; replay: node tests/second/generate.mjs ${replay(n)}`,
    ...differences.slice(0, kShown).map((each) =>
      `  ${each.where}: ours ${JSON.stringify(each.ours)}, theirs ${JSON.stringify(each.theirs)}`),
    ...(in_full ? [`instrument: ${JSON.stringify(instrument)}`, `response: ${JSON.stringify(given)}`] : []),
  ].join('\n');
}
