// browser — a real Chromium on the built site, for the tests beside this file.
//
// In      VGAP_SITE (build/site), VGAP_CHROMIUM (/usr/bin/chromium), VGAP_SHELL (/usr/bin/chromium-headless-shell: the same engine
//         without the window's own parts, for a quarter less of a test's processor time), VGAP_CLI (build/native/velocity-gap)
// Out     visit(): a page that tells of every error, refused content and request; what a visitor does on it
// Errors  a page with an error of its own fails the test that closes it

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { serve } from '../../tools/serve.mjs';

export const site = process.env.VGAP_SITE ?? 'build/site';
export const skins = ['canvas', 'document'];

export const flags = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing'];

const whole = [process.env.VGAP_CHROMIUM ?? '/usr/bin/chromium', ['--headless=new']];
const shell = [process.env.VGAP_SHELL ?? '/usr/bin/chromium-headless-shell', []];

// One browser and one server for a test file. asPeopleHaveIt: all of Chromium.
export function useBrowser({ args = flags, folder = site, asPeopleHaveIt = false } = {}) {
  const used = {};
  let tellStarted;
  used.started = new Promise((done) => { tellStarted = done; });
  before(async () => {
    Object.assign(used, await serve(folder));
    const [executablePath, headless] = asPeopleHaveIt ? whole : shell;
    used.browser = await chromium.launch({ executablePath, args: [...headless, ...args] });
    // A worker would answer before the routes that a test lays; installed.test.mjs asks for it.
    const { newContext } = used.browser;
    used.browser.newContext = (options) => newContext.call(used.browser, { serviceWorkers: 'block', ...options });
    tellStarted();
  });
  after(async () => {
    await used.browser?.close();
    used.server?.close();
  });
  return used;
}
// In the page, before its scripts: what is copied is in window.copied.
export const keepCopies = () => { Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } }); };

export const withoutGpu = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-gpu', '--disable-3d-apis', '--disable-software-rasterizer'];

// Opens the assessment. options: skin, width, height, query; the rest goes to the browser's context.
export async function visit({ browser, address }, { skin = 'canvas', width = 760, height = 900, query = '', init, context: shared, expectErrors = false, ...rest } = {}) {
  const context = shared ?? await browser.newContext({ viewport: { width, height }, ...rest });
  const page = await context.newPage();
  const seen = { errors: [], requests: [] };
  page.on('console', (message) => { if (message.type() === 'error') seen.errors.push(message.text()); });
  page.on('pageerror', (error) => seen.errors.push(error.stack));
  page.on('request', (request) => seen.requests.push({ url: request.url(), method: request.method(), body: request.postData() }));
  await page.addInitScript(() => {
    window.refused = [];
    document.addEventListener('securitypolicyviolation', (event) => window.refused.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  if (init) await page.addInitScript(init);
  const instrument = context.instrument ? `&instrument=${context.instrument}` : '';
  await page.goto(`${address}?skin=${skin}${instrument}${query}`);
  page.seen = seen;
  page.done = async () => {
    assert.deepEqual(await page.evaluate(() => window.refused), [], 'the content policy refused something');
    if (!expectErrors) assert.deepEqual(seen.errors, []);
    if (shared) await page.close();
    else await context.close();
  };
  return page;
}

export async function ready(page, skin = 'canvas') {
  await page.waitForFunction(() => document.querySelector('#velocity-gap')?.velocityGap?.skin);  // the engine's, no first screen
  if (skin === 'canvas') await page.waitForSelector('#velocity-gap.canvas');
  else await settled(page);
  return page;
}

// Two frames later, and once a new status has its text (mirror/structure gives it some frames after its element):
// everything that was asked for is on the screen.
export const settled = (page) => page.evaluate(async () => {
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });
  await frame();
  await frame();
  const unsaid = () => [...document.querySelectorAll('#velocity-gap .saved')].some((status) => !status.textContent);
  for (const end = performance.now() + 400; unsaid() && performance.now() < end;) await frame();
});

export const heading = (page) => page.locator('h1').textContent().then((text) => text.replace(/\s+/g, ' '));
export const api = (page, name, ...words) => page.evaluate(([call, given]) => document.querySelector('#velocity-gap').velocityGap[call](...given), [name, words]);
export const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

// Which answer a visitor of this kind gives to the question at this place; -1: none.
export const answers = {
  mixed: (question, count) => (question % 9 === 8 ? -1 : (question * 7 + 3) % count),
  last: (question, count) => count - 1,
  first: () => 0,
};

// Goes through all screens and calls `screen` on each; ends on the result.
export async function takeAssessment(page, { choose, press: go, answer = answers.mixed, screen = async () => {} }) {
  let question = 0;
  for (let step = 0; step < 20; ++step) {
    await settled(page);
    const title = await heading(page);
    const last = !(await page.locator('button.primary').count());  // what `screen` opens may have such buttons too
    await screen(title, step);
    if (last) return question;
    const groups = await page.locator('fieldset').count();
    for (let group = 0; group < groups; ++group, ++question) {
      const radios = page.locator('fieldset').nth(group).locator('input');
      const wanted = answer(question, await radios.count());
      if (wanted >= 0) await choose(page, radios, wanted);
    }
    await go(page);
  }
  throw new Error('the assessment did not end');
}

export const mouse = {
  choose: (page, radios, wanted) => radios.nth(wanted).locator('xpath=..').click({ position: { x: 24, y: 20 } }),
  press: (page) => page.locator('button.primary').click(),
};

async function tabTo(page, selector) {
  for (let tabs = 0; tabs < 200; ++tabs) {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${selector}`);
}
export const keyboard = {
  async choose(page, radios, wanted) {
    const name = await radios.first().getAttribute('name');
    await tabTo(page, `input[name="${name}"]`);
    await page.keyboard.press('Space');
    for (let down = 0; down < wanted; ++down) await page.keyboard.press('ArrowDown');
  },
  async press(page) {
    await tabTo(page, 'button.primary');
    await page.keyboard.press('Enter');
  },
};

// What the command line tool makes of the same answers.
export function scored(response) {
  const { status, stdout, stderr } = spawnSync(process.env.VGAP_CLI ?? 'build/native/velocity-gap',
    ['score', '--instrument', response.instrument.id, '-'], { input: JSON.stringify(response), encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.replace(/\n$/, '');
}

// Two long texts are equal, or differ from here on.
export function sameText(actual, expected) {
  if (actual === expected) return;
  let at = 0;
  while (at < expected.length && actual[at] === expected[at]) ++at;
  assert.fail(`they differ at ${at}: ${actual.slice(Math.max(0, at - 60), at + 60)} | ${expected.slice(Math.max(0, at - 60), at + 60)}`);
}
