// Reflow: at 400 % zoom and with text twice as large, however the reader asks for it, nothing is too wide or cut off.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, ready, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';
import { byScript, layoutFaults, openEverything } from './visitor.mjs';

const used = useBrowser();
const smallest = useBrowser({ args: ['--no-sandbox', '--disable-quic', '--blink-settings=minimumFontSize=28'] });

const style = (page, text) => page.evaluate((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}, text);

// Every screen, also with everything opened, is without a fault of layout.
async function lookAtAll(page, what) {
  let screens = 0;
  const look = async (title) => {
    assert.deepEqual(await layoutFaults(page), [], `${what}: ${title}`);
    screens += 1;
  };
  await takeAssessment(page, { ...byScript, screen: look });
  assert.ok(await openEverything(page) >= 5, 'the result has nothing to open');
  await look('everything open');
  assert.ok(screens >= 12, `${screens} screens`);
}

for (const skin of skins) {
  test(`320 × 256 px at density 4 (400 % zoom), ${skin} skin: nothing is too wide or cut off`, async () => {
    const page = await ready(await visit(used, { skin, width: 320, height: 256, deviceScaleFactor: 4 }), skin);
    await lookAtAll(page, skin);
    assert.equal(await api(page, 'skin'), skin);
    await page.done();
  });
}

const fontSize = (page) => page.locator('.vg main p').first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize));

for (const width of [360, 1280]) {
  test(`text of 200 %, ${width} px: it is twice as large and nothing is cut off`, async () => {
    const page = await ready(await visit(used, { width }));
    const before = await fontSize(page);
    await style(page, 'html { font-size: 200% }');
    await page.waitForSelector('#velocity-gap:not(.canvas)');
    assert.equal(await fontSize(page), 2 * before);
    await lookAtAll(page, `${width} px`);
    await style(page, '');
    await page.waitForSelector('#velocity-gap.canvas');
    await page.done();
  });
}

test('a least size of the browser’s own, and a phone’s text setting, choose the document skin and cut nothing off', async () => {
  const page = await ready(await visit(smallest, { width: 360 }), 'document');
  await page.evaluate(() => document.fonts.ready);
  await settled(page);
  assert.equal(await api(page, 'skin'), 'document');
  assert.ok(await fontSize(page) >= 28, 'the browser has no least size');
  await lookAtAll(page, 'least size');
  await page.done();
  const phone = await ready(await visit(used, { width: 360, isMobile: true, hasTouch: true }));
  await style(phone, 'html { text-size-adjust: 200% !important }');
  await phone.waitForSelector('#velocity-gap:not(.canvas)');
  await lookAtAll(phone, 'text-size-adjust');
  await phone.done();
});

test('a host’s small root size does not shrink the text', async () => {
  const page = await ready(await visit(used));
  const before = await fontSize(page);
  await style(page, 'html { font-size: 62.5% }');
  await settled(page);
  assert.equal(await fontSize(page), before);
  assert.equal(await api(page, 'skin'), 'canvas');
  await page.done();
});
