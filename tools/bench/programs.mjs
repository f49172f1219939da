// bench/programs — the compiled benchmarks: natively, and as WebAssembly under Node.
//
// In      VGAP_BENCH (build/native/vgap_bench), VGAP_WASM_BENCH (build/web/vgap_bench.js); a bench and its run's length
// Out     a map from the name of each row to units a second, of one run
// Errors  a program that is not there or fails
// Tested  tests/bench/run.test.mjs

import { execFileSync } from 'node:child_process';

const native = process.env.VGAP_BENCH ?? 'build/native/vgap_bench';
const wasm = process.env.VGAP_WASM_BENCH ?? 'build/web/vgap_bench.js';

function once(program, parameters, bench, seconds) {
  const out = execFileSync(program, [...parameters, bench, '--runs', '1', '--seconds', `${seconds}`, '--json'], { encoding: 'utf8' });
  return new Map(JSON.parse(out).results.map((row) => [row.name, row.median_per_s]));
}

export const runNative = (bench, seconds, given = []) => once(native, given, bench, seconds);
export const runWasm = (bench, seconds, given = []) => once(process.execPath, [wasm, ...given], bench, seconds);
