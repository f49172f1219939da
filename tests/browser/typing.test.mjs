// Typing: fields are the browser's own, so input methods, paste, undo, emoji and right-to-left text work, and the engine
// hears each text once.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, ready, settled, skins, useBrowser, visit } from './browser.mjs';
import { byScript, withEveryKind } from './visitor.mjs';

const used = useBrowser();

function count() {
  window.saves = 0;
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function counted(...words) {
    if (/^velocity-gap\/(leadership-pipeline|every-kind)\//.test(words[0])) window.saves += 1;
    return setItem.apply(this, words);
  };
}

async function onFields(skin, run) {
  const context = await used.browser.newContext({ viewport: { width: 760, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
  await withEveryKind(context);
  const page = await ready(await visit(used, { context, skin, init: count }), skin);
  await byScript.press(page);
  await settled(page);
  await run(page, page.locator('textarea'), page.locator('input[type=text]'));
  assert.equal(await api(page, 'skin'), skin);
  await page.done();
  await context.close();
}

const note = async (page) => (await api(page, 'response')).answers.note;
const people = async (page) => (await api(page, 'response')).answers.people;
const saves = (page) => page.evaluate(() => window.saves);

for (const skin of skins) {
  test(`${skin} skin: a field brings the right keyboard, and no autofill of somebody’s address`, async () => {
    await onFields(skin, async (page, area, number) => {
      assert.deepEqual(await number.evaluate((field) => [field.type, field.inputMode, field.autocomplete, field.dir]), ['text', 'decimal', 'off', 'auto']);
      assert.deepEqual(await area.evaluate((field) => [field.autocomplete, field.dir, field.spellcheck, field.inputMode]), ['off', 'auto', false, '']);
      for (const field of [area, number]) {
        assert.equal(await field.getAttribute('name'), null, 'a name invites autofill');
        assert.ok(parseFloat(await field.evaluate((element) => getComputedStyle(element).fontSize)) >= 16, 'below 16 px a phone zooms in by itself');
        assert.ok((await field.getAttribute('aria-label')).length > 5);
      }
    });
  });

  test(`${skin} skin: typing, caret and undo`, async () => {
    await onFields(skin, async (page, area, number) => {
      await area.focus();
      await page.keyboard.type('The end');
      for (let back = 0; back < 3; ++back) await page.keyboard.press('ArrowLeft');
      await page.keyboard.type('very ');
      assert.equal(await area.inputValue(), 'The very end');
      assert.equal(await area.evaluate(({ selectionStart }) => selectionStart), 9, 'the caret jumped');
      assert.equal(await note(page), 'The very end');
      await page.keyboard.press('Control+z');
      const undone = await area.inputValue();
      assert.ok(undone.length < 12 && 'The very end'.startsWith(undone.slice(0, 4)), undone);
      assert.equal(await note(page), undone);
      await page.keyboard.press('Control+Shift+z');
      assert.equal(await note(page), 'The very end');
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.keyboard.type('🙂👩‍👩‍👧 é');
      assert.equal(await note(page), 'The very end\n🙂👩‍👩‍👧 é');
      assert.equal(await area.inputValue(), 'The very end\n🙂👩‍👩‍👧 é');

      await number.focus();
      await page.keyboard.type('12.5');
      assert.equal(await people(page), 12.5);
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Backspace');
      assert.equal(await number.inputValue(), '125');
      assert.equal(await people(page), 125);
      assert.equal(await number.evaluate(({ selectionStart }) => selectionStart), 2);
    });
  });

  test(`${skin} skin: an input method commits one text, once`, async () => {
    await onFields(skin, async (page, area) => {
      const session = await page.context().newCDPSession(page);
      await area.focus();
      const before = await saves(page);
      for (const text of ['に', 'にほ', 'にほん', 'にほんご', '日本語']) {
        await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
        assert.equal(await area.inputValue(), text, 'what is composed is not shown');
      }
      assert.equal(await saves(page), before, 'a step of the composition was taken for a text');
      assert.equal(await note(page), undefined);
      await session.send('Input.insertText', { text: '日本語' });
      assert.equal(await area.inputValue(), '日本語');
      assert.equal(await note(page), '日本語');
      assert.equal(await saves(page), before + 1);
      // Answering elsewhere while composing neither ends nor doubles it.
      await session.send('Input.imeSetComposition', { text: 'ご', selectionStart: 1, selectionEnd: 1 });
      await page.evaluate(() => { document.querySelector('input[type=checkbox]').click(); });
      await settled(page);
      assert.equal(await area.inputValue(), '日本語ご');
      await session.send('Input.insertText', { text: '語' });
      assert.equal(await note(page), '日本語語');
      assert.equal(await area.evaluate((element) => element === document.activeElement), true);
    });
  });

  test(`${skin} skin: what is pasted is one text; right-to-left text stands at its own side`, async () => {
    await onFields(skin, async (page, area, number) => {
      await page.evaluate(() => navigator.clipboard.writeText('pasted\ttwo\nlines'));
      await area.focus();
      const before = await saves(page);
      await page.keyboard.press('Control+v');
      await page.waitForFunction((old) => window.saves > old, before);
      assert.equal(await area.inputValue(), 'pasted\ttwo\nlines');
      assert.equal(await saves(page), before + 1);
      assert.match(await note(page), /^pasted two\nlines$/);
      await page.keyboard.press('Control+a');
      await page.keyboard.type('שלום עולם');
      assert.equal(await note(page), 'שלום עולם');
      assert.equal(await area.evaluate((element) => getComputedStyle(element).direction), 'rtl');
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      assert.equal(await note(page), undefined, 'an emptied field is still an answer');
      await page.keyboard.type('left');
      assert.equal(await area.evaluate((element) => getComputedStyle(element).direction), 'ltr');

      await page.evaluate(() => navigator.clipboard.writeText('many'));
      await number.focus();
      await page.keyboard.press('Control+v');
      await page.keyboard.press('Tab');
      assert.equal(await number.getAttribute('aria-invalid'), 'true');
      assert.equal(await people(page), undefined);
    });
  });

  test(`${skin} skin: what was typed is there again on the way back`, async () => {
    await onFields(skin, async (page, area, number) => {
      await area.fill('first line\nסוף 🙂');
      await number.fill('7');
      await byScript.press(page);
      await settled(page);
      await page.getByRole('button', { name: '← Back' }).click();
      await settled(page);
      assert.equal(await area.inputValue(), 'first line\nסוף 🙂');
      assert.equal(await number.inputValue(), '7');
      assert.equal(await number.getAttribute('aria-invalid'), null);
    });
  });
}
