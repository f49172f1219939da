// Find, select, copy: the page's text is one text, in reading order, whatever paints it and wherever a line ends.

import test from 'node:test';
import assert from 'node:assert/strict';
import { ready, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';
import { byScript, openEverything, withEveryKind } from './visitor.mjs';

const used = useBrowser();

// What find-in-page does with a text: whether it is found, what is then marked, and whether one sees it.
const find = (page, text) => page.evaluate((wanted) => {
  getSelection().removeAllRanges();
  const found = window.find(wanted);
  const range = found ? getSelection().getRangeAt(0) : null;
  const box = range?.getBoundingClientRect();
  return { found, marked: range?.toString(), seen: Boolean(box) && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth };
}, text);

for (const skin of skins) {
  test(`${skin} skin: find-in-page finds a sentence below the fold and shows it`, async () => {
    const page = await ready(await visit(used, { skin, width: 390, height: 600 }), skin);
    await takeAssessment(page, { ...byScript, answer: (question, count) => question % count });
    await openEverything(page);
    const sentences = await page.evaluate(() => [...document.querySelectorAll('main :is(p, li, blockquote, td, button)')]
      .filter((element) => !element.children.length || [...element.children].every(({ tagName }) => tagName === 'I'))
      .filter((element) => element.getBoundingClientRect().top > 2 * innerHeight && element.textContent.length > 12)
      .map((element) => element.textContent));
    assert.ok(sentences.length > 30, `${sentences.length} sentences below the fold`);
    for (let at = 0; at < sentences.length; at += 5) {
      await page.evaluate(() => scrollTo(0, 0));
      const { found, marked, seen } = await find(page, sentences[at].trim());
      assert.ok(found && seen, `${sentences[at]}: ${found ? 'not shown' : 'not found'}`);
      assert.equal(marked.trim(), sentences[at].trim());
    }
    assert.equal((await find(page, 'no such sentence')).found, false);
    await page.done();
  });
}

test('a sentence that the canvas breaks into lines is found across the break, and the paint is there', async () => {
  const page = await ready(await visit(used, { width: 390, height: 600 }));
  await takeAssessment(page, { ...byScript, answer: (question, count) => question % count });
  const broken = await page.evaluate(() => [...document.querySelectorAll('main i.br')]
    .filter(({ previousSibling, nextSibling }) => previousSibling?.nodeType === Node.TEXT_NODE && nextSibling?.nodeType === Node.TEXT_NODE)
    .map(({ previousSibling, nextSibling }) => previousSibling.data.slice(-12) + nextSibling.data.slice(0, 12)));
  assert.ok(broken.length > 10, `${broken.length} lines are broken`);
  for (const text of broken.slice(-12)) {
    await page.evaluate(() => scrollTo(0, 0));
    const { found, seen, marked } = await find(page, text.trim());
    assert.ok(found && seen, `“${text}”: ${found ? 'not shown' : 'not found'}`);
    assert.equal(marked.trim(), text.trim());
    await settled(page);
    assert.ok(await page.evaluate(() => {
      const box = getSelection().getRangeAt(0).getBoundingClientRect();
      const canvas = document.querySelector('#velocity-gap > canvas').getBoundingClientRect();
      return box.top >= canvas.top && box.bottom <= canvas.bottom;
    }), 'the paint has not followed');
  }
  await page.done();
});

// The lines that a reader expects: one for each element that has a text, cells of a row side by side.
const expectedLines = (page) => page.evaluate(() => {
  const lines = [];
  const shown = (element) => !element.closest('[hidden]') && element.textContent.trim();
  for (const element of document.querySelectorAll('main :is(h1, h2, h3, h4, p, blockquote, button, legend, tr, li, span)')) {
    if (!shown(element) || element.closest('legend') !== (element.tagName === 'LEGEND' ? element : null)) continue;
    if (element.matches('li') && element.querySelector('span, button')) continue;
    if (element.matches('tr')) lines.push([...element.children].map((cell) => cell.textContent.trim()).join('\t'));
    else lines.push(...element.textContent.split('\n').map((line) => line.trim()));
  }
  return lines.filter(Boolean);
});

async function copied(page) {
  await page.evaluate(() => navigator.clipboard.writeText('nothing was copied'));
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => getSelection().removeAllRanges());
  return text.split('\n').map((line) => line.trim()).filter(Boolean);
}

for (const skin of skins) {
  test(`${skin} skin: select-all and copy give each screen’s text once, in reading order, line by line`, async () => {
    const context = await used.browser.newContext({ viewport: { width: 760, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await ready(await visit(used, { skin, context }), skin);
    const look = async (title) => assert.deepEqual(await copied(page), await expectedLines(page), title);
    await takeAssessment(page, { ...byScript, screen: look });
    await openEverything(page);
    await look('everything open');
    await page.done();
    await context.close();
  });
}

test('what is selected in part is copied in part, and a field’s selection is its own', async () => {
  const context = await used.browser.newContext({ viewport: { width: 390, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
  await withEveryKind(context);
  const page = await ready(await visit(used, { context }));
  const first = await page.locator('main p').nth(1).textContent();
  await page.evaluate(() => {
    const [from, to] = [...document.querySelectorAll('main p')].slice(1, 3);
    getSelection().setBaseAndExtent(from.firstChild, 4, to.lastChild, 5);
  });
  await page.keyboard.press('Control+c');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const [one, two, ...rest] = text.split('\n');
  assert.equal(one, first.slice(4).trim());
  const second = await page.locator('main p').nth(2).evaluate(({ textContent, lastChild }) => textContent.slice(0, textContent.length - lastChild.length + 5));
  assert.equal(two, second.trim());
  assert.deepEqual(rest, []);
  await byScript.press(page);
  await settled(page);
  await page.locator('textarea').fill('mine alone');
  await page.locator('textarea').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'mine alone');
  await page.done();
  await context.close();
});
