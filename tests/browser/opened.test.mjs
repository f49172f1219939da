// The pages that open after the result, in people and months and what to read, are as accessible as the assessment: axe,
// targets, reflow, wider spacing, larger text, rings, Tab, dark, more contrast and forced colours, on one visit a skin.

import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, everyRing, targets, tooSmall } from './audits.mjs';
import { answers, press, ready, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';
import { byScript, layoutFaults, openEverything } from './visitor.mjs';

const used = useBrowser();
const answer = (question, count) => (question === 0 ? 0 : answers.mixed(question, count));

const style = (page, text) => page.evaluate((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((each) => each !== window.ours), window.ours = sheet];
}, text);
const wishes = {
  'wider spacing': '* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important } p { margin-bottom: 2em !important }',
  'text of 200 %': 'html { font-size: 200% }',
};

async function shown(page, title) {
  await page.waitForFunction((wanted) => document.querySelector('h1').textContent.replace(/\s+/g, ' ').includes(wanted), title);
  await page.waitForFunction(() => !document.querySelector('main').textContent.includes('being worked out'));
  await settled(page);
}

// Every screen, one after the other; `look` gets its name, and whether its rings are to be looked at.
async function everyScreen(page, look) {
  await press(page, 'See it in people and months');
  await shown(page, 'In people and months');
  await page.getByText('The bottleneck is the way').first().waitFor({ state: 'attached' });  // it grows from the top, and says that when it rests
  await settled(page);
  await look('people and months');
  await page.getByRole('slider', { name: 'Time until somebody is ready' }).press('ArrowLeft');
  await page.getByRole('heading', { name: 'Before and after' }).waitFor();
  assert.ok(await openEverything(page) >= 4);
  await page.getByRole('textbox', { name: 'Time until somebody is ready' }).first().fill('x');
  await page.getByRole('textbox', { name: 'Time until somebody is ready' }).first().blur();
  await shown(page, 'In people and months');
  await look('turned, with everything open and a number that is none');
  await page.getByRole('button', { name: 'Back', exact: true }).first().click();
  await press(page, 'Show what to read');
  await page.getByRole('button', { name: /^Read it: / }).first().waitFor();
  await settled(page);
  await look('the result with what to read', { rings: false });
  await press(page, 'All articles');
  await shown(page, 'Articles');
  await look('all articles');
  const field = page.getByRole('searchbox');
  await field.fill('zzz');
  await page.getByText('No article has all of these words.').waitFor();
  await field.fill('feedback');
  await page.getByText(/^\d+ articles?$/).waitFor();
  await look('found');
  await page.locator('.linklike:has(b)').first().click();
  await page.locator('h2', { hasText: 'Sources' }).waitFor();
  await settled(page);
  await look('an article');
  await page.getByRole('button', { name: 'Back to the result' }).first().click();
  await page.locator('.hero').waitFor({ state: 'attached' });
}

for (const skin of skins) {
  test(`${skin} skin: every rule on every page`, async (t) => {
    const page = await ready(await visit(used, { skin, width: 360, height: 620 }), skin);
    await takeAssessment(page, { ...byScript, answer });
    const wrong = [];
    const kinds = new Map();
    let screens = 0;
    await everyScreen(page, async (name, { rings = true } = {}) => {
      screens += 1;
      const note = (what, list) => wrong.push(...list.map((each) => `${name}, ${what}: ${each}`));
      const size = async (width, height = 620) => {
        await page.setViewportSize({ width, height });
        await settled(page);
      };
      for (const [width, height] of [[320, 256], [760, 620], [1280, 800]]) {
        await size(width, height);
        note(`${width} px`, await layoutFaults(page));
        note(`${width} px`, tooSmall(await targets(page)).map((one) => `${one.what}: ${one.width} × ${one.height}`));
      }
      await size(360);
      const looks = skin === 'canvas' ? [{}] : [{}, { colorScheme: 'dark', contrast: 'no-preference' }, { colorScheme: 'dark', contrast: 'more' }, { forcedColors: 'active' }];
      for (const media of looks) {
        await page.emulateMedia(media);
        await settled(page);
        const { violations, incomplete, passes } = await axe(page, { skin, ...media });
        assert.ok(passes > 0);
        note(JSON.stringify(media), [...violations, ...incomplete].map(({ id, says, html }) => `${id}: ${says}: ${html.slice(0, 160)}`));
        await page.emulateMedia({ colorScheme: 'light', contrast: null, forcedColors: 'none' });
      }
      if (skin === 'document') {
        for (const [wish, css] of Object.entries(wishes)) {
          await style(page, css);
          await settled(page);
          note(wish, await layoutFaults(page));
          await style(page, '');
        }
      }
      if (!rings) return;  // those of the result are in focus_ring.test.mjs
      await size(760);
      await page.emulateMedia({ colorScheme: skin === 'canvas' ? 'dark' : 'light' });
      await page.evaluate(() => scrollTo(0, 0));
      await page.mouse.click(1, 1);  // Tab begins there, above everything, not at the heading
      const stops = await page.evaluate(() => new Set([...document.querySelectorAll('main input[type=radio]')].map(({ name: its }) => its)).size
        + document.querySelectorAll('main :is(button, textarea, input:not([type=radio]), a)').length);
      try {
        assert.equal(await everyRing(page, kinds, name), stops, 'Tab passes over a control');
      } catch (error) {
        note('Tab', [error.message]);
      }
    });
    assert.equal(screens, 6);
    t.diagnostic(`rings: ${[...kinds].map(([kind, many]) => `${kind} ${many}`).join(', ')}`);
    assert.deepEqual(wrong, []);
    for (const kind of ['range', 'field', 'secondary', 'linklike', 'aside']) assert.ok(kinds.has(kind), `${kind} was not met`);
    await page.done();
  });
}
