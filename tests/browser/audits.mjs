// audits — what a screen is looked at for, whichever it is: axe's rules, the size of what is pressed, the ring of the focus.
//
// In      a page (browser.mjs) with the screen on it
// Out     axe(page, setting): {violations, incomplete, passes}; onlyContrast(setting); targets(page), tooSmall(targets);
//         everyRing(page, kinds, where): Tab through all controls, two of a kind pixel by pixel; kinds: class -> how many; the stops
// Errors  everyRing: what is not as it should be, by assert
// Tested  tests/browser/{axe,targets,focus_ring,opened}.test.mjs

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { settled } from './browser.mjs';
import { contrast, decodePng } from './contrast.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shown = { resultTypes: ['violations', 'incomplete'] };  // of what passes, the rule is enough: axe then spares the work
const rules = { ...shown, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

// Colours change nothing but contrast: with others only that is looked at.
export const onlyContrast = ({ forcedColors, contrast: more }) => Boolean(forcedColors ?? more);

export async function axe(page, setting) {
  if (!await page.evaluate(() => Boolean(window.axe))) await page.evaluate(source);
  const options = setting.skin === 'canvas' ? { ...rules, rules: { 'color-contrast': { enabled: false } } }
    : onlyContrast(setting) ? { ...shown, runOnly: ['color-contrast'] } : rules;
  const { violations, incomplete, passes } = await page.evaluate((given) => window.axe.run(document, given), options);
  const told = (list) => list.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) =>
    ({ id, html, says: [...any, ...all, ...none].map(({ message, data }) => data?.messageKey ?? message).join(' | ') })));
  return { violations: told(violations), incomplete: told(incomplete), passes: passes.length };
}

const least = 24;  // CSS px
const leastMain = 44;

// What one presses, with the size of what answers to a finger: a label stands for its input.
export const targets = (page) => page.evaluate(() => [...document.querySelectorAll('main :is(button, label, input:not(label *), textarea, a, summary)')].map((element) => {
  const { width, height } = element.getBoundingClientRect();
  return { what: `${element.className} ${element.textContent.trim().slice(0, 40)}`, main: element.matches('.option, .primary, .field'), width, height };
}));

export const tooSmall = (found) => found.filter(({ main, width, height }) => Math.min(width, height) < (main ? leastMain : least));

const reach = 10;  // CSS px around the control that are looked at

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

export async function everyRing(page, kinds, where) {
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
  return stops;
}
