// bench/flow — futures of a pipeline: natively, as WebAssembly, by a plain implementation, and by a careful one in NumPy, in turns.
//
// In      the compiled benchmarks; python3 with numpy, where there is one
// Out     milliseconds for 10,000 futures, ratios of the turns, and the floor: the plain one's random numbers alone
// Errors  those of programs.mjs; without NumPy a sentence instead of its figures
// Source  flow_bench.cpp, flow_numpy.py
// Cost    runs · 4 s
// Tested  tests/bench/run.test.mjs

import { spawnSync } from 'node:child_process';
import { figure, ratio } from './figures.mjs';
import { runNative, runWasm } from './programs.mjs';

const seconds = 0.3;
const futures = 10_000;
const rows = { core: 'flow: futures', plain: 'flow: futures, plain', numbers: "flow: the plain one's numbers" };

// A python3 of one's own comes first on many paths, and mostly has no NumPy; the distribution's has.
function numpy() {
  for (const python of ['python3', '/usr/bin/python3']) {
    const { status, stdout } = spawnSync(python, ['tools/bench/flow_numpy.py', 'assets/scenarios/company_of_400.json'], { encoding: 'utf8' });
    if (status === 0) return Number(stdout);
  }
  return undefined;
}

export function measure({ runs }) {
  const turns = Array.from({ length: runs }, () => ({ native: runNative('flow', seconds), wasm: runWasm('flow', seconds), numpy: numpy() }));
  const ms = (where, row) => turns.map((turn) => (1000 * futures) / turn[where].get(rows[row]));
  const core = ms('native', 'core');
  const wasm = ms('wasm', 'core');
  const figures = [
    figure('flow, 10,000 futures: native', core, 'ms'), figure('flow, 10,000 futures: WebAssembly', wasm, 'ms'),
    figure('flow, 10,000 futures: plain', ms('native', 'plain'), 'ms'), figure("flow, 10,000 futures: the plain one's numbers alone", ms('native', 'numbers'), 'ms'),
    ratio('flow: native to plain', core, ms('native', 'plain')), ratio('flow: WebAssembly to plain there', wasm, ms('wasm', 'plain')), ratio('flow: WebAssembly to native', wasm, core),
  ];
  if (turns.every((turn) => turn.numpy)) {
    const theirs = turns.map((turn) => (1000 * futures) / turn.numpy);
    figures.push(figure('flow, 10,000 futures: NumPy', theirs, 'ms'), ratio('flow: NumPy to native', theirs, core));
  } else {
    process.stderr.write('bench flow: python3 has no numpy here, so there is nothing to compare with.\n');
  }
  return figures;
}
