// When nothing happens nothing runs: no animation frame and no timer, in either skin, visible or hidden.

import test from 'node:test';
import assert from 'node:assert/strict';
import { mouse, ready, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser();

function count() {
  window.ran = { frames: 0, timers: 0 };
  const { requestAnimationFrame: frame, setTimeout: timeout, setInterval: interval } = window;
  window.requestAnimationFrame = (call) => { window.ran.frames += 1; return frame.call(window, call); };
  window.setTimeout = (...words) => { window.ran.timers += 1; return timeout.apply(window, words); };
  window.setInterval = (...words) => { window.ran.timers += 1; return interval.apply(window, words); };
}

for (const skin of skins) {
  test(`${skin} skin: nothing in 5 seconds on the intro, a page of questions and the result`, async () => {
    for (const stop of ['intro', 'questions', 'result']) {
      const page = await ready(await visit(used, { skin, init: count }), skin);
      if (stop === 'questions') await mouse.press(page);
      if (stop === 'result') await takeAssessment(page, mouse);
      await settled(page);
      const before = await page.evaluate(() => ({ ...window.ran }));
      await new Promise((later) => setTimeout(later, 5000));
      assert.deepEqual(await page.evaluate(() => ({ ...window.ran })), before, stop);
      await page.done();
    }
  });
}
