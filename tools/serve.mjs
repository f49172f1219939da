// serve — a static server on the loopback address for the built site, with brotli and gzip negotiation.
//
// In      node tools/serve.mjs [folder] [--port N]; without a port any free one
// Out     one line with the address on standard output, then requests until the process ends
// Errors  404, 405; a taken port or missing folder ends the process with one sentence
// Tested  tests/site/serve.test.mjs

import { createServer } from 'node:http';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename, extname, join, normalize, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

// ancestors: who may show the page in a frame; trusted: what may register the site's own worker, and nothing else; self: where
// its files lie.
const policy = (ancestors, trusted, self = "'self'") => [
  "default-src 'none'", `script-src ${self} 'wasm-unsafe-eval'`, `style-src ${self}`, `connect-src ${self}`, `img-src ${self} data:`,
  `manifest-src ${self}`, `worker-src ${self}`, "base-uri 'none'", "form-action 'none'", `frame-ancestors ${ancestors}`,
  "require-trusted-types-for 'script'", `trusted-types ${trusted}`,
].join('; ');

const headers = {
  'Access-Control-Allow-Origin': '*',  // any page may hold the element, and a frame in a sandbox has no origin; nothing here is anybody's own
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': policy("'self'", 'velocity-gap-worker'),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

// What is made to stand in anybody's pages, also in a sandbox without an origin: there 'self' is nobody in WebKit.
const apart = {
  'frame.html': ({ host = '' }) => ({ 'Content-Security-Policy': policy('*', "'none'", /^[\w.-]+(:\d+)?$/.test(host) ? `http://${host}` : undefined) }),
};

const encodings = [['br', '.br'], ['gzip', '.gz']];

function accepts(request, name) {
  const offered = String(request.headers['accept-encoding'] ?? '').split(',').map((part) => part.trim());
  return offered.some((part) => part === name || (part.startsWith(`${name};`) && !/;\s*q=0(\.0*)?$/.test(part)));
}

// The file that a request names, or null: nothing outside the folder and no precompressed twin by name.
function fileFor(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (path.endsWith('/')) path += 'index.html';
  const file = join(folder, normalize(path));
  const known = types[extname(file)] !== undefined && !path.includes('\0');
  return known && existsSync(file) && statSync(file).isFile() ? file : null;
}

export function siteServer(folder) {
  return createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end();
      return;
    }
    const file = fileFor(folder, request.url);
    if (!file) {
      response.writeHead(404, { ...headers, 'Content-Type': types['.txt'] }).end('Not found\n');
      return;
    }
    const [encoding, suffix] = encodings.find(([name, end]) => accepts(request, name) && existsSync(file + end)) ?? ['', ''];
    const tag = `"${statSync(file).mtimeMs.toString(36)}${suffix}"`;
    const about = { ...headers, ...apart[basename(file)]?.(request.headers), ETag: tag, Vary: 'Accept-Encoding', 'Content-Type': types[extname(file)] };
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304, about).end();
      return;
    }
    if (encoding) about['Content-Encoding'] = encoding;
    about['Content-Length'] = statSync(file + suffix).size;
    response.writeHead(200, about);
    if (request.method === 'HEAD') response.end();
    else createReadStream(file + suffix).pipe(response);
  });
}

// Starts serving; resolves to {server, address}.
export function serve(folder, port = 0) {
  const server = siteServer(resolve(folder));
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => done({ server, address: `http://127.0.0.1:${server.address().port}/` }));
  });
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { port: { type: 'string', default: '0' } } });
  const folder = positionals[0] ?? 'build/site';
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port ${values.port} is not a port number.`);
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} has no index.html; build it with tools/run --build-only.`);
  const { address } = await serve(folder, port);
  console.log(address);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    console.error(`tools/serve: ${error.code === 'EADDRINUSE' ? `port ${error.port} is taken; choose another with --port.` : error.message}`);
    process.exit(1);
  });
}
