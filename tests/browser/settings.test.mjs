// The reader's own settings: wider spacing and forced colours change the skin, and neither focus nor place is lost; zooming
// is never prevented, nothing moves by itself, and Tab leads out at both ends.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, ready, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';
import { byScript, withEveryKind } from './visitor.mjs';

const used = useBrowser();

// Gives back where the focus stands when the browser alone has followed.
const style = (page, text) => page.evaluate((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  return document.activeElement.getBoundingClientRect().top;
}, text);

// Where the focused control stands, and what is chosen and typed.
const state = (page) => page.evaluate(() => ({
  focus: document.activeElement.outerHTML.replace(/ (style|class)="[^"]*"/g, ''),
  same: document.activeElement === window.focusedBefore,
  top: document.activeElement.getBoundingClientRect().top,
  selection: [document.activeElement.selectionStart, document.activeElement.selectionEnd],
  value: document.activeElement.value,
  chosen: [...document.querySelectorAll('input')].map(({ checked }) => checked),
}));

const spacing = '* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important } p { margin-bottom: 2em !important }';
const wishes = {
  'text spacing': [(page) => style(page, spacing), (page) => style(page, '')],
  'forced colours': [(page) => page.emulateMedia({ forcedColors: 'active' }), (page) => page.emulateMedia({ forcedColors: 'none' })],
};

for (const [wish, [begin, end]] of Object.entries(wishes)) {
  test(`${wish}: the skin changes and changes back; focus, caret, answers and place stay`, async () => {
    const context = await used.browser.newContext({ viewport: { width: 390, height: 500 } });
    await withEveryKind(context);
    const page = await ready(await visit(used, { context }));
    await byScript.press(page);
    await settled(page);
    const field = page.locator('textarea');
    await page.locator('label.option').first().click();
    await field.fill('what is typed');
    await field.evaluate((area) => area.setSelectionRange(3, 6));
    for (const focused of [field, page.locator('main input[type=checkbox]').first()]) {
      await focused.focus();
      await page.evaluate(() => { window.focusedBefore = document.activeElement; });
      await settled(page);
      const before = await state(page);
      assert.ok(before.same && before.chosen.includes(true));
      for (const [change, skin] of [[begin, 'document'], [end, 'canvas']]) {
        const moved = await change(page) ?? before.top;
        await page.waitForFunction((name) => document.querySelector('#velocity-gap').velocityGap.skin() === name, skin);
        await settled(page);
        const { top, ...after } = await state(page);
        assert.ok(Math.abs(top - moved) <= 2 && Math.abs(top - before.top) < 60, `${skin}: from ${before.top} over ${moved} to ${top}`);
        assert.deepEqual({ ...after, top: before.top }, before, skin);
      }
    }
    await page.done();
    await context.close();
  });
}

test('without a focus the uppermost line keeps its place when the skin changes', async () => {
  const page = await ready(await visit(used, { width: 390, height: 600 }));
  await takeAssessment(page, { ...byScript, answer: (question, count) => question % count });
  await page.evaluate(() => {
    document.activeElement.blur();
    const line = document.querySelectorAll('main h2')[3];
    scrollTo(0, scrollY + line.getBoundingClientRect().top - 5);
  });
  await settled(page);
  const top = () => page.locator('main h2').nth(3).evaluate((line) => line.getBoundingClientRect().top);
  for (const css of [spacing, '']) {
    const before = await api(page, 'skin');
    await style(page, css);
    const moved = css ? 5 : await top();
    await page.waitForFunction((name) => document.querySelector('#velocity-gap').velocityGap.skin() !== name, before);
    assert.ok(Math.abs(await top() - moved) <= 2 && Math.abs(await top() - 5) < 60, `it stands at ${await top()}`);
  }
  await page.done();
});

test('nothing is animated, and no scroll is smooth, for who wants it so', async () => {
  for (const skin of skins) {
    const page = await ready(await visit(used, { skin, height: 500, reducedMotion: 'reduce' }), skin);
    const moving = () => page.evaluate(() => document.getAnimations().length);
    await byScript.press(page);
    for (const target of ['label.option >> nth=1', 'button.primary', '.linklike']) {
      await page.locator(target).first().hover();
      assert.equal(await moving(), 0, `hover ${target}`);
    }
    await page.locator('label.option').nth(1).click();
    assert.equal(await moving(), 0);
    await page.evaluate(() => scrollTo(0, 1e6));
    const scrolled = await page.evaluate(() => {
      document.querySelector('button.primary').click();
      return [scrollY, document.getAnimations().length];
    });
    assert.deepEqual(scrolled, [0, 0], 'a new screen scrolls to its top over time');
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('*:not(.vg-tell)')].filter((element) => {  // that one is not seen: see theme.mjs
      const { scrollBehavior, animationName, transitionDuration } = getComputedStyle(element);
      return scrollBehavior !== 'auto' || animationName !== 'none' || parseFloat(transitionDuration) > 0;
    }).map(({ tagName }) => tagName)), []);
    await page.done();
  }
});

test('page zoom, pinch zoom and Ctrl with the wheel are the browser’s', async () => {
  const listen = () => {
    window.prevented = [];
    for (const type of ['wheel', 'keydown', 'touchstart', 'touchmove', 'gesturestart']) {
      window.addEventListener(type, (event) => window.prevented.push([type, event.ctrlKey, event.defaultPrevented]), { passive: true });
    }
  };
  for (const skin of skins) {
    const page = await ready(await visit(used, { skin, init: listen, width: 390, height: 700, isMobile: true, hasTouch: true }), skin);
    await byScript.press(page);
    await settled(page);
    await page.mouse.move(150, 300);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 120);
    for (const key of ['+', '-', '0']) await page.keyboard.press(key);
    await page.keyboard.up('Control');
    await page.waitForFunction(() => window.prevented.filter(([type, control]) => control && type !== 'touchmove').length >= 5);
    assert.match(await page.locator('meta[name=viewport]').getAttribute('content'), /^width=device-width,initial-scale=1$/);
    const session = await page.context().newCDPSession(page);
    const touch = (type, ...places) => session.send('Input.dispatchTouchEvent', { type, touchPoints: places.map((y, id) => ({ x: 190, y, id })) });
    await touch('touchStart', 290, 310);
    for (let apart = 15; apart <= 120; apart += 15) await touch('touchMove', 300 - apart, 300 + apart);
    await touch('touchEnd');
    await page.waitForFunction(() => visualViewport.scale > 1.5);
    assert.deepEqual(await page.evaluate(() => window.prevented.filter(([, , prevented]) => prevented)), []);
    assert.deepEqual((await api(page, 'response')).answers, {}, 'zooming answered');
    await page.done();
  }
});

test('Tab goes through every control of every screen and out at both ends', async () => {
  for (const skin of skins) {
    const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
    await withEveryKind(context);
    const page = await ready(await visit(used, { context, skin }), skin);
    await page.evaluate(() => {
      for (const [where, id] of [['afterbegin', 'before'], ['beforeend', 'after']]) {
        const button = document.createElement('button');
        button.id = id;
        document.body.insertAdjacentElement(where, button);
      }
    });
    await takeAssessment(page, { ...byScript, screen: async (title) => {
      const stops = await page.evaluate(() => {
        const names = new Set([...document.querySelectorAll('main input[type=radio]')].map(({ name }) => name));
        return names.size + document.querySelectorAll('main :is(button, textarea, input:not([type=radio]))').length;
      });
      for (const [key, from, to] of [['Tab', 'before', 'after'], ['Shift+Tab', 'after', 'before']]) {
        await page.locator(`#${from}`).focus();
        let steps = 0;
        do {
          await page.keyboard.press(key);
          steps += 1;
        } while (steps <= stops && await page.evaluate((id) => document.activeElement.id !== id, to));
        assert.equal(await page.evaluate(() => document.activeElement.id), to, `${skin}, ${title}: ${key} is trapped`);
        assert.equal(steps, stops + 1, `${skin}, ${title}: ${key} passes over a control`);
      }
    } });
    await page.done();
    await context.close();
  }
});
