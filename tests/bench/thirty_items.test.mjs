// bench/thirty_items.test — the engine scores a survey it was not made for: the thirty items of the comparison.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { id, instrument, texts, write } from '../../tools/bench/peers/instrument.mjs';

const program = process.env.VGAP_CLI ?? 'build/native/velocity-gap';
const folder = mkdtempSync(join(tmpdir(), 'thirty-'));
after(() => rmSync(folder, { recursive: true }));
write(folder);
const file = join(folder, 'instrument.json');

// A dimension's mean from 1 to 5, by hand: reverse-keyed answers counted as 6 - answer.
function means(points) {
  return instrument.dimensions.map((dimension) => {
    const own = points.filter((_, at) => instrument.items[at].dimension === dimension.id);
    const reverse = instrument.items.filter((item) => item.dimension === dimension.id).map((item) => item.reverse);
    return own.reduce((sum, point, at) => sum + (reverse[at] ? 6 - point : point), 0) / own.length;
  });
}

test('it is the survey of the comparison', () => {
  assert.equal(instrument.items.length, 30);
  assert.deepEqual(instrument.pages.map((page) => page.questions.length), [5, 5, 5, 5, 5, 5]);
  assert.equal(instrument.dimensions.length, 8);
  assert.deepEqual(instrument.items.flatMap((item, at) => (item.reverse ? [at] : [])), [3, 10, 17, 24]);
  assert.equal(texts.messages['question.q30.ask'], 'Item 30: this statement describes how I usually work.');
});

test('the linter finds no error in it', () => {
  const { status, stdout } = spawnSync(program, ['lint', file, '--json'], { encoding: 'utf8' });
  assert.equal(status, 1, 'it warns: no action moves anything here');
  assert.deepEqual(stdout.match(/"severity":"error"/g), null);
});

test('each dimension is the mean of its items, and the pattern puts it in words', () => {
  const sets = Array.from({ length: 50 }, (_, n) => instrument.items.map((_, at) => 1 + ((n * 7 + at * (n + 3)) % 5)));
  const lines = sets.map((points) => JSON.stringify({
    schema: 'response/1', instrument: { id }, answers: Object.fromEntries(points.map((point, at) => [`q${at + 1}`, point - 1])),
  }));
  const out = execFileSync(program, ['score', '--instrument', file], { input: `${lines.join('\n')}\n`, encoding: 'utf8' });
  const profiles = out.trim().split('\n').map((line) => JSON.parse(line));
  assert.equal(profiles.length, sets.length);
  profiles.forEach((profile, n) => {
    means(sets[n]).forEach((mean, d) => {
      assert.ok(Math.abs(1 + profile.dimensions[d].current / 25 - mean) < 1e-9, `set ${n}, dimension ${d + 1}`);
    });
    assert.equal(profile.patterns[0].state, 'found');
    assert.equal(profile.patterns[0].evidence.length, 8);
  });
});
