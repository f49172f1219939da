// One assessment in two tabs: what is answered in one is in the other, neither is written over, both are told.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, heading, press, ready, settled, useBrowser, visit } from './browser.mjs';
import { kept, slotsOf } from './kept.mjs';

const used = useBrowser();

async function open(context, resume = true) {
  const page = await ready(await visit(used, { context, skin: 'document' }), 'document');
  if (resume) await page.locator('button.primary').click();
  await settled(page);
  return page;
}
const choose = (page, group, answer) => page.evaluate(([at, which]) => {
  document.querySelectorAll('#velocity-gap fieldset')[at].querySelectorAll('input')[which].click();
}, [group, answer]);
const given = (page) => api(page, 'response').then((response) => response.answers);
const countBecomes = (page, count) => page.waitForFunction((wanted) => Object.keys(document.querySelector('#velocity-gap').velocityGap.response().answers).length === wanted, count);
const elsewhere = (page) => page.locator('footer').textContent();

test('in turn: each sees the other\'s answers and stays where it is', async () => {
  const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
  const one = await open(context);
  await choose(one, 0, 0);
  const other = await open(context);
  await countBecomes(other, 1);
  await other.locator('button.primary').click();
  await settled(other);
  const title = await heading(other);
  await choose(one, 1, 1);
  await countBecomes(other, 2);
  assert.equal(await heading(other), title);
  assert.match(await elsewhere(other), /open in another tab too/);
  await choose(other, 0, 2);
  await countBecomes(one, 3);
  assert.deepEqual(await given(one), await given(other));
  assert.ok(await one.locator('fieldset').nth(1).locator('input').nth(1).isChecked());
  await one.done();
  await other.done();
  await context.close();
});

test('at the same moment, ten times: every answer is kept in both and in the store', async () => {
  const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
  const [one, other] = [await open(context), await open(context)];
  const groups = await one.locator('fieldset').count();
  for (let round = 0; round < 10; ++round) {
    const at = round % groups;
    const beside = (round + 1) % groups;
    await Promise.all([choose(one, at, round % 3), choose(other, beside, (round + 1) % 3)]);
    await one.waitForFunction((theirs) => JSON.stringify(document.querySelector('#velocity-gap').velocityGap.response().answers) === theirs,
      await (async () => {
        for (const end = Date.now() + 10_000; ;) {
          const [mine, theirs] = [await given(one), await given(other)];
          if (JSON.stringify(mine) === JSON.stringify(theirs) && Object.keys(mine).length === Math.min(groups, round + 2)) return JSON.stringify(mine);
          assert.ok(Date.now() < end, `${JSON.stringify(mine)} ${JSON.stringify(theirs)}`);
        }
      })());
  }
  const { local } = await one.evaluate(kept);
  assert.deepEqual(JSON.parse(slotsOf(local)[0].version.text).response.answers, await given(one));
  await one.done();
  await other.done();
  await context.close();
});

test('another tab on the intro offers what is answered here', async () => {
  const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
  const waiting = await open(context, false);
  const one = await open(context);
  await choose(one, 0, 1);
  await waiting.getByRole('button', { name: 'Go on where you were' }).waitFor();
  await press(waiting, 'Go on where you were');
  await settled(waiting);
  assert.deepEqual(await given(waiting), await given(one));
  await one.done();
  await waiting.done();
  await context.close();
});

test('erased in one tab, the other begins anew and brings nothing back', async () => {
  const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
  const [one, other] = [await open(context), await open(context)];
  await choose(one, 0, 0);
  await countBecomes(other, 1);
  await press(one, 'Erase my answers');
  await press(one, 'Erase them');
  await other.getByRole('button', { name: 'Start' }).waitFor();
  assert.deepEqual(await given(other), {});
  await settled(other);
  const { local, indexed } = await other.evaluate(kept);
  assert.deepEqual([slotsOf(local), slotsOf(indexed)], [[], []]);
  await one.done();
  await other.done();
  await context.close();
});
