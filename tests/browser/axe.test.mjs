// axe finds nothing on any screen, in both skins, light and dark, at a phone's and a desk's width.
//
// In the canvas skin the text is transparent over what the canvas painted, so axe cannot see its contrast there;
// the same tokens colour the document skin, where it does.

import test from 'node:test';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { mouse, press, ready, settled, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

async function violations(page, skin) {
  await settled(page);
  const options = skin === 'canvas' ? { ...rules, rules: { 'color-contrast': { enabled: false } } } : rules;
  const { violations: found } = await page.evaluate((given) => window.axe.run(document, given), options);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).slice(0, 3).join(' | ')}`);
}

for (const [skin, colorScheme, width] of [['canvas', 'light', 760], ['document', 'light', 360], ['document', 'dark', 1280], ['canvas', 'dark', 360]]) {
  test(`${skin} skin, ${colorScheme}, ${width} px: no violation on any screen`, async () => {
    const page = await ready(await visit(used, { skin, colorScheme, width }), skin);
    await page.evaluate(axe);
    const found = [];
    const look = async (title) => found.push(...(await violations(page, skin)).map((what) => `${title}: ${what}`));
    let screens = 0;
    await takeAssessment(page, { ...mouse, answer: (question, count) => (question % 5 === 4 ? count - 1 : question % count), screen: async (title) => {
      screens += 1;
      await look(title);
    } });
    assert.ok(screens >= 12, `${screens} screens`);
    while (await page.locator('button[aria-expanded=false]').count()) await page.locator('button[aria-expanded=false]').first().press('Enter');
    await look('everything open');
    await page.reload();
    await ready(page, skin);
    await page.evaluate(axe);
    await look('resume');
    await press(page, 'Erase my answers');
    await look('erase');
    assert.deepEqual(found, []);
    await page.done();
  });
}
