// In a frame as high as its content the canvas is painted where the page around shows it, wherever that has scrolled to,
// and is not larger than what is seen, with some room.

import test from 'node:test';
import assert from 'node:assert/strict';
import { answers, useBrowser } from './browser.mjs';
import { decodePng } from './contrast.mjs';
import { host, takeFramed } from './frames.mjs';
import { byScript } from './visitor.mjs';

const used = useBrowser();

const tile = (page) => page.frame.evaluate(() => {
  const canvas = document.querySelector('velocity-gap-assessment').shadowRoot.querySelector('canvas');
  return { top: canvas.offsetTop, height: canvas.offsetHeight, pixels: canvas.width * canvas.height, content: innerHeight };
});

// Letters in what the window shows: dark pixels in each fifth of it.
async function ink(page) {
  const { at, width, height } = decodePng(await page.screenshot({ scale: 'css' }));
  const rows = Array.from({ length: 5 }, () => 0);
  for (let y = 0; y < height; ++y) {
    for (let x = 80; x < width - 80; ++x) {
      const [red, green, blue] = at(x, y);
      if (red + green + blue < 300) rows[Math.floor((y * 5) / height)] += 1;
    }
  }
  return rows;
}

for (const deviceScaleFactor of [1, 3]) {
  test(`at ${deviceScaleFactor} device pixels every part of the result is painted as the page around scrolls to it`, async (t) => {
    // Emulated density does not reach a frame of another site.
    const page = await host(used, { skin: 'canvas', height: 700, deviceScaleFactor, near: deviceScaleFactor > 1, body: '<velocity-gap-frame></velocity-gap-frame>' });
    await takeFramed(page, { ...byScript, answer: answers.mixed });
    await page.frame.waitForFunction(() => innerHeight > 3000 && document.querySelector('velocity-gap-assessment').shadowRoot.querySelector('.vg.canvas'));
    const { content } = await tile(page);
    assert.equal(await page.frame.evaluate(() => devicePixelRatio), deviceScaleFactor);
    let most = 0;
    for (let top = 0; top < content - 700; top += 450) {
      await page.evaluate((y) => scrollTo(0, y), top);
      const around = await page.locator('iframe').evaluate((element) => element.getBoundingClientRect().top);
      await page.frame.waitForFunction(([from, to]) => {
        const canvas = document.querySelector('velocity-gap-assessment').shadowRoot.querySelector('canvas');
        return canvas.offsetTop <= from && canvas.offsetTop + canvas.offsetHeight >= to;
      }, [Math.max(0, -around), Math.min(content, 700 - around) - 1]);
      await page.frame.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
      const rows = await ink(page);
      assert.ok(rows.every((dark) => dark > 20), `at ${top}: ${rows}`);
      most = Math.max(most, (await tile(page)).pixels);
    }
    const whole = 760 * content * deviceScaleFactor ** 2;
    t.diagnostic(`the canvas has ${most} pixels; as high as the content it would have ${whole}`);
    assert.ok(most < whole * 0.8, `${most} of ${whole}`);
    await page.done();
  });
}
