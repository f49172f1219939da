// Twenty assessments on one page: more than a browser gives WebGL contexts to. Each stays usable, in one skin or the
// other, and none reaches into its neighbour.

import test from 'node:test';
import assert from 'node:assert/strict';
import { settled, useBrowser } from './browser.mjs';

const used = useBrowser();
const count = 20;

test('twenty assessments on one page are all usable', async () => {
  const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
  const boxes = Array.from({ length: count }, (_, at) => `<div class="vg" id="a${at}"></div>`).join('');
  await context.route('**/many.html', (route) => route.fulfill({
    contentType: 'text/html',
    body: `<!doctype html><html lang="en"><title>Many</title><link rel="stylesheet" href="style.css">${boxes}</html>`,
  }));
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${used.address}many.html`);
  await page.evaluate(async () => {
    const { mount } = await import('./main.js');
    await Promise.all([...document.querySelectorAll('.vg')].map((root) => mount(root, { instrument: 'leadership-pipeline', skin: 'canvas', keeps: false })));
  });
  assert.equal(await page.title(), 'Many', 'an element among others renamed the page');
  for (let at = 0; at < count; ++at) {
    const own = page.locator(`#a${at}`);
    await own.scrollIntoViewIfNeeded();
    await own.locator('button.primary').click();
    await settled(page);
    const first = own.locator('fieldset').first();
    await first.locator('label').nth(at % 3).click({ position: { x: 24, y: 20 } });
    assert.equal(await first.locator('input').nth(at % 3).isChecked(), true);
  }
  await settled(page);
  const states = await page.evaluate(() => [...document.querySelectorAll('.vg')].map((root) => ({
    answers: root.velocityGap.response().answers,
    checked: [...root.querySelectorAll('input:checked')].length,
    skin: root.velocityGap.skin(),
    readable: root.classList.contains('canvas') === (getComputedStyle(root.querySelector('h1')).color === 'rgba(0, 0, 0, 0)'),
  })));
  states.forEach(({ answers, checked, readable }, at) => {
    assert.deepEqual([Object.values(answers), checked, readable], [[['up_to_10', 'from_11', 'from_26'][at % 3]], 1, true], `assessment ${at}`);
  });
  const skins = states.map(({ skin }) => skin);
  assert.ok(skins.filter((skin) => skin === 'canvas').length <= 16, 'more contexts than a browser gives');
  assert.ok(skins.includes('canvas'), 'none is painted');
  const names = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
  assert.equal(new Set(names).size, names.length, 'two elements share an id');
  assert.deepEqual(errors, []);
  await context.close();
});
