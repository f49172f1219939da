// cli/use — commands, options and what is said about wrong ones.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { test } from 'node:test';
import { cli, file, run } from './program.mjs';
import { instrument } from './small.mjs';

test('help lists the commands, and each command helps', async () => {
  const { code, out, err } = await run(['--help']);
  assert.equal(code, 0);
  assert.equal(err, '');
  for (const command of ['lint', 'score', 'cohort', 'prerender', 'offline', 'schema', 'metrics', 'calibration', 'workspace']) {
    assert.match(out, new RegExp(`^  ${command} `, 'm'));
    const help = await run([command, '--help']);
    assert.equal(help.code, 0);
    assert.match(help.out, new RegExp(`velocity-gap ${command} .*--json`));
    assert.equal((await run(['help', command])).out, help.out);
  }
});

test('no help or sentence lacks its words', async () => {
  for (const words of [[], ['--help'], ['lint', '--help'], ['score', '--help'], ['prerender', '--help'], ['schema', '--help'], ['metrics', '--help'], ['calibration', '--help'], ['workspace', '--help'], ['workspace'], ['x'], ['lint']]) {
    const { out, err } = await run(words);
    assert.doesNotMatch(out + err, /⟦|\{[a-z_]+\}/);
  }
});

test('version', async () => {
  const { code, out } = await run(['--version']);
  assert.equal(code, 0);
  assert.match(out, /^velocity-gap \d+\.\d+\.\d+\n$/);
});

const wrong = [
  [[], /No command/],
  [['scor'], /no command “scor”.*lint, score, report, cohort, readiness, prerender, offline, schema/],
  [['help', 'x'], /no command “x”/],
  [['score', '--instrumet', 'x'], /no option --instrumet.*--instrument/],
  [['score', '--instrument'], /--instrument needs a value/],
  [['score', '--instrument', 'a', '--instrument', 'b'], /given twice/],
  [['score', '--pairs=yes'], /takes no value/],
  [['score', '--instrument', 'small', 'a', 'b'], /“b” is too much/],
  [['score', 'responses.json'], /--instrument/],
  [['score', '--pairs', '--instrument', 'x'], /Leave out --instrument/],
  [['score', '--instrument', '-', '-'], /Only one file/],
  [['lint'], /Name an instrument/],
  [['lint', 'no such file'], /no such file: .*cannot be opened.*leadership-pipeline/],
  [['lint', '/'], /^\/: Reading stopped/],
  [['score', '--instrument', 'leadership-pipeline', 'no such file'], /cannot be opened/],
  [['schema', 'x'], /no schema “x”.*instrument/],
];
for (const [words, sentence] of wrong) {
  test(`bad use is explained: ${words.join(' ') || '(nothing)'}`, async () => {
    const { code, out, err } = await run(words);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, sentence);
  });
}

test('bad use as JSON', async () => {
  const { code, err } = await run(['score', '--json', '--nonsense', '--instrument']);
  assert.equal(code, 2);
  const problems = err.trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(problems.map((each) => each.code), ['error.cli.unknown_option', 'error.cli.needs_value']);
  for (const each of problems) assert.ok(each.sentence.length > 10);
});

test('words after -- are files', async () => {
  const { code, err } = await run(['lint', '--', '--json']);
  assert.equal(code, 2);
  assert.match(err, /^--json: .*cannot be opened/);
});

test('an option may carry its value after =', async () => {
  const path = file('small.json', JSON.stringify(instrument));
  const { err } = await run(['score', `--instrument=${path}`], '\n');
  assert.match(err, /no responses/);
});

test('a full disk is not silent', async () => {
  const full = openSync('/dev/full', 'w');
  const child = spawn(cli, ['schema', 'instrument'], { stdio: ['ignore', full, 'pipe'] });
  let err = '';
  child.stderr.on('data', (text) => { err += text; });
  const code = await new Promise((done) => child.on('close', done));
  closeSync(full);
  assert.equal(code, 2);
  assert.match(err, /could not be written/);
});
