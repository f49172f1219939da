// bench/frame — what one frame costs without a browser: natively, and as WebAssembly under Node.
//
// In      the compiled benchmarks
// Out     microseconds a frame, and the ratios
// Errors  those of programs.mjs
// Source  frame_bench.cpp
// Cost    runs · 3 s
// Tested  tests/bench/run.test.mjs

import { figure, ratio } from './figures.mjs';
import { runNative, runWasm } from './programs.mjs';

const seconds = 0.2;
const microseconds = 1e6;

export function measure({ runs }) {
  const turns = Array.from({ length: runs }, () => ({ native: runNative('frame', seconds), wasm: runWasm('frame', seconds) }));
  return [...turns[0].native.keys()].flatMap((row) => {
    const native = turns.map((turn) => microseconds / turn.native.get(row));
    const wasm = turns.map((turn) => microseconds / turn.wasm.get(row));
    return [figure(`${row}: native`, native, 'µs'), figure(`${row}: WebAssembly`, wasm, 'µs'), ratio(`${row}: WebAssembly to native`, wasm, native)];
  });
}
