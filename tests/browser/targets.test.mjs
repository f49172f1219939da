// What is pressed is large enough: every control at least 24 by 24 px, answers and main buttons at least 44 px, in both
// skins, at a phone's and a desk's width, in every state.

import test from 'node:test';
import assert from 'node:assert/strict';
import { targets, tooSmall } from './audits.mjs';
import { settled, skins, useBrowser } from './browser.mjs';
import { everyState } from './states.mjs';
import { byScript } from './visitor.mjs';

const used = useBrowser();
for (const skin of skins) {
  test(`${skin} skin: every target, on a phone and on a desk`, async () => {
    const wrong = new Set();
    let seen = 0;
    let main = 0;
    await everyState(used, { skin, width: 760, height: 640, act: byScript }, async (name, page) => {
      for (const width of [320, 760]) {
        await page.setViewportSize({ width, height: 640 });
        await settled(page);
        const found = await targets(page);
        seen += found.length;
        main += found.filter((one) => one.main).length;
        for (const one of tooSmall(found)) wrong.add(`${name}, ${width} px: ${one.what}: ${one.width.toFixed(1)} × ${one.height.toFixed(1)} px`);
      }
    });
    assert.ok(seen > 400 && main > 300, `${seen} targets, ${main} of them answers and main buttons`);
    assert.deepEqual([...wrong], []);
  });
}

test('the rule sees what is too small', () => {
  const sample = [{ what: 'answer', main: true, width: 300, height: 43 }, { what: 'link', main: false, width: 23, height: 40 }, { what: 'fine', main: false, width: 24, height: 24 }];
  assert.deepEqual(tooSmall(sample).map(({ what }) => what), ['answer', 'link']);
});
