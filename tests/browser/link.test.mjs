// Answers travel at the end of an address: copied on the result page, offered on the intro, never sent to a server.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, heading, keepCopies, mouse, press, ready, sameText, settled, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser();
const open = 'Open these answers';

async function copied(page) {
  await press(page, 'Copy a link');
  await page.waitForFunction(() => /The link is/.test(document.querySelector('main').textContent));
  return page.evaluate(() => window.copied);
}

test('a link brings the same result to another browser, in at most 64 characters', async () => {
  const page = await ready(await visit(used, { init: keepCopies }));
  await takeAssessment(page, mouse);
  const address = await copied(page);
  const fragment = new URL(address).hash;
  assert.ok(fragment.length <= 64, fragment);
  assert.match(await page.locator('main').innerText(), /whoever has it can see them/);
  const profile = await api(page, 'profile');
  await page.done();

  const other = await ready(await visit(used, { query: fragment }));
  await press(other, open);
  assert.equal(await heading(other), 'Before you see the result');
  await mouse.press(other);
  sameText(await api(other, 'profile'), profile);
  for (const { url } of other.seen.requests) assert.ok(!url.includes(fragment.slice(1)), url);
  // It is a draft like any other now, and erasing takes it out of the address as well.
  await press(other, 'Erase my answers');
  await press(other, 'Erase them');
  await settled(other);
  assert.equal(await other.evaluate(() => location.hash), '');
  assert.equal(await other.getByRole('button', { name: open }).count(), 0);
  await other.done();
});

test('a link opened over a draft asks first, and either can be chosen', async () => {
  const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
  const page = await ready(await visit(used, { context, init: keepCopies }));
  await takeAssessment(page, mouse);
  const address = await copied(page);
  await page.getByRole('button', { name: 'Change my answers' }).click();
  await page.locator('.review_row button').first().click();
  await mouse.choose(page, page.locator('fieldset').first().locator('input'), 4);
  const mine = await api(page, 'response');
  await page.evaluate((hash) => { location.hash = hash; }, new URL(address).hash);
  await page.waitForSelector('text=replaces those that are saved');
  await ready(page);
  await press(page, 'Go on where you were');
  assert.deepEqual(await api(page, 'response'), mine, 'the draft was replaced unasked');
  await page.reload();
  await ready(page);
  await press(page, open);
  assert.notDeepEqual(await api(page, 'response'), mine);
  await page.done();
  await context.close();
});

test('an altered link is refused politely, whatever it holds', async () => {
  for (const fragment of ['AQAAAAAAAAAA', '', '%00', '<img src=x onerror=alert(1)>', 'A'.repeat(2_000_000)]) {
    const page = await ready(await visit(used, { skin: 'document' }), 'document');
    await page.evaluate((answers) => { location.hash = `vg=${answers}`; }, fragment);
    await page.waitForSelector('text=cannot be opened');
    assert.match(await page.locator('.card li').innerText(), /cut off or was altered/);
    assert.equal(await page.getByRole('button', { name: open }).count(), 0);
    assert.equal(await page.locator('main img').count(), 0);
    await press(page, 'Start');
    await page.done();
  }
});

test('where the clipboard is closed the link is in the address bar', async () => {
  const page = await ready(await visit(used, { init: () => { Object.defineProperty(navigator, 'clipboard', { value: undefined }); } }));
  await takeAssessment(page, mouse);
  await copied(page);
  assert.match(await page.evaluate(() => location.hash), /^#vg=[\w-]{20,60}$/);
  assert.match(await page.locator('main').innerText(), /in the address bar/);
  await page.done();
});
