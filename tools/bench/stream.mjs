// bench/stream — many responses through `velocity-gap score`, made while it reads: speed, and the most memory it held.
//
// In      VGAP_CLI (build/native/velocity-gap); how many responses; the shipped instrument
// Out     responses, responses a second, peak resident memory (VmHWM of Linux; left out elsewhere)
// Errors  a program that is not there or refuses a response
// Cost    a minute for a million
// Tested  tests/bench/run.test.mjs

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { response } from '../../tests/second/generate.mjs';

const program = process.env.VGAP_CLI ?? 'build/native/velocity-gap';
const instrument = JSON.parse(readFileSync('assets/instruments/leadership-pipeline/instrument.json', 'utf8'));
const different = 1000;
const lookEvery_ms = 100;

function peakBytes(pid) {
  try {
    return 1024 * Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
  } catch {
    return 0;  // it has ended, or this is no Linux
  }
}

export async function measure({ responses }) {
  const lines = Array.from({ length: different }, (_, n) => `${JSON.stringify(response(1, n, instrument))}\n`);
  const child = spawn(program, ['score', '--instrument', instrument.id, '-'], { stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => { said = (said + data).slice(-500); });
  child.stdin.on('error', () => {});  // the exit code tells
  const ended = once(child, 'exit');
  let peak = 0;
  const watch = setInterval(() => { peak = Math.max(peak, peakBytes(child.pid)); }, lookEvery_ms);
  const start = performance.now();
  for (let sent = 0; sent < responses && child.exitCode === null; sent += different) {
    const batch = lines.slice(0, Math.min(different, responses - sent)).join('');
    if (!child.stdin.write(batch)) await Promise.race([once(child.stdin, 'drain'), ended]);
    peak = Math.max(peak, peakBytes(child.pid));
  }
  child.stdin.end();
  const [code] = await ended;
  clearInterval(watch);
  const took_s = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`velocity-gap score ended with ${code}: ${said.trim()}`);
  const figures = [
    { name: 'streamed', value: responses, unit: 'responses' },
    { name: 'streamed: read, score, plan, write', value: responses / took_s, unit: 'responses/s' },
  ];
  if (peak > 0) figures.push({ name: 'streamed: peak memory', value: peak / 2 ** 20, unit: 'MiB' });
  return figures;
}
