// The same result bytes natively and in WebAssembly: 100,000 seeded random responses to the shipped
// instrument, and 5,000 random instruments with a response each, through both builds of the command
// line tool; the futures of three pipelines likewise.
//
// In      VGAP_CLI, VGAP_WASM_CLI (defaults in build/)
// Source  MODEL.md §1 (determinism); PRODUCT.md §6.7

import test from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const native = [process.env.VGAP_CLI ?? join(root, 'build/native/velocity-gap')];
const wasm = [process.execPath, '--no-experimental-fetch', process.env.VGAP_WASM_CLI ?? join(root, 'build/web/velocity-gap-node.js')];
const generator = join(root, 'tests/second/generate.mjs');
const instrument = join(root, 'assets/instruments/leadership-pipeline/instrument.json');

// Pipes the generator into the tool; gives the number of lines and a digest of every 1,000 of them,
// so that a difference is found within a thousand.
async function results(generate, tool) {
  const source = spawn(process.execPath, [generator, ...generate], { stdio: ['ignore', 'pipe', 'inherit'] });
  // Without its progress: under Node every stream passes for a terminal.
  const scorer = spawn(tool[0], tool.slice(1), { stdio: ['pipe', 'pipe', 'ignore'] });
  source.stdout.pipe(scorer.stdin);
  const digests = [];
  let lines = 0;
  let hash = createHash('sha256');
  let rest = Buffer.alloc(0);
  for await (const part of scorer.stdout) {
    let from = 0;
    const bytes = Buffer.concat([rest, part]);
    for (let end; (end = bytes.indexOf(10, from)) >= 0; from = end + 1) {
      hash.update(bytes.subarray(from, end + 1));
      lines += 1;
      if (lines % 1000 === 0) {
        digests.push(hash.digest('hex'));
        hash = createHash('sha256');
      }
    }
    rest = bytes.subarray(from);
  }
  if (scorer.exitCode === null) await new Promise((ok) => scorer.once('close', ok));
  assert.equal(scorer.exitCode, 0, `${tool.join(' ')} ends with ${scorer.exitCode}`);
  digests.push(hash.digest('hex'));
  return { lines, digests };
}

async function agree(generate, score, count) {
  const [one, other] = await Promise.all([results(generate, [...native, ...score]), results(generate, [...wasm, ...score])]);
  assert.equal(one.lines, count);
  assert.equal(other.lines, count);
  assert.deepEqual(other.digests, one.digests);
}

test('100,000 random responses to the shipped instrument', () =>
  agree(['--instrument', instrument, '--responses', '100000', '--seed', '41'], ['score', '--instrument', instrument, '-'], 100000));

test('5,000 random instruments', () =>
  agree(['--count', '5000', '--seed', '42'], ['score', '--pairs', '-'], 5000));

// Futures of pipelines: by rank and, of a crowd, by cell; binomials of one block and of several.
test('the futures of three pipelines', async () => {
  const scenario = (name) => join(root, `assets/scenarios/${name}.json`);
  const crowd = JSON.parse(readFileSync(scenario('company_of_400'), 'utf8'));
  for (const stage of crowd.stages) {
    stage.people *= 100;
    for (const point of stage.seats) point.seats *= 100;
  }
  for (const [text, paths] of [[readFileSync(scenario('engineering_of_60'), 'utf8'), 3000], [readFileSync(scenario('company_of_400'), 'utf8'), 1000], [JSON.stringify(crowd), 50]]) {
    const [one, other] = [native, wasm].map((tool) => spawnSync(tool[0], [...tool.slice(1), 'flow', 'run', '-', '--json', '--paths', String(paths)], { input: text, encoding: 'utf8', maxBuffer: 1 << 26 }));
    assert.equal(one.status, 0, one.stderr);
    assert.ok(one.stdout.length > 10_000);
    assert.equal(other.stdout, one.stdout);
  }
});

test('a difference would be seen', async () => {
  const one = await results(['--count', '50', '--seed', '1'], [...native, 'score', '--pairs', '-']);
  const other = await results(['--count', '50', '--seed', '2'], [...native, 'score', '--pairs', '-']);
  assert.equal(one.lines, other.lines);
  assert.notDeepEqual(one.digests, other.digests);
});
