// Pages as other people write them: they change nothing of what stands in the element, and it changes nothing of theirs;
// text and paint lie over each other, or the document is shown; the result is the command line tool's, byte for byte.

import test from 'node:test';
import assert from 'node:assert/strict';
import { answerAll, frames, open, profileOf, ready, responseOf, tag, useHost } from './strangers/host.mjs';
import { pages, turned, zoomed } from './strangers/pages.mjs';
import { sameText, scored } from './browser.mjs';

const used = useHost();

// What our elements look like, but for how much room they have.
const looks = (page) => page.evaluate((name) => {
  const root = document.querySelector(name).shadowRoot.querySelector('.vg');
  const kept = ['color', 'background-color', 'font', 'letter-spacing', 'word-spacing', 'text-transform', 'text-align', 'text-indent', 'white-space', 'text-shadow', 'cursor',
    'direction', 'visibility', 'opacity', 'border-top', 'border-inline-start', 'padding', 'margin-top', 'margin-bottom', 'list-style', 'user-select', 'quotes', 'tab-size', 'hyphens', 'word-break', 'box-sizing',
    'position', 'display', 'transform', 'float', 'z-index', 'outline', 'text-decoration', 'font-variant', 'font-feature-settings', 'border-radius', 'pointer-events', 'font-kerning'];
  return [root, ...root.querySelectorAll('*')].filter((element) => !element.closest('svg') && !element.matches('canvas, .vg-probe, .vg-tell')).map((element) => {
    const style = getComputedStyle(element);
    return `${element.localName}.${element.getAttribute('class')} ${kept.map((each) => `${each}: ${style.getPropertyValue(each)}`).join('; ')}`;
  });
}, tag);

// What the page's own elements look like, and where those before the element stand.
const theirs = (page) => page.evaluate(() => scrollTo(0, 0) ?? [...document.querySelectorAll('.own')].map((element) => {
  const style = getComputedStyle(element);
  const loose = /^(height|block-size|width|inline-size|perspective-origin|transform-origin|inset.*|top|bottom|left|right)$/;
  const before = element.matches('header, header *, h1, h1 ~ .own, .own > .own') && !element.matches('footer *');
  const { x, y, width, height } = element.getBoundingClientRect();
  return { what: element.outerHTML.slice(0, 40), style: [...style].filter((name) => !loose.test(name)).map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'), ...(before && { box: [x, y, width, height].map((part) => part.toFixed(1)).join() }) };
}));

// Each line of text in the canvas skin: how wide its letters are, and where its first ink is on the canvas.
const lines = (page) => page.evaluate((name) => {
  const root = document.querySelector(name).shadowRoot.querySelector('.vg');
  const painted = root.querySelector('canvas');
  const origin = root.getBoundingClientRect();
  const scale = origin.width / root.offsetWidth;
  const density = painted.width / (painted.getBoundingClientRect().width / scale);
  const copy = document.createElement('canvas');
  Object.assign(copy, { width: painted.width, height: painted.height });
  const image = copy.getContext('2d', { willReadFrequently: true });
  image.drawImage(painted, 0, 0);
  const measure = document.createElement('canvas').getContext('2d');
  const found = [];
  for (const element of root.querySelectorAll('h2, .body, .lede, .legend, legend, .n, button.primary')) {
    const node = element.firstChild;
    if (node?.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
    const style = getComputedStyle(element);
    measure.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    measure.fontKerning = 'none';
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const spacing = parseFloat(style.letterSpacing) || 0;
    const advances = [...node.data].reduce((sum, letter) => sum + measure.measureText(letter).width + spacing, 0);
    const x = (box.left - origin.left) / scale;
    const y = (box.top - origin.top) / scale - parseFloat(painted.style.top);
    const height = box.height / scale;
    if (y < 0 || (y + height) * density > copy.height) continue;
    const area = image.getImageData(Math.round((x - 3) * density), Math.round(y * density), Math.round(15 * density), Math.round(height * density));
    let ink = -1;
    for (let column = 0; column < area.width && ink < 0; ++column) {
      for (let row = 0; row < area.height; ++row) {
        const at = (row * area.width + column) * 4;
        if ([0, 1, 2].some((part) => Math.abs(area.data[at + part] - area.data[part]) > 60)) ink = column / density - 3;
      }
    }
    found.push({ text: node.data, width: box.width / scale, advances, ink, expected: -measure.measureText(node.data[0]).actualBoundingBoxLeft, color: style.color });
  }
  const over = painted.getBoundingClientRect();
  return { found, apart: Math.abs(over.left - origin.left) };
}, tag);

function aligned({ found, apart }, name) {
  assert.ok(found.length >= 3, `${name}: only ${found.length} lines`);
  assert.ok(apart < 1, `${name}: the canvas lies ${apart} px beside`);
  for (const { text, width, advances, ink, expected, color } of found) {
    assert.equal(color, 'rgba(0, 0, 0, 0)');
    assert.ok(Math.abs(width - advances) < 1, `${name}: ${text}: ${width} px in the page, ${advances} px of letters`);
    assert.ok(ink > -3 && Math.abs(ink - expected) < 2.5, `${name}: ${text}: ink at ${ink} px, not at ${expected}`);
  }
}

// Nothing of ours scrolls by itself, and nothing of it is cut off at its side.
const overflow = (page) => page.evaluate((name) => {
  const root = document.querySelector(name).shadowRoot.querySelector('.vg');
  const found = [root, ...root.querySelectorAll('*')].filter((element) => element.localName !== 'textarea' && /auto|scroll/.test(getComputedStyle(element).overflowY)).map(({ localName }) => localName);
  const box = root.getBoundingClientRect();
  for (const element of root.querySelectorAll('h2, p, label, button')) {
    const own = element.getBoundingClientRect();
    if (own.width > 0 && (own.left < box.left - 1 || own.right > box.right + 1)) found.push(element.textContent.slice(0, 40));
  }
  return found;
}, tag);

// A new screen begins where one looks, in whatever scrolls: its heading is what is seen there.
async function goOn(page, name) {
  await answerAll(page, { till: 1 });
  await page.evaluate((element) => document.querySelector(element).shadowRoot.querySelector('.vg button.primary')?.scrollIntoView({ block: 'end' }), tag);
  await page.evaluate((element) => { const root = document.querySelector(element).shadowRoot; (root.querySelector('.nav_row > .plain') ?? root.querySelector('button.primary')).click(); }, tag);
  await frames(page, 4);
  const seen = await page.evaluate((element) => {
    const it = document.querySelector(element);
    const { left, top, width, height } = it.shadowRoot.querySelector('h2').getBoundingClientRect();
    const at = document.elementFromPoint(left + Math.min(20, width / 2), top + height / 2);
    return at === it || Boolean(at?.contains(it) && at !== document.body && at !== document.documentElement) || at?.shadowRoot?.contains(it);
  }, tag);
  assert.ok(seen, `${name}: the new screen does not begin where one looks`);
  await answerAll(page, { till: 1 });
  await frames(page, 4);
}

async function stand(name, skin) {
  const { after, ...parts } = pages[name];
  const page = await open(used, { parts: { ...parts, script: '', element: `skin="${skin}" locale="en"` } });
  if (after) await page.evaluate(`(${after})(${JSON.stringify(tag)})`);
  const before = await theirs(page);
  await page.addScriptTag({ url: '/velocity-gap/velocity-gap.js', type: 'module' });
  await ready(page);
  const wanted = turned.includes(name) ? 'document' : skin;
  await page.waitForFunction(([element, shown]) => document.querySelector(element).velocityGap.skin() === shown, [tag, wanted]);
  await frames(page, 4);
  return { page, before, wanted };
}

const plain = {};
const seen = ['intro', 'context', 'questions'];
for (const name of Object.keys(pages)) {
  test(`${name}: the document`, async () => {
    const { page, before } = await stand(name, 'document');
    for (const screen of seen) {
      const now = await looks(page);
      const narrow = await page.evaluate((element) => document.querySelector(element).shadowRoot.querySelector('.vg.phone') !== null, tag);
      const key = `${screen} ${narrow}`;
      if (name === 'plain') {
        plain[`${screen} false`] = now;
        await page.setViewportSize({ width: 400, height: 900 });
        await page.waitForFunction((element) => document.querySelector(element).shadowRoot.querySelector('.vg.phone'), tag);
        await frames(page, 4);
        plain[`${screen} true`] = await looks(page);
        await page.setViewportSize({ width: 900, height: 900 });
        await frames(page, 4);
      }
      assert.ok(now.length > 10);
      const compared = (list) => (zoomed.includes(name) ? list.map((look) => look.replace(/(border-top|border-inline-start|outline): [^;]*/g, '')) : list);
      assert.deepEqual(compared(now), compared(plain[key]), `${name}, ${screen}`);
      assert.deepEqual(await overflow(page), [], `${name}, ${screen}`);
      await goOn(page, `${name}, ${screen}`);
    }
    assert.deepEqual(await theirs(page), before);  // it is gone through to the result painted, below
    await page.done();
  });

  test(`${name}: painted`, async () => {
    const { page, before, wanted } = await stand(name, 'canvas');
    for (const screen of seen) {
      if (wanted === 'canvas') aligned(await lines(page), `${name}, ${screen}`);
      assert.deepEqual(await overflow(page), [], `${name}, ${screen}`);
      await goOn(page, `${name}, ${screen}`);
    }
    assert.deepEqual(await theirs(page), before);
    await answerAll(page);
    await frames(page, 6);
    // At the end of a long screen the canvas has come along, whoever scrolls.
    await page.evaluate((element) => { const all = document.querySelector(element).shadowRoot.querySelectorAll('.vg button'); all[all.length - 1].scrollIntoView({ block: 'end' }); }, tag);
    await frames(page, 20);
    if (wanted === 'canvas') {
      const covered = await page.evaluate((element) => {
        const root = document.querySelector(element).shadowRoot.querySelector('.vg');
        const all = root.querySelectorAll('button');
        const { top, bottom } = all[all.length - 1].getBoundingClientRect();
        const tile = root.querySelector('canvas').getBoundingClientRect();
        return { above: top - tile.top, below: tile.bottom - bottom };
      }, tag);
      assert.ok(covered.above >= 0 && covered.below >= 0, `${name}: the canvas is not where one looks: ${JSON.stringify(covered)}`);
    }
    sameText(await profileOf(page), scored(await responseOf(page)));
    await page.done();
  });
}
