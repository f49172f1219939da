// bench/articles — recommending and searching among a thousand articles, natively and as WebAssembly.
//
// In      the compiled benchmarks; VGAP_CLI (build/native/velocity-gap), which packs the shipped articles
// Out     milliseconds for one question, for its slowest beginning, for one result, and for the index that is made once
// Errors  those of programs.mjs
// Source  articles_bench.cpp; issue 7: under 5 ms
// Cost    runs · 2 s
// Tested  tests/bench/run.test.mjs

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figure } from './figures.mjs';
import { runNative, runWasm } from './programs.mjs';

const seconds = 0.2;
const articles = 1000;
const rows = [
  ['a question', 'articles: searched', 1], ['its first letter', 'articles: searched, one letter', 1],
  ['a result', 'articles: recommended', 1], ['the index', 'articles: indexed', articles],
];

export function measure({ runs }) {
  const folder = mkdtempSync(join(tmpdir(), 'velocity-gap-packs-'));
  try {
    execFileSync(process.env.VGAP_CLI ?? 'build/native/velocity-gap', ['articles', 'pack', 'assets/articles', folder]);
    const given = ['--pack', join(folder, 'en.json')];
    const turns = Array.from({ length: runs }, () => [runNative('articles', seconds, given), runWasm('articles', seconds, given)]);
    return rows.flatMap(([what, row, units]) => ['native', 'WebAssembly'].map((where, at) => figure(
      `articles, ${what} of 1,000: ${where}`, turns.map((turn) => (1000 * units) / turn[at].get(row)), 'ms')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
