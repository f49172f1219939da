// The element on a stranger's page in Firefox and WebKit, its files from another origin: the whole assessment by keyboard
// to the bytes of the command line tool; a script that is not the published one never runs.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answers, sameText, scored, site } from '../browser/browser.mjs';
import { own, page, startHost, strict, tag } from '../browser/strangers/host.mjs';
import { drivers, until } from './engines.mjs';

// Calls `use` with an engine on a page that holds the element.
async function visit(driver, { from = 'own', headers = {}, parts = {}, files = {}, webgl = false }, use) {
  const stranger = await startHost();
  const keeper = from === 'own' ? stranger : await startHost();
  let engine;
  try {
    for (const [name, answer] of Object.entries(files)) keeper.put(`${own}${name}`, answer);
    const there = stranger.put('/page.html', { body: page({ at: from === 'own' ? own : `${keeper.host}${own.slice(1)}`, ...parts }), headers });
    engine = await driver.open({ webgl, width: 760, height: 900 });
    await engine.go(there);
    await use(engine, keeper);
  } finally {
    await engine?.close();
    stranger.stop();
    keeper.stop();
  }
}

const at = (engine) => engine.run(() => {
  const outer = document.activeElement;
  const inner = outer.shadowRoot?.activeElement;
  return { id: outer.id, name: inner?.name ?? '', primary: Boolean(inner?.matches('button.primary')), checked: Boolean(inner?.checked) };
});
async function tabTo(engine, reached) {
  for (let tabs = 0; tabs < 100; ++tabs) {
    if (reached(await at(engine))) return;
    await engine.key('Tab');
  }
  throw new Error(`Tab never came to ${reached}`);
}

for (const [name, driver] of Object.entries(drivers)) {
  test(`${name}: by keyboard from the page's link before it to the one after it`, () => visit(driver, { from: 'site', webgl: true, parts: { inside: '<p id="wait">Wait</p>' } }, async (engine) => {
    await until(engine, (wanted) => document.querySelector(wanted).velocityGap?.skin() === 'canvas', tag);
    assert.equal((await at(engine)).id, '', 'something took the focus');
    await engine.run(() => document.querySelector('#before').focus());
    let question = 0;
    for (let screen = 0; ; ++screen) {
      assert.ok(screen < 20, 'the assessment does not end');
      const { groups, title } = await engine.run((wanted) => {
        const root = document.querySelector(wanted).shadowRoot;
        return {
          title: root.querySelector('h2').textContent,
          groups: [...root.querySelectorAll('fieldset')].map((group) => ({ name: group.querySelector('input').name, count: group.querySelectorAll('input').length })),
        };
      }, tag);
      for (const group of groups) {
        const wanted = answers.mixed(question++, group.count);
        if (wanted < 0) continue;
        await tabTo(engine, ({ name: focused }) => focused === group.name);
        await engine.key('Space');
        for (let down = 0; down < wanted; ++down) await engine.key('ArrowDown');
        assert.ok((await at(engine)).checked);
      }
      if (await engine.run((wanted) => document.querySelector(wanted).profile !== null, tag)) break;
      await tabTo(engine, ({ primary }) => primary);
      await engine.key('Enter');
      await until(engine, ([wanted, before]) => document.querySelector(wanted).shadowRoot.querySelector('h2').textContent !== before, [tag, title]);
    }
    assert.ok(question >= 30, `${question} questions`);
    const { profile, response } = await engine.run((wanted) => { const { profile: made, response: given } = document.querySelector(wanted); return { profile: made, response: given }; }, tag);
    sameText(profile, scored(response));
    await tabTo(engine, ({ id }) => id === 'after');
  }));

  test(`${name}: under the strictest policy`, () => visit(driver, { headers: { 'Content-Security-Policy': strict } }, async (engine) => {
    await until(engine, (wanted) => Boolean(document.querySelector(wanted).shadowRoot?.querySelector('button.primary')), tag);
    assert.deepEqual(engine.errors, []);
  }));

  for (const [file, from] of [['first.js', 'own'], ['assessment.js', 'site'], ['velocity-gap.wasm', 'own']]) {
    test(`${name}: ${file}, not the published one, from ${from}: it is refused and said, and the next time it is there`, () => visit(driver, {
      from,
      parts: { attributes: 'lang="de"', inside: '<p id="fallback">Rufen Sie uns an.</p>' },
      files: { [file]: {
        body: file.endsWith('.js') ? `${readFileSync(join(site, file))};globalThis.ran=true;` : readFileSync(join(site, file)).subarray(0, 1000),
        headers: { 'Content-Type': file.endsWith('.js') ? 'text/javascript' : 'application/wasm', 'Access-Control-Allow-Origin': '*' },
      } },
    }, async (engine, keeper) => {
      await until(engine, (wanted) => Boolean(document.querySelector(wanted).shadowRoot?.querySelector('[role=alert]')), tag);
      const said = await engine.run((wanted) => document.querySelector(wanted).shadowRoot.querySelector('[role=alert]').textContent, tag);
      assert.ok(said.includes(file), said);
      assert.equal(await engine.run(() => globalThis.ran ?? false), false, 'it ran');
      assert.equal(await engine.run(() => document.querySelector('#fallback').getClientRects().length > 0), true);
      keeper.put(`${own}${file}`, undefined);
      await engine.run(async (wanted) => {
        const element = document.querySelector(wanted);
        const next = element.nextSibling;
        element.remove();
        await new Promise((done) => { setTimeout(done); });
        next.before(element);
      }, tag);
      await until(engine, (wanted) => Boolean(document.querySelector(wanted).shadowRoot.querySelector('button.primary')), tag);
    }));
  }
}
