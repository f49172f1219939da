// A frame whose browser keeps nothing for it says so; the page around may keep its draft, when it says that it will, and
// nothing else.

import test from 'node:test';
import assert from 'node:assert/strict';
import { useBrowser } from './browser.mjs';
import { ask, host } from './frames.mjs';
import { byScript } from './visitor.mjs';

const used = useBrowser();

async function answerOne({ frame }) {
  await byScript.press(frame);
  await frame.locator('fieldset').first().waitFor({ state: 'attached' });
  await byScript.choose(frame, frame.locator('fieldset').first().locator('input'), 1);
}

test('in a sandbox without an origin the assessment works and says that nothing is saved', async () => {
  const page = await host(used, { body: '<velocity-gap-frame sandbox></velocity-gap-frame>' });
  assert.equal(await page.frame.evaluate(() => self.origin), 'null');
  await answerOne(page);
  await page.frame.waitForFunction(() => /^Not saved/.test(document.querySelector('velocity-gap-assessment').shadowRoot.querySelector('.saved').textContent));
  assert.equal(Object.keys(JSON.parse(await ask(page, 'export', 'answers')).answers).length, 1);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.done();
});

// What the page around answers to one message of the frame's.
const asked = (page, message) => page.element.evaluate((element, given) => new Promise((done) => {
  element.store(given, { postMessage: done });
}), message);

test('embed-store.js keeps only what it is asked to keep, under names of its own, and so much of it', async () => {
  const page = await host(used, { body: '<velocity-gap-frame store></velocity-gap-frame>' });
  await page.waitForFunction(() => document.querySelector('velocity-gap-frame').store);
  await page.evaluate(() => localStorage.setItem('secret', 'of the page'));
  const key = 'velocity-gap/leadership-pipeline/a';
  const said = (one) => asked(page, { vg: 1, type: 'store', id: 1, key, ...one });
  assert.deepEqual(await said({ op: 'get' }), { vg: 1, type: 'store', id: 1, ok: true, value: null });
  assert.equal((await said({ op: 'set', value: 'kept' })).ok, true);
  assert.equal((await said({ op: 'get' })).value, 'kept');
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).sort()), ['secret', `velocity-gap-frame/${key}`]);
  for (const wrong of [{ op: 'get', key: 'secret' }, { op: 'get', key: '../secret' }, { op: 'get', key: null }, { op: 'get', key: ['velocity-gap/x'] }, { op: 'clear' }, { op: 'constructor' }, { op: '__proto__' },
    { op: 'set', value: 'x'.repeat(200_000) }, { op: 'set', value: { toString: 1 } }, { op: 'set', key: `velocity-gap/${'x'.repeat(1000)}`, value: 'x' }]) {
    assert.equal((await said(wrong)).ok, false, JSON.stringify(wrong).slice(0, 80));
  }
  const many = [];
  for (let at = 0; at < 40; ++at) many.push((await said({ op: 'set', key: `velocity-gap/many/${at}`, value: 'x' })).ok);
  assert.equal(many.filter(Boolean).length, 23);
  assert.equal((await said({ op: 'remove' })).ok, true);
  assert.equal((await said({ op: 'get' })).value, null);
  assert.equal(await page.evaluate(() => localStorage.getItem('secret')), 'of the page');
  await page.element.evaluate((element) => element.removeAttribute('store'));
  assert.equal((await said({ op: 'get' })).ok, false, 'not opted in');
  await page.done();
});

test('in a sandbox, with a page around that keeps it, the draft is saved and found again', async () => {
  const page = await host(used, { body: '<velocity-gap-frame sandbox store></velocity-gap-frame>' });
  await answerOne(page);
  await page.frame.waitForFunction(() => /^Saved/.test(document.querySelector('velocity-gap-assessment').shadowRoot.querySelector('.saved').textContent));
  assert.ok(await page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith('velocity-gap-frame/velocity-gap/leadership-pipeline'))));
  await page.reload();
  await page.frameLocator('iframe').getByRole('button', { name: 'Go on where you were' }).waitFor();
  await page.done();
});
