// engines — browsers other than Chromium, each behind the same few calls, and what a visitor does there by keyboard.
//
// In      VGAP_SITE (build/site); a driver: open({webgl, width, height}) -> {errors, go, run, key, picture, close}
//         errors   what the page complained of        go(address)
//         run      a function in the page, its words and value as JSON; a promise is waited for
//         key      one key pressed and released through the browser's own driver: Tab, Enter, Space, Arrow…
//         picture  the window's content as PNG: a Buffer
// Out     drivers; visit(): the assessment in an engine; until, tabTo, choose, go
// Errors  a condition that never comes true fails with its source
// Tested  tests/engines/*.test.mjs

import assert from 'node:assert/strict';
import { serve } from '../../tools/serve.mjs';
import * as firefox from './firefox.mjs';
import * as webkit from './webkit.mjs';

export const drivers = { firefox, webkit };
const site = process.env.VGAP_SITE ?? 'build/site';
const patience = 30_000;  // ms

// Opens the site in an engine and calls `use` with the engine and the address; ends everything that it started.
export async function visit(driver, { webgl, width = 760, height = 900 }, use) {
  const { server, address } = await serve(site);
  let engine;
  try {
    engine = await driver.open({ webgl, width, height });
    await engine.go(address);
    await use(engine, address);
    assert.deepEqual(engine.errors, []);
  } finally {
    await engine?.close();
    server.close();
  }
}

export async function until(engine, condition, ...words) {
  for (const end = Date.now() + patience; ;) {
    if (await engine.run(condition, ...words)) return;
    if (Date.now() > end) throw new Error(`it never came true: ${condition} (${words})`);
    await new Promise((again) => setTimeout(again, 20));
  }
}

// The first screen in the skin that this browser is meant to get without being asked.
export async function ready(engine, skin) {
  await until(engine, () => Boolean(document.querySelector('#velocity-gap main button')));
  await until(engine, (wanted) => document.querySelector('#velocity-gap').velocityGap?.skin?.() === wanted, skin);
}

// What the window shows to eyes and keyboard at this moment.
export const look = (engine) => engine.run(() => {
  const root = document.querySelector('#velocity-gap');
  const at = document.activeElement;
  return {
    heading: root.querySelector('h1').textContent.replace(/\s+/g, ' '),
    canvas: getComputedStyle(root.querySelector('canvas')).display !== 'none',
    ink: getComputedStyle(root.querySelector('h1')).color,
    focus: at.matches('input,button') ? (at.labels?.[0] ?? at).textContent.trim() : at.localName,
    ring: parseFloat(getComputedStyle(at).outlineWidth) * (getComputedStyle(at).outlineStyle === 'none' ? 0 : 1),
    room: Math.min(at.getBoundingClientRect().top, innerHeight - at.getBoundingClientRect().bottom),
    result: root.querySelector('.hero') !== null,
    groups: root.querySelectorAll('fieldset').length,
  };
});

export async function tabTo(engine, selector) {
  for (let tabs = 0; tabs < 100; ++tabs) {
    if (await engine.run((wanted) => document.activeElement.matches(wanted), selector)) return;
    await engine.key('Tab');
  }
  throw new Error(`Tab never came to ${selector}`);
}

// Answers the question at this place with the answer at that one: Tab to the group, Space, arrows.
export async function choose(engine, group, wanted) {
  const name = await engine.run((at) => document.querySelectorAll('fieldset')[at].querySelector('input').name, group);
  await tabTo(engine, `input[name="${name}"]`);
  await engine.key('Space');
  for (let down = 0; down < wanted; ++down) await engine.key('ArrowDown');
  const { at, focused } = await engine.run((group_name) => {
    const radios = [...document.querySelectorAll(`input[name="${group_name}"]`)];
    return { at: radios.findIndex(({ checked }) => checked), focused: radios.indexOf(document.activeElement) };
  }, name);
  assert.deepEqual({ at, focused }, { at: wanted, focused: wanted });
}

// Presses the screen's main button and waits for the next screen; gives what is shown there.
export async function go(engine) {
  const before = await engine.run(() => document.querySelector('h1').textContent);
  await tabTo(engine, 'button.primary');
  await engine.key('Enter');
  await until(engine, (text) => document.querySelector('h1').textContent !== text && document.activeElement !== document.body, before);
  return look(engine);
}

export const countOf = (engine, group) => engine.run((at) => document.querySelectorAll('fieldset')[at].querySelectorAll('input').length, group);
export const call = (engine, name) => engine.run((which) => document.querySelector('#velocity-gap').velocityGap[which](), name);
