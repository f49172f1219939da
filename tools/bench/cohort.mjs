// bench/cohort — many responses through `velocity-gap cohort summarize`, made while it reads: input a second of the processor's
// time, and the most memory it held.
//
// In      VGAP_CLI (build/native/velocity-gap); how many responses, of 28 items and one context question each
// Out     bytes, megabytes a second of one core, peak resident memory (from /proc of Linux; left out elsewhere)
// Errors  a program that is not there or refuses a response
// Cost    half a minute for ten million
// Tested  tests/bench/run.test.mjs

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { random, seed_of } from '../../tests/second/random.mjs';

const program = process.env.VGAP_CLI ?? 'build/native/velocity-gap';
const different = 5000;
const dimensions = 7;
const items = 28;
const points = 5;
const roles = ['executive', 'people_function', 'manager', 'contributor'];
const ids = Array.from({ length: items }, (_, n) => `q${n + 1}`);

const instrument = {
  schema: 'instrument/1', id: 'bench', version: '1.0.0', languages: ['en'], sources: [{ id: 'none' }],
  context: [{ id: 'role', kind: 'single', options: roles }],
  dimensions: Array.from({ length: dimensions }, (_, d) => ({ id: `d${d}`, required: { base: 60, rules: [] } })),
  items: ids.map((id, n) => ({
    id, dimension: `d${Math.floor((n * dimensions) / items)}`, kind: 'scale', points, reverse: n % 5 === 0, no_answers: ['dont_know'], source: 'none',
  })),
  pages: [{ id: 'all', questions: ['role', ...ids] }], patterns: [], actions: [],
};

function line(r, n) {
  const level = r.whole(0, 2);
  const answers = { role: r.pick(roles) };
  for (const id of ids) answers[id] = r.chance(0.02) ? { no_answer: 'dont_know' } : level + r.whole(0, 2);
  return `${JSON.stringify({ schema: 'response/1', id: `r-${n}`, instrument: { id: 'bench', version: '1.0.0' }, answers })}\n`;
}

// Processor time and memory so far; nothing where there is no /proc.
function usage(pid, ticks_per_s) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    const peak = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return { busy_s: (Number(stat[11]) + Number(stat[12])) / ticks_per_s, peak: 1024 * Number(peak?.[1] ?? 0) };
  } catch {
    return null;
  }
}

export async function measure({ responses }) {
  const r = random(seed_of(1, 28));
  const block = Buffer.from(Array.from({ length: different }, (_, n) => line(r, n)).join(''));
  const folder = mkdtempSync(join(tmpdir(), 'velocity-gap-bench-'));
  const path = join(folder, 'instrument.json');
  writeFileSync(path, JSON.stringify(instrument));
  try {
    const ticks_per_s = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
    const child = spawn(program, ['cohort', 'summarize', '--instrument', path, '--by', 'role', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    let out = '';
    child.stderr.on('data', (data) => { said = (said + data).slice(-500); });
    child.stdout.on('data', (data) => { out += data; });
    child.stdin.on('error', () => {});  // the exit code tells
    const ended = once(child, 'close');
    const blocks = Math.max(1, Math.ceil(responses / different));
    for (let sent = 0; sent < blocks && child.exitCode === null; sent += 1) {
      if (!child.stdin.write(block)) await Promise.race([once(child.stdin, 'drain'), ended]);
    }
    await new Promise((flushed) => { if (child.stdin.writableLength === 0) flushed(); else child.stdin.once('drain', flushed); });
    const used = usage(child.pid, ticks_per_s);  // what is left is at most a pipe's buffer
    child.stdin.end();
    const [code] = await ended;
    if (code !== 0) throw new Error(`velocity-gap cohort ended with ${code}: ${said.trim()}`);
    if (JSON.parse(out).people !== blocks * different) throw new Error('not every response was counted');
    const megabytes = (blocks * block.length) / 1e6;
    const figures = [{ name: 'cohort: responses of 28 items', value: blocks * different, unit: 'responses' }, { name: 'cohort: input', value: megabytes, unit: 'MB' }];
    if (used !== null && used.busy_s > 0) figures.push({ name: 'cohort: read and sum up', value: megabytes / used.busy_s, unit: 'MB/s a core' });
    if (used !== null && used.peak > 0) figures.push({ name: 'cohort: peak memory', value: used.peak / 2 ** 20, unit: 'MiB' });
    return figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
