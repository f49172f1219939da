// The page scrolls natively: the canvas follows, its memory stays bounded, a swipe chooses nothing, nothing is too wide.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, mouse, ready, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser();

// The canvas and the slice of the page that is seen, in CSS px of the wrapper.
const geometry = (page) => page.evaluate(() => {
  const root = document.querySelector('#velocity-gap');
  const canvas = root.querySelector('canvas');
  const top = parseFloat(canvas.style.top);
  return { top, bottom: top + parseFloat(canvas.style.height), seen: -root.getBoundingClientRect().top, window: innerHeight, content: root.clientHeight, pixels: canvas.width * canvas.height, width: canvas.width };
});

test('however far one scrolls, what is seen is painted, and the canvas never grows', async () => {
  const page = await ready(await visit(used, { width: 390, height: 700 }));
  await takeAssessment(page, { ...mouse, answer: (question, count) => question % count });
  const first = await geometry(page);
  assert.ok(first.content > 3 * first.window, `the result is only ${first.content} px high`);
  for (let y = 0; y <= first.content; y += 173) {
    await page.evaluate((to) => scrollTo(0, to), y);
    await settled(page);
    const now = await geometry(page);
    assert.ok(now.top <= now.seen + 0.5 && now.bottom >= Math.min(now.seen + now.window, now.content) - 0.5, JSON.stringify(now));
    assert.ok(now.pixels <= 2 * now.window * now.width + now.width, `${now.pixels} pixels`);
  }
  // A small scroll moves neither the tile nor anything else.
  await page.evaluate(() => scrollTo(0, 0));
  await settled(page);
  const before = await geometry(page);
  await page.evaluate(() => scrollTo(0, 40));
  await settled(page);
  assert.equal((await geometry(page)).top, before.top);
  await page.done();
});

test('a page turn begins at the top, with the focus on its heading', async () => {
  for (const skin of skins) {
    const page = await ready(await visit(used, { skin, height: 600 }), skin);
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true, 'the page took the focus by itself');
    await mouse.press(page);
    await page.evaluate(() => scrollTo(0, 1e6));
    await settled(page);
    await mouse.press(page);
    await settled(page);
    assert.equal(await page.evaluate(() => scrollY), 0);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
    await page.done();
  }
});

test('a swipe scrolls and chooses nothing; a tap chooses', async () => {
  const page = await ready(await visit(used, { width: 390, height: 700, hasTouch: true, isMobile: true }));
  await page.locator('button.primary').tap();
  await settled(page);
  const session = await page.context().newCDPSession(page);
  const { x, y } = await page.locator('label.option').nth(3).boundingBox();
  const touch = (type, ...points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', { x: x + 60, y: y + 20 });
  for (let moved = 20; moved <= 300; moved += 20) await touch('touchMove', { x: x + 60, y: y + 20 - moved });
  await touch('touchEnd');
  // A tap while the page still moves stops it, and does no more.
  await page.waitForFunction(() => scrollY > 100 && (window.wasAt === scrollY || void (window.wasAt = scrollY)), null, { polling: 200 });
  assert.deepEqual((await api(page, 'response')).answers, {});
  await page.locator('label.option').nth(5).tap();
  assert.equal(Object.keys((await api(page, 'response')).answers).length, 1);
  assert.equal(await page.evaluate(() => [...document.querySelectorAll('#velocity-gap *')].filter((element) => getComputedStyle(element).touchAction !== 'auto').length), 0);
  await page.done();
});

test('from 320 to 2560 px nothing is too wide, and targets are large enough', async () => {
  for (const skin of skins) {
    const page = await ready(await visit(used, { skin, width: 320, height: 640 }), skin);
    await takeAssessment(page, { ...mouse, answer: (question, count) => question % count, screen: async (title) => {
      for (const width of [320, 619, 620, 2560]) {
        await page.setViewportSize({ width, height: 640 });
        await settled(page);
        const { overflow, small } = await page.evaluate(() => ({
          overflow: Math.max(document.documentElement.scrollWidth - document.documentElement.clientWidth,
            ...[...document.querySelectorAll('main *')].filter(({ tagName }) => tagName !== 'CAPTION').map((element) => {
              const range = document.createRange();
              range.selectNodeContents(element);
              return range.getBoundingClientRect().right - document.querySelector('#velocity-gap').getBoundingClientRect().right;
            })),
          small: [...document.querySelectorAll('main :is(button, label)')].map((element) => element.getBoundingClientRect())
            .filter((box) => box.height < 24 || box.width < 24).length,
        }));
        assert.ok(overflow <= 0.5, `${title}, ${skin}, ${width} px: ${overflow} px too wide`);
        assert.equal(small, 0, `${title}, ${skin}, ${width} px: targets under 24 px`);
      }
    } });
    await page.done();
  }
});
