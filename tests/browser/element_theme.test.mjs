// The element's colours on a host's page: right from the first frame that shows any of it, whatever color-scheme the page
// and the system have; followed when the page changes its scheme or a token; never the page's own. And its parts.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answerAll, frames, open, ready, tag, useHost } from './strangers/host.mjs';
import { decodePng } from './contrast.mjs';

const used = useHost();

const paper = { light: [251, 250, 247], dark: [20, 23, 26] };
const skins = { canvas: '#painted', document: '#written' };

// Two side by side, each in one skin, with room around that nothing of a screen reaches into.
const both = ({ scheme = '', theme = '', style = '' } = {}) => ({
  style: `${scheme && `html { color-scheme: ${scheme} }`} ${tag} { position: absolute; top: 200px; width: 450px } #written { left: 450px } #painted { left: 0 } footer, .own { position: static } ${style}`,
  element: `id="painted" skin="canvas" locale="en" ${theme && `theme="${theme}"`}`,
  close: `<${tag} id="written" skin="document" locale="en" draft="b" ${theme && `theme="${theme}"`}></${tag}>`,
});

async function stand(page) {
  for (const selector of Object.values(skins)) await ready(page, selector);
  await page.waitForFunction(() => document.querySelector('#painted').velocityGap.skin() === 'canvas');
  await frames(page, 3);
}

// Every frame that the browser shows, as it shows it.
async function film(page) {
  const session = await page.context().newCDPSession(page);
  const shots = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    shots.push(data);
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  return async () => {
    await session.send('Page.stopScreencast');
    return shots.map((data) => decodePng(Buffer.from(data, 'base64')));
  };
}

// The page's own colours, and what decides on them.
const theirs = (page) => page.evaluate(() => [document.documentElement, document.body, ...document.querySelectorAll('.own')].map((element) => {
  const style = getComputedStyle(element);
  return ['color-scheme', 'color', 'background-color', 'border-top-color', 'outline-color', 'accent-color', 'font-family'].map((name) => style.getPropertyValue(name)).join();
}));

// One after another, each once.
const steps = (list) => list.map(String).filter((one, at, all) => one !== all[at - 1]);

const hosts = [
  { scheme: '', light: 'light', dark: 'light' },
  { scheme: 'light', light: 'light', dark: 'light' },
  { scheme: 'dark', light: 'dark', dark: 'dark' },
  { scheme: 'light dark', light: 'light', dark: 'dark' },
  { scheme: 'light', theme: 'dark', light: 'dark' },
  { scheme: 'dark', theme: 'light', dark: 'light' },
];

for (const { scheme, theme, ...wanted } of hosts) {
  for (const colorScheme of ['light', 'dark'].filter((each) => wanted[each])) {
    test(`color-scheme: ${scheme || 'none'}${theme ? `, theme="${theme}"` : ''}, system ${colorScheme}: no frame of another ground`, async () => {
      const page = await open(used, { parts: { ...both({ scheme, theme }), script: '' }, colorScheme });
      await frames(page, 3);
      const before = await theirs(page);
      const cut = await film(page);
      await page.addScriptTag({ url: '/velocity-gap/velocity-gap.js', type: 'module' });
      await stand(page);
      await frames(page, 10);
      const shots = await cut();
      assert.ok(shots.length >= 3, `only ${shots.length} frames were seen`);
      const ground = shots[0].at(5, 600);
      assert.deepEqual(await theirs(page), before, 'the page has other colours than it had');
      for (const [x, y] of [[890, 20], [890, 190], [3, 890]]) assert.deepEqual(steps(shots.map(({ at }) => at(x, y))), steps([ground]), `the page's own ground at ${x}, ${y}`);
      for (const [skin, left] of [['canvas', 0], ['document', 450]]) {
        for (const [x, y] of [[4, 210], [225, 204], [4, 500], [446, 500]]) {
          assert.deepEqual(steps(shots.map(({ at }) => at(left + x, y))), steps([ground, paper[wanted[colorScheme]]]), `${skin} at ${x}, ${y}`);
        }
      }
      await page.done();
    });
  }
}

// What each skin shows: the ground, and every colour of ours that is in use anywhere; on the canvas, the pixels.
const shown = (page, selector) => page.evaluate((wanted) => {
  const root = document.querySelector(wanted).shadowRoot.querySelector('.vg');
  const found = {};
  if (root.matches('.canvas')) {
    const painted = root.querySelector('canvas');
    const copy = Object.assign(document.createElement('canvas'), { width: painted.width, height: painted.height });
    const context = copy.getContext('2d', { willReadFrequently: true });
    context.drawImage(painted, 0, 0);
    const { data } = context.getImageData(0, 0, copy.width, copy.height);
    const name = (color) => `rgb(${color & 255}, ${(color >> 8) & 255}, ${(color >> 16) & 255})`;
    for (const color of new Set(new Uint32Array(data.buffer))) found[name(color)] = true;
    return { skin: 'canvas', ground: name(new Uint32Array(data.buffer)[0]), found };
  }
  for (const element of [root, ...root.querySelectorAll('*:not(.vg-probe, .vg-tell)')]) {
    const style = getComputedStyle(element);
    for (const name of ['color', 'background-color', 'border-top-color', 'border-inline-start-color', 'border-bottom-color', 'fill', 'stroke']) found[style.getPropertyValue(name)] = true;
    if (element.localName !== 'input') continue;
    found[getComputedStyle(element, '::before').borderTopColor] = true;
  }
  return { skin: 'document', ground: getComputedStyle(root).backgroundColor, found };
}, selector);

// Waits until both skins show it; what they show instead is said.
async function bothShow(page, is, name) {
  for (const [skin, selector] of Object.entries(skins)) {
    let seen;
    for (let tries = 0; tries < 40; ++tries) {
      await frames(page, 2);
      seen = await shown(page, selector);
      if (is(seen)) break;
    }
    assert.equal(seen.skin, skin, `${name}: another skin is shown`);
    assert.ok(is(seen), `${name}, ${skin}: the ground is ${seen.ground}`);
  }
}

const rgb = (color) => `rgb(${color.join(', ')})`;

test('the page changes its color-scheme, or the system its preference, while it runs', async () => {
  const page = await open(used, { parts: both(), colorScheme: 'dark' });
  await stand(page);
  const own = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  for (const [scheme, wanted] of [['dark', 'dark'], ['light', 'light'], ['light dark', 'dark'], ['', 'light'], ['dark', 'dark'], ['only light', 'light']]) {
    await page.evaluate((value) => { document.documentElement.style.colorScheme = value; }, scheme);
    await bothShow(page, ({ ground }) => ground === rgb(paper[wanted]), `color-scheme: ${scheme || 'none'}`);
    assert.equal(await own(), scheme === 'only light' ? 'light only' : scheme || 'normal');
  }
  await page.evaluate(() => { document.documentElement.style.colorScheme = 'light dark'; });
  for (const wanted of ['light', 'dark', 'light']) {
    await page.emulateMedia({ colorScheme: wanted });
    await bothShow(page, ({ ground }) => ground === rgb(paper[wanted]), `the system prefers ${wanted}`);
  }
  await page.done();
});

// Those of README; a colour that is none of the house's, and can be read on its grounds.
const tokens = { paper: [240, 248, 255], card: [255, 250, 240], ink: [10, 20, 60], soft: [70, 60, 50], line: [200, 180, 220], accent: [90, 20, 120], ok: [10, 90, 40], gap: [140, 10, 10], need: [5, 5, 90] };

test('every token that is promised is followed at any time, in both skins, set on it or above it', async () => {
  const named = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').split('\n').find((line) => line.startsWith('| custom properties'));
  const promised = [...named.matchAll(/`(?:--vg)?-([a-z]+)`/g)].map(([, name]) => name);
  assert.deepEqual(promised.filter((name) => !['focus', 'radius', 'font'].includes(name)).sort(), Object.keys(tokens).sort());

  const page = await open(used, { parts: both(), height: 3600 });
  await stand(page);
  for (const selector of Object.values(skins)) await answerAll(page, { selector });
  const before = { canvas: await shown(page, '#painted'), document: await shown(page, '#written') };
  for (const [at, [name, color]] of Object.entries(tokens).entries()) {
    const wanted = rgb(color);
    for (const skin of Object.keys(skins)) assert.ok(!before[skin].found[wanted], `${skin} has ${wanted} before anybody asks for it`);
    const where = at % 2 ? 'html' : tag;
    const set = (value) => page.evaluate(([to, token, given]) => {
      for (const element of document.querySelectorAll(to)) element.style.setProperty(token, given);
    }, [where, `--vg-${name}`, value]);
    await set(wanted);
    await bothShow(page, ({ found }) => found[wanted], `--vg-${name} on ${where}`);
    await set('');
    await bothShow(page, ({ found }) => !found[wanted], `--vg-${name} on ${where}, and no longer`);
  }
  await page.done();
});

const token = (page, name, value) => page.evaluate(([which, given]) => { document.documentElement.style.setProperty(which, given); }, [`--vg-${name}`, value]);

test('the ring of the focus and the radius too', async () => {
  const page = await open(used, { parts: both() });
  await stand(page);
  for (const color of ['rgb(150, 0, 90)', 'rgb(0, 70, 150)']) {
    await token(page, 'focus', color);
    for (const selector of Object.values(skins)) {
      await page.locator(`${selector} button.primary`).focus();
      await page.keyboard.press('Shift');
      await page.waitForFunction(([wanted, ring]) => {
        const { outlineColor, outlineStyle } = getComputedStyle(document.querySelector(wanted).shadowRoot.activeElement);
        return outlineStyle === 'solid' && outlineColor === ring;
      }, [selector, color]);
    }
  }
  // What shows in the corner of the button, as the browser shows it: round, the ground.
  for (const radius of ['0', '24px', '0']) {
    await token(page, 'radius', radius);
    await page.evaluate(() => document.activeElement.shadowRoot?.activeElement.blur());
    await frames(page, 4);
    for (const [skin, selector] of Object.entries(skins)) {
      const { x, y } = await page.locator(`${selector} button.primary`).boundingBox();
      const { at } = decodePng(await page.screenshot({ clip: { x: Math.ceil(x), y: Math.ceil(y), width: 8, height: 8 } }));
      assert.deepEqual(at(1, 1), radius === '0' ? [15, 95, 99] : paper.light, `${skin}, radius ${radius}`);
    }
  }
  await page.done();
});

// Letters that lie elsewhere in the texture come out a shade off.
const painting = async (page) => {
  const url = await page.evaluate(() => document.querySelector('#painted').shadowRoot.querySelector('canvas').toDataURL());
  return decodePng(Buffer.from(url.split(',')[1], 'base64'));
};
function alike(a, b) {
  for (let y = 0; y < a.height; ++y) {
    for (let x = 0; x < a.width; ++x) {
      const other = b.at(x, y);
      if (a.at(x, y).some((part, place) => Math.abs(part - other[place]) > 2)) return false;
    }
  }
  return a.width === b.width && a.height === b.height;
}

test('another typeface, at once or when it has come, is painted as if it had been there from the beginning', async () => {
  const serif = '"DejaVu Serif"';
  const come = () => {
    const face = new FontFace('Late', 'local("DejaVu Serif")');
    document.fonts.add(face);
    return face.load();
  };
  const wanted = {};
  for (const [font, init] of [['monospace'], [serif], ['Late', come]]) {
    const page = await open(used, { parts: both({ style: `html { --vg-font: ${font} }` }), init });
    await stand(page);
    wanted[font] = await painting(page);
    await page.done();
  }
  const page = await open(used, { parts: both({ style: 'html { --vg-font: Late, monospace }' }) });
  await stand(page);
  const same = async (font, name) => {
    let right = false;
    for (let tries = 0; tries < 20 && !right; ++tries) {
      await frames(page, 2);
      right = alike(await painting(page), wanted[font]);
    }
    assert.ok(right, name);
    await frames(page, 4);
    assert.equal(await page.evaluate(() => document.querySelector('#painted').velocityGap.skin()), 'canvas', `${name}: the reader got the document`);
  };
  await same('monospace', 'before it has come');
  await page.evaluate(come);
  await same('Late', 'when it has come');
  await token(page, 'font', 'monospace');
  await same('monospace', 'another one');
  await token(page, 'font', serif);
  await same(serif, 'and another');
  await page.done();
});

// What velocity_gap.d.ts promises to ::part(): in the document skin, and there only.
const types = readFileSync(new URL('../../shell/velocity_gap.d.ts', import.meta.url), 'utf8');
const parts = [.../export type VelocityGapPart =([^;]*);/.exec(types)[1].matchAll(/'([a-z_]+)'/g)].map(([, name]) => name);

// Of everything in it: its part, and whether the page's rule holds there.
const marked = (page) => page.evaluate((name) => [...document.querySelector(name).shadowRoot.querySelectorAll('.vg *')].map((element) => ({
  part: element.getAttribute('part'),
  styled: getComputedStyle(element).textEmphasisColor === 'rgb(1, 2, 3)',
})), tag);

test('every part that is promised is there in the document skin, by what a thing is; on the canvas there is none', async () => {
  const style = parts.map((name) => `${tag}::part(${name}) { text-emphasis-color: rgb(1, 2, 3) }`).join('') + `${tag}::part(primary) { background: rgb(90, 0, 90); letter-spacing: 3px }`;
  const page = await open(used, { parts: { style, element: 'skin="document" locale="en"' } });
  await ready(page);
  const met = new Set();
  const look = async (name) => {
    await frames(page, 2);
    const found = await marked(page);
    for (const { part, styled } of found.filter((each) => each.part !== null)) {
      assert.ok(parts.includes(part), `${name}: ${part} is not in velocity_gap.d.ts`);
      assert.ok(styled, `${name}: ${part} is not styled by the page`);
      met.add(part);
    }
  };
  const button = () => page.evaluate((name) => {
    const { backgroundColor, letterSpacing } = getComputedStyle(document.querySelector(name).shadowRoot.querySelector('.primary'));
    return [backgroundColor, letterSpacing];
  }, tag);
  await look('intro');
  assert.deepEqual(await button(), ['rgb(90, 0, 90)', '3px']);
  await page.evaluate((name) => { document.querySelector(name).skin = 'canvas'; }, tag);
  await page.waitForFunction((name) => document.querySelector(name).velocityGap.skin() === 'canvas', tag);
  assert.deepEqual((await marked(page)).filter(({ part, styled }) => part !== null || styled), []);
  assert.deepEqual(await button(), ['rgba(0, 0, 0, 0)', 'normal']);
  await page.evaluate((name) => { document.querySelector(name).skin = 'document'; }, tag);
  await page.waitForFunction((name) => document.querySelector(name).velocityGap.skin() === 'document', tag);
  assert.deepEqual(await button(), ['rgb(90, 0, 90)', '3px']);
  for (let screen = 0; screen < 12; ++screen) {
    await answerAll(page, { till: 1 });
    await look(`screen ${screen}`);
  }
  await page.evaluate(async (name) => {
    const root = document.querySelector(name).shadowRoot;
    for (let left = 40; root.querySelector('[aria-expanded=false]') && left > 0; --left) root.querySelector('[aria-expanded=false]').click();
  }, tag);
  await look('everything open');
  // A result with much to say.
  await page.evaluate(async (name) => {
    const it = document.querySelector(name);
    await it.reset();
    const root = it.shadowRoot;
    for (let left = 20; root.querySelector('button.primary') && left > 0; --left) {
      for (const group of root.querySelectorAll('fieldset')) group.querySelector('input').click();
      root.querySelector('button.primary').click();
    }
  }, tag);
  await look('the worst result');
  // Those are in other instruments' questions, and where a second result lies over the first.
  assert.deepEqual(parts.filter((name) => !met.has(name)), ['help', 'field', 'key_ring']);
  await page.done();
});
