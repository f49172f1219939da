// A browser that translates puts its own words into the page: they are what is read then, and nothing breaks or doubles.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, ready, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';
import { byScript, layoutFaults } from './visitor.mjs';

const used = useBrowser();

// As Chrome's translation works: each text becomes two font elements; the root element says so.
const translate = (page) => page.evaluate(() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.data.trim()) texts.push(node);
  window.translated = texts.map((node) => {
    const [outer, inner] = [0, 1].map(() => Object.assign(document.createElement('font'), { style: 'vertical-align: inherit;' }));
    inner.textContent = `«${node.data}»`;
    outer.append(inner);
    node.replaceWith(outer);
    return [outer, node];
  });
  document.documentElement.classList.add('translated-ltr');
  document.documentElement.lang = 'de';
});

const showOriginal = (page) => page.evaluate(() => {
  for (const [font, node] of window.translated) font.replaceWith(node);
  document.documentElement.classList.remove('translated-ltr');
  document.documentElement.lang = 'en';
});

const read = (page) => page.locator('main').evaluate((main) => [...main.querySelectorAll('h1, h2, h3, p, legend, label .n, label .d, li, button, span, td, th')]
  .filter((element) => !element.closest('[hidden], footer')).map((element) => element.textContent.replace(/\s+/g, ' ').trim()).filter(Boolean));
const withoutMarks = (lines) => lines.map((line) => line.replace(/[«»]/g, '').replace(/\s+/g, ' ').trim());

for (const skin of skins) {
  test(`from the ${skin} skin: the translation is read, updates put the right words, and the assessment ends as ever`, async () => {
    const page = await ready(await visit(used, { skin }), skin);
    const twin = await ready(await visit(used, { skin: 'document' }), 'document');
    for (const one of [page, twin]) {
      await byScript.press(one);
      await settled(one);
    }
    await translate(page);
    await page.waitForSelector('#velocity-gap:not(.canvas)');
    await settled(page);
    assert.match(await page.locator('h1').innerText(), /^«.*»$/, 'the translation is not what is shown');
    assert.equal(await page.locator('h1').evaluate((element) => getComputedStyle(element).color), await twin.locator('h1').evaluate((element) => getComputedStyle(element).color));

    for (const one of [page, twin]) {
      await byScript.choose(one, one.locator('fieldset').first().locator('input'), 1);
      await settled(one);
    }
    assert.match(await page.locator('.bar .meta').first().textContent(), /^1 of \d+$/, 'what changed does not say so');
    assert.deepEqual(withoutMarks(await read(page)), await read(twin));
    await translate(page);  // the browser translates again what changed
    for (const one of [page, twin]) {
      await byScript.press(one);
      await settled(one);
    }
    assert.deepEqual(withoutMarks(await read(page)), await read(twin));
    assert.deepEqual(await layoutFaults(page), []);
    for (const one of [page, twin]) await takeAssessment(one, byScript);
    assert.deepEqual(withoutMarks(await read(page)), await read(twin));
    assert.equal(await api(page, 'profile'), await api(twin, 'profile'));
    await page.done();
    await twin.done();
  });
}

test('the original again brings the canvas again, with the right words; other classes and a theme mean nothing', async () => {
  const page = await ready(await visit(used));
  await byScript.press(page);
  await page.waitForFunction(() => document.querySelector('.saved')?.textContent);
  const before = await read(page);
  await page.evaluate(() => { document.documentElement.className = 'dark translated'; });
  await settled(page);
  assert.equal(await api(page, 'skin'), 'canvas');
  await translate(page);
  await page.waitForSelector('#velocity-gap:not(.canvas)');
  await showOriginal(page);
  await page.waitForSelector('#velocity-gap.canvas');
  await settled(page);
  assert.deepEqual(await read(page), before);
  await page.done();
});

test('a translation that only changes the page’s language counts too', async () => {
  const page = await ready(await visit(used));
  await page.evaluate(() => { document.documentElement.lang = 'ja'; });
  await page.waitForSelector('#velocity-gap:not(.canvas)');
  await page.evaluate(() => { document.documentElement.lang = 'en'; });
  await page.waitForSelector('#velocity-gap.canvas');
  await page.done();
});
