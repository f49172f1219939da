// tree — the files that git tracks, or would track after `git add`, as {path, text}, for the house rules.
//
// In      patterns of paths relative to the repository root
// Out     [{path, text}], sorted by path; files that are not text are left out
// Tested  every test of this folder

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const paths = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\0').filter((path) => path && existsSync(join(root, path))).sort();

export function files(pattern = /./) {
  return paths.filter((path) => pattern.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
}

// Comments blanked; string literals and line numbers stay.
export function withoutComments(text) {
  return text.replace(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (match, literal) => literal ?? match.replace(/[^\n]/g, ' '));
}

export function lineOf(text, index) {
  return text.slice(0, index).split('\n').length;
}

// The rule must find something in `bad` and nothing in the tree, so that no rule passes by being blind.
export function enforce(rule, tree, bad) {
  for (const sample of bad) {
    assert.notDeepEqual(rule(sample), [], `the rule does not see the fault in its own sample ${sample.path}: ${sample.text}`);
  }
  const problems = tree.flatMap(rule);
  assert.ok(problems.length === 0, problems.join('\n'));
}
