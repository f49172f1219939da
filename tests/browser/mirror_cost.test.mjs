// The mirror touches only what changed: scrolling writes nothing, one answer a handful of nodes.

import test from 'node:test';
import assert from 'node:assert/strict';
import { mouse, ready, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser();

// Everything written to the page while `act` runs.
async function written(page, act) {
  await settled(page);
  await page.evaluate(() => {
    window.writes = [];
    const note = (list) => window.writes.push(...list.map(({ type, target, attributeName }) => {
      const element = target.nodeType === 1 ? target : target.parentElement;
      return `${type} ${attributeName ?? ''} ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`.replace(/ +/g, ' ');
    }));
    window.watching = new MutationObserver(note);
    window.watching.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    window.stopWatching = () => {
      note(window.watching.takeRecords());
      window.watching.disconnect();
      return window.writes;
    };
  });
  await act();
  await settled(page);
  return page.evaluate(() => window.stopWatching());
}

for (const skin of skins) {
  test(`${skin} skin: scrolling from the top of the result to its end writes nothing to the mirror`, async () => {
    const page = await ready(await visit(used, { skin, height: 600 }), skin);
    await takeAssessment(page, mouse);
    for (let left = 20; await page.locator('main button[aria-expanded=false]:not(.page_foot *)').count() && left > 0; --left) {
      await page.locator('main button[aria-expanded=false]:not(.page_foot *)').first().press('Enter');
    }
    await page.mouse.move(1, 300);
    let far = 0;
    const writes = await written(page, async () => {
      await page.evaluate(() => scrollTo(0, 0));
      for (let step = 0; step < 40; ++step) {
        await page.mouse.wheel(0, 350);
        await settled(page);
      }
      far = await page.evaluate(() => scrollY);
    });
    assert.ok(far > 4000, `it scrolled to ${far} px`);
    // The tile of the canvas follows the window: its own style, now and then.
    assert.deepEqual(writes.filter((what) => !/^attributes (style|width|height) canvas\.$/.test(what)), []);
    if (skin === 'document') assert.deepEqual(writes, []);
    else assert.ok(writes.length > 0 && writes.length < far / 100, `${writes.length} times the canvas moved: the watching is blind, or the tile restless`);
    await page.done();
  });

  test(`${skin} skin: one answer touches only what it changed`, async () => {
    const page = await ready(await visit(used, { skin }), skin);
    await mouse.press(page);
    const inputs = page.locator('fieldset').nth(2).locator('input');
    await page.locator('fieldset').first().locator('input').first().evaluate((input) => input.click());
    await page.waitForTimeout(300);  // what is said about saving has been said
    const first = await written(page, () => inputs.nth(1).evaluate((input) => input.click()));
    const again = await written(page, () => inputs.nth(2).evaluate((input) => input.click()));
    // A first answer: how many are done, the bar, and the time that is left; a change of mind: nothing but the radio itself.
    assert.ok(first.length >= 2 && first.length <= 8, first.join('\n'));
    for (const what of first) assert.match(what, /(?:span|progress)\.(?:meta)?$/, `an answer touched ${what}`);
    assert.deepEqual(again, []);
    assert.ok(await inputs.nth(2).isChecked());
    await page.done();
  });
}
