// second/generate — seeded random pairs of instrument and response, or responses to one instrument, as NDJSON.
//
// In      --count N --seed S [--from K]: pairs K..K+N-1 of seed S (any one can be made alone)
//         --instrument FILE --responses N --seed S: responses to that instrument
// Out     {"instrument":…,"response":…} or response/1 lines on stdout
// Errors  exit 2 with usage
// Tested  tests/second/scorer.test.mjs

import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { random, seed_of } from './random.mjs';
import { random_instrument } from './random_instrument.mjs';
import { random_response } from './random_response.mjs';

export function pair(seed, n) {
  const r = random(seed_of(seed, n));
  const instrument = random_instrument(r);
  return { instrument, response: random_response(r, instrument, r.chance(0.8) ? `r-${n}` : undefined) };
}

export const response = (seed, n, instrument) => random_response(random(seed_of(seed, n)), instrument, `r-${n}`);

async function write_lines(count, make) {
  for (let n = 0; n < count; n++) {
    if (!process.stdout.write(`${JSON.stringify(make(n))}\n`)) await once(process.stdout, 'drain');
  }
}

async function main() {
  const usage = 'generate.mjs --count N [--seed S] [--from K] | --instrument FILE --responses N [--seed S]';
  const text = { type: 'string' };
  let values;
  try {
    ({ values } = parseArgs({ options: { count: text, seed: text, from: text, instrument: text, responses: text } }));
  } catch {
    values = {};
  }
  const seed = Number(values.seed ?? 1);
  const from = Number(values.from ?? 0);
  const count = Number(values.instrument ? values.responses : values.count);
  if (![seed, from, count].every(Number.isInteger)) {
    process.stderr.write(`${usage}\n`);
    process.exitCode = 2;
    return;
  }
  process.stdout.on('error', () => process.exit(0));  // the reader has had enough
  if (values.instrument) {
    const instrument = JSON.parse(readFileSync(values.instrument, 'utf8'));
    await write_lines(count, (n) => response(seed, from + n, instrument));
  } else {
    await write_lines(count, (n) => pair(seed, from + n));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
