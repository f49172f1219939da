// Where the keyboard is can be seen: around every control in both skins, light, dark and with more contrast, the ring is
// at least 2 px thick on each side, at least 3:1 against what was there before, whole in the window, and never covered.

import test from 'node:test';
import assert from 'node:assert/strict';
import { everyRing } from './audits.mjs';
import { mouse, ready, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser();
const tall = 620;

const settings = [
  { skin: 'canvas', colorScheme: 'light', width: 760 }, { skin: 'canvas', colorScheme: 'dark', width: 320 },
  { skin: 'document', colorScheme: 'light', width: 320 }, { skin: 'document', colorScheme: 'dark', width: 760 },
  { skin: 'document', colorScheme: 'light', contrast: 'more', width: 760 }, { skin: 'document', forcedColors: 'active', width: 760 },
];
for (const setting of settings) {
  test(`${Object.values(setting).join(', ')} px: every control shows that it has the focus`, async () => {
    const page = await ready(await visit(used, { ...setting, height: tall }), setting.skin);
    const all = new Set();
    let screens = 0;
    await takeAssessment(page, { ...mouse, answer: (question, count) => (question === 1 ? count - 1 : question % 9 === 8 ? -1 : question % count), screen: async (title, step) => {
      if (![0, 1, 2].includes(step) && !await page.locator('.review_row,.hero').count()) return;
      screens += 1;
      const kinds = new Map();
      await page.mouse.move(1, 1);
      await everyRing(page, kinds, title);
      for (const kind of kinds.keys()) all.add(kind);
    } });
    assert.equal(screens, 5);
    for (const kind of ['option', 'primary', 'plain', 'secondary', 'linklike']) assert.ok(all.has(kind), `${kind} was not met`);
    await page.done();
  });
}
