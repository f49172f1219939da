// bench/run.test — every case of tools/bench/run gives its figures, and the ones that hold on any machine hold.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { figure, median, ratio } from '../../tools/bench/figures.mjs';

function run(...given) {
  const { status, stdout, stderr } = spawnSync('tools/bench/run', given, { encoding: 'utf8' });
  return { status, stderr, stdout, value: (name) => JSON.parse(stdout).figures.find((one) => one.name === name)?.value };
}

test('a median lies in the middle, a ratio is taken turn by turn', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.deepEqual(figure('a', [2, 1, 4], 'ms'), { name: 'a', value: 2, unit: 'ms', least: 1, most: 4 });
  assert.equal(ratio('a', [1, 10, 100], [2, 20, 25]).value, 0.5);
});

test('what is loaded is counted by kind, and the kinds add up', () => {
  const { status, value } = run('--json', '--only', 'size');
  assert.equal(status, 0);
  for (const way of ['raw', 'gzip', 'brotli']) {
    const parts = ['WebAssembly', 'script, style, page', 'data'].map((kind) => value(`to load: ${kind}, ${way}`));
    assert.equal(parts.reduce((sum, part) => sum + part, 0), value(`to load: everything, ${way}`));
  }
});

test('scoring and frames are measured natively and as WebAssembly', () => {
  const { status, stderr, value } = run('--json', '--only', 'score,frame', '--runs', '1');
  assert.equal(status, 0, stderr);
  assert.ok(value('score: native') > 0);
  assert.ok(value('score: WebAssembly to native') > 0);
  assert.ok(value('weighted means only: plain JavaScript') > 0);
  assert.ok(value('frame: an answer, canvas: native') > 0);
  assert.ok(value('frame: a scrolled result, document: WebAssembly') > 0);
});

test('futures are measured natively and as WebAssembly, beside a plain implementation', () => {
  const { status, stderr, value } = run('--json', '--only', 'flow', '--runs', '1');
  assert.equal(status, 0, stderr);
  for (const name of ['flow: native to plain', 'flow: WebAssembly to native', 'flow, 10,000 futures: native']) assert.ok(value(name) > 0, name);
  for (const peer of ['NumPy', 'R']) {
    assert.ok(value(`flow: ${peer} to native`) > 0 || stderr.includes(`so ${peer} is not compared with`), peer);
  }
});

test('recommending and searching are measured natively and as WebAssembly', () => {
  const { status, stderr, value } = run('--json', '--only', 'articles', '--runs', '1');
  assert.equal(status, 0, stderr);
  for (const where of ['native', 'WebAssembly']) assert.ok(value(`articles, a question of 1,000: ${where}`) > 0 && value(`articles, a result of 1,000: ${where}`) > 0, where);
});

test('statistics are measured natively and as WebAssembly', () => {
  const { status, stderr, value } = run('--json', '--only', 'stats', '--runs', '1');
  assert.equal(status, 0, stderr);
  assert.ok(value('alpha, omega, items of 2,800 x 25: native') > 0);
  assert.ok(value('kaplan-meier, 1,000,000 people: WebAssembly to native') > 0);
});

test("reliability is measured beside R's psych, or one sentence says why not", () => {
  const { status, stderr, value } = run('--json', '--only', 'psych', '--runs', '1');
  assert.equal(status, 0, stderr);
  if (!stderr) assert.ok(value("alpha, omega, items: R's psych to native") > 0);
  const without = spawnSync(process.execPath, ['tools/bench/run.mjs', '--only', 'psych', '--runs', '1'], { encoding: 'utf8', env: { ...process.env, PATH: '/nowhere' } });
  assert.deepEqual([without.status, without.stdout, without.stderr], [0, '', 'bench psych: skipped, since R with its package psych is not installed.\n']);
});

test('the page is measured in both skins, and is still when nothing happens', () => {
  const { status, stderr, value } = run('--json', '--only', 'browser', '--runs', '1');
  assert.equal(status, 0, stderr);
  for (const skin of ['canvas', 'document']) {
    assert.ok(value(`navigation to first answerable question, ${skin}`) > 0);
    assert.ok(value(`answer to paint, ${skin}`) > 0);
    assert.ok(value(`engine's part of an answer on the fullest page, ${skin}`) > 0);
    assert.equal(value(`idle: animation frames in 5 s, ${skin}`), 0);
    assert.equal(value(`idle: timers in 5 s, ${skin}`), 0);
  }
});

test('a drag of a slider is measured in both skins', () => {
  const { status, stderr, value } = run('--json', '--only', 'drag', '--runs', '1');
  assert.equal(status, 0, stderr);
  for (const skin of ['canvas', 'document']) {
    assert.ok(value(`slider to painted estimate at 4x slowdown, ${skin}`) > 0, skin);
    assert.ok(value(`slider: to the plain page's, ${skin}`) > 0, skin);
    for (const when of ['opening', 'turning']) assert.ok(value(`longest task, ${when}, ${skin}`) > 0, `${when} ${skin}`);
  }
});

test('the mirror is measured in both skins', () => {
  const { status, stderr, stdout } = run('--json', '--only', 'mirror', '--runs', '3');
  assert.equal(status, 0, stderr);
  const updates = JSON.parse(stdout).figures.filter(({ name }) => name.startsWith('mirror: update after an answer'));
  assert.equal(updates.length, 2);
  for (const { name, value } of updates) assert.ok(value > 0, name);
});

test('a stream of responses is scored in bounded memory', () => {
  const { status, stderr, value } = run('--json', '--only', 'stream', '--responses', '30000');
  assert.equal(status, 0, stderr);
  assert.equal(value('streamed'), 30000);
  if (process.platform === 'linux') assert.ok(value('streamed: peak memory') < 64);
});

test('a cohort is summed up in bounded memory', () => {
  const { status, stderr, value } = run('--json', '--only', 'cohort', '--responses', '20000');
  assert.equal(status, 0, stderr);
  assert.equal(value('cohort: responses of 28 items'), 20000);
  if (process.platform === 'linux') assert.ok(value('cohort: peak memory') < 32);
});

test('without a site one sentence says so', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/bench/run.mjs', '--only', 'browser', '--runs', '1'], { encoding: 'utf8', env: { ...process.env, VGAP_SITE: 'build/nowhere' } });
  assert.deepEqual([status, stdout, stderr], [1, '', 'bench browser: build/nowhere holds no page; tools/setup/build web makes it\n']);
});

test('an unknown case is named, and the others still run', () => {
  const { status, stderr, stdout } = run('--only', 'size,sise');
  assert.equal(status, 1);
  assert.match(stderr, /bench sise: there is no such case/);
  assert.match(stdout, /to load: everything, brotli/);
});
