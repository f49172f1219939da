// A draft of another version is refused with its sentence, and handed out as it was: nothing is lost.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pack } from '../../shell/store/slot.mjs';
import { api, heading, mouse, press, ready, settled, useBrowser, visit } from './browser.mjs';
import { kept, replace } from './kept.mjs';

const used = useBrowser();

const key = 'velocity-gap/leadership-pipeline/a';

test('a draft of another version is named, offered as a file, and survives a new one', async () => {
  const context = await used.browser.newContext();
  const page = await ready(await visit(used, { context }));
  await mouse.press(page);
  await mouse.choose(page, page.locator('fieldset').first().locator('input'), 1);
  const old = (await api(page, 'draft')).replace('"version":"1.0.0"', '"version":"0.9.0"');
  const version = { sequence: 7, time: 7, writer: 'w', base: '', root: '', text: old };
  await page.evaluate(replace, { local: {}, indexed: { [key]: pack(version) } });

  for (const round of ['found in its slot', 'kept aside after a new draft was begun and erased from its slot']) {
    await page.reload();
    await ready(page);
    assert.match(await page.locator('main').textContent(), /cannot be opened here/, round);
    assert.match(await page.locator('main').textContent(), /0\.9\.0/, 'the sentence names the version');
    const coming = page.waitForEvent('download');
    await press(page, 'Save them as a file');
    const file = await (await coming).path();
    assert.equal(readFileSync(file, 'utf8'), old, round);
    const { local } = await page.evaluate(kept);
    await page.evaluate(replace, { local: Object.fromEntries(Object.entries(local).filter(([name]) => !/\/[ab]$/.test(name))), indexed: {} });
  }
  await press(page, 'Start');
  await settled(page);
  assert.equal(await heading(page), 'Your context');
  await context.close();
});
