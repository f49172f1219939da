// Print: a report one can hand over. The PDF's text is the report's, in order; nothing on it is a control, no heading
// stands alone at the foot of a page, charts are drawn and not pictures.

import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { api, ready, sameText, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';
import { byScript, withEveryKind } from './visitor.mjs';

const used = useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'velocity-gap-print-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function run(program, ...words) {
  const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: 'utf8' });
  assert.equal(status, 0, `${program}: ${error ?? stderr}`);
  return stdout;
}

const plain = (text) => text.replace(/\s+/g, ' ').trim();

// What stands on the paper, as the elements have it: read while the browser believes that it prints.
async function report(page) {
  await page.emulateMedia({ media: 'print' });
  const parts = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const found = [];
    const headings = [];
    for (const element of document.querySelectorAll('main :is(h1, h2, h3, h4, p, blockquote, legend, td, th, li, span)')) {
      if (!element.getClientRects().length || element.closest('caption, svg') || element.querySelector('span, p, h4') || !element.textContent.trim()) continue;
      if (element.matches('span') && element.closest('legend')) found.push(element.textContent);
      else if (!element.matches('legend')) found.push(element.textContent);
      if (element.matches('h1, h2, h3, h4')) headings.push(element.textContent);
    }
    const controls = [...document.querySelectorAll('main :is(button, nav, footer)')].filter((element) => element.getClientRects().length).map(({ textContent }) => textContent);
    const heads = [...document.querySelectorAll('main tr')].filter((row) => row.querySelector('.table_head')).map(({ children }) => [...children].map(({ textContent }) => textContent).join(' '));
    dispatchEvent(new Event('afterprint'));
    return { found, headings, controls, heads };
  });
  await page.emulateMedia({ media: null });
  return parts;
}

async function printed(page, format) {
  const path = join(folder, `${Math.random()}.pdf`);
  await page.pdf({ path, format, printBackground: true });
  const pages = run('pdftotext', '-raw', path, '-').split('\f').slice(0, -1);
  const numbers = pages.map((text, at) => {
    const number = `${at + 1} / ${pages.length}\n`;
    assert.ok(text.startsWith(number), `a page without its number: ${text.slice(0, 80)}`);
    return text.slice(number.length);
  });
  return { path, pages: numbers };
}

// A table that goes on has its head again at the top of the next page.
const withoutRepeats = (pages, heads) => pages.map((text, at) => {
  const again = heads.find((head) => plain(text).startsWith(head));
  return at > 0 && again && pages.slice(0, at).some((earlier) => plain(earlier).includes(again)) ? plain(text).slice(again.length) : text;
});

const sizes = { A4: 'pts (A4)', Letter: 'pts (letter)' };

for (const skin of skins) {
  for (const format of Object.keys(sizes)) {
    test(`the result on ${format}, from the ${skin} skin`, async () => {
      const page = await ready(await visit(used, { skin, width: skin === 'canvas' ? 390 : 1280 }), skin);
      await takeAssessment(page, { ...byScript, answer: (question, count) => (question % 5 === 4 ? count - 1 : question % count) });
      const before = await page.locator('main').innerHTML();
      const { found, headings, controls, heads } = await report(page);
      assert.deepEqual(controls, []);
      for (const part of [/^Points$/, /^Area$/, /works when|worked when/, /^.*\(\d{4}\).*$/s]) {
        assert.ok(found.some((text) => part.test(text)), `${part} is not opened for print`);
      }
      const { path, pages } = await printed(page, format);
      sameText(plain(withoutRepeats(pages, heads).join(' ')), plain(found.join(' ')));
      for (const text of pages.slice(0, -1)) {
        const last = plain(text.trim().split('\n').at(-1));
        assert.ok(!headings.some((heading) => plain(heading).endsWith(last)), `“${last}” stands alone at the foot of a page`);
      }
      assert.ok(pages.every((text) => text.trim().length > 200), 'a page is almost empty');
      assert.ok(run('pdfinfo', path).includes(sizes[format]), run('pdfinfo', path));
      assert.equal(run('pdfimages', '-list', path).trim().split('\n').length, 2, 'a chart is a picture');
      // And the screen is as it was.
      await settled(page);
      assert.equal(await api(page, 'skin'), skin);
      assert.equal(await page.locator('main').innerHTML(), before);
      await page.done();
    });
  }
}

test('a page of questions is printed with what is chosen and typed, and without controls', async () => {
  for (const skin of skins) {
    const context = await used.browser.newContext({ viewport: { width: 390, height: 700 } });
    await withEveryKind(context);
    const page = await ready(await visit(used, { context, skin }), skin);
    await byScript.press(page);
    await settled(page);
    await page.locator('input[type=checkbox]').first().evaluate((input) => input.click());
    await page.locator('textarea').fill('typed by hand');
    await page.locator('input[type=text]').fill('42');
    const { found, controls } = await report(page);
    assert.deepEqual(controls, []);
    const { pages } = await printed(page, 'A4');
    assert.equal(pages.length, 1);
    const text = plain(pages.join(' '));
    sameText(plain(text.replace('typed by hand', '').replace(/\b42\b/, '')), plain(found.join(' ')));
    assert.ok(text.includes('typed by hand') && /\b42\b/.test(text));
    await page.done();
    await context.close();
  }
});
