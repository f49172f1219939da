// release — two versions of the site and a server on which one takes the other's place, as on the day of a release.
//
// In      VGAP_SITE (build/site), VGAP_WEB (build/web)
// Out     anotherVersion(): the folder of a site whose texts and style differ; host(): a server whose folder and faults
//         can be changed while it runs; versionsOf(): which version each file's bytes belong to
// Errors  those of the build
// Tested  tests/browser/installed.test.mjs

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { siteServer } from '../../tools/serve.mjs';
import { root } from '../../tools/shell.mjs';

export const marker = 'Begin anew';

// Made by the same tool from a tree in which a text, a style and a script are other ones.
export function anotherVersion() {
  const tree = mkdtempSync(join(tmpdir(), 'velocity-gap-release-'));
  for (const part of ['assets', 'shell', 'tools']) cpSync(join(root, part), join(tree, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  const change = (path, edit) => writeFileSync(join(tree, path), edit(readFileSync(join(tree, path), 'utf8')));
  // Nobody waits for the best compression of a site that is thrown away.
  change('tools/site.mjs', (text) => text.replace('BROTLI_PARAM_QUALITY]: 11', 'BROTLI_PARAM_QUALITY]: 1'));
  change('assets/locales/en.json', (text) => text.replace(/("ui\.intro\.start": )"[^"]+"/, `$1"${marker}"`));
  change('shell/style.css', (text) => `${text}\n.another-version { color: red }\n`);
  change('shell/assessment.mjs', (text) => `${text}\nglobalThis.anotherVersion = true;\n`);
  const folder = join(tree, 'site');
  const built = resolve(process.env.VGAP_WEB ?? join(root, 'build/web'));
  execFileSync(process.execPath, [join(tree, 'tools/site.mjs'), ...['modules', 'packs', 'velocity-gap-node.js'].map((part) => join(built, part)), folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  return { tree, folder };
}

// down: nobody answers; policy: a Content-Security-Policy in place of the server's own; faults: {path: 'short' (fewer bytes than announced) | 'cut' (the first half, announced as whole) | a status}
export function host(folder) {
  const hosted = { folder: resolve(folder), faults: {}, asked: [] };
  const server = createServer((request, response) => {
    if (hosted.down) {
      request.destroy();
      return;
    }
    const path = new URL(request.url, 'http://localhost').pathname.slice(1);
    hosted.asked.push(path);
    const fault = Object.hasOwn(hosted.faults, path) ? hosted.faults[path] : null;
    if (hosted.policy) {
      const { writeHead } = response;
      response.writeHead = (status, headers) => writeHead.call(response, status, { ...headers, 'Content-Security-Policy': hosted.policy });
    }
    if (!fault) {
      siteServer(hosted.folder).emit('request', request, response);
    } else if (typeof fault === 'number') {
      response.writeHead(fault, { 'Content-Type': 'text/html' }).end('<!doctype html><p>Not now');
    } else {
      const bytes = readFileSync(join(hosted.folder, path || 'index.html'));
      const half = bytes.subarray(0, bytes.length >> 1);
      response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store', 'Content-Length': fault === 'short' ? bytes.length : half.length });
      response.write(half, () => { if (fault === 'short') response.destroy(); else response.end(); });
    }
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      hosted.address = `http://127.0.0.1:${server.address().port}/`;
      hosted.close = () => {
        server.closeAllConnections();
        return new Promise((closed) => { server.close(closed); });
      };
      done(hosted);
    });
  });
}

const hash = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

// Every response that a page gets from now on; told() says to which of the versions its bytes belong.
export function versionsOf(page, folders) {
  const known = folders.map((folder) => Object.values(JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8')).files));
  const seen = [];
  page.on('response', (response) => { seen.push({ response, body: response.body().catch((error) => error) }); });
  return {
    async told() {
      const answers = [];
      for (const { response, body } of seen) {
        const path = new URL(response.url()).pathname.slice(1);
        const bytes = await body;
        if (bytes instanceof Error) throw bytes;
        const found = hash(bytes);
        answers.push({ path, worker: response.fromServiceWorker(), versions: known.flatMap((files, version) => (files.includes(found) ? [version] : [])) });
      }
      return answers;
    },
  };
}
