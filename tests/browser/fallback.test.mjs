// Where something is missing: no WebGL, a lost context, forced colours, the reader's own text spacing, print, no wasm.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, mouse, press, ready, sameText, scored, settled, takeAssessment, useBrowser, visit, withoutGpu } from './browser.mjs';
import { replaceFiles } from './visitor.mjs';

const used = useBrowser();
const plain = useBrowser({ args: withoutGpu });
const shown = (page) => page.locator('#velocity-gap').evaluate((root) => ({
  canvas: getComputedStyle(root.querySelector('canvas')).display !== 'none',
  ink: getComputedStyle(root.querySelector('h1')).color,
}));
const toggle = (page) => page.getByRole('button', { name: /^Show as/ });

test('without WebGL the document skin serves from the intro to the result', async () => {
  const page = await ready(await visit(plain), 'document');
  await page.evaluate(() => document.fonts.ready);
  await settled(page);
  assert.equal(await page.evaluate(() => document.createElement('canvas').getContext('webgl2')), null);
  assert.equal(await api(page, 'skin'), 'document');
  assert.deepEqual(await shown(page), { canvas: false, ink: 'rgb(27, 31, 36)' });
  assert.equal(await toggle(page).count(), 0, 'a skin is offered that cannot be had');
  await takeAssessment(page, mouse);
  sameText(await api(page, 'profile'), scored(await api(page, 'response')));
  await page.done();
});

test('a lost context gives the document skin, a restored one the canvas, and no answer is lost', async () => {
  const page = await ready(await visit(used));
  await mouse.press(page);
  await page.evaluate(() => { window.loser = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context'); });
  await mouse.choose(page, page.locator('fieldset').first().locator('input'), 1);
  const before = await page.locator('canvas').evaluate((canvas) => canvas.toDataURL());
  await page.evaluate(() => window.loser.loseContext());
  await page.waitForSelector('#velocity-gap:not(.canvas)');
  assert.equal((await shown(page)).canvas, false);
  await mouse.choose(page, page.locator('fieldset').first().locator('input'), 2);
  await mouse.choose(page, page.locator('fieldset').first().locator('input'), 1);
  await page.evaluate(() => window.loser.restoreContext());
  await page.waitForSelector('#velocity-gap.canvas');
  await settled(page);
  const { answers } = await api(page, 'response');
  assert.equal(Object.keys(answers).length, 1);
  await page.mouse.move(1, 1);
  await settled(page);
  const after = await page.locator('canvas').evaluate((canvas) => canvas.toDataURL());
  assert.ok(after.length > before.length / 2, 'the restored canvas is empty');
  await page.done();
});

test('forced colours and the reader’s own text spacing choose the document skin', async () => {
  const forced = await ready(await visit(used, { forcedColors: 'active' }), 'document');
  await settled(forced);
  assert.equal(await api(forced, 'skin'), 'document');
  assert.equal(await toggle(forced).count(), 0);
  await forced.emulateMedia({ forcedColors: 'none' });
  await forced.waitForSelector('#velocity-gap.canvas');
  await forced.done();

  const page = await ready(await visit(used));
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }');
    document.adoptedStyleSheets = [sheet];
  });
  await page.waitForSelector('#velocity-gap:not(.canvas)');
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  await page.waitForSelector('#velocity-gap.canvas');
  await page.done();
});

test('the visible toggle changes the skin, keeps focus and answers, and is remembered', async () => {
  const page = await ready(await visit(used, { query: '' }));
  await mouse.press(page);
  await mouse.choose(page, page.locator('fieldset').first().locator('input'), 1);
  await press(page, 'Show as a plain document');
  await page.waitForSelector('#velocity-gap:not(.canvas)');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Show as drawn');
  assert.ok(await page.locator('fieldset').first().locator('input').nth(1).isChecked());
  await page.goto(used.address);
  await ready(page, 'document');
  await settled(page);
  assert.equal(await api(page, 'skin'), 'document');
  await press(page, 'Show as drawn');
  await page.waitForSelector('#velocity-gap.canvas');
  await page.done();
});

test('print shows the document, and the screen its skin again', async () => {
  const page = await ready(await visit(used));
  const during = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const root = document.querySelector('#velocity-gap');
    return [root.velocityGap.skin(), root.style.height, getComputedStyle(root.querySelector('h1')).position];
  });
  assert.deepEqual(during, ['document', '', 'static']);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await api(page, 'skin'), 'canvas');
  await page.done();
});

test('what cannot start says so in the page', async () => {
  for (const [pattern, words] of [['**/velocity-gap.wasm', /could not start/], ['**/instrument.json', /could not start/], ['**/locales/en.json', /could not start/]]) {
    const context = await used.browser.newContext();
    await context.route(pattern, (route) => route.abort());
    const page = await visit(used, { context, expectErrors: true });
    await page.waitForSelector('.vg-failure');
    assert.match(await page.locator('#velocity-gap').innerText(), words);
    await page.done();
    await context.close();
  }
  // A page around whose policy has no wasm: the same sentence, in words and for a screen reader.
  const strict = await used.browser.newContext();
  await strict.route(/\/(\?.*)?$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace(" 'wasm-unsafe-eval'", '') });
  });
  const blocked = await visit(used, { context: strict, expectErrors: true });
  await blocked.waitForSelector('.vg-failure');
  assert.match(await blocked.getByRole('alert').innerText(), /does not allow WebAssembly/);
  await strict.close();
  const faulty = await used.browser.newContext();
  await replaceFiles(faulty, { 'assets/instruments/leadership-pipeline/instrument.json': '{"schema":"instrument/1"' });
  const page = await visit(used, { context: faulty, expectErrors: true });
  await page.waitForSelector('.vg-failure li');
  assert.match(await page.locator('.vg-failure li').first().textContent(), /ends too early/);
  await faulty.close();
  const scriptless = await visit(used, { javaScriptEnabled: false });
  assert.match(await scriptless.locator('noscript').innerText(), /needs JavaScript/);
  await scriptless.context().close();
});

test('an address that names no instrument of ours asks for nothing foreign', async () => {
  for (const name of ['../../etc', 'https://example.org/x', 'a%2Fb', '<b>']) {
    const page = await ready(await visit(used, { query: `&instrument=${encodeURIComponent(name)}&locale=..%2F..` }));
    for (const { url } of page.seen.requests) assert.ok(url.startsWith(used.address) && !url.includes('etc/'), url);
    await page.done();
  }
});
