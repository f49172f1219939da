// frames — a page of somebody else's that holds the assessment in a frame from another origin and another site.
//
// In      useBrowser()'s browser and server; the body and style of the host's page; near: the frame is of the same site, so
//         that it may keep something; options of the browser's context
// Out     host(): that page, its frame {frame, element}; every event and message that it got in window.seen
// Errors  a page or frame with an error of its own fails the test that closes it

import assert from 'node:assert/strict';
import { createServer } from 'node:http';

// The same server by another name is another site: there this Chromium keeps nothing for a frame.
export const elsewhere = ({ address }) => address.replace('127.0.0.1', 'localhost');

// What a careful host allows: the one script and the one frame.
export const strict = (origin) => `default-src 'none'; script-src ${origin}/embed.js ${origin}/embed-store.js; frame-src ${origin}; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`;

export async function servePages(pages) {
  const server = createServer((request, response) => {
    const found = pages[new URL(request.url, 'http://host').pathname];
    const { body = '', headers = {} } = found ?? {};
    response.writeHead(found ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
  server.unref();
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

const listen = () => {
  window.seen = [];
  window.refused = [];
  for (const type of ['ready', 'start', 'progress', 'answer', 'complete', 'plan', 'accent', 'error']) {
    document.addEventListener(`vg-${type}`, ({ detail }) => window.seen.push([type, detail]));
  }
  document.addEventListener('securitypolicyviolation', (event) => window.refused.push(`${event.violatedDirective} ${event.blockedURI}`));
};

export const documentOf = ({ site, body, head = '', lang = 'en' }) => `<!doctype html><html lang="${lang}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>A host</title>${head}
<script src="${site}embed.js" async></script><script src="${site}embed-store.js" async></script>
<main><h1>A host</h1>${body}</main></html>`;

export async function host(used, { body = '<velocity-gap-frame>Comes at once.</velocity-gap-frame>', skin = '', style = '', lang, width = 900, height = 800, init, wait = true, near = false, ...rest } = {}) {
  const site = near ? used.address : elsewhere(used);
  const pages = { '/host.css': { body: style, headers: { 'Content-Type': 'text/css' } }, '/': { body: documentOf({ site, body, head: '<link rel="stylesheet" href="host.css">', lang }), headers: { 'Content-Security-Policy': strict(site.slice(0, -1)) } } };
  const { server, address } = await servePages(pages);
  const context = await used.browser.newContext({ viewport: { width, height }, serviceWorkers: 'allow', ...rest });
  const page = await context.newPage();
  const errors = [];
  const requests = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('pageerror', (error) => errors.push(error.stack));
  page.on('request', (request) => requests.push(request));
  await page.addInitScript(listen);
  if (init) await page.addInitScript(init);
  await page.goto(address);
  if (skin) await page.evaluate((name) => document.querySelector('velocity-gap-frame').setAttribute('skin', name), skin);
  const element = page.locator('velocity-gap-frame').first();
  if (wait) await page.waitForFunction(() => window.seen.some(([type]) => type === 'ready'));
  Object.assign(page, {
    errors,
    requests,
    element,
    pages,
    site,
    frame: page.frames().find((each) => each.url().startsWith(`${site}frame.html`)) ?? null,
    async done() {
      assert.deepEqual(await page.evaluate(() => window.refused), [], "the host's policy refused something");
      assert.deepEqual(errors, []);
      await context.close();
      server.close();
    },
  });
  return page;
}

export const told = (page, type) => page.evaluate((wanted) => window.seen.filter(([name]) => name === wanted).map(([, detail]) => detail), type);
export const ask = (page, method, ...words) => page.locator('velocity-gap-frame').first().evaluate((element, [name, given]) => element[name](...given), [method, words]);

// Goes through all screens in the frame, by mouse or by keyboard; `screen` is called on each.
export async function takeFramed(page, { choose, press, answer, screen = async () => {} }) {
  const { frame } = page;
  let question = 0;
  for (let step = 0; step < 20; ++step) {
    const title = await frame.locator('.embedded h2').first().textContent();
    await screen(title, step);
    if (await frame.locator('.hero').count()) return question;
    const groups = await frame.locator('fieldset').count();
    for (let group = 0; group < groups; ++group, ++question) {
      const radios = frame.locator('fieldset').nth(group).locator('input');
      const wanted = answer(question, await radios.count());
      if (wanted >= 0) await choose(frame, radios, wanted);
    }
    await press(frame);
    await frame.waitForFunction((before) => document.querySelector('velocity-gap-assessment').shadowRoot.querySelector('h2').textContent !== before, title);
  }
  throw new Error('the assessment did not end');
}
