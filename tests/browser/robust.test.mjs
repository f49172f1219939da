// What a browser does to a page behind one's back: it takes the GPU away, freezes the tab, comes back after an hour.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, mouse, ready, settled, skins, useBrowser, visit } from './browser.mjs';
import { byScript, withEveryKind } from './visitor.mjs';

const used = useBrowser();

const pixels = (page) => page.evaluate(() => {
  const canvas = document.querySelector('#velocity-gap > canvas');
  const gl = canvas.getContext('webgl2');
  const bytes = new Uint8Array(canvas.width * canvas.height * 4);
  gl.readPixels(0, 0, canvas.width, canvas.height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  let hash = 2166136261;
  let ink = 0;
  for (let at = 0; at < bytes.length; ++at) {
    hash = Math.imul(hash ^ bytes[at], 16777619);
    if (at % 4 === 0 && bytes[at] < 100) ink += 1;
  }
  return { hash, ink, width: canvas.width, height: canvas.height, top: canvas.style.top };
});

const state = (page) => page.evaluate(() => ({
  draft: document.querySelector('#velocity-gap').velocityGap.draft(),
  focus: document.activeElement.outerHTML.slice(0, 60),
  chosen: [...document.querySelectorAll('input')].map(({ checked }) => checked),
  scroll: Math.round(scrollY),
}));

async function loseGpu(page) {
  await page.evaluate(() => {
    window.loser ??= document.querySelector('#velocity-gap > canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.loser.loseContext();
  });
  await page.waitForSelector('#velocity-gap:not(.canvas)');
}

async function restoreGpu(page) {
  await page.evaluate(() => window.loser.restoreContext());
  await page.waitForSelector('#velocity-gap.canvas');
  await settled(page);
}

test('a lost and restored GPU leaves every pixel, the pointer and the state as they were', async () => {
  const page = await ready(await visit(used, { width: 760, height: 700 }));
  await byScript.press(page);
  await settled(page);
  await mouse.choose(page, page.locator('fieldset').first().locator('input'), 1);
  for (const where of ['over an answer', 'away', 'scrolled, over an answer, pressed']) {
    if (where.startsWith('scrolled')) await page.evaluate(() => scrollTo(0, 420));
    await settled(page);
    if (where === 'away') await page.mouse.move(2, 2);
    else await page.locator('label.option').nth(where.startsWith('scrolled') ? 8 : 3).hover();
    if (where.endsWith('pressed')) await page.mouse.down();
    await settled(page);
    const [before, was] = [await pixels(page), await state(page)];
    assert.ok(before.ink > 5000, 'nothing is painted');
    await loseGpu(page);
    assert.equal((await state(page)).draft, was.draft);
    await restoreGpu(page);
    assert.deepEqual(await state(page), was, where);
    assert.deepEqual(await pixels(page), before, where);
  }
  await page.mouse.up();
  await page.done();
});

test('what is answered while the GPU is away is there when it is back', async () => {
  const page = await ready(await visit(used));
  const twin = await ready(await visit(used));
  for (const one of [page, twin]) {
    await byScript.press(one);
    await settled(one);
  }
  for (let round = 0; round < 3; ++round) {
    await loseGpu(page);
    for (const one of [page, twin]) await byScript.choose(one, one.locator('fieldset').nth(round).locator('input'), round);
    await restoreGpu(page);
  }
  for (const one of [page, twin]) {
    await one.evaluate(() => document.activeElement.blur());
    await one.mouse.move(2, 2);
    await settled(one);
  }
  assert.equal(await api(page, 'draft'), await api(twin, 'draft'));
  assert.deepEqual(await pixels(page), await pixels(twin));
  await page.done();
  await twin.done();
});

// A tab in the background: hidden, frozen, its GPU taken, and the clock an hour on when it comes back.
for (const skin of skins) {
  test(`${skin} skin: a tab that was frozen in the background for an hour goes on, and its draft is kept`, async () => {
    const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
    await withEveryKind(context);
    const page = await ready(await visit(used, { context, skin }), skin);
    await byScript.press(page);
    await settled(page);
    await page.locator('textarea').pressSequentially('half a sen');
    const before = await state(page);
    const session = await context.newCDPSession(page);
    await page.evaluate(() => {
      for (const [name, value] of [['visibilityState', 'hidden'], ['hidden', true]]) Object.defineProperty(document, name, { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    });
    if (skin === 'canvas') await loseGpu(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await new Promise((later) => setTimeout(later, 1000));
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 3600e3;
      delete document.visibilityState;
      delete document.hidden;
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      document.dispatchEvent(new Event('visibilitychange'));
    });
    if (skin === 'canvas') await restoreGpu(page);
    assert.deepEqual(await state(page), before);
    await page.keyboard.type('tence');
    assert.equal((await api(page, 'response')).answers.note, 'half a sentence');
    await page.locator('label.option').first().click();
    await settled(page);
    assert.equal(await page.locator('.saved').textContent(), 'Saved in this browser');
    await page.reload();
    await ready(page, skin);
    await page.getByRole('button', { name: 'Go on where you were' }).click();
    await settled(page);
    assert.equal(await page.locator('textarea').inputValue(), 'half a sentence');
    assert.ok(await page.locator('label.option input').first().isChecked());
    await page.done();
    await context.close();
  });
}
