// cli/program — runs velocity-gap as a person or a script would.
//
// In      VGAP_CLI (default build/native/velocity-gap); arguments; text or an iterable of texts for standard input
// Out     {code, out, err}; lines(text); in a scratch folder: file(name, content) -> path
// Tested  by every test that uses it

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { after } from 'node:test';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const cli = resolve(process.env.VGAP_CLI ?? join(root, 'build/native/velocity-gap'));

const scratch = mkdtempSync(join(tmpdir(), 'velocity-gap-'));
after(() => rmSync(scratch, { recursive: true }));

export function file(name, content) {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
}

export function start(args, environment = {}) {
  return spawn(cli, args, { cwd: root, env: { ...process.env, LC_ALL: 'C', ...environment } });
}

export async function run(args, input = '', environment = {}) {
  const child = start(args, environment);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text) => { out += text; });
  child.stderr.setEncoding('utf8').on('data', (text) => { err += text; });
  const ended = new Promise((done, fail) => child.on('error', fail).on('close', done));
  // It may stop reading early; then its exit code says why.
  await pipeline(Readable.from(typeof input === 'string' ? [input] : input), child.stdin).catch(() => {});
  return { code: await ended, out, err };
}

export const lines = (text) => text.split('\n').filter((line) => line !== '');
