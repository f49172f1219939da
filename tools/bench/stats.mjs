// bench/stats — the statistics natively and as WebAssembly, in turns.
//
// In      the compiled benchmarks
// Out     calls a second of each, and the ratio
// Errors  those of programs.mjs
// Source  stats_bench.cpp
// Cost    runs · 8 s
// Tested  tests/bench/run.test.mjs

import { figure, ratio } from './figures.mjs';
import { runNative, runWasm } from './programs.mjs';

const seconds = 0.3;

export function measure({ runs }) {
  const turns = Array.from({ length: runs }, () => ({ native: runNative('stats', seconds), wasm: runWasm('stats', seconds) }));
  return [...turns[0].native.keys()].flatMap((row) => {
    const native = turns.map((turn) => turn.native.get(row));
    const wasm = turns.map((turn) => turn.wasm.get(row));
    return [figure(`${row}: native`, native, 'calls/s'), figure(`${row}: WebAssembly`, wasm, 'calls/s'), ratio(`${row}: WebAssembly to native`, wasm, native)];
  });
}
