// Nothing answered is lost: reload, a crashed page, a torn write, a store that is blocked; and what is erased is gone.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, heading, mouse, press, ready, settled, useBrowser, visit } from './browser.mjs';

const used = useBrowser();
const key = 'velocity-gap/leadership-pipeline/';

async function answerThree(page) {
  await mouse.press(page);
  for (const group of [0, 1, 2]) await mouse.choose(page, page.locator('fieldset').nth(group).locator('input'), group);
  return (await api(page, 'response')).answers;
}

async function resume(page) {
  await ready(page);
  await press(page, 'Go on where you were');
  await settled(page);
}

test('a reload in the middle goes on where it was', async () => {
  const page = await ready(await visit(used));
  const given = await answerThree(page);
  assert.equal(Object.keys(given).length, 3);
  await mouse.press(page);
  const title = await heading(page);
  await page.reload();
  await resume(page);
  assert.equal(await heading(page), title);
  assert.deepEqual((await api(page, 'response')).answers, given);
  await page.done();
});

test('a page killed right after an answer keeps it', async () => {
  const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
  for (let round = 0; round < 6; ++round) {
    const page = await ready(await visit(used, { context }));
    if (round === 0) await mouse.press(page);
    else await resume(page);
    assert.equal(Object.keys((await api(page, 'response')).answers).length, round);
    await mouse.choose(page, page.locator('fieldset').nth(round).locator('input'), 1);
    const session = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    session.send('Page.crash').catch(() => {});
    await crashed;
    await page.close();
  }
  await context.close();
});

test('a torn or edited slot leaves the one before it', async () => {
  const context = await used.browser.newContext();
  const page = await ready(await visit(used, { context }));
  await answerThree(page);
  const numbers = await page.evaluate((start) => ['a', 'b'].map((slot) => Number(localStorage.getItem(start + slot).split(' ')[0])), key);
  const newest = numbers[0] > numbers[1] ? 'a' : 'b';
  await page.evaluate((name) => localStorage.setItem(name, localStorage.getItem(name).slice(0, -9)), key + newest);
  await page.reload();
  await resume(page);
  assert.equal(Object.keys((await api(page, 'response')).answers).length, 2);
  // Foreign texts in both slots are no draft at all.
  await page.evaluate((start) => ['a', 'b'].forEach((slot) => localStorage.setItem(start + slot, '<b>1 2 3</b>')), key);
  await page.reload();
  await ready(page);
  assert.equal(await page.getByRole('button', { name: 'Go on where you were' }).count(), 0);
  await page.done();
  await context.close();
});

test('the page says once that answers are saved, and that they are not when the store is blocked', async () => {
  const page = await ready(await visit(used));
  await answerThree(page);
  assert.equal(await page.locator('.saved').textContent(), 'Saved in this browser');
  await page.done();
  for (const init of [
    () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
    () => { Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } }); },
    () => { Storage.prototype.setItem = () => {}; },
  ]) {
    const blocked = await ready(await visit(used, { init }));
    const given = await answerThree(blocked);
    assert.equal(Object.keys(given).length, 3);
    assert.match(await blocked.locator('.saved').textContent(), /^Not saved/);
    await blocked.done();
  }
});

test('erasing removes every answer from the browser', async () => {
  const page = await ready(await visit(used));
  await answerThree(page);
  await press(page, 'Erase my answers');
  await press(page, 'Keep them');
  assert.equal(Object.keys((await api(page, 'response')).answers).length, 3);
  await press(page, 'Erase my answers');
  await press(page, 'Erase them');
  await settled(page);
  assert.deepEqual((await api(page, 'response')).answers, {});
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((name) => name !== 'velocity-gap/skin')), []);
  await page.reload();
  await ready(page);
  assert.equal(await page.getByRole('button', { name: 'Go on where you were' }).count(), 0);
  await page.done();
});
