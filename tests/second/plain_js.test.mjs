// second/plain_js.test — the plain loop that the scorer's speed is compared with computes the same means.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measure, prepare, weighted_means } from '../../tools/bench/plain_js.mjs';
import { pair } from './generate.mjs';
import { compile, score } from './scorer.mjs';

test('weighted means are the current levels wherever everything is shown', () => {
  let compared = 0;
  for (let n = 0; n < 300; n++) {
    const { instrument, response } = pair(5, n);
    const profile = score(compile(instrument), response);
    if (profile.items.some((item) => item.state === 'unreachable')) continue;
    const means = weighted_means(prepare(instrument), response.answers);
    profile.dimensions.forEach(({ id, current }, d) => {
      if (current === null) assert.ok(Number.isNaN(means[d]), `pair ${n}, ${id}`);
      else assert.ok(Math.abs(means[d] - current) < 2e-9, `pair ${n}, ${id}: ${means[d]} and ${current}`);
      compared += 1;
    });
  }
  assert.ok(compared > 500, `${compared} dimensions compared`);
});

test('the measurement reports its size and both speeds', () => {
  const { instrument } = pair(5, 1);
  const result = measure(instrument, { responses: 20, seconds: 0.01 });
  assert.equal(result.instrument, instrument.id);
  assert.ok(result.weighted_means_responses_per_s > 0);
  assert.ok(result.parse_and_weighted_means_responses_per_s > 0);
});
