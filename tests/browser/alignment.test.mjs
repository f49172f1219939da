// The transparent text lies over the painted one: each line as wide as its letters, its ink under it; and the two skins
// stand on the same measures.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, mouse, ready, settled, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser();

// For each line of text: its box in the DOM, the sum of its letters' advances, and the ink that the canvas has there.
const lines = (page) => page.evaluate(() => {
  const root = document.querySelector('#velocity-gap');
  const origin = root.getBoundingClientRect();
  const painted = root.querySelector('canvas');
  const density = painted.width / painted.getBoundingClientRect().width;
  const tile = parseFloat(painted.style.top);
  const copy = document.createElement('canvas');
  copy.width = painted.width;
  copy.height = painted.height;
  const image = copy.getContext('2d', { willReadFrequently: true });
  image.drawImage(painted, 0, 0);
  const measure = document.createElement('canvas').getContext('2d');
  const found = [];
  const walker = document.createTreeWalker(root.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element.closest('caption, textarea') || !node.data.trim() || element.closest('[hidden]')) continue;
    const style = getComputedStyle(element);
    measure.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    measure.fontKerning = 'none';
    const spacing = parseFloat(style.letterSpacing) || 0;
    let start = 0;
    for (const text of node.data.split('\n')) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + text.length);
      start += text.length + 1;
      if (!text.trim()) continue;
      const box = range.getBoundingClientRect();
      const letters = [...text];
      const advances = letters.reduce((sum, letter) => sum + measure.measureText(letter).width + spacing, 0);
      const ink = measure.measureText(letters[0]);
      const line = { text, width: box.width, advances, color: style.color };
      const y = Math.round((box.top - origin.top - tile) * density);
      const height = Math.round(box.height * density);
      if (y >= 0 && y + height <= copy.height && letters[0].trim() && (!node.previousSibling || node.previousSibling.nodeName === 'I')) {
        // The first column with ink, from 4 px before the line to 12 px after its start.
        const left = Math.round((box.left - origin.left - 3) * density);
        const area = image.getImageData(left, y, Math.round(15 * density), height);
        const paper = [...area.data.subarray(0, 3)];
        let first = -1;
        for (let x = 0; x < area.width && first < 0; ++x) {
          for (let row = 0; row < area.height; ++row) {
            const at = (row * area.width + x) * 4;
            if (Math.abs(area.data[at] - paper[0]) + Math.abs(area.data[at + 1] - paper[1]) + Math.abs(area.data[at + 2] - paper[2]) > 90) first = x;
          }
        }
        line.ink = first < 0 ? null : left / density + first / density - (box.left - origin.left);
        line.expected = -ink.actualBoundingBoxLeft;
        line.underlined = element.matches('.linklike, .aside, .aside *');
      }
      found.push(line);
    }
  }
  return found;
});

for (const [width, deviceScaleFactor] of [[760, 1], [390, 2]]) {
  test(`${width} px at density ${deviceScaleFactor}: every line lies over its paint`, async () => {
    const page = await ready(await visit(used, { width, deviceScaleFactor, height: 900 }));
    let checked = 0;
    let inked = 0;
    await takeAssessment(page, { ...mouse, answer: (question, count) => question % count, screen: async (title) => {
      await page.mouse.move(1, 1);
      await page.evaluate(() => scrollTo(0, 0));
      await settled(page);
      for (const line of await lines(page)) {
        const where = `${title}: “${line.text}” ${JSON.stringify(line)}`;
        assert.ok(Math.abs(line.width - line.advances) <= 0.5, where);
        assert.equal(line.color, 'rgba(0, 0, 0, 0)', where);
        checked += 1;
        if (line.ink === undefined) continue;
        assert.notEqual(line.ink, null, `nothing is painted for ${where}`);
        if (!line.underlined) assert.ok(Math.abs(line.ink - line.expected) <= 1.6, where);
        inked += 1;
      }
    } });
    assert.ok(checked > 300 && inked > 150, `${checked} lines, ${inked} with ink`);
    await page.done();
  });
}

const boxes = (page) => page.evaluate(() => [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, span, li, blockquote, button, label, svg, progress)')]
  .filter((element) => !element.closest('[hidden]') && element.matches('svg, progress') | element.textContent.trim().length > 0)
  .map((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, top } = element.matches('svg, progress') ? element.getBoundingClientRect() : range.getBoundingClientRect();
    return { what: `${element.tagName} ${element.getAttribute('class') ?? ''} ${element.textContent.slice(0, 40)}`, left, top: top - document.querySelector('#velocity-gap').getBoundingClientRect().top };
  }));

test('the two skins stand on the same measures', async () => {
  for (const width of [760, 390]) {
    const page = await ready(await visit(used, { width }));
    await takeAssessment(page, { ...mouse, answer: (question, count) => question % count, screen: async (title) => {
      for (const closed of ['How, and how to tell that it worked', 'Why these requirements?']) {
        const button = page.getByRole('button', { name: closed });
        if (await button.count()) await button.press('Enter');
      }
      await page.waitForTimeout(200);  // a new status gets its text some frames after its screen
      const painted = await boxes(page);
      await api(page, 'setSkin', 'document');
      const plain = await boxes(page);
      await api(page, 'setSkin', 'canvas');
      assert.equal(plain.length, painted.length);
      // The toggle is named otherwise in each skin, so what follows it stands elsewhere.
      const end = painted.findIndex(({ what }) => /Show as/.test(what) && /linklike/.test(what) && /plain/.test(what));
      for (let at = 0; at < (end < 0 ? painted.length : end); ++at) {
        const off = Math.max(Math.abs(plain[at].left - painted[at].left), Math.abs(plain[at].top - painted[at].top));
        assert.ok(off <= 2, `${title}, ${width} px: ${painted[at].what} is ${off.toFixed(2)} px apart`);
      }
    } });
    await page.done();
  }
});
