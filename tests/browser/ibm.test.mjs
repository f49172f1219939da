// IBM's rules for WCAG 2.2 find no violation in any state, in both skins; what they leave to a person is decided here,
// with the reason.

import test from 'node:test';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { skins, useBrowser } from './browser.mjs';
import { everyState } from './states.mjs';
import { byScript } from './visitor.mjs';

const used = useBrowser();
const ace = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace-window.js'), 'utf8');

// What the rules leave to a person: what is asked, where, and why it is right as it is. A new one fails.
const explained = [
  { rule: 'text_contrast_sufficient', skin: 'canvas', says: /foreground text and its background color are both detected as/, element: /^</,
    why: 'the letters of the canvas skin are transparent over the painted ones; the tokens that paint them are measured in palette.test.mjs' },
  { rule: 'style_focus_visible', says: /focus indicator is visible/, element: /^<(?:button|input)/,
    why: 'the ring of each of them is measured, pixel by pixel, in focus_ring.test.mjs' },
  { rule: 'style_color_misuse', says: /color is not used as the only visual means/, element: /^<link [^>]*href="style\.css"/,
    why: 'states differ by the form of the mark and the border, charts by shapes and words: see grey.test.mjs' },
  { rule: 'style_highcontrast_visible', says: /Windows high contrast mode/, element: /^<link [^>]*href="style\.css"/,
    why: 'forced colours choose the document skin, and its marks and borders in the system’s own colours: see axe.test.mjs, fallback.test.mjs' },
  { rule: 'text_sensory_misuse', says: /'(?:left|lower|size|bigger|smaller|beside|smaller, largest)'/, element: /^<(?:span|p|legend|h1)/,
    why: '“left” is time that is left or people who left; “lower”, “size”, “smaller”, “bigger”, “largest” are about numbers, “beside” about what is compared; no text points at a place or a shape' },
  { rule: 'blockquote_cite_exists', says: /cite/, element: /^<blockquote .*class="evidence"/,
    why: 'the words quoted are the visitor’s own answer, which has no address' },
];

async function look(page) {
  if (!await page.evaluate(() => Boolean(window.ace_ibma))) await page.evaluate(ace);
  return page.evaluate(async () => {
    const checker = new window.ace_ibma.Checker();
    const { results } = await checker.check(document, ['WCAG_2_2']);
    return {
      looked: results.filter(({ value }) => value[1] === 'PASS').length,
      found: results.filter(({ value }) => value[1] !== 'PASS').map(({ ruleId, value, message, snippet }) => ({ rule: ruleId, kind: value.join(' '), message, snippet })),
    };
  });
}

const seen = new Set();
for (const skin of skins) {
  test(`${skin} skin: no violation in any state`, async () => {
    const wrong = new Set();
    const states = [];
    await everyState(used, { skin, act: byScript }, async (name, page) => {
      states.push(name);
      const { looked, found } = await look(page);
      assert.ok(looked >= 30, `${name}: only ${looked} checks passed: the engine did not run`);
      for (const { rule, kind, message, snippet } of found) {
        const reason = kind !== 'VIOLATION FAIL' && explained.find((one) => one.rule === rule && (one.skin ?? skin) === skin && one.says.test(message) && one.element.test(snippet));
        if (reason) seen.add(reason);
        else wrong.add(`${kind} ${rule}: ${message}: ${snippet.slice(0, 160)} (${name})`);
      }
    });
    assert.ok(states.length >= 20, `${states.length} states`);
    assert.deepEqual([...wrong], []);
  });
}

test('every explanation still explains something', () => {
  assert.deepEqual(explained.filter((one) => !seen.has(one)).map(({ rule }) => rule), []);
});
