// The examples run as they stand: built as their README says, served, taken to the result of the command line; that of the
// frame in frame.test.mjs. In: VGAP_DIST (build/dist).

import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { serve } from '../../tools/serve.mjs';
import { root } from '../../tools/shell.mjs';
import { sameText, scored, useBrowser } from './browser.mjs';
import { answerAll, frames, profileOf, ready, responseOf } from './strangers/host.mjs';

const used = useBrowser();
const dist = resolve(process.env.VGAP_DIST ?? join(root, 'build/dist'));
const examples = join(root, 'assets/examples');
const scratch = mkdtempSync(join(tmpdir(), 'velocity-gap-examples-'));
after(() => rmSync(scratch, { recursive: true }));

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml' };

// A server as anybody has one: no policy, no compression.
async function open(t, folder, path = 'index.html') {
  const server = createServer((request, response) => {
    const file = join(folder, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const found = existsSync(file) && statSync(file).isFile();
    response.writeHead(found ? 200 : 404, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }).end(found ? readFileSync(file) : '');
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  const context = await used.browser.newContext({ viewport: { width: 900, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.errors = [];
  page.asked = [];
  page.on('console', (message) => { if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) page.errors.push(message.text()); });
  page.on('pageerror', (error) => page.errors.push(error.stack));
  page.on('request', (request) => page.asked.push(new URL(request.url()).pathname));
  t.after(async () => {
    await context.close();
    server.closeAllConnections();
    server.close();
  });
  await page.goto(`http://127.0.0.1:${server.address().port}/${path}`);
  return page;
}

function copied(name, edit = (text) => text) {
  const folder = join(scratch, name);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(join(examples, name))) writeFileSync(join(folder, file), edit(readFileSync(join(examples, name, file), 'utf8')));
  return folder;
}

async function toTheResult(page) {
  await answerAll(page);
  await frames(page, 3);
  const profile = await profileOf(page);
  sameText(profile, scored(await responseOf(page)));
  assert.deepEqual(page.errors, []);
  return JSON.parse(profile).index.value.toFixed(1);
}

test('plain HTML', async (t) => {
  const folder = copied('plain');
  cpSync(join(dist, 'site'), join(folder, 'velocity-gap'), { recursive: true });
  const page = await open(t, folder);
  await ready(page);
  const index = await toTheResult(page);
  assert.equal(await page.locator('output').textContent(), index);
  assert.ok(await page.getByRole('link', { name: 'Talk it over with us' }).isVisible());
});

test('React 19, bundled', async (t) => {
  const folder = copied('react');
  const { name, version } = JSON.parse(readFileSync(join(dist, 'npm/package.json'), 'utf8'));
  mkdirSync(join(folder, 'node_modules'));
  execFileSync('tar', ['-xzf', join(dist, `${name}-${version}.tgz`), '-C', join(folder, 'node_modules')]);
  execFileSync('mv', [join(folder, 'node_modules/package'), join(folder, 'node_modules', name)]);
  for (const each of ['react', 'react-dom', 'scheduler']) symlinkSync(join(root, 'node_modules', each), join(folder, 'node_modules', each));
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  execFileSync(join(root, 'node_modules/.bin/esbuild'), [...scripts.build.split(' ').slice(1), '--define:process.env.NODE_ENV="production"', '--log-level=error', '--preserve-symlinks'], { cwd: folder, stdio: 'inherit' });
  const served = join(folder, 'public');
  cpSync(join(folder, 'index.html'), join(served, 'index.html'));
  cpSync(join(folder, 'node_modules', name), join(served, 'velocity-gap'), { recursive: true });
  const page = await open(t, served);
  await page.waitForSelector('velocity-gap-assessment');
  await ready(page);
  assert.equal(await page.getByRole('status').first().textContent(), 'Not begun');
  const index = await toTheResult(page);
  assert.equal(await page.locator('output').textContent(), index);
  assert.match(await page.locator('main > [role=status]').textContent(), /^\d+ of \d+ answered$/);
  await page.getByRole('button', { name: 'Begin again' }).click();
  await frames(page, 3);
  assert.deepEqual((await responseOf(page)).answers, {});
});

test('a page of a static site, under a strict policy, some folders deep', async (t) => {
  const folder = join(scratch, 'static');
  const { files } = JSON.parse(readFileSync(join(dist, 'site/integrity.json'), 'utf8'));
  const source = copied('static_site', (text) => text.replace('{{integrity}}', files['velocity-gap.js']));
  mkdirSync(join(folder, 'articles/leaders'), { recursive: true });
  cpSync(join(source, 'article.html'), join(folder, 'articles/leaders/index.html'));
  cpSync(join(source, 'site.css'), join(folder, 'articles/site.css'));
  cpSync(join(dist, 'site'), join(folder, 'velocity-gap'), { recursive: true });
  const page = await open(t, folder, 'articles/leaders/index.html');
  await page.waitForFunction(() => customElements.get('velocity-gap-assessment'));
  await frames(page, 3);
  assert.ok(!page.asked.includes('/velocity-gap/velocity-gap.wasm'), 'nothing heavy comes before anybody reads so far');
  await ready(page);
  assert.equal(await page.evaluate(() => document.querySelector('velocity-gap-assessment').velocityGap.locale()), 'de');
  await toTheResult(page);
});

test("a frame from the package's folder on another origin", async (t) => {
  const { server, address } = await serve(join(dist, 'npm'));
  t.after(() => server.close());
  const folder = join(scratch, 'framed');
  mkdirSync(folder);
  const html = readFileSync(join(examples, 'frame.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), html.replaceAll('https://assessment.example', address.replace('127.0.0.1', 'localhost').slice(0, -1)));
  const page = await open(t, folder);
  await page.waitForFunction(() => customElements.get('velocity-gap-frame'));
  await page.evaluate(() => document.querySelector('velocity-gap-frame').ready);
  assert.ok(await page.locator('velocity-gap-frame iframe').evaluate((frame) => frame.offsetHeight > 300));
  assert.deepEqual(page.errors, []);
});
