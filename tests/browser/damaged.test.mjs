// A file that is cut off, changed, missing, of the wrong kind or somewhere else, and a policy that forbids what is
// needed: the page says so in its own language beside what it had there itself, tells its scripts, and the next time, when
// all is well again, it works.

import test from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { answerAll, open, own, painted, profileOf, responseOf, strict, tag, useHost } from './strangers/host.mjs';
import { sameText, scored, site } from './browser.mjs';

const used = useHost();
const types = { js: 'text/javascript', css: 'text/css', json: 'application/json', wasm: 'application/wasm' };
const content = (name) => readFileSync(join(site, name));
const instrument = 'assets/instruments/leadership-pipeline';
const fetched = ['first.js', 'assessment.js', 'style.css', 'velocity-gap.wasm', `${instrument}/instrument.json`, `${instrument}/de.json`, 'assets/locales/de.json'];

function flipped(bytes) {
  const copy = Buffer.from(bytes);
  copy[Math.floor(copy.length / 2)] ^= 1;
  return copy;
}
const answer = (name, body, { status = 200, type = types[name.split('.').pop()], headers = {} } = {}) =>
  ({ body, status, headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', ...headers } });
const faults = {
  'one bit changed': (name) => answer(name, flipped(content(name))),
  'cut off': (name) => answer(name, content(name).subarray(0, Math.floor(content(name).length / 2))),
  empty: (name) => answer(name, ''),
  missing: (name) => answer(name, 'Not found', { status: 404, type: 'text/plain' }),
  'broken while it comes': (name) => (request, response) => {
    response.writeHead(200, { 'Content-Type': types[name.split('.').pop()], 'Content-Length': content(name).length });
    response.write(content(name).subarray(0, 100));
    setTimeout(() => response.destroy(), 50);
  },
  'somewhere else, where the policy does not reach': (name) => answer(name, '', { status: 302, headers: { Location: `${used.address}${name}` } }),
};

const errorOf = async (page) => {
  await page.waitForFunction(() => window.told.some(({ name }) => name === 'vg-error'));
  return page.evaluate(() => window.told.filter(({ name }) => name === 'vg-error').map(({ detail }) => detail));
};
// What is on the page where the assessment would be.
const shown = (page) => page.evaluate((name) => {
  const element = document.querySelector(name);
  const alert = element.shadowRoot.querySelector('[role=alert]');
  const seen = (each) => Boolean(each) && each.getClientRects().length > 0 && getComputedStyle(each).visibility === 'visible';
  const beside = element.shadowRoot.querySelectorAll('.vg > :not(.vg-failure)');
  return { alert: seen(alert) && alert.textContent, lang: alert?.lang, fallback: seen(document.querySelector('#fallback')), beside: [...beside].filter(seen).length };
}, tag);
// Whether the promise of it was kept.
const outcome = (page) => page.evaluate((name) => document.querySelector(name).ready.then(() => 'ready', (error) => error.reason), tag);
const again = (page) => page.evaluate((name) => {
  const element = document.querySelector(name);
  const next = element.nextSibling;
  element.remove();
  return new Promise((done) => { setTimeout(done); }).then(() => next.before(element));
}, tag);
async function works(page) {
  await painted(page);
  const { alert, fallback } = await shown(page);
  assert.deepEqual({ alert, fallback }, { alert: false, fallback: false });
}

const parts = { attributes: 'lang="de"', inside: '<p id="fallback">Rufen Sie uns an.</p>' };
const headers = { 'Content-Security-Policy': strict };
const takeBack = (name) => used.put(`${own}${name}`, undefined);

for (const [fault, make] of Object.entries(faults)) {
  test(`${fault}: said, told, and mended the next time`, async () => {
    for (const name of fetched) {
      used.put(`${own}${name}`, make(name));
      const page = await open(used, { headers, parts, expectErrors: true });
      const errors = await errorOf(page);
      assert.equal(errors.length, 1, `${name}: told ${errors.length} times`);
      const [{ reason, file, message }] = errors;
      assert.deepEqual({ reason, file }, { reason: fault.startsWith('somewhere') ? 'policy' : 'file', file: name });
      assert.equal(await outcome(page), reason);
      assert.match(message, /konnte nicht starten/);
      assert.ok(message.includes(name), message);
      assert.deepEqual(await shown(page), { alert: message, lang: 'de', fallback: true, beside: 0 }, name);

      // Put there anew on the same page, and on the page loaded again: every file after the first fault, then the first to
      // come and the largest, which stand for the rest.
      takeBack(name);
      const stands = ['first.js', 'velocity-gap.wasm'].includes(name);
      if (fault === Object.keys(faults)[0] || stands) {
        await again(page);
        await works(page);
      }
      if (stands) {
        used.put(`${own}${name}`, make(name));
        await page.reload();
        await errorOf(page);
        takeBack(name);
        await page.reload();
        await works(page);
      }
      await page.context().close();
    }
  });
}

test('scripts of the wrong type are refused by the browser and said; WebAssembly, styles and texts of one work', async () => {
  for (const name of fetched) {
    used.put(`${own}${name}`, answer(name, content(name), { type: name.endsWith('.js') ? 'text/plain' : 'application/octet-stream' }));
    const page = await open(used, { headers, parts, expectErrors: true });
    if (name.endsWith('.js')) {
      const [{ reason, file }] = await errorOf(page);
      assert.deepEqual({ reason, file }, { reason: 'file', file: name });
      assert.equal((await shown(page)).fallback, true);
      takeBack(name);
      await again(page);
    }
    await works(page);
    takeBack(name);
    await page.context().close();
  }
});

test('a script that is not the published one never runs', async () => {
  for (const name of ['first.js', 'assessment.js']) {
    used.put(`${own}${name}`, answer(name, `${content(name)};globalThis.ran=true;`));
    const page = await open(used, { headers, parts, expectErrors: true });
    await errorOf(page);
    await again(page);
    await page.waitForFunction(() => window.told.filter(({ name: told }) => told === 'vg-error').length === 2);
    assert.equal(await page.evaluate(() => globalThis.ran), undefined, name);
    takeBack(name);
    await page.context().close();
  }
});

test('where its own script does not come, the page keeps what it had there', async () => {
  used.put(`${own}velocity-gap.js`, answer('velocity-gap.js', 'Not found', { status: 404, type: 'text/plain' }));
  const page = await open(used, { headers, parts, expectErrors: true });
  await page.waitForLoadState();
  assert.equal(await page.locator('#fallback').isVisible(), true);
  takeBack('velocity-gap.js');
  await page.context().close();
});

test('a policy that forbids what is needed: said with its name, in the language of the page', async () => {
  for (const [policy, what, file] of [
    [strict.replace(" 'wasm-unsafe-eval'", ''), /WebAssembly/, undefined],
    [strict.replace("connect-src 'self'", "connect-src 'none'"), /style\.css/, 'style.css'],
  ]) {
    for (const [lang, words] of [['de', /konnte nicht starten/], ['fr', /n’a pas pu/], ['es', /no (se )?ha podido|no pudo/], ['en', /could not start/]]) {
      const page = await open(used, { headers: { 'Content-Security-Policy': policy }, parts: { ...parts, attributes: `lang="${lang}"` }, expectErrors: true });
      const [{ reason, message, file: told }] = await errorOf(page);
      assert.deepEqual({ reason, told }, { reason: 'policy', told: file });
      assert.match(message, what);
      assert.match(message, words);
      assert.match(message, /wasm-unsafe-eval|connect-src/);
      assert.deepEqual(await shown(page), { alert: message, lang, fallback: true, beside: 0 });
      await page.context().close();
    }
  }
});

test('the manifest names every published file with its hash; the pages ask for theirs by it', () => {
  const { files } = JSON.parse(readFileSync(join(site, 'integrity.json'), 'utf8'));
  const published = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map(({ parentPath, path, name }) => join(parentPath ?? path, name).slice(join(site).length + 1))
    .filter((name) => !/\.(br|gz)$/.test(name) && name !== 'integrity.json');
  assert.deepEqual(Object.keys(files).sort(), published.sort());
  const hash = (name) => `sha384-${createHash('sha384').update(content(name)).digest('base64')}`;
  for (const [name, given] of Object.entries(files)) assert.equal(given, hash(name), name);
  for (const name of published.filter((each) => each.endsWith('.html'))) {
    const asked = [...content(name).toString().matchAll(/<(?:script|link)[^>]*(?:src|href)="([^"]+\.(?:js|css))"[^>]*>/g)];
    assert.ok(asked.length > 0);
    for (const [markup, file] of asked) assert.ok(markup.includes(`integrity="${files[file]}"`), `${name} asks for ${file} by no hash`);
  }
});

test('after all that an assessment comes to the bytes of the command line tool', async () => {
  const page = await open(used, { headers, parts });
  await painted(page);
  await answerAll(page);
  sameText(await profileOf(page), scored(await responseOf(page)));
  await page.done();
});
