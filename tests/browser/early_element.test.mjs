// The first screens in an element on a stranger's page: answered before the engine, taken off the page and put back, and told
// to the page when the engine has come.

import test from 'node:test';
import assert from 'node:assert/strict';
import { frames, open, ready, responseOf, tag, useHost } from './strangers/host.mjs';

const used = useHost();
const module = '**/velocity-gap.wasm';

async function held() {
  const context = await used.browser.newContext({ viewport: { width: 900, height: 900 } });
  let letGo;
  const gone = new Promise((done) => { letGo = done; });
  await context.route(module, async (route) => {
    await gone;
    await route.continue().catch(() => {});
  });
  return { context, letGo };
}

const inside = (page, at, call, ...words) => page.evaluate(([wanted, place, code, given]) =>
  new Function('root', 'words', `return (${code})(root, ...words)`)(document.querySelectorAll(wanted)[place].shadowRoot.querySelector('.vg'), given), [tag, at, call.toString(), words]);
const stands = (page, at = 0) => page.waitForFunction(([wanted, place]) => document.querySelectorAll(wanted)[place]?.shadowRoot?.querySelector('.vg button.primary'), [tag, at]);
const press = (page, at = 0) => inside(page, at, (root) => root.querySelector('button.primary').click());
const choose = (page, at, group, wanted) => inside(page, at, (root, which, place) => root.querySelectorAll('fieldset')[which].querySelectorAll('input')[place].click(), group, wanted);
const checked = (page, at = 0) => inside(page, at, (root) => [...root.querySelectorAll('input')].flatMap((input, place) => (input.checked ? [place] : [])));

test('answered before the engine, taken off the page and put back, told to the page when it has come', async () => {
  const { context, letGo } = await held();
  const page = await open(used, { context, parts: { element: 'id="it" loading="eager"', inside: '<p>Wait</p>' } });
  await stands(page);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true, 'it took the focus by itself');
  assert.equal(await inside(page, 0, (root) => getComputedStyle(root.getRootNode().querySelector('slot:not([name])')).display === 'none' || root.getRootNode().querySelector('slot:not([name])').hidden), true, 'the page’s own words stand beside it');
  await press(page);
  await frames(page, 3);
  await choose(page, 0, 0, 1);
  await choose(page, 0, 2, 0);
  const before = await checked(page);
  assert.equal(before.length, 2);
  assert.deepEqual(await page.evaluate(() => window.told), []);

  await page.evaluate(async (wanted) => {
    const element = document.querySelector(wanted);
    element.remove();
    await new Promise((done) => { setTimeout(done, 50); });
    document.querySelector('main').append(element);
  }, tag);
  await stands(page);
  assert.deepEqual(await checked(page), before, 'put back, it stands as it was');
  await inside(page, 0, (root) => root.querySelector('input:checked').focus());

  letGo();
  await ready(page);
  await frames(page, 3);
  assert.deepEqual(await checked(page), before);
  assert.ok(await inside(page, 0, (root) => root.getRootNode().activeElement?.checked === true), 'the focus moved');
  const response = await responseOf(page);
  assert.equal(Object.keys(response.answers).length, 2);
  const told = await page.evaluate(() => window.told.filter(({ name }) => name !== 'vg-accent'));
  assert.deepEqual(told.map(({ name }) => name), ['vg-start', 'vg-answer', 'vg-answer', 'vg-progress', 'vg-ready']);
  assert.deepEqual(Object.fromEntries(told.filter(({ name }) => name === 'vg-answer').map(({ detail }) => [detail.question, detail.answer])), response.answers);
  await page.done();
  await context.close();
});

test('two of one instrument that are kept apart take each its own answers', async () => {
  const { context, letGo } = await held();
  const page = await open(used, { context, parts: { element: 'loading="eager"', close: `<${tag} loading="eager" draft="other"></${tag}>` } });
  for (const at of [0, 1]) {
    await stands(page, at);
    await press(page, at);
  }
  await choose(page, 0, 0, 1);
  await choose(page, 1, 0, 2);
  await choose(page, 1, 1, 0);
  const before = [await checked(page, 0), await checked(page, 1)];
  letGo();
  for (const at of [0, 1]) await page.waitForFunction(([wanted, place]) => document.querySelectorAll(wanted)[place].velocityGap, [tag, at]);
  await frames(page, 3);
  assert.deepEqual([await checked(page, 0), await checked(page, 1)], before);
  await page.done();
  await context.close();
});
