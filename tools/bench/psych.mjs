// bench/psych — alpha, omega and all item statistics of one scale, beside R's psych: in turns, on the same answers.
//
// In      the compiled benchmark; Rscript with psych; VGAP_BENCH_TABLE and VGAP_BENCH_ITEMS (a CSV file, and which of its
//         columns; default: 2,800 people who answer 25 items of six points, one in forty not)
// Out     milliseconds of each (R without its start), and how many times faster
// Errors  those of programs.mjs. Without R or psych: one sentence and no figures
// Source  psych.R
// Cost    runs · 2 s
// Tested  tests/bench/run.test.mjs

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figure, ratio } from './figures.mjs';
import { runNative } from './programs.mjs';

const script = new URL('psych.R', import.meta.url).pathname;

// A small generator of its own, so that the answers are the same everywhere.
function made_up() {
  let state = 20261122;
  const unit = () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32);
  const rows = Array.from({ length: 2800 }, () => {
    const level = 4 * unit();
    return Array.from({ length: 25 }, () => (unit() < 1 / 40 ? '' : 1 + Math.floor(level + 2 * unit()))).join(',');
  });
  return [Array.from({ length: 25 }, (_, at) => `i${at + 1}`).join(','), ...rows].join('\n');
}

function chosen(path, names) {
  const rows = readFileSync(path, 'utf8').trim().split(/\r?\n/).map((row) => row.split(','));
  const columns = names ? names.split(',').map((name) => rows[0].indexOf(name)) : rows[0].map((_, at) => at);
  if (columns.includes(-1)) throw new Error(`${path} has not all of the columns ${names}`);
  return rows.map((row) => columns.map((at) => row[at]).join(',')).join('\n');
}

export function measure({ runs }) {
  const folder = mkdtempSync(join(tmpdir(), 'velocity-gap-bench-'));
  try {
    const table = join(folder, 'items.csv');
    const { VGAP_BENCH_TABLE: path, VGAP_BENCH_ITEMS: names } = process.env;
    writeFileSync(table, `${path ? chosen(path, names) : made_up()}\n`);
    const r = () => spawnSync('Rscript', ['--vanilla', script, table, '1'], { encoding: 'utf8' });
    const ours = [];
    const theirs = [];
    for (let turn = 0; turn < runs; ++turn) {
      const { status, stdout, error } = r();
      if (error || status === 3) {
        process.stderr.write('bench psych: skipped, since R with its package psych is not installed.\n');
        return [];
      }
      if (status !== 0) throw new Error('psych.R failed');
      theirs.push(1000 * Number(stdout));
      ours.push(1000 / runNative('stats', 0.3, ['--table', table]).get('alpha, omega, items of a table'));
    }
    return [figure('alpha, omega, items: native', ours, 'ms'), figure("alpha, omega, items: R's psych", theirs, 'ms'), ratio("alpha, omega, items: R's psych to native", theirs, ours)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
