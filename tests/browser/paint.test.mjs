// Painting only what changed leaves the same pixels as painting everything; colours are those of the tokens.

import test from 'node:test';
import assert from 'node:assert/strict';
import { mouse, press, ready, settled, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser();

const pixels = (page) => page.evaluate(() => document.querySelector('#velocity-gap > canvas').toDataURL());

// Everything again: a change of theme and back repaints the whole tile where it is.
async function repainted(page) {
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
  }
  return pixels(page);
}

for (const deviceScaleFactor of [1, 1.25, 2]) {
  test(`density ${deviceScaleFactor}: a partial repaint equals a full one`, async () => {
    const page = await ready(await visit(used, { deviceScaleFactor, width: 760, height: 800 }));
    await mouse.press(page);
    await settled(page);
    const steps = [
      () => mouse.choose(page, page.locator('fieldset').nth(0).locator('input'), 1),
      () => mouse.choose(page, page.locator('fieldset').nth(0).locator('input'), 3),
      () => mouse.choose(page, page.locator('fieldset').nth(1).locator('input'), 0),
      () => page.locator('label.option').nth(4).hover(),
      () => page.locator('button.primary').hover(),
      () => page.mouse.move(2, 2),
    ];
    for (const [at, step] of steps.entries()) {
      await step();
      await page.mouse.move(2, 2);
      await settled(page);
      const partial = await pixels(page);
      assert.ok(partial === await repainted(page), `step ${at} left something behind`);
    }
    await page.done();
  });
}

test('hovering paints only what is hovered, and leaves no trace', async () => {
  const page = await ready(await visit(used));
  await mouse.press(page);
  await page.mouse.move(2, 2);
  await settled(page);
  const before = await pixels(page);
  await page.locator('label.option').nth(2).hover();
  await settled(page);
  assert.notEqual(await pixels(page), before, 'nothing shows that it is hovered');
  await page.mouse.move(2, 2);
  await settled(page);
  assert.ok(await pixels(page) === before, 'a trace is left');
  await page.done();
});

test('light and dark are painted in their tokens, and follow the system', async () => {
  const page = await ready(await visit(used, { colorScheme: 'light' }));
  const corner = () => page.evaluate(() => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    context.drawImage(document.querySelector('#velocity-gap > canvas'), 0, 0);
    return [...context.getImageData(3, 3, 1, 1).data];
  });
  assert.deepEqual(await corner(), [0xfb, 0xfa, 0xf7, 255]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  assert.deepEqual(await corner(), [0x14, 0x17, 0x1a, 255]);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), 'rgb(20, 23, 26)');
  await page.done();
});

test('opening and closing on the result leaves the pixels it had', async () => {
  const page = await ready(await visit(used, { height: 1400 }));
  await takeAssessment(page, { ...mouse, answer: (question, count) => question % count });
  // Once before, so that the texture holds every letter: after it has grown, the GPU rounds some pixels by one level.
  await page.getByRole('button', { name: 'Show as a table' }).first().click();
  await press(page, 'Hide the table');
  await page.mouse.move(2, 2);
  await settled(page);
  const before = await pixels(page);
  await page.getByRole('button', { name: 'Show as a table' }).first().click();
  await page.mouse.move(2, 2);
  await settled(page);
  assert.ok(await pixels(page) === await repainted(page));
  await press(page, 'Hide the table');
  await page.mouse.move(2, 2);
  await settled(page);
  assert.ok(await pixels(page) === before);
  await page.done();
});
