// A simulated screen reader goes through the whole questionnaire, from the intro to the result, and what it says is the
// log that was reviewed.

import test from 'node:test';
import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { api, heading, ready, skins, useBrowser, visit } from './browser.mjs';
import { golden, sameLines, withoutDay } from './golden.mjs';

const used = useBrowser();
const logs = new Map();

// The reader as one script for the page.
async function reader() {
  const { outputFiles } = await build({
    stdin: { contents: "import { virtual } from '@guidepup/virtual-screen-reader'; globalThis.reader = virtual;", resolveDir: fileURLToPath(new URL('../../', import.meta.url)) },
    bundle: true, write: false, format: 'iife', platform: 'browser', define: { 'process.env.NODE_ENV': '"production"' }, logLevel: 'error',
  });
  return outputFiles[0].text;
}

const chosen = (question, count) => (question % 9 === 8 ? -1 : question % 11 === 10 ? count - 1 : (question * 7 + 3) % (count - 1));

for (const skin of skins) {
  test(`${skin} skin: read from the intro to the result`, async () => {
    const page = await ready(await visit(used, { skin }), skin);
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: await reader() });
    assert.equal(await page.evaluate(() => typeof window.reader?.start), 'function');
    const log = [];
    let question = 0;

    // One screen from where the reader stands to its end, everything in the order of the page. Where it meets the first
    // answer of a question it chooses one as a person would: by going on to it and pressing the space bar.
    for (let screen = 0; screen < 14; ++screen) {
      await page.waitForTimeout(200);  // a new status gets its text a little later
      log.push(`# ${await heading(page)}`);
      const counts = await page.evaluate(() => [...document.querySelectorAll('fieldset')].map((field) => field.querySelectorAll('input').length));
      const wanted = counts.map((count) => chosen(question++, count));
      log.push(...await page.evaluate(async (places) => {
        const said = [];
        const { reader } = window;
        // This reader pauses at every text node; a real one reads a sentence on where the canvas breaks its line.
        for (const line of document.querySelectorAll('main i.br')) {
          const sentence = line.parentNode;
          line.remove();
          sentence.normalize();
        }
        await reader.start({ container: document.querySelector('main') });
        said.push(await reader.lastSpokenPhrase());
        let group = -1;
        let place = 0;
        for (let step = 0; step < 2000; ++step) {
          await reader.next();
          const phrase = await reader.lastSpokenPhrase();
          if (phrase === 'end of main') break;
          said.push(phrase);
          if (phrase.startsWith('group, ')) {
            group += 1;
            place = -1;
          }
          if (phrase.startsWith('radio, ')) {
            place += 1;
            if (places[group] === place) {
              await reader.press(' ');
              await reader.act();
              // This reader does not see what is checked; the tree in tree.test.mjs does.
              const now = document.querySelectorAll('fieldset')[group].querySelector('input:checked');
              said.push(`  [space] chosen: ${now?.labels[0].querySelector('.n').textContent.replace(/\s+/g, ' ') ?? 'nothing'}`);
            }
          }
        }
        await reader.stop();
        return said;
      }, wanted));
      if (!await page.locator('button.primary').count()) break;
      await page.locator('button.primary').press('Enter');
      log.push('[Enter on the last button of the row]', '');
    }
    logs.set(skin, `${log.map(withoutDay).join('\n')}\n`);
    assert.ok(question >= 30, `${question} questions`);
    assert.ok(await api(page, 'profile'), 'it never came to the result');
    assert.ok(Object.keys((await api(page, 'response')).answers).length >= 25, 'the reader chose nothing');
    await page.done();
  });
}

test('both skins sound the same, and as reviewed', () => {
  // A word that the canvas broke after its hyphen is two pieces of text here; aloud there is no difference.
  const oneSkin = (text) => text.replace(/Show as (?:drawn|a plain document)/g, '<the other skin>').replace(/([-–])\n(?=\p{Ll})/gu, '$1');
  const [canvas, plain] = skins.map((skin) => oneSkin(logs.get(skin)));
  sameLines(canvas, plain, 'the canvas skin');
  golden('spoken.txt', plain);
});
