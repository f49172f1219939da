// bench/flow — futures of a pipeline: natively, as WebAssembly, by a plain implementation, and by careful ones in NumPy and R, in turns.
//
// In      the compiled benchmarks and the command line tool; python3 with numpy and Rscript with jsonlite, where there are any
// Out     milliseconds for 10,000 futures, ratios of the turns, and the floor: the plain one's random numbers alone
// Errors  those of programs.mjs; a peer whose means are not ours within their Monte Carlo errors; without one a sentence instead of its figures
// Source  flow_bench.cpp, flow_numpy.py, flow.R
// Cost    runs · 7 s
// Tested  tests/bench/run.test.mjs

import { execFileSync, spawnSync } from 'node:child_process';
import { figure, ratio } from './figures.mjs';
import { runNative, runWasm } from './programs.mjs';

const seconds = 0.3;
const futures = 10_000;
const errors = 5;
const scenario = 'assets/scenarios/company_of_400.json';
const rows = { core: 'flow: futures', threads: 'flow: futures, all threads', plain: 'flow: futures, plain', numbers: "flow: the plain one's numbers" };

// A python3 of one's own comes first on many paths, and mostly has no NumPy; the distribution's has.
const peers = [
  { name: 'NumPy', ways: [['python3', 'tools/bench/flow_numpy.py'], ['/usr/bin/python3', 'tools/bench/flow_numpy.py']], missing: 'python3 has no numpy' },
  { name: 'R', ways: [['Rscript', '--vanilla', 'tools/bench/flow.R']], missing: 'there is no R with jsonlite' },
];

function ours() {
  const cli = process.env.VGAP_CLI ?? 'build/native/velocity-gap';
  const { seat_months, overdue_seats } = JSON.parse(execFileSync(cli, ['flow', 'run', scenario, '--paths', '50000', '--json'], { encoding: 'utf8' })).all;
  return [seat_months, overdue_seats];
}

function walked({ name, ways }, means) {
  for (const [program, ...words] of ways) {
    const { status, stdout } = spawnSync(program, [...words, scenario], { encoding: 'utf8' });
    if (status !== 0) continue;
    const [rate, ...its] = stdout.trim().split(' ').map(Number);
    for (const [at, { mean, error }] of means.entries()) {
      if (!(Math.abs(its[at] - mean) < errors * Math.hypot(error, its[means.length + at]))) throw new Error(`${name} has ${its[at]} ${['unfilled', 'overdue'][at]} seat-months where we have ${mean}`);
    }
    return rate;
  }
  return undefined;
}

export function measure({ runs }) {
  const means = ours();
  const turns = Array.from({ length: runs }, () => ({ native: runNative('flow', seconds), wasm: runWasm('flow', seconds), peers: peers.map((peer) => walked(peer, means)) }));
  const ms = (rate) => turns.map((turn) => (1000 * futures) / rate(turn));
  const native = (row) => ms((turn) => turn.native.get(rows[row]));
  const wasm = ms((turn) => turn.wasm.get(rows.core));
  const core = native('core');
  const threads = turns[0].native.has(rows.threads) ? native('threads') : undefined;
  const figures = [
    figure('flow, 10,000 futures: native', core, 'ms'), figure('flow, 10,000 futures: WebAssembly', wasm, 'ms'),
    figure('flow, 10,000 futures: plain', native('plain'), 'ms'), figure("flow, 10,000 futures: the plain one's numbers alone", native('numbers'), 'ms'),
    ratio('flow: native to plain', core, native('plain')), ratio('flow: WebAssembly to plain there', wasm, ms((turn) => turn.wasm.get(rows.plain))), ratio('flow: WebAssembly to native', wasm, core),
  ];
  if (threads) figures.push(figure('flow, 10,000 futures: native, all threads', threads, 'ms'), ratio('flow: one thread to all', core, threads));
  for (const [at, { name, missing }] of peers.entries()) {
    if (!turns.every((turn) => turn.peers[at])) {
      process.stderr.write(`bench flow: ${missing} here, so ${name} is not compared with.\n`);
      continue;
    }
    const theirs = ms((turn) => turn.peers[at]);
    figures.push(figure(`flow, 10,000 futures: ${name}`, theirs, 'ms'), ratio(`flow: ${name} to native`, theirs, core));
    if (threads) figures.push(ratio(`flow: ${name} to all threads`, theirs, threads));
  }
  return figures;
}
