// Every shipped language from the intro to the result; switching in the middle keeps everything; what a painter of
// single letters would get wrong is left to the browser.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { api, heading, mouse, press, ready, sameText, scored, settled, takeAssessment, useBrowser, visit } from './browser.mjs';
import { replaceFiles } from './visitor.mjs';

globalThis.VG_LANGUAGES = { shipped: ['de', 'en', 'es', 'fr'], instruments: { few: ['en', 'fr'], foreign: ['fr'] } };
const { languagesOf, nameOf, negotiate } = await import('../../shell/locales.mjs');

const used = useBrowser();
const texts = (path) => JSON.parse(readFileSync(path, 'utf8')).messages;
const ui = (tag) => texts(`assets/locales/${tag}.json`);
const instrument = (tag) => texts(`assets/instruments/leadership-pipeline/${tag}.json`);
const written = (page) => page.evaluate(() => {
  const root = document.querySelector('#velocity-gap');
  return [document.documentElement.lang, document.documentElement.dir, root.lang, root.dir];
});

test('the dearest language that is there is chosen', () => {
  const have = ['de', 'en', 'es', 'fr', 'pt-BR', 'zh-Hant'];
  for (const [wanted, expected] of [
    [['de'], 'de'], [['de-CH-1996'], 'de'], [['DE-at'], 'de'], [['it', 'fr-CA', 'en'], 'fr'], [['pt-PT'], 'pt-BR'],
    [['zh-Hant-TW'], 'zh-Hant'], [['it', 'sv'], 'en'], [[], 'en'], [['x', '', '-', 'not a tag'], 'en'], [['ptolemaic', 'es'], 'es'],
  ]) assert.equal(negotiate(wanted, have), expected, wanted.join());
  assert.equal(negotiate(['de'], ['fr']), 'fr', 'what is there is better than what is not');
  assert.deepEqual(languagesOf('few'), ['en', 'fr']);
  assert.equal(negotiate(['de'], languagesOf('foreign')), 'fr');
  assert.deepEqual(languagesOf('unknown'), ['de', 'en', 'es', 'fr']);
  assert.deepEqual(['de', 'en', 'es', 'fr'].map(nameOf), ['Deutsch', 'English', 'Español', 'Français']);
  assert.equal(nameOf('not a tag'), 'not a tag');
});

for (const tag of ['de', 'en', 'es', 'fr']) {
  test(`${tag}: from the intro to the result, chosen by the browser's language`, async () => {
    const page = await ready(await visit(used, { skin: 'document', locale: `${tag}-CH` }), 'document');
    assert.deepEqual(await written(page), [tag, 'ltr', tag, 'ltr']);
    const english = new Set([...Object.values(ui('en')), ...Object.values(instrument('en'))].filter((text) => typeof text === 'string' && /\w{3,} \w{2,} \w{2,}/.test(text)));
    await takeAssessment(page, { ...mouse, screen: async (title) => {
      while (await page.locator('button[aria-expanded=false]').count()) await page.locator('button[aria-expanded=false]').first().press('Enter');
      const shown = await page.locator('main').evaluate((main) => [...main.querySelectorAll('*')].filter((element) => element.children.length === 0).map((element) => element.textContent));
      assert.deepEqual(shown.filter((text) => /(^|\s)[a-z]+\.[a-z_]+\.[a-z_.]+|\{\w+\}|\*\*/.test(text)), [], `${title}: a message has no text`);
      if (tag !== 'en') assert.deepEqual(shown.filter((text) => english.has(text) && !/\(\d{4}\)|WattNext|Architect Your/.test(text)), [], `${title}: still English`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    } });
    sameText(await api(page, 'profile'), scored(await api(page, 'response')));
    assert.ok((await page.title()).includes(instrument(tag)['instrument.title']), await page.title());
    await page.done();
  });
}

for (const skin of ['canvas', 'document']) {
  test(`${skin} skin: switching in the middle keeps answers, place, focus and what is open, and is remembered`, async () => {
    const context = await used.browser.newContext({ viewport: { width: 760, height: 900 }, locale: 'en-GB' });
    const page = await ready(await visit(used, { skin, context }), skin);
    await mouse.press(page);
    for (const group of [0, 1, 2]) await mouse.choose(page, page.locator('fieldset').nth(group).locator('input'), group);
    const before = await api(page, 'response');
    const at = await page.evaluate(() => [...document.querySelectorAll('fieldset')].length);
    await press(page, 'Deutsch');
    await page.waitForSelector('html[lang=de]');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Deutsch');
    assert.equal(await page.locator('button[aria-current]').textContent(), 'Deutsch');
    assert.equal(await page.locator('button[aria-current]').getAttribute('lang'), 'de');
    assert.deepEqual(await api(page, 'response'), before);
    assert.equal(await page.locator('fieldset').count(), at);
    assert.equal(await page.locator('fieldset').first().locator('input').nth(0).isChecked(), true);
    assert.match((await page.locator('legend').first().innerText()).replace(/\s+/g, ' '), new RegExp(instrument('de')['question.size.ask'].slice(0, 20)));
    assert.equal(await api(page, 'skin'), skin);
    await page.goto(`${used.address}?skin=${skin}`);
    await ready(page, skin);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
    const day = new Intl.DateTimeFormat('de', { dateStyle: 'long' }).format();
    assert.ok((await page.locator('main').innerText()).replace(/\s+/g, ' ').includes(day), day);
    await press(page, 'Français');
    await page.waitForSelector('html[lang=fr]');
    const jour = new Intl.DateTimeFormat('fr', { dateStyle: 'long' }).format();
    assert.ok((await page.locator('main').innerText()).replace(/\s+/g, ' ').includes(jour), jour);
    await page.done();
    await context.close();
  });
}

test('a language that cannot be fetched is said once, and nothing changes', async () => {
  const context = await used.browser.newContext({ locale: 'en-GB' });
  const page = await ready(await visit(used, { context, expectErrors: true }));
  await context.route('**/locales/es.json', (route) => route.abort());
  const title = await heading(page);
  const spoken = page.locator('footer [role=status]');
  assert.equal(await spoken.textContent(), '');
  await press(page, 'Español');
  await page.waitForFunction(() => document.querySelector('footer [role=status]').textContent.includes('Español'));
  assert.equal(await heading(page), title);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await press(page, 'Deutsch');
  await page.waitForSelector('html[lang=de]');
  assert.equal(await spoken.textContent(), '');
  await page.done();
  await context.close();
});

// Arabic in German's place: the letters are no words, but they join, and they read from the right.
function arabic(path, tag) {
  const letters = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];
  const turned = (text) => text.replace(/[A-Za-z](?![^{]*\})/g, (letter) => letters[letter.toLowerCase().charCodeAt(0) - 97]);
  const file = JSON.parse(readFileSync(path, 'utf8'));
  for (const [id, text] of Object.entries(file.messages)) {
    file.messages[id] = typeof text === 'string' ? turned(text) : { other: turned(text.other) };
  }
  return JSON.stringify({ ...file, language: tag });
}

test('Arabic is shown by the browser, from the right, and the canvas comes back with Latin', async () => {
  const context = await used.browser.newContext({ viewport: { width: 390, height: 800 }, locale: 'en-GB' });
  await replaceFiles(context, {
    'assets/locales/de.json': arabic('assets/locales/en.json', 'ar'),
    'assets/instruments/leadership-pipeline/de.json': arabic('assets/instruments/leadership-pipeline/en.json', 'ar'),
  });
  const page = await ready(await visit(used, { context }));
  await mouse.press(page);
  await press(page, 'Deutsch');
  await page.waitForSelector('html[lang=ar]');
  await settled(page);
  assert.deepEqual(await written(page), ['ar', 'rtl', 'ar', 'rtl']);
  assert.equal(await api(page, 'skin'), 'document');
  assert.equal(await page.locator('canvas').evaluate((canvas) => getComputedStyle(canvas).display), 'none');
  for (const width of [390, 760]) {
    await page.setViewportSize({ width, height: 800 });
    await settled(page);
    const places = await page.evaluate(() => {
      const label = document.querySelector('.option');
      const range = document.createRange();
      range.selectNodeContents(label.querySelector('.n'));
      const box = label.getBoundingClientRect();
      const words = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height < 40);
      return { end: box.right - Math.max(...words.map(({ right }) => right)), start: Math.min(...words.map(({ left }) => left)) - box.left, wide: document.documentElement.scrollWidth <= innerWidth };
    });
    assert.ok(Math.abs(places.end - 49) <= 2 && places.start > 49, JSON.stringify(places));
    assert.ok(places.wide);
    if (process.env.VGAP_PICTURES) await page.screenshot({ path: `${process.env.VGAP_PICTURES}/arabic-${width}.png` });
  }
  await page.evaluate(() => document.querySelector('#velocity-gap').velocityGap.setLocale('fr'));
  await page.waitForSelector('html[lang=fr][dir=ltr]');
  await page.waitForSelector('#velocity-gap.canvas');
  await page.done();
  await context.close();
});

test('what is said before the texts are there is said in the reader’s language', async () => {
  for (const [locale, words] of [['de-DE', ui('de')], ['es', ui('es')], ['fr', ui('fr')], ['it', ui('en')]]) {
    const context = await used.browser.newContext({ locale });
    await context.route('**/velocity-gap.wasm', (route) => route.abort());
    const page = await visit(used, { context, expectErrors: true });
    await page.waitForSelector('.vg-failure');
    assert.equal(await page.locator('.vg-failure').innerText(), words['host.failed_file'].replace('{file}', 'velocity-gap.wasm'));
    await page.done();
    await context.close();
  }
});
