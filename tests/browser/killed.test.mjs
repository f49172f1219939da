// The page is killed after every single event of a full run and opened again in the same browser: no answer is lost and
// no page turn; of typing at most the last 500 ms. With both stores after every event; where localStorage is blocked, with
// IndexedDB alone, after every third.

import test from 'node:test';
import assert from 'node:assert/strict';
import { answers, api, press, ready, settled, useBrowser, visit } from './browser.mjs';
import { withEveryKind } from './visitor.mjs';

const used = useBrowser();

const modes = {
  'localStorage and IndexedDB': { every: 1, init: () => {} },
  'IndexedDB alone': { every: 3, init: () => { Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } }); } },
};

async function kill(page) {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}

async function open(context) {
  const page = await ready(await visit(used, { context, skin: 'document' }), 'document');
  if (await page.getByRole('button', { name: 'Go on where you were' }).count()) {
    await press(page, 'Go on where you were');
    await settled(page);
  }
  return page;
}

// Clicks and hands over the draft as it is then, in one call: what comes after it is the killing.
const click = (page, selector, at) => page.evaluate(([wanted, which]) => {
  document.querySelectorAll(`#velocity-gap ${wanted}`)[which].click();
  return document.querySelector('#velocity-gap').velocityGap.draft();
}, [selector, at]);

for (const [mode, { every, init }] of Object.entries(modes)) {
  test(`${mode}: killed after every ${every === 1 ? 'event' : `${every} events`} of a full run`, async (t) => {
    const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
    await context.addInitScript(init);
    let expected = null;
    let question = 0;
    let group = 0;
    let events = 0;
    let again = false;  // every third answer is changed afterwards
    let page = null;
    for (; events < 200; ++events) {
      page ??= await open(context);
      if (expected !== null) assert.equal(await api(page, 'draft'), expected, `after event ${events}`);
      const counts = await page.evaluate(() => [...document.querySelectorAll('#velocity-gap fieldset')].map((each) => each.querySelectorAll('input').length));
      if (group >= counts.length && await page.locator('button.primary').count() === 0) break;
      for (; group < counts.length && answers.mixed(question, counts[group]) < 0; ++group) ++question;
      if (group < counts.length) {
        const wanted = answers.mixed(question, counts[group]);
        const first = counts.slice(0, group).reduce((sum, count) => sum + count, 0);
        expected = await click(page, 'fieldset input', first + (again ? (wanted + 1) % counts[group] : wanted));
        again = question % 3 === 0 && !again;
        if (!again) {
          ++group;
          ++question;
        }
      } else {
        expected = await click(page, 'button.primary', 0);
        group = 0;
      }
      if (events % every === every - 1) {
        await kill(page);
        page = null;
      } else {
        await settled(page);
      }
    }
    t.diagnostic(`${events} events, ${question} questions`);
    assert.ok(events > 48 && question >= 30, `${events} events`);
    assert.ok(Object.keys(JSON.parse(expected).response.answers).length > 25);
    await context.close();
  });

  test(`${mode}: killed while typing`, async () => {
    const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
    await context.addInitScript(init);
    await withEveryKind(context);
    const each = 25;  // ms from key to key
    let written = '';
    for (let round = 0; round < 6; ++round) {
      const page = await open(context);
      const field = page.locator('textarea, input[type=text]:not([inputmode])').first();
      for (let pages = 0; !(await field.count()); ++pages) {
        assert.ok(pages < 10, 'no field to type in');
        await page.locator('button.primary').click();
        await settled(page);
      }
      const now = await field.inputValue();
      assert.ok(written.startsWith(now), `${now} | ${written}`);
      assert.ok(written.length - now.length <= 500 / each, `of ${written.length} letters ${now.length} are left`);
      await field.focus();
      await page.keyboard.press('End');
      const words = `round ${round} of words; `;
      await page.keyboard.type(words, { delay: each });
      written = now + words;
      await kill(page);
    }
    await context.close();
  });
}
