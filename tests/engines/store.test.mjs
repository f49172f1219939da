// Keeping, finding again and erasing in Firefox and WebKit: both stores hold the answers, either alone gives them back,
// and after erasing neither holds any.

import test from 'node:test';
import assert from 'node:assert/strict';
import { kept, replace, slotsOf } from '../browser/kept.mjs';
import { drivers, ready, until, visit } from './engines.mjs';

const answers = (engine) => engine.run(() => document.querySelector('#velocity-gap').velocityGap.response().answers);
const click = (engine, words) => engine.run((label) => {
  [...document.querySelectorAll('#velocity-gap button')].find((button) => button.textContent.trim() === label).click();
}, words);
const hasButton = (engine, words) => until(engine, (label) => [...document.querySelectorAll('#velocity-gap button')].some((button) => button.textContent.trim() === label), words);

async function open(engine, address) {
  await engine.go('about:blank');
  await engine.go(address);
  await ready(engine, 'document');
}

for (const [name, driver] of Object.entries(drivers)) {
  test(`${name}: kept in both stores, found in either, erased from both`, () => visit(driver, { webgl: false }, async (engine, address) => {
    await ready(engine, 'document');
    await click(engine, 'Start');
    await until(engine, () => document.querySelector('#velocity-gap fieldset') !== null);
    for (const group of [0, 1, 2]) {
      await engine.run((at) => document.querySelectorAll('#velocity-gap fieldset')[at].querySelector('input').click(), group);
      await until(engine, (count) => Object.keys(document.querySelector('#velocity-gap').velocityGap.response().answers).length === count, group + 1);
    }
    await until(engine, () => document.querySelector('#velocity-gap .saved').textContent.startsWith('Saved'));
    const given = await answers(engine);
    let both;
    for (const end = Date.now() + 20_000; ;) {
      both = await engine.run(kept);
      if (slotsOf(both.indexed)[0]?.packed === slotsOf(both.local)[0]?.packed) break;
      assert.ok(Date.now() < end, JSON.stringify(both));
    }
    for (const only of [both, { local: {}, indexed: both.indexed }, { local: both.local, indexed: {} }]) {
      await engine.run(replace, only);
      await open(engine, address);
      await hasButton(engine, 'Go on where you were');
      await click(engine, 'Go on where you were');
      await until(engine, () => document.querySelector('#velocity-gap fieldset') !== null);
      assert.deepEqual(await answers(engine), given);
    }
    await click(engine, 'Erase my answers');
    await hasButton(engine, 'Erase them');
    await click(engine, 'Erase them');
    await hasButton(engine, 'Start');
    await until(engine, () => Object.keys(localStorage).every((key) => /^velocity-gap\/(skin|locale)$/.test(key)));
    assert.deepEqual((await engine.run(kept)).indexed, {});
    await open(engine, address);
    await hasButton(engine, 'Start');
  }));
}
