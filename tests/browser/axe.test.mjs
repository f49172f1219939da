// axe finds nothing in any state, in both skins, light, dark, with more contrast and in forced colours, at a phone's and
// a desk's width; and what axe cannot decide by itself is decided here, with the reason.
//
// In the canvas skin the text is transparent over what the canvas painted, so axe cannot see its contrast there;
// the same tokens colour the document skin, where it does.

import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, onlyContrast } from './audits.mjs';
import { ready, settled, useBrowser, visit } from './browser.mjs';
import { decodePng, luminance } from './contrast.mjs';
import { everyState } from './states.mjs';
import { byScript } from './visitor.mjs';

const used = useBrowser();
// What axe leaves open: the rule, what it says about the element, and why it is right as it is.
const explained = [
  { rule: 'color-contrast', says: /equalRatio/, element: /class="primary"/, forcedColors: 'active',
    why: 'axe takes the tokens, which forced colours replace by ButtonText on ButtonFace: measured in the last test of this file' },
];

// Colours change nothing but contrast: with others only that is looked at, and the canvas, where it cannot be, has one.
const settings = [
  { skin: 'document', colorScheme: 'light', width: 360 },
  { skin: 'document', colorScheme: 'dark', width: 1280 },
  { skin: 'canvas', colorScheme: 'dark', width: 360 },
  { skin: 'document', forcedColors: 'active', width: 760 },
  { skin: 'document', contrast: 'more', colorScheme: 'dark', width: 760 },
];

const seen = new Set();
for (const setting of settings) {
  test(`${Object.values(setting).join(', ')} px: no violation in any state`, async () => {
    const wrong = new Set();
    const states = [];
    await everyState(used, { ...setting, act: byScript }, async (name, page) => {
      states.push(name);
      const { violations, incomplete, passes } = await axe(page, setting);
      assert.ok(passes >= (onlyContrast(setting) ? 1 : 15), `${name}: only ${passes} rules had something to look at`);
      for (const { id, html, says } of violations) wrong.add(`${name}: ${id}: ${says}: ${html.slice(0, 160)}`);
      for (const { id, html, says } of incomplete) {
        const reason = explained.find((one) => one.rule === id && one.forcedColors === setting.forcedColors && one.says.test(says) && one.element.test(html));
        if (reason) seen.add(reason);
        else wrong.add(`${name}: ${id} is left open: ${says}: ${html.slice(0, 160)}`);
      }
    });
    assert.ok(states.length >= 20, `${states.length} states`);
    assert.deepEqual([...wrong], []);
  });
}

test('in forced colours the words of the main button are read on it', async () => {
  const page = await ready(await visit(used, { skin: 'document', forcedColors: 'active' }), 'document');
  for (const over of [false, true]) {
    if (over) await page.locator('button.primary').hover();
    await settled(page);
    const image = decodePng(await page.locator('button.primary').screenshot());
    const middle = Array.from({ length: image.width - 40 }, (_, x) => Array.from({ length: image.height - 20 }, (__, y) => luminance(image.at(x + 20, y + 10)))).flat();
    const ratio = (Math.max(...middle) + 0.05) / (Math.min(...middle) + 0.05);
    assert.ok(ratio >= 7, `the words stand out by ${ratio.toFixed(1)}${over ? ' under the mouse' : ''}`);
  }
  await page.done();
});

test('every explanation still explains something', () => {
  assert.deepEqual(explained.filter((one) => !seen.has(one)).map(({ rule }) => rule), []);
});
