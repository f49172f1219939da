// A draft of another version is refused with its sentence, and handed out as it was: nothing is lost.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { drafts } from '../../shell/storage.mjs';
import { api, heading, mouse, press, ready, settled, useBrowser, visit } from './browser.mjs';

const used = useBrowser();

// What the browser's store holds after this draft was written to it.
function stored(draft) {
  const kept = {};
  const store = {
    getItem: (key) => kept[key] ?? null,
    setItem: (key, value) => { kept[key] = value; },
    removeItem: (key) => { delete kept[key]; },
  };
  drafts(store, 'leadership-pipeline').write(draft);
  return kept;
}

test('a draft of another version is named, offered as a file, and survives a new one', async () => {
  const context = await used.browser.newContext();
  const page = await ready(await visit(used, { context }));
  await mouse.press(page);
  await mouse.choose(page, page.locator('fieldset').first().locator('input'), 1);
  const old = (await api(page, 'draft')).replace('"version":"1.0.0"', '"version":"0.9.0"');
  await page.evaluate((items) => {
    localStorage.clear();
    for (const [key, value] of Object.entries(items)) localStorage.setItem(key, value);
  }, stored(old));

  for (const round of ['found in its slot', 'kept aside after a new draft was begun and erased from its slot']) {
    await page.reload();
    await ready(page);
    assert.match(await page.locator('main').textContent(), /cannot be opened here/, round);
    assert.match(await page.locator('main').textContent(), /0\.9\.0/, 'the sentence names the version');
    const coming = page.waitForEvent('download');
    await press(page, 'Save them as a file');
    const file = await (await coming).path();
    assert.equal(readFileSync(file, 'utf8'), old, round);
    await page.evaluate(() => Object.keys(localStorage).filter((key) => /\/[ab]$/.test(key)).forEach((key) => localStorage.removeItem(key)));
  }
  await press(page, 'Start');
  await settled(page);
  assert.equal(await heading(page), 'Your context');
  await context.close();
});
