// cli/codes — every code in the sources has its sentence, and every such sentence is used.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './program.mjs';

const rooms = ['core', 'tools/articles', 'tools/cli', 'web'];
const families = ['error', 'lint', 'cli'];
// Ids that the program puts together: the start in the source, what may follow it.
const composed = {
  'cli.result.': ['week', 'month', 'quarter'],
  'cli.lint.': ['error', 'warning', 'note'],
  'cli.cohort.report.column.': ['dimension', 'segment', 'item', 'n', 'complete', 'mean', 'deviation', 'interval', 'difference', 'g', 'rwg',
    'ad_mean', 'alpha', 'omega', 'points'],
  'cli.workspace.list.': ['calibrations', 'candidates', 'people', 'plan', 'projects', 'promotions', 'publications', 'ratings', 'responses'],
};

const { messages } = JSON.parse(readFileSync(join(root, 'assets/locales/en.json'), 'utf8'));
const known = Object.keys(messages).filter((id) => families.includes(id.split('.')[0]));

function sources(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return /\.[ch]pp$/.test(path) ? [path] : [];
  });
}

const used = new Map();
for (const path of rooms.flatMap(sources)) {
  const code = readFileSync(join(root, path), 'utf8').replace(/\/\/.*$/gm, '');
  for (const [, id] of code.matchAll(/"((?:error|lint|cli)\.[a-z0-9_.]+)"/g)) {
    for (const each of id in composed ? composed[id].map((end) => id + end) : [id]) used.set(each, path);
  }
}

test('every code has a sentence', () => {
  assert.deepEqual([...used].filter(([id]) => !(id in messages)), []);
});

test('every sentence has a user', () => {
  assert.deepEqual(known.filter((id) => !used.has(id)), []);
});

test('a sentence about a problem says what is wrong and what to do', () => {
  for (const id of known.filter((each) => !each.startsWith('cli.'))) {
    for (const text of typeof messages[id] === 'string' ? [messages[id]] : Object.values(messages[id])) {
      assert.match(text, /^[^a-z].*[.?:] .*\.$/u, id);
    }
  }
});

test('messages stand in order, so that two people can add to them', () => {
  assert.deepEqual(Object.keys(messages), Object.keys(messages).toSorted());
});
