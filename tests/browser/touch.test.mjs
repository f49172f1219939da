// Touch: what begins on an answer and moves is a scroll, the browser's own; a tap answers once and saves once.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, ready, settled, skins, useBrowser, visit } from './browser.mjs';
import { byScript } from './visitor.mjs';

const used = useBrowser();

// What the page does while it is touched: writes to the store, scrolling by script, listeners that could hold up a scroll.
function watch() {
  window.did = { saves: 0, scrolls: 0, changes: 0, listeners: [], clicks: 0 };
  const { did } = window;
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function count(...words) {
    if (/^velocity-gap\/(leadership-pipeline|every-kind)\//.test(words[0])) did.saves += 1;
    return setItem.apply(this, words);
  };
  for (const [holder, names] of [[window, ['scrollTo', 'scrollBy', 'scroll']], [Element.prototype, ['scrollIntoView', 'scrollTo', 'scrollBy', 'scroll']]]) {
    for (const name of names) {
      const call = holder[name];
      holder[name] = function count(...words) { did.scrolls += 1; return call.apply(this, words); };
    }
  }
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function note(type, call, options) {
    const ours = new Error().stack.includes(location.origin);  // what drives the browser listens too
    if (ours && /^(touch|wheel|mousewheel|gesture)/.test(type)) did.listeners.push(type);
    return addEventListener.call(this, type, call, options);
  };
  document.addEventListener('change', () => { did.changes += 1; }, true);
  document.addEventListener('click', () => { did.clicks += 1; }, true);
}

const phone = { width: 390, height: 700, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

async function onQuestions(skin) {
  const page = await ready(await visit(used, { ...phone, skin, init: watch }), skin);
  await page.locator('button.primary').tap();
  await settled(page);
  return page;
}

const did = (page) => page.evaluate(() => ({ ...window.did }));

for (const skin of skins) {
  test(`${skin} skin: a swipe that starts on an answer scrolls and does not answer`, async () => {
    const page = await onQuestions(skin);
    const before = await did(page);
    const { x, y } = await page.locator('label.option').nth(3).boundingBox();
    const session = await page.context().newCDPSession(page);
    const touch = (type, ...points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    await touch('touchStart', { x: x + 60, y: y + 20 });
    for (let moved = 20; moved <= 340; moved += 20) await touch('touchMove', { x: x + 60, y: y + 20 - moved });
    await touch('touchEnd');
    await page.waitForFunction(() => scrollY > 200);
    // Fingers are less straight: slowly, sideways at first, and back again.
    await touch('touchStart', { x: 100, y: 400 });
    for (let step = 1; step <= 30; ++step) await touch('touchMove', { x: 100 + Math.min(step, 12), y: 400 - 8 * step });
    for (let step = 30; step >= 1; --step) await touch('touchMove', { x: 112, y: 400 - 8 * step });
    await touch('touchEnd');
    await settled(page);
    assert.deepEqual((await api(page, 'response')).answers, {});
    assert.deepEqual(await did(page), before, 'the page did something while it was swiped');
    assert.equal(await page.locator('input:checked').count(), 0);
    await page.done();
  });

  test(`${skin} skin: a tap on a label answers once and saves once`, async () => {
    const page = await onQuestions(skin);
    for (const [at, part] of [[1, 'label.option'], [2, 'label.option .n'], [3, 'label.option']].entries()) {
      const before = await did(page);
      const target = page.locator(part[1]).nth(part[0]);
      if (at === 2) {
        const { x, y } = await target.boundingBox();
        await page.touchscreen.tap(x + 25, y + 25);
      } else {
        await target.tap();
      }
      await page.waitForFunction((saves) => window.did.saves > saves, before.saves);
      await settled(page);
      const after = await did(page);
      assert.equal(after.saves - before.saves, 1, `${after.saves - before.saves} saves`);
      assert.equal(after.changes - before.changes, 1);
      assert.equal(after.scrolls, before.scrolls, 'an answer scrolls the page');
      assert.equal(Object.keys((await api(page, 'response')).answers).length, 1);
      assert.ok(await page.locator('label.option input').nth(part[0]).isChecked());
    }
    // The same answer again is no news.
    const before = await did(page);
    await page.locator('label.option').nth(3).tap();
    await settled(page);
    assert.equal((await did(page)).saves, before.saves);
    await page.done();
  });

  test(`${skin} skin: momentum is the browser’s own`, async () => {
    const page = await onQuestions(skin);
    assert.deepEqual((await did(page)).listeners, [], 'a listener that a scroll could have to wait for');
    assert.deepEqual(await page.evaluate(() => [document.documentElement, ...document.querySelectorAll('body, body *')]
      .filter((element) => {
        const style = getComputedStyle(element);
        return style.touchAction !== 'auto' || style.overscrollBehaviorY !== 'auto' || style.scrollSnapType !== 'none'
          || (/auto|scroll/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
      }).map(({ tagName, className }) => `${tagName} ${className}`)), [], 'something scrolls inside the page, or otherwise than it');
    // After the finger has left the glass the page goes on by itself, and nobody writes where to.
    const session = await page.context().newCDPSession(page);
    await byScript.press(page);
    await settled(page);
    const { scrolls } = await did(page);
    // As fast as a finger, however busy the machine is: on one that is late the finger would be slow, and leave no momentum.
    const begun = Date.now() / 1000;
    const touch = (type, step, ...points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points, timestamp: begun + step * 0.008 });
    await touch('touchStart', 0, { x: 100, y: 600 });
    for (let step = 1; step <= 8; ++step) await touch('touchMove', step, { x: 100, y: 600 - 30 * step });
    await touch('touchEnd', 9);
    const left = await page.evaluate(() => scrollY);
    await page.waitForFunction((from) => scrollY > from + 10, left);
    assert.equal((await did(page)).scrolls, scrolls);
    await page.done();
  });
}
