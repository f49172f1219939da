// A comfortable room: names that say something, files one can read, nothing of one machine, nothing left behind.

import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { enforce, files, lineOf, root } from './tree.mjs';

const everything = files();
const written = files(/\.(cpp|hpp|mjs|js|css|html|cmake)$|^tools\/[^.]*$|^CMakeLists\.txt$/);

// found(pattern, sentence): a rule that reports every match in a file's text.
function found(pattern, sentence) {
  return ({ path, text }) => [...text.matchAll(pattern)].map((match) => `${path}:${lineOf(text, match.index)} ${match[0].trim()}: ${sentence}`);
}

test('the top level holds what the house names, and dotfiles', () => {
  const allowed = /^(CMakeLists\.txt|CMakePresets\.json|README\.md|LICENSE|\.[\w-]+|(core|web|shell|assets|tests|tools|\.ci)\/.*)$/;
  enforce(({ path }) => (allowed.test(path) ? [] : [`${path} has no place at the top level`]), everything, [
    { path: 'package.json', text: '' }, { path: 'scripts/x', text: '' },
  ]);
});

test('no room is called after nothing, no file after a number', () => {
  const vague = /(^|[/_.-])(utils?|helpers?|misc|common|stuff|old|new|tmp|backup|copy|v\d+)([/_.-]|$)|_\d+\.(cpp|hpp|mjs)$/i;
  enforce(({ path }) => (vague.test(path) ? [`${path}: the name does not say what it holds`] : []), everything, [
    { path: 'core/base/utils.hpp', text: '' }, { path: 'web/ui/string_helpers.cpp', text: '' }, { path: 'web/ui/table_2.cpp', text: '' },
  ]);
  const style = ({ path }) => (/^(core|web|tests|tools)\/.*\.[ch]pp$/.test(path) && !/^[a-z0-9_/]+\.[ch]pp$/.test(path) ? [`${path}: files are snake_case`] : []);
  enforce(style, everything, [{ path: 'core/base/BigName.hpp', text: '' }]);
});

test('no file is too long to read', (t) => {
  const lines = ({ text }) => text.split('\n').length - 1;
  for (const file of written) {
    if (lines(file) > 400) t.diagnostic(`worth a second look: ${file.path} has ${lines(file)} lines`);
  }
  enforce((file) => (lines(file) > 600 ? [`${file.path} has ${lines(file)} lines: two rooms in one`] : []), written, [
    { path: 'core/base/a.cpp', text: '\n'.repeat(601) },
  ]);
});

test('nothing tracked knows one machine or one registry', () => {
  const machine = /(?<![\w.])\/(?:[w]ork|[t]mp|[r]oot|[h]ome|[f]arm|[U]sers)\/[\w.-]+/g;
  enforce(found(machine, 'a path of one machine'), everything, [{ path: 'a', text: `see ${['', 'home', 'me', 'x'].join('/')}` }]);
  const registry = /"[r]esolved"\s*:|\b(?:registry\.[n]pmjs|[p]ypi\.org|deb\.[d]ebian\.org|[n]odesource\.com|npm\.[p]kg)\b/g;
  enforce(found(registry, 'a download address'), everything, [{ path: 'a', text: `"re${'solved'}": "x"` }, { path: 'a', text: `https://registry.${'npmjs'}.org` }]);
});

test('no test is skipped, no promise is left in the code', () => {
  const left = /\b(?:GTEST_[S]KIP|[D]ISABLED_\w+|[T]ODO|[F]IXME|[X]XX|[H]ACK)\b|\.(?:[s]kip|[o]nly|[t]odo)\(/g;
  enforce(found(left, 'finish it or take it out'), files(/\.(cpp|hpp|mjs|js|css|html|cmake)$/), [
    { path: 'a.cpp', text: `// ${'TO'}DO: later` }, { path: 'a.mjs', text: `test.${'skip'}('x')` },
  ]);
  const silenced = /\b[N]OLINT(?!\w*\([\w.,-]+\)[^\n]*\w{3,} \w+)[^\n]*/g;
  enforce(found(silenced, 'name the check and the reason'), files(/\.[ch]pp$/), [{ path: 'a.cpp', text: `int x;  // ${'NO'}LINT` }]);
});

test('a test that a header names is there', () => {
  const rule = ({ path, text }) => [...text.matchAll(/^(?:\/\/|#) Tested\s.*?((?:tests)\/[\w/.*-]+)/gm)]
    .filter(([, named]) => {
      if (!named.includes('*')) return !existsSync(join(root, named));
      const folder = join(root, dirname(named));
      return !existsSync(folder) || readdirSync(folder).length === 0;
    })
    .map(([, named]) => `${path} names ${named}, which is not there`);
  enforce(rule, written, [{ path: 'a.hpp', text: '// Tested  tests/core/base/nowhere_test.cpp\n' }]);
});

test('text files are UTF-8 with line feeds and end with one', () => {
  const rule = ({ path, text }) => [
    text.includes('\r') ? `${path} has carriage returns` : '', text.includes('\uFFFD') && !path.startsWith('tests/') ? `${path} is not UTF-8` : '',
    text !== '' && !text.endsWith('\n') ? `${path} does not end with a line feed` : '',
  ].filter(Boolean);
  enforce(rule, files(/^(?!tests\/(fuzz_seeds|scenarios)\/).*\.\w+$/), [{ path: 'a', text: 'x\r\n' }, { path: 'a', text: 'x' }]);
  assert.ok(everything.length > 0);
});
