// golden — texts that a person has read and found right, beside what the page gives now.
//
// In      the name of a file in snapshots/, the text; VGAP_REWRITE=1 writes instead of comparing
// Out     nothing; fails where they differ, naming the first lines that do
// Errors  a file that is not there
// Source  VGAP_REWRITE=1 ctest --test-dir build/test -R 'browser_(tree|spoken|controls)' writes all of them anew: then
//         read the difference (git diff tests/browser/snapshots web/ui/README.md) as someone who hears it
// Tested  tests/browser/tree.test.mjs

import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const rewrites = process.env.VGAP_REWRITE === '1';
export const snapshots = fileURLToPath(new URL('snapshots/', import.meta.url));

// What changes with the day.
export const today = () => new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format();
export const withoutDay = (text) => text.replaceAll(today(), '<today>');

export function sameLines(actual, expected, where) {
  if (actual === expected) return;
  const [now, before] = [actual, expected].map((text) => text.split('\n'));
  let at = 0;
  while (now[at] === before[at]) at += 1;
  const part = (lines) => lines.slice(at, at + 4).join('\n') || '(nothing)';
  assert.fail(`${where}, line ${at + 1} is now\n${part(now)}\nand was\n${part(before)}`);
}

export function golden(name, text) {
  const path = `${snapshots}${name}`;
  if (rewrites) return writeFileSync(path, text);
  assert.ok(existsSync(path), `${name} has not been written: see golden.mjs`);
  sameLines(text, readFileSync(path, 'utf8'), name);
}
