// The server that tools/run starts: types, negotiation, policy, and nothing outside its folder.

import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { serve } from '../../tools/serve.mjs';

const page = '<!doctype html><title>page</title>';

async function withSite(run) {
  const parent = mkdtempSync(join(tmpdir(), 'site-'));
  const folder = join(parent, 'site');
  mkdirSync(folder);
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  for (const name of ['index.html', 'frame.html']) writeFileSync(join(folder, name), page);
  writeFileSync(join(folder, 'index.html.br'), brotliCompressSync(page));
  writeFileSync(join(folder, 'index.html.gz'), gzipSync(page));
  writeFileSync(join(folder, 'app.wasm'), '\0asm');
  const { server, address } = await serve(folder);
  // ask(path, headers, method): the raw answer, nothing decoded or normalised.
  const ask = (path, headers = {}, method = 'GET') => new Promise((done, failed) => {
    const { hostname, port } = new URL(address);
    request({ hostname, port, path, headers, method }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on('error', failed).end();
  });
  try {
    await run(ask, address);
  } finally {
    server.close();
    rmSync(parent, { recursive: true });
  }
}

test('negotiates the encoding and names it', () => withSite(async (ask) => {
  const brotli = await ask('/', { 'accept-encoding': 'gzip, deflate, br' });
  assert.equal(brotli.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(brotli.body).toString(), page);
  const gzip = await ask('/', { 'accept-encoding': 'gzip, br;q=0' });
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(gzip.body).toString(), page);
  const plain = await ask('/');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.body.toString(), page);
  assert.equal(plain.headers.vary, 'Accept-Encoding');
}));

test('sends types and a strict policy', () => withSite(async (ask) => {
  const { headers } = await ask('/index.html');
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  assert.match(headers['content-security-policy'], /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'/);
  assert.doesNotMatch(headers['content-security-policy'], /unsafe-inline|'unsafe-eval'|\*/);
  // In a sandbox without an origin 'self' is nobody: there the address is named, unless it could be anything else.
  for (const [host, named] of [['assessment.example:8080', 'http://assessment.example:8080'], ["x; script-src *", "'self'"]]) {
    const policy = (await ask('/frame.html', { host })).headers['content-security-policy'];
    assert.ok(policy.includes(`script-src ${named} 'wasm-unsafe-eval'; style-src ${named}; connect-src ${named};`), policy);
    assert.ok(policy.includes("frame-ancestors *; require-trusted-types-for 'script'; trusted-types 'none'"), policy);
  }
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal((await ask('/app.wasm')).headers['content-type'], 'application/wasm');
}));

test('answers what is unchanged, absent, foreign or not a read with its own status', () => withSite(async (ask) => {
  const { headers } = await ask('/');
  assert.equal((await ask('/', { 'if-none-match': headers.etag })).status, 304);
  assert.equal((await ask('/', {}, 'HEAD')).body.length, 0);
  assert.equal((await ask('/', {}, 'POST')).status, 405);
  for (const path of ['/none.html', '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/index.html.br', '/%', '/%00.html', '//', '/./']) {
    const { status, body } = await ask(path);
    assert.ok(status === 404 || (status === 200 && body.toString() === page), `${path}: ${status} ${body}`);
    assert.doesNotMatch(body.toString(), /secret/);
  }
}));

test('says in one sentence why it cannot start', () => withSite(async (ask, address) => {
  const start = (...words) => spawnSync(process.execPath, ['tools/serve.mjs', ...words], { encoding: 'utf8', timeout: 20000 });
  for (const [words, sentence] of [
    [['no-such-folder'], /no index\.html/],
    [['--port', 'x'], /not a port/],
    [[process.env.VGAP_SITE ?? 'build/site', '--port', new URL(address).port], /is taken|no index\.html/],
  ]) {
    const { status, stderr } = start(...words);
    assert.equal(status, 1);
    assert.match(stderr, sentence);
    assert.equal(stderr.trim().split('\n').length, 1);
  }
}));
