// What the formulas of core/stats add to a module that links all of them.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const mostBytes = 60_000;
const adapters = ['answer', 'call', 'function_rows', 'functions', 'undefined'];  // the command line's, and a type

const weigh = (name) => brotliCompressSync(readFileSync(`build/web/modules/${name}.wasm`), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test('all formulas together add at most 60 kB', (t) => {
  const without = weigh('core');
  const added = weigh('core-with-statistics') - without;
  t.diagnostic(`core ${without}, statistics ${added} brotli`);
  assert.ok(added > 10_000, 'they are not in it');
  assert.ok(added <= mostBytes, `${added} bytes`);
});

test('none is left out of the scales', () => {
  const weighed = readFileSync('web/statistics_main.cpp', 'utf8');
  const headers = readdirSync('core/stats').filter((name) => name.endsWith('.hpp')).map((name) => name.slice(0, -4));
  assert.ok(headers.length > 20);
  for (const header of headers.filter((name) => !adapters.includes(name))) assert.ok(weighed.includes(`"core/stats/${header}.hpp"`), header);
});
