// strangers/host — a stranger's server on an origin of its own, whose pages hold the element; and what is done inside it.
//
// In      VGAP_SITE (build/site); a page's parts: {attributes, head, style, open, close, element, body}
// Out     useHost(): {browser, address of the site, host address, put(path, page or answer)}; startHost() without a browser
//         page(): a whole page; open(): it in a browser; control, answerAll, frames: the element from within
// Errors  a page with an error of its own fails the test that closes it

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before } from 'node:test';
import { resolve } from 'node:path';
import { siteServer } from '../../../tools/serve.mjs';
import { site, useBrowser } from '../browser.mjs';

export const own = '/velocity-gap/';  // where the stranger keeps our files, where they are its own
export const tag = 'velocity-gap-assessment';
export const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'";

// {at: address of the folder of our files} and the parts of the page.
export function page({ at, attributes = 'lang="en"', head = '', style = '', open = '', close = '', element = '', inside = '', script = 'velocity-gap.js' }) {
  return `<!doctype html><html ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>A stranger's page</title>
${head}${style && `<style>${style}</style>`}${script && `<script type="module" src="${at}${script}"></script>`}</head>
<body><header class="own"><a id="before" class="own" href="#before">Before it</a></header><main class="own"><h1 class="own">A page of our own</h1>
<p class="own">Words <b class="own">that</b> stand here. <button class="own">A button</button> <input type="checkbox" class="own" aria-label="A box"></p>
${open}<${tag} ${element}>${inside}</${tag}>${close}
</main><footer class="own"><a id="after" class="own" href="#after">After it</a></footer></body></html>`;
}

const listening = (server) => new Promise((done) => { server.listen(0, '127.0.0.1', () => done(server.address().port)); });

// Another host name, not only another port: cookies and storage are kept apart too.
export async function startHost(folder = site) {
  const answers = new Map();
  const ours = siteServer(resolve(folder));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const answer = answers.get(pathname);
    if (typeof answer === 'function') return answer(request, response);
    if (answer) return response.writeHead(answer.status ?? 200, { 'Content-Type': 'text/html; charset=utf-8', ...answer.headers }).end(answer.body);
    if (pathname.startsWith(own)) {
      request.url = request.url.slice(own.length - 1);
      return ours.emit('request', request, response);
    }
    return response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  });
  const host = `http://localhost:${await listening(server)}/`;
  return {
    host,
    put(path, answer) {
      answers.set(path, answer);
      return `${host}${path.slice(1)}`;
    },
    stop: () => server.close(),
  };
}

export function useHost(options = {}) {
  const used = useBrowser(options);
  before(async () => { Object.assign(used, await startHost(options.folder)); });
  after(() => used.stop?.());
  return used;
}

let pages = 0;

// Puts a page there and goes to it. from: 'own' folder of the stranger's, or 'site', our origin.
export async function open(used, { from = 'own', headers = {}, parts = {}, width = 900, height = 900, init, expectErrors = false, context: shared, ...rest } = {}) {
  const at = from === 'own' ? own : used.address;
  const address = used.put(`/page-${++pages}.html`, { body: page({ at, ...parts }), headers });
  const context = shared ?? await used.browser.newContext({ viewport: { width, height }, ...rest });
  const given = await context.newPage();
  const seen = { errors: [], requests: [], refused: [] };
  given.on('console', (message) => { if (message.type() === 'error') seen.errors.push(message.text()); });
  given.on('pageerror', (error) => seen.errors.push(error.stack ?? String(error)));
  given.on('request', (request) => seen.requests.push(request.url()));
  await given.addInitScript((names) => {
    window.refused = [];
    window.told = [];
    document.addEventListener('securitypolicyviolation', (event) => window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    for (const name of names) document.addEventListener(name, ({ detail, target }) => window.told.push({ name, detail, from: target.id }));
  }, ['ready', 'start', 'answer', 'progress', 'complete', 'plan', 'accent', 'error'].map((name) => `vg-${name}`));
  if (init) await given.addInitScript(init);
  await given.goto(address);
  given.seen = seen;
  given.done = async () => {
    assert.deepEqual(await given.evaluate(() => window.refused), [], 'the content policy refused something');
    if (!expectErrors) assert.deepEqual(seen.errors, []);
    if (shared) await given.close();
    else await context.close();
  };
  return given;
}

export async function ready(given, selector = tag) {
  await given.waitForFunction(() => customElements.get('velocity-gap-assessment'));
  await given.evaluate(async (wanted) => {
    const element = document.querySelector(wanted);
    element.scrollIntoView({ block: 'nearest' });
    await element.ready;
  }, selector);
}

// Until it is painted, where it is to be.
export async function painted(given, selector = tag) {
  await ready(given, selector);
  await given.waitForFunction((wanted) => document.querySelector(wanted).velocityGap.skin() === 'canvas', selector);
}

export const frames = (given, count = 2) => given.evaluate(async (left) => {
  for (; left > 0; --left) await new Promise((done) => { requestAnimationFrame(done); });
}, count);

// Everything up to the result, by clicking what stands in the element. till: how many screens.
export const answerAll = (given, { selector = tag, till = 20 } = {}) => given.evaluate(async ([wanted, screens]) => {
  const root = document.querySelector(wanted).shadowRoot.querySelector('.vg');
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });
  let question = 0;
  for (let left = screens; left > 0; --left) {
    for (const group of root.querySelectorAll('fieldset')) {
      const choices = group.querySelectorAll('input');
      if (++question % 9 !== 0) choices[(question * 7 + 3) % choices.length].click();
    }
    const go = root.querySelector('button.primary');
    if (!go) return question;
    const before = root.querySelector('h2').textContent;
    go.click();
    for (let waited = 0; root.querySelector('h2').textContent === before && waited < 100; ++waited) await frame();
  }
  return question;
}, [selector, till]);

export const profileOf = (given, selector = tag) => given.evaluate((wanted) => document.querySelector(wanted).profile, selector);
export const responseOf = (given, selector = tag) => given.evaluate((wanted) => document.querySelector(wanted).response, selector);
