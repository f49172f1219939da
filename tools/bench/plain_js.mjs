// bench/plain_js — what a hand-written page would compute: the weighted mean of each dimension, nothing else.
// The comparison for the scorer's speed; no required levels, bounds, patterns, explanation or plan.
//
// In      --instrument FILE (default: the shipped leadership-pipeline), --responses N, --seconds S, --json
// Out     responses/s, once from answers already parsed, once from NDJSON lines
// Errors  exit 2 when the instrument cannot be read
// Tested  tests/second/plain_js.test.mjs

import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { response } from '../../tests/second/generate.mjs';

// Everything that does not depend on the answers, in flat arrays.
export function prepare(instrument) {
  const items = instrument.items.filter((item) => item.kind === 'scale');
  const place = new Map(instrument.dimensions.map((dimension, i) => [dimension.id, i]));
  const sign = (item) => (item.reverse ? -1 : 1);
  return {
    ids: items.map((item) => item.id),
    dimension: Uint16Array.from(items, (item) => place.get(item.dimension)),
    weight: Float64Array.from(items, (item) => item.weight ?? 1),
    offset: Float64Array.from(items, (item) => (item.reverse ? 100 : 0)),
    slope: Float64Array.from(items, (item) => (sign(item) * 100) / (item.points - 1)),
    sums: new Float64Array(instrument.dimensions.length),
    weights: new Float64Array(instrument.dimensions.length),
    means: new Float64Array(instrument.dimensions.length),
  };
}

// NaN where a dimension has no answer. The array is reused by the next call.
export function weighted_means(prepared, answers) {
  const { ids, dimension, weight, offset, slope, sums, weights, means } = prepared;
  sums.fill(0);
  weights.fill(0);
  for (let i = 0; i < ids.length; i++) {
    const answer = answers[ids[i]];
    if (typeof answer !== 'number') continue;
    const d = dimension[i];
    sums[d] += weight[i] * (offset[i] + slope[i] * answer);
    weights[d] += weight[i];
  }
  for (let d = 0; d < means.length; d++) means[d] = sums[d] / weights[d];
  return means;
}

// Rounds over the same responses until the time is up; the sum keeps the work from being optimised away.
export function responses_per_second(count, seconds, score_one) {
  for (let i = 0; i < count; i++) score_one(i);
  let done = 0;
  let sum = 0;
  const start = performance.now();
  let elapsed_ms = 0;
  while (elapsed_ms < 1000 * seconds) {
    for (let i = 0; i < count; i++) {
      const mean = score_one(i)[0];
      if (mean === mean) sum += mean;
    }
    done += count;
    elapsed_ms = performance.now() - start;
  }
  return { responses_per_s: Math.round((1000 * done) / elapsed_ms), checksum: sum };
}

export function measure(instrument, { responses = 2000, seconds = 2, seed = 1 } = {}) {
  const prepared = prepare(instrument);
  const parsed = Array.from({ length: responses }, (_, n) => response(seed, n, instrument));
  const lines = parsed.map((each) => JSON.stringify(each));
  const means = responses_per_second(responses, seconds, (i) => weighted_means(prepared, parsed[i].answers));
  const from_lines = responses_per_second(responses, seconds,
    (i) => weighted_means(prepared, JSON.parse(lines[i]).answers));
  return {
    instrument: instrument.id,
    items: prepared.ids.length,
    responses,
    weighted_means_responses_per_s: means.responses_per_s,
    parse_and_weighted_means_responses_per_s: from_lines.responses_per_s,
  };
}

function main() {
  const shipped = fileURLToPath(
    new URL('../../assets/instruments/leadership-pipeline/instrument.json', import.meta.url));
  const text = { type: 'string' };
  const { values } = parseArgs({
    options: { instrument: text, responses: text, seconds: text, json: { type: 'boolean' } } });
  let instrument;
  try {
    instrument = JSON.parse(readFileSync(values.instrument ?? shipped, 'utf8'));
  } catch (error) {
    process.stderr.write(`${values.instrument ?? shipped}: ${error.message}\n`);
    process.exitCode = 2;
    return;
  }
  const result = measure(instrument, {
    responses: Number(values.responses ?? 2000), seconds: Number(values.seconds ?? 2) });
  if (values.json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
  } else {
    process.stdout.write(`plain JS, ${result.items} items of ${result.instrument}: `
      + `${result.weighted_means_responses_per_s} responses/s weighted means only, `
      + `${result.parse_and_weighted_means_responses_per_s} with parsing\n`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
