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

test('nothing in 5 seconds on the intro, a page of questions and the result, in either skin', async () => {
  const pages = await Promise.all(skins.flatMap((skin) => ['intro', 'questions', 'result'].map(async (stop) => {
    const page = await ready(await visit(used, { skin, init: count }), skin);
    if (stop === 'questions') await mouse.press(page);
    if (stop === 'result') await takeAssessment(page, mouse);
    return { page, what: `${skin} ${stop}` };
  })));
  const ran = () => Promise.all(pages.map(({ page }) => page.evaluate(() => ({ ...window.ran }))));
  await Promise.all(pages.map(({ page }) => settled(page)));
  const before = await ran();
  assert.ok(before.every(({ frames }) => frames > 0), 'the count does not count');
  await new Promise((later) => setTimeout(later, 5000));
  const after = await ran();
  pages.forEach(({ what }, at) => assert.deepEqual(after[at], before[at], what));
  await Promise.all(pages.map(({ page }) => page.done()));
});
