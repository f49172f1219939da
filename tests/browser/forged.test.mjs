// What is foreign: damaged files, hostile answers, and events that a script on the page has forged. Each is refused,
// kept as text, or ignored.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, ready, settled, skins, useBrowser, visit } from './browser.mjs';
import { byScript, layoutFaults, withEveryKind } from './visitor.mjs';

const used = useBrowser();

test('lone surrogates, NUL and names that are no ids: shown replaced, or refused with place and remedy; never a blank page', async () => {
  const cases = {
    'a lone surrogate in a text': ({ instrument, catalogue }) => ({ instrument, catalogue: catalogue.replace('Every kind of question', 'Every \\ud800 kind\\udfff') }),
    'NUL in a text': ({ instrument, catalogue }) => ({ instrument, catalogue: catalogue.replace('Every kind of question', 'Every \\u0000 kind') }),
    'markup for an id': ({ instrument, catalogue }) => ({ instrument: instrument.replace('"id": "note"', '"id": "<img src=x onerror=hacked=1>"'), catalogue }),
    '5,000 characters for an id': ({ instrument, catalogue }) => ({ instrument: instrument.replace('"id": "note"', `"id": "${'n'.repeat(5000)}"`), catalogue }),
    'a lone surrogate for an id': ({ instrument, catalogue }) => ({ instrument: instrument.replace('"id": "note"', '"id": "\\ud800"'), catalogue }),
    'a member named __proto__': ({ instrument, catalogue }) => ({ instrument: instrument.replace('"schema"', '"__proto__": {"hacked": 1}, "schema"'), catalogue }),
    '20,000 brackets': () => ({ instrument: '['.repeat(20000), catalogue: '{'.repeat(20000) }),
  };
  for (const [what, change] of Object.entries(cases)) {
    const context = await used.browser.newContext({ viewport: { width: 320, height: 700 } });
    await withEveryKind(context, change);
    const page = await visit(used, { context });
    await page.waitForSelector('main button, .vg-failure li');
    await settled(page);
    const shown = await page.evaluate(() => document.body.innerText);
    assert.ok(shown.length > 60, `${what}: ${shown}`);
    assert.ok(!/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|\0/.test(shown), what);
    assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), `${what}: too wide`);
    assert.equal(await page.evaluate(() => window.hacked ?? {}.hacked), undefined, what);
    assert.equal(await page.locator('#velocity-gap img').count(), 0);
    await page.done();
    await context.close();
  }
});

test('hostile answers are kept as text: in the field, the draft, the response and after a reload', async () => {
  const context = await used.browser.newContext({ viewport: { width: 320, height: 700 } });
  await withEveryKind(context, (texts) => ({ ...texts, instrument: texts.instrument.replace('"max_length": 80', '"max_length": 2000') }));
  const page = await ready(await visit(used, { context }));
  await byScript.press(page);
  await settled(page);
  const area = page.locator('textarea');
  for (const text of ['</textarea><script>hacked=1</script>', '\u202Eevil\u2066', '=cmd|"/c calc"!A1', 'a\u0000b', 'x'.repeat(5000), '{"answers":{}}\\', '\u200D👩\u200D👧', '\uD800 alone']) {
    await area.evaluate((field, value) => {
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
    await settled(page);
    const { answers } = await api(page, 'response');
    assert.ok(answers.note.length > 0 && answers.note.length <= 2001, `${text.slice(0, 20)}: ${answers.note?.length}`);
    assert.ok(!/[\u202A-\u202E\u2066-\u2069\0]/.test(answers.note), 'a control is kept that reorders or ends text');
    assert.deepEqual(await layoutFaults(page), []);
    await page.reload();
    await ready(page);
    await page.getByRole('button', { name: 'Go on where you were' }).click();
    await settled(page);
    assert.equal(await area.inputValue(), answers.note);
    assert.deepEqual((await api(page, 'response')).answers, answers);
  }
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  await page.done();
  await context.close();
});

// The compiled module, as a script on the page could get at it.
function catchModule() {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    if (made.exports?.vg_event) window.engineModule = made.exports;
    return made;
  };
}

test('forged elements, unknown ids and verbs change nothing', async () => {
  for (const skin of skins) {
    const page = await ready(await visit(used, { skin, init: catchModule }), skin);
    await byScript.press(page);
    await settled(page);
    await byScript.choose(page, page.locator('fieldset').first().locator('input'), 1);
    await settled(page);
    const state = () => page.evaluate(() => {
      const { velocityGap } = document.querySelector('#velocity-gap');
      velocityGap.setSkin(velocityGap.skin());  // a frame, so that what was sent is dealt with
      return { draft: velocityGap.draft(), html: document.querySelector('main').innerHTML.replace(/<i data-forged.*?<\/i>/gs, ''), screen: document.querySelector('h1').textContent };
    });
    const before = await state();

    const sent = await page.evaluate(() => {
      const module = window.engineModule;
      let calls = 0;
      const call = (id, verb, text) => {
        const bytes = new TextEncoder().encode(text);
        const address = module.malloc(bytes.length + 1);
        new Uint8Array(module.memory.buffer).set(bytes, address);
        module.vg_event(id, verb, address, bytes.length);
        module.free(address);
        calls += 1;
      };
      const ids = [0, 1, -1, 7, 2 ** 31 - 1, -(2 ** 31), 2 ** 32, 1e300, NaN, Infinity, 0.5, '12', null, undefined];
      for (let at = 0; at < 200; ++at) ids.push(Math.floor(Math.random() * 2 ** 31));
      for (const id of ids) for (const verb of [0, 1, 2, 3, -1, 255, 2 ** 31, NaN]) call(id, verb, 'x');
      return calls;
    });
    assert.ok(sent > 1000);
    assert.deepEqual(await state(), before, 'unknown ids');

    // Known elements, with what they do not do; and forged ones beside them.
    await page.evaluate(() => {
      const main = document.querySelector('main');
      const radio = main.querySelector('input');
      const forged = document.createElement('i');
      forged.dataset.forged = '';
      forged.append(main.querySelector('label').cloneNode(true), main.querySelector('button.primary').cloneNode(true), document.createElement('textarea'));
      main.append(forged);
      const fire = (element, type, Kind = Event) => element.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true }));
      for (const element of forged.querySelectorAll('*')) {
        for (const type of ['click', 'change', 'input', 'compositionend', 'focusout']) fire(element, type);
        if (element.tagName !== 'INPUT' && element.tagName !== 'LABEL') element.click?.();
      }
      for (const element of [main, main.querySelector('h1'), main.querySelector('legend'), document.querySelector('canvas'), radio.closest('fieldset')]) {
        for (const type of ['click', 'change', 'input', 'compositionend']) fire(element, type);
        fire(element, 'pointerover', PointerEvent);
      }
      fire(radio, 'input');
      fire(main.querySelector('button.primary'), 'change');
      fire(main.querySelector('button.primary'), 'input');
      forged.remove();
    });
    assert.deepEqual(await state(), before, 'forged elements');
    await byScript.press(page);
    await settled(page);
    assert.notEqual((await state()).screen, before.screen, 'the page is dead');
    await page.done();
  }
});
