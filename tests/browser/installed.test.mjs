// The site once it has been visited: it opens without a network, stays one version whole, takes the next one at the next
// visit, and nothing that arrives broken takes the place of what works.

import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { api, heading, mouse, ready, sameText, scored, settled, site, takeAssessment, useBrowser } from './browser.mjs';
import { anotherVersion, host, marker, versionsOf } from './release.mjs';

const used = useBrowser({ asPeopleHaveIt: true });
let other;
before(() => { other = anotherVersion(); });
after(() => rmSync(other.tree, { recursive: true }));

// A visitor's browser and a server of their own.
async function begin(t) {
  const hosted = await host(site);
  const context = await used.browser.newContext({ viewport: { width: 760, height: 900 }, serviceWorkers: 'allow', locale: 'en-GB' });
  const visit = async (query = '?skin=document') => {
    const page = await context.newPage();
    page.errors = [];
    page.on('console', (message) => { if (message.type() === 'error') page.errors.push(message.text()); });
    page.on('pageerror', (error) => page.errors.push(error.stack));
    page.responses = versionsOf(page, [site, other.folder]);
    await page.goto(hosted.address + query);
    return ready(page, 'document');
  };
  t.after(async () => {
    await context.close();
    await hosted.close().catch(() => {});
  });
  return { hosted, context, visit };
}

async function until(page, condition) {
  for (const end = Date.now() + 20_000; !(await page.evaluate(condition));) {
    if (Date.now() > end) throw new Error(`it never came true: ${condition}`);
    await new Promise((again) => { setTimeout(again, 30); });
  }
}
const installed = (page) => until(page, async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
const oneCache = (page) => until(page, async () => (await caches.keys()).length === 1);
const states = (page) => page.evaluate(async () => {
  const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
  return { installing: installing?.state ?? null, waiting: waiting?.state ?? null, active: active?.state ?? null };
});
const cached = (page) => page.evaluate(async () => {
  const names = await caches.keys();
  return Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
});
// Looks for a new version now; resolves when it waits, or has failed.
const update = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const found = new Promise((done) => { registration.addEventListener('updatefound', () => done(registration.installing), { once: true }); });
  await registration.update();
  const worker = registration.installing ?? registration.waiting ?? await Promise.race([found, new Promise((done) => { setTimeout(done, 500, null); })]);
  if (!worker) return 'none';
  while (worker.state === 'installing') await new Promise((done) => { worker.addEventListener('statechange', done, { once: true }); });
  return worker.state;
});
// The worker that waits takes over when the last page of the old one has gone, which is some time after it was closed: a visit
// in between may begin with the one and go on with the other. Told by a page that neither is asked for.
async function takenOver(context) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const workers = new Map();
  const over = new Promise((done) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, status } of versions) workers.set(versionId, status);
      const now = [...workers.values()].filter((status) => status !== 'redundant');
      if (now.length === 1 && now[0] === 'activated') done();
    });
  });
  await session.send('ServiceWorker.enable');
  await over;
  await page.close();
}
const startButton = (page) => page.locator('button.primary').textContent();

test('after one visit the whole assessment works with the network cut, in a language that was never loaded too', async (t) => {
  const { hosted, context, visit } = await begin(t);
  const first = await visit();
  await installed(first);
  assert.deepEqual(first.errors, []);
  await first.close();
  await context.setOffline(true);
  await hosted.close();
  const asked = hosted.asked.length;

  const page = await visit();
  await takeAssessment(page, mouse);
  sameText(await api(page, 'profile'), scored(await api(page, 'response')));
  assert.equal(await api(page, 'setLocale', 'fr'), true);
  await settled(page);
  assert.match(await heading(page), /Velocity Gap|résultat/i);
  const answers = await page.responses.told();
  assert.ok(answers.length >= 7);
  for (const { path, worker } of answers) assert.ok(worker, path);
  assert.equal(hosted.asked.length, asked);
  assert.deepEqual(page.errors, []);
});

test('a version that appears in the middle of a visit is not mixed in: it comes with the next visit, and the old one goes', async (t) => {
  const { hosted, context, visit } = await begin(t);
  await installed(await visit());
  const page = await visit();
  const text = await startButton(page);
  assert.notEqual(text, marker);
  hosted.folder = other.folder;
  assert.equal(await update(page), 'installed');
  assert.equal(await api(page, 'setLocale', 'de'), true);
  assert.equal(await api(page, 'setLocale', 'en'), true);
  // Another tab and a reload beside it are of the same version still.
  const beside = await visit();
  await beside.responses.told();  // a reload forgets the bytes
  await beside.reload();
  await ready(beside, 'document');
  for (const each of [page, beside]) {
    assert.equal(await startButton(each), text);
    assert.equal(await each.evaluate(() => globalThis.anotherVersion), undefined);
    const answers = await each.responses.told();
    assert.ok(answers.length > 6);
    for (const { path, versions, worker } of answers) assert.ok(worker && versions.includes(0), `${path} is of version ${versions}`);
  }
  assert.deepEqual(await states(page), { installing: null, waiting: 'installed', active: 'activated' });
  assert.equal((await cached(page)).length, 2);
  for (const each of context.pages()) await each.close();
  await takenOver(context);

  const next = await visit();
  await installed(next);
  assert.equal(await startButton(next), marker);
  for (const { path, versions, worker } of await next.responses.told()) assert.ok(worker && versions.includes(1), `${path} is of version ${versions}`);
  await oneCache(next);
  assert.deepEqual(await states(next), { installing: null, waiting: null, active: 'activated' });
  assert.deepEqual(next.errors, []);
});

test('the first visit is one version too: what a release has replaced is refused rather than mixed in', async (t) => {
  const { hosted, visit } = await begin(t);
  hosted.faults['service-worker.js'] = 404;
  const page = await visit();
  hosted.folder = other.folder;
  assert.equal(await api(page, 'setLocale', 'en'), true, 'what is there stays');
  const changed = await page.evaluate(() => fetch('assets/locales/en.json').then((answer) => answer.text()));
  assert.ok(changed.includes(marker), 'the server has the next version');
  const before = await page.responses.told();
  for (const { path, versions } of before.slice(0, -1)) assert.ok(versions.includes(0) || path === 'service-worker.js', path);
});

for (const [what, fault] of [['is cut off on its way', 'short'], ['is half there', 'cut'], ['is missing', 404], ['is an error page', 500]]) {
  test(`when a file of the next version ${what}, the old version stays whole`, async (t) => {
    const { hosted, context, visit } = await begin(t);
    await installed(await visit());
    const page = await visit();
    const [files] = await cached(page);
    hosted.folder = other.folder;
    hosted.faults['velocity-gap.wasm'] = fault;
    hosted.faults['assets/locales/en.json'] = fault;
    assert.equal(await update(page), 'redundant');
    assert.deepEqual(await states(page), { installing: null, waiting: null, active: 'activated' });
    await oneCache(page);
    assert.deepEqual(await cached(page), [files]);
    for (const each of context.pages()) await each.close();

    hosted.down = true;
    const offline = await visit();
    assert.notEqual(await startButton(offline), marker);
    for (const { path, versions } of await offline.responses.told()) assert.ok(versions.includes(0), path);
    hosted.down = false;

    hosted.faults = {};
    assert.equal(await update(offline), 'installed');
    await offline.close();
    await takenOver(context);
    assert.equal(await startButton(await visit()), marker);
    });
}

test('no worker answers for what is not ours, and none keeps an error', async (t) => {
  const { hosted, visit } = await begin(t);
  await installed(await visit());
  const page = await visit();
  const [files] = await cached(page);
  const asked = hosted.asked.length;
  const statuses = await page.evaluate(async () => {
    const ask = (path, options) => fetch(path, options).then(({ status }) => status);
    return [await ask('nowhere.json'), await ask('nowhere.json'), await ask('../nowhere.json'), await ask('assessment.js', { method: 'HEAD' }), await ask('style.css?other'), await ask('constructor')];
  });
  assert.deepEqual(statuses, [404, 404, 404, 200, 200, 404]);
  assert.deepEqual(hosted.asked.slice(asked), ['nowhere.json', 'nowhere.json', 'nowhere.json', 'assessment.js', 'style.css', 'constructor']);
  assert.deepEqual(await cached(page), [files]);
});

test('a policy that forbids it leaves a site that works without a worker', async (t) => {
  const { hosted, context } = await begin(t);
  const page = await context.newPage();
  hosted.policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'";
  const failures = [];
  page.on('pageerror', (error) => failures.push(error.message));
  const refused = page.waitForEvent('console', { predicate: (message) => message.text().includes('velocity-gap-worker') });
  await page.goto(`${hosted.address}?skin=document`);
  await ready(page, 'document');
  await refused;
  await settled(page);
  assert.deepEqual(failures, []);
  assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length)), 0);
});

test('an element on another page asks for no worker', async (t) => {
  const { hosted, context } = await begin(t);
  const page = await context.newPage();
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>host</title><script type="module" src="velocity-gap.js"></script><velocity-gap-assessment loading="eager" skin="document"></velocity-gap-assessment>' }));
  await page.goto(`${hosted.address}host.html`);
  await page.evaluate(() => customElements.whenDefined('velocity-gap-assessment').then(() => document.querySelector('velocity-gap-assessment').ready).then(() => true));
  assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length)), 0);
  assert.ok(!hosted.asked.includes('service-worker.js'));
});

test('the browser offers to install it', async (t) => {
  const { context, visit } = await begin(t);
  const page = await visit();
  await installed(page);
  const client = await context.newCDPSession(page);
  const { errors, data } = await client.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.equal(JSON.parse(data).short_name, 'Velocity Gap');
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
});
