// The main job: from the intro to the result, by keyboard alone and by mouse, in both skins, to the bytes of the command line.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, keyboard, mouse, press, ready, sameText, scored, skins, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser({ asPeopleHaveIt: true });
const profiles = new Map();

for (const skin of skins) {
  for (const [means, actions] of Object.entries({ keyboard, mouse })) {
    test(`${means} alone, ${skin} skin, gives the result of the command line`, async () => {
      const page = await ready(await visit(used, { skin }), skin);
      const loaded = page.seen.requests.length;
      assert.equal(await api(page, 'profile'), null, 'a result before the end');
      const questions = await takeAssessment(page, actions);
      assert.ok(questions >= 30, `${questions} questions`);
      assert.equal(await api(page, 'skin'), skin);
      const profile = await api(page, 'profile');
      sameText(profile, scored(await api(page, 'response')));
      profiles.set(`${means} ${skin}`, profile);

      // Nothing leaves: no request after the page was there, and those before carry nothing.
      assert.deepEqual(page.seen.requests.slice(loaded), []);
      for (const { url, method, body } of page.seen.requests) {
        assert.ok(url.startsWith(used.address) && method === 'GET' && !body, url);
      }
      await page.done();
    });
  }
}

test('every way leads to the same result', () => {
  assert.equal(profiles.size, 4);
  assert.equal(new Set(profiles.values()).size, 1);
});

test('going back keeps every answer, the review leads to any page, and no answer is not a zero', async () => {
  const page = await ready(await visit(used));
  const second = page.locator('fieldset').first().locator('input').nth(1);
  await mouse.press(page);
  await mouse.choose(page, page.locator('fieldset').first().locator('input'), 1);
  await mouse.press(page);
  await press(page, '← Back');
  assert.ok(await second.isChecked());
  while (await page.locator('.review_row').count() === 0) await mouse.press(page);
  await page.locator('.review_row button').first().click();
  assert.ok(await second.isChecked());
  await press(page, 'Done');
  await press(page, 'See the result');
  assert.equal(JSON.parse(await api(page, 'profile')).index.value, null);
  assert.deepEqual(Object.keys((await api(page, 'response')).answers), ['size']);
  await page.done();
});
