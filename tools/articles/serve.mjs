// serve — the site of the articles on the loopback address, built anew whenever one of them is saved, and loaded anew by
// whatever browser shows a page of it.
//
// In      node tools/articles/serve.mjs [folder of articles] [--port N]; VGAP_CLI (build/native/velocity-gap)
// Out     one line with the address on standard output, then one a build; findings on standard error. An article with
//         findings is left out until it is mended, the others stay. Every page gets a script of this server's own, which hears of
//         each build (server-sent events); the policy allows that one, and nothing inline
// Errors  404, 405; a folder that is not there ends the process with one sentence
// Tested  tests/cli/articles_serve.test.mjs

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, watch } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = resolve(process.env.VGAP_CLI ?? join(root, 'build/native/velocity-gap'));
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.xml': 'application/xml; charset=utf-8' };
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'";
const reload = "new EventSource('/.events').addEventListener('message', () => location.reload());\n";
const settle = 50;  // ms in which an editor's several writes count as one

const { values, positionals } = parseArgs({ allowPositionals: true, options: { port: { type: 'string', default: '0' } } });
const folder = resolve(positionals[0] ?? join(root, 'assets/articles'));
const scratch = mkdtempSync(join(tmpdir(), 'velocity-gap-articles-'));
let current = '';
let builds = 0;
let running = false;
let waiting = false;
const watching = new Set();  // answers to browsers that show a page

function build() {
  waiting = running;
  if (running) return;
  running = true;
  const next = join(scratch, String(++builds));
  execFile(cli, ['articles', 'build', folder, next, '--address', 'https://articles.localhost', '--keep-going'], (_, out, err) => {
    process.stderr.write(err);
    process.stdout.write(out || `${err.split('\n').length - 1} findings\n`);
    if (existsSync(next)) {
      if (current) rmSync(current, { recursive: true });
      current = next;
      for (const answer of watching) answer.write(`data: ${builds}\n\n`);
    }
    running = false;
    if (waiting) build();
  });
}

function fileFor(url) {
  let path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  if (path.endsWith('/')) path += 'index.html';
  const file = join(current, normalize(path));
  return types[extname(file)] && !path.includes('\0') && existsSync(file) && statSync(file).isFile() ? file : null;
}

// A page with the script that loads it anew.
const live = (html) => html.replace('</head>', '<script src="/.reload.js" defer></script>\n</head>');

function follow(request, response) {
  response.writeHead(200, { 'Cache-Control': 'no-store', 'Content-Type': 'text/event-stream' });
  response.write(':\n\n');
  watching.add(response);
  request.on('close', () => watching.delete(response));
}

const server = createServer((request, response) => {
  if (request.method === 'GET' && request.url === '/.events') {
    follow(request, response);
    return;
  }
  if (request.method === 'GET' && request.url === '/.reload.js') {
    response.writeHead(200, { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Content-Type': 'text/javascript' });
    response.end(reload);
    return;
  }
  let file = null;
  try {
    file = fileFor(request.url);
  } catch { /* an address that cannot be decoded names nothing */ }
  const isPage = /\.html$|\/$/.test(request.url.split('?')[0]);
  const code = request.method !== 'GET' && request.method !== 'HEAD' ? 405 : file ? 200 : 404;
  response.writeHead(code, { 'Cache-Control': 'no-store', 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff', 'Content-Type': file ? types[extname(file)] : isPage ? types['.html'] : 'text/plain' });
  if (request.method !== 'GET') response.end();
  else if (!file) response.end(isPage ? live('<!doctype html><html lang="en"><head><title>404</title></head>') : '');  // it may come back
  else response.end(extname(file) === '.html' ? live(readFileSync(file, 'utf8')) : readFileSync(file));
});

function end() {
  rmSync(scratch, { recursive: true, force: true });
  process.exit(0);
}

function main() {
  if (!existsSync(folder)) {
    console.error(`tools/articles/serve: ${folder} is no folder; name the one that has a folder for each language.`);
    process.exit(1);
  }
  let timer;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(build, settle);
  };
  for (const each of ['.', ...readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)]) watch(join(folder, each), changed);
  process.on('SIGINT', end).on('SIGTERM', end);
  server.listen(Number(values.port), '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${server.address().port}/`);
    build();
  });
}

main();
