// bench/score — responses a second: natively, as WebAssembly, and a plain JavaScript loop that computes only
// the weighted means. The three take turns, so that a busy machine is unfair to none.
//
// In      the compiled benchmarks; the shipped instrument
// Out     responses a second of each, and the ratios
// Errors  those of programs.mjs
// Source  score_bench.cpp, plain_js.mjs
// Cost    runs · 4 s
// Tested  tests/bench/run.test.mjs

import { readFileSync } from 'node:fs';
import { figure, ratio } from './figures.mjs';
import { measure as measurePlain } from './plain_js.mjs';
import { runNative, runWasm } from './programs.mjs';

const seconds = 0.3;
const instrument = JSON.parse(readFileSync('assets/instruments/leadership-pipeline/instrument.json', 'utf8'));

export function measure({ runs }) {
  const turns = Array.from({ length: runs }, () => ({
    native: runNative('score', seconds), wasm: runWasm('score', seconds), plain: measurePlain(instrument, { seconds }),
  }));
  const figures = [];
  for (const row of turns[0].native.keys()) {
    const native = turns.map((turn) => turn.native.get(row));
    const wasm = turns.map((turn) => turn.wasm.get(row));
    figures.push(figure(`${row}: native`, native, 'responses/s'), figure(`${row}: WebAssembly`, wasm, 'responses/s'),
      ratio(`${row}: WebAssembly to native`, wasm, native));
  }
  const plain = turns.map((turn) => turn.plain.weighted_means_responses_per_s);
  const parsing = turns.map((turn) => turn.plain.parse_and_weighted_means_responses_per_s);
  const whole = 'read, score, plan, json';
  return [...figures,
    figure('weighted means only: plain JavaScript', plain, 'responses/s'),
    figure('parse, weighted means only: plain JavaScript', parsing, 'responses/s'),
    ratio('score: native to plain JavaScript\'s means', turns.map((turn) => turn.native.get('score')), plain),
    ratio('score: WebAssembly to plain JavaScript\'s means', turns.map((turn) => turn.wasm.get('score')), plain),
    ratio(`${whole}: native to plain JavaScript's parse, means`, turns.map((turn) => turn.native.get(whole)), parsing),
  ];
}
