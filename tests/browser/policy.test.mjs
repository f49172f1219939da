// Under the strictest policy that it can run under, the whole assessment with every button: nothing is refused, and once
// it stands, nothing is asked for: by no page, worker or frame, on no socket.

import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { flags, mouse, press, ready as readyPage, sameText, scored, settled, site, skins, takeAssessment } from './browser.mjs';
import { answerAll, frames, open, own, painted, profileOf, ready, responseOf, strict, tag, useHost } from './strangers/host.mjs';
import { startProxy } from './strangers/proxy.mjs';

const proxy = await startProxy();
after(proxy.stop);
const used = useHost({ args: [...flags, ...proxy.flags] });

// Whatever the protocol sees of the page, its frames and its workers.
async function listen(page) {
  const session = await page.context().newCDPSession(page);
  const sent = [];
  for (const event of ['Network.requestWillBeSent', 'Network.webSocketCreated', 'Network.webTransportCreated']) {
    session.on(event, ({ request, url }) => { if (!/^(blob|data):/.test(request?.url ?? url)) sent.push(request?.url ?? url); });
  }
  await session.send('Network.enable');
  const others = [];
  session.on('Target.attachedToTarget', ({ targetInfo }) => others.push(targetInfo.type));
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  const before = { asked: proxy.asked.length, sockets: proxy.sockets() };
  return async () => {
    await page.waitForTimeout(500);
    assert.deepEqual(sent, [], 'the page asked for something');
    assert.deepEqual(others, [], 'there is a worker or a frame');
    assert.deepEqual(proxy.asked.slice(before.asked), [], 'the browser asked for something');
    assert.equal(proxy.sockets(), before.sockets, 'a socket was opened');
  };
}

// Every button of the result but the languages, whose texts are fetched when somebody asks for them; a saved file counts
// when it has come.
async function pressEverything(page) {
  await page.evaluate(() => { window.print = () => { window.printed = true; }; });
  const names = await page.evaluate((wanted) => {
    const root = document.querySelector(wanted)?.shadowRoot ?? document;
    return [...root.querySelectorAll('.vg button')].map((button) => button.textContent.replace(/\s+/g, ' ').trim());
  }, tag);
  const saving = names.filter((name) => /^Save|calendar$/.test(name));
  assert.ok(saving.length >= 4, names.join());
  const files = [];
  for (const name of names.filter((each) => !/Erase|Change|plain document|drawn|Deutsch|English|Español|Français|earlier|See it in|Show what to read/.test(each))) {
    const button = page.getByRole('button', { name, exact: true }).first();
    const saved = saving.includes(name) ? page.waitForEvent('download') : null;
    await button.click();
    if (saved) files.push((await saved).suggestedFilename());
  }
  assert.equal(new Set(files).size, saving.length, files.join());
  assert.equal(await page.evaluate(() => window.printed), true, 'nothing was printed');
  return names;
}

for (const skin of skins) {
  test(`${skin}: the element on a stranger's page`, async () => {
    const page = await open(used, { headers: { 'Content-Security-Policy': strict }, parts: { element: `skin="${skin}"`, inside: '<p>Wait</p>' } });
    await ready(page);
    if (skin === 'canvas') await painted(page);
    await frames(page, 10);
    const silent = await listen(page);
    await answerAll(page);
    await frames(page);
    await pressEverything(page);
    sameText(await profileOf(page), scored(await responseOf(page)));
    await page.evaluate(([name, other]) => { document.querySelector(name).skin = other; }, [tag, skin === 'canvas' ? 'document' : 'canvas']);
    await frames(page, 10);
    await page.getByRole('button', { name: 'Erase my answers', exact: true }).click();
    await page.getByRole('button', { name: /^Erase/ }).last().click();
    await frames(page, 10);
    await silent();
    assert.deepEqual(await page.context().cookies(), []);
    assert.equal(await page.evaluate(() => document.cookie), '');
    await page.done();
  });

  test(`${skin}: the page of its own, with that very policy on top of its own`, async () => {
    const html = readFileSync(join(site, 'index.html'), 'utf8');
    used.put(`${own}index.html`, { body: html, headers: { 'Content-Security-Policy': strict } });
    const context = await used.browser.newContext({ viewport: { width: 760, height: 900 }, acceptDownloads: true });
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.refused = [];
      document.addEventListener('securitypolicyviolation', (event) => window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    });
    await page.goto(`${used.host}velocity-gap/index.html?skin=${skin}`);
    await readyPage(page, skin);
    await frames(page, 10);
    const silent = await listen(page);
    await takeAssessment(page, mouse);
    await pressEverything(page);
    await settled(page);
    await silent();
    await page.getByRole('button', { name: 'See it in people and months' }).click();
    await page.getByRole('heading', { level: 1, name: 'In people and months' }).waitFor();
    // The one thing that it does without there: to be kept for the time without a network (shell/offline/install.mjs).
    assert.deepEqual(await page.evaluate(() => window.refused.filter((what) => !what.endsWith('velocity-gap-worker'))), []);
    assert.deepEqual(await context.cookies(), []);
    await context.close();
  });
}

test('nothing is kept but what is ours', async () => {
  const page = await open(used, { headers: { 'Content-Security-Policy': strict } });
  await painted(page);
  await answerAll(page, { till: 4 });
  const kept = await page.evaluate(async () => ({
    local: Object.keys(localStorage), session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name), caches: await caches.keys(), workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  assert.ok(kept.local.length + kept.databases.length > 0, 'nothing is kept at all');
  assert.deepEqual([...kept.local, ...kept.databases].filter((name) => !name.startsWith('velocity-gap')), []);
  assert.deepEqual([kept.session, kept.caches, kept.workers], [[], [], 0]);
  await page.done();
});

test('another language is the only thing that is fetched later: two files of ours, by their names alone', async () => {
  const page = await open(used, { headers: { 'Content-Security-Policy': strict } });
  await painted(page);
  await answerAll(page);
  const before = page.seen.requests.length;
  await page.getByRole('button', { name: 'Français', exact: true }).click();
  await page.waitForFunction((name) => document.querySelector(name).shadowRoot.querySelector('.vg').lang === 'fr', tag);
  assert.deepEqual(page.seen.requests.slice(before).map((url) => url.replace(used.host, '')).sort(),
    ['velocity-gap/assets/instruments/leadership-pipeline/fr.json', 'velocity-gap/assets/locales/fr.json']);
  await page.done();
});

test("from another origin: the policy that names it instead of 'self', and pages that ask for isolation", async () => {
  const named = strict.replace(/(script-src|connect-src) 'self'/g, (_, name) => `${name} ${used.address.slice(0, -1)}`);
  for (const headers of [{ 'Content-Security-Policy': named }, { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' }]) {
    const page = await open(used, { from: 'site', headers });
    await painted(page);
    const silent = await listen(page);
    await answerAll(page);
    await silent();
    sameText(await profileOf(page), scored(await responseOf(page)));
    const origins = new Set(page.seen.requests.filter((url) => url.startsWith('http')).map((url) => new URL(url).origin));
    assert.equal(origins.size, 2);
    await page.done();
  }
});

test('no inline script or style in any page, nothing that makes code of text in any script', () => {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
  const pages = files.filter((name) => name.endsWith('.html'));
  const scripts = files.filter((name) => /\.m?js$/.test(name));
  assert.ok(pages.length >= 1 && scripts.length >= 5);
  // What is marked as data is never run.
  const inline = /<script(?![^>]*\bsrc=)(?! type="application\/json" )[^>]*>|<style|\sstyle=|\son\w+=|javascript:/i;
  const maker = /\beval\s*\(|\bnew Function\b|\bFunction\s*\(|\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|document\.write|setHTMLUnsafe|createContextualFragment|DOMParser|srcdoc|set(Timeout|Interval)\s*\(\s*["'`]|setAttribute\(\s*["'`]style/;
  for (const name of pages) assert.doesNotMatch(readFileSync(join(site, name), 'utf8').replace(/<!--[\s\S]*?-->/g, ''), inline, name);
  for (const name of scripts) assert.doesNotMatch(readFileSync(join(site, name), 'utf8'), maker, name);
  for (const bad of ['<p style="color:red">', '<script>', '<script type="module">']) assert.match(bad, inline);
  assert.match('a.innerHTML=b', maker);
});
