// Where the keyboard is can be seen: around every control in both skins, light, dark and with more contrast, the ring is
// at least 2 px thick on each side, at least 3:1 against what was there before, whole in the window, and never covered.

import test from 'node:test';
import assert from 'node:assert/strict';
import { contrast, decodePng } from './contrast.mjs';
import { mouse, ready, settled, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser();
const reach = 10;  // CSS px around the control that are looked at
const tall = 620;

// The control that has the focus: a name for it, its box, and whether anything lies over it.
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  if (element === document.body || element.tagName === 'H1') return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  const own = (x, y) => {
    const hit = document.elementFromPoint(x, y);
    return hit === element || element.contains(hit) || (element.labels && [...element.labels].some((label) => label.contains(hit)));
  };
  const points = [[left + 3, top + height / 2], [left + width - 3, top + height / 2], [left + width / 2, top + 3], [left + width / 2, top + height - 3]];
  return {
    name: element.type === 'radio' ? `answer ${element.labels[0].className}: ${element.labels[0].textContent.slice(0, 30)}` : `${element.className}: ${element.textContent}`,
    kind: element.type === 'radio' ? element.labels[0].className : element.className,
    left, top, width, height, covered: points.filter(([x, y]) => !own(x, y)).length, window: [innerWidth, innerHeight],
  };
});

async function shot(page, { left, top, width, height }) {
  const clip = { x: Math.max(0, Math.floor(left) - reach), y: Math.max(0, Math.floor(top) - reach), width: Math.ceil(width) + 2 * reach, height: Math.ceil(height) + 2 * reach };
  return { image: decodePng(await page.screenshot({ clip, caret: 'initial', animations: 'allow' })), clip };
}

// The thickest run of pixels that the focus changed by 3:1 or more, on the way from outside to the middle of each side.
function thickness(before, after, { left, top, width, height }, clip) {
  const [x0, y0] = [Math.round(left - clip.x), Math.round(top - clip.y)];
  const [x1, y1] = [Math.round(left + width - clip.x) - 1, Math.round(top + height - clip.y) - 1];
  const run = (points) => {
    let most = 0;
    let now = 0;
    for (const [x, y] of points) {
      const inside = x >= 0 && y >= 0 && x < after.width && y < after.height;
      now = inside && contrast(before.at(x, y), after.at(x, y)) >= 3 ? now + 1 : 0;
      most = Math.max(most, now);
    }
    return most;
  };
  const [mx, my] = [Math.round((x0 + x1) / 2), Math.round((y0 + y1) / 2)];
  const steps = Array.from({ length: 2 * reach }, (_, at) => at - reach);
  return { left: run(steps.map((step) => [x0 + step, my])), right: run(steps.map((step) => [x1 - step, my])),
    top: run(steps.map((step) => [mx, y0 + step])), bottom: run(steps.map((step) => [mx, y1 - step])) };
}

async function everyRing(page, kinds, where) {
  await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  let stops = 0;
  for (; stops < 60; ++stops) {
    await page.keyboard.press('Tab');
    await settled(page);
    const control = await focused(page);
    if (!control) break;
    const what = `${where}: ${control.name}`;
    const [wide, high] = control.window;
    assert.ok(control.left >= 0 && control.left + control.width <= wide && control.top >= 0 && control.top + control.height <= high, `${what} is not whole in the window`);
    assert.equal(control.covered, 0, `${what} is covered`);
    if ((kinds.get(control.kind) ?? 0) >= 2) continue;  // two of a kind a screen are enough to look at pixel by pixel
    kinds.set(control.kind, (kinds.get(control.kind) ?? 0) + 1);
    const after = await shot(page, control);
    await page.evaluate(() => { window.had = document.activeElement; window.had.blur(); });
    await settled(page);
    const before = await shot(page, control);
    await page.evaluate(() => window.had.focus({ preventScroll: true }));
    for (const [side, thick] of Object.entries(thickness(before.image, after.image, control, after.clip))) {
      assert.ok(thick >= 2, `${what}: the ring is ${thick} px thick on the ${side}`);
    }
  }
  assert.ok(stops > 0 && stops < 60, `${where}: ${stops} stops`);
}

const settings = [
  { skin: 'canvas', colorScheme: 'light', width: 760 }, { skin: 'canvas', colorScheme: 'dark', width: 320 },
  { skin: 'document', colorScheme: 'light', width: 320 }, { skin: 'document', colorScheme: 'dark', width: 760 },
  { skin: 'document', colorScheme: 'light', contrast: 'more', width: 760 }, { skin: 'document', forcedColors: 'active', width: 760 },
];
for (const setting of settings) {
  test(`${Object.values(setting).join(', ')} px: every control shows that it has the focus`, async () => {
    const page = await ready(await visit(used, { ...setting, height: tall }), setting.skin);
    const all = new Set();
    let screens = 0;
    await takeAssessment(page, { ...mouse, answer: (question, count) => (question === 1 ? count - 1 : question % 9 === 8 ? -1 : question % count), screen: async (title, step) => {
      if (![0, 1, 2].includes(step) && !await page.locator('.review_row,.hero').count()) return;
      screens += 1;
      const kinds = new Map();
      await page.mouse.move(1, 1);
      await everyRing(page, kinds, title);
      for (const kind of kinds.keys()) all.add(kind);
    } });
    assert.equal(screens, 5);
    for (const kind of ['option', 'primary', 'plain', 'secondary', 'linklike']) assert.ok(all.has(kind), `${kind} was not met`);
    await page.done();
  });
}
