// second/agreement — the C++ core and the second scorer agree on random instruments and responses, field by field.
//
// In      VGAP_CLI    the native program (default build/native/velocity-gap)
//         VGAP_PAIRS  how many pairs (default 10000); VGAP_SEED  their seed (default 1)
// Replay  node tests/second/generate.mjs --count 1 --seed S --from N | velocity-gap score --pairs -
// Cost    under a minute

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { compare } from './compare.mjs';
import { pair } from './generate.mjs';
import { compile, new_trace, score } from './scorer.mjs';

const cli = process.env.VGAP_CLI ?? fileURLToPath(new URL('../../build/native/velocity-gap', import.meta.url));
const count = Number(process.env.VGAP_PAIRS ?? 10000);
const seed = Number(process.env.VGAP_SEED ?? 1);
const kShown = 5;

async function feed(child) {
  for (let n = 0; n < count; n++) {
    if (!child.stdin.writable) return;
    if (!child.stdin.write(`${JSON.stringify(pair(seed, n))}\n`)) {
      await Promise.race([once(child.stdin, 'drain'), once(child.stdin, 'close')]);
    }
  }
  child.stdin.end();
}

function report(n, what) {
  const { instrument, response } = pair(seed, n);
  return [
    `pair ${n} of seed ${seed}: ${what}`,
    `replay: node tests/second/generate.mjs --count 1 --seed ${seed} --from ${n}`,
    `instrument: ${JSON.stringify(instrument)}`,
    `response: ${JSON.stringify(response)}`,
  ].join('\n');
}

test(`both scorers agree on ${count} random pairs of seed ${seed}`, async () => {
  const child = spawn(cli, ['score', '--pairs', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  child.stdin.on('error', () => {});  // it may stop early; its exit code and words are reported below
  child.stderr.on('data', (text) => { complaints = (complaints + text).slice(0, 4000); });
  const ended = new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`cannot start ${cli} (build it first): ${error.message}`)));
    child.on('close', resolve);
  });
  const feeding = feed(child);

  let n = 0;
  const tally = { differ: 0, near: 0, tie: 0 };
  const failures = [];
  const lines = createInterface({ input: child.stdout, crlfDelay: Infinity });
  lines.on('line', (line) => {
    const { instrument, response } = pair(seed, n);
    const compiled = compile(instrument);
    const trace = new_trace();
    const ours = score(compiled, response, trace);
    const { differences, excused } = compare(compiled, response, ours, trace, profile_in(line));
    if (differences.length > 0 && excused === null) {
      tally.differ += 1;
      const shown = differences.slice(0, kShown).map((each) =>
        `  ${each.where}: ours ${JSON.stringify(each.ours)}, theirs ${JSON.stringify(each.theirs)}`);
      if (failures.length < kShown) failures.push([n, `\n${shown.join('\n')}`]);
    } else if (excused !== null) {
      tally[trace.near.size > 0 ? 'near' : 'tie'] += 1;
    }
    n += 1;
  });
  const code = await ended;
  await feeding;

  const first = failures.length > 0 ? report(...failures[0]) : '';
  const others = failures.slice(1).map(([at, what]) => `pair ${at}: ${what}`).join('\n');
  assert.equal(tally.differ, 0, `${tally.differ} of ${n} pairs differ\n${first}\n${others}`);
  assert.equal(n, count, `${n} profiles for ${count} pairs; exit code ${code}\n${complaints}\n${n < count ? report(n, 'no answer') : ''}`);
  assert.equal(code, 0, complaints);
  assert.ok(tally.near < 0.005 * count, `${tally.near} pairs differ at a threshold`);
  assert.ok(tally.tie < 0.01 * count, `${tally.tie} plans differ at a tie`);
  console.log(`${n} pairs agree; ${tally.near} differ only at a threshold, ${tally.tie} only between equal actions`);
});

function profile_in(line) {
  try {
    return JSON.parse(line);
  } catch {
    return { line };
  }
}
