// The whole assessment by keyboard alone in Firefox and WebKit, painted and without WebGL, to the bytes of the command line.

import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answers, sameText, scored } from '../browser/browser.mjs';
import { call, choose, countOf, drivers, go, look, ready, tabTo, until, visit } from './engines.mjs';
import { paintedOnly } from './painted.mjs';

const clear = 'rgba(0, 0, 0, 0)';
const profiles = new Map();

// VGAP_PICTURES names a folder for a picture of the first pages and the result, to be looked at.
async function picture(engine, name) {
  if (!process.env.VGAP_PICTURES) return;
  mkdirSync(process.env.VGAP_PICTURES, { recursive: true });
  writeFileSync(join(process.env.VGAP_PICTURES, `${name}.png`), await engine.picture());
}

function asItShouldBe(shown, skin) {
  assert.equal(shown.canvas, skin === 'canvas');
  assert.equal(shown.ink === clear, skin === 'canvas', shown.ink);
}

for (const [name, driver] of Object.entries(drivers)) {
  for (const [webgl, skin] of [[true, 'canvas'], [false, 'document']]) {
    test(`${name}, ${webgl ? 'with' : 'without'} WebGL: from the intro to the result by keyboard`, () => visit(driver, { webgl }, async (engine, address) => {
      assert.equal(await engine.run(() => document.createElement('canvas').getContext('webgl2') !== null), webgl);
      await ready(engine, skin);
      let shown = await look(engine);
      assert.equal(shown.focus, 'body', 'something took the focus');
      let question = 0;
      for (let screen = 0; !shown.result; ++screen) {
        assert.ok(screen < 20, 'the assessment does not end');
        asItShouldBe(shown, skin);
        if (skin === 'canvas' && screen < 2) await paintedOnly(engine);
        if (screen < 2) await picture(engine, `${name}-${skin}-${screen}`);
        for (let group = 0; group < shown.groups; ++group, ++question) {
          const wanted = answers.mixed(question, await countOf(engine, group));
          if (wanted < 0) continue;
          await choose(engine, group, wanted);
          const { ring, room } = await look(engine);
          assert.ok(ring >= 2, `a focus ring of ${ring} px`);
          assert.ok(room >= 5, `the focus ring is ${room} px from the window's edge`);
          await until(engine, () => document.querySelector('.saved').textContent.startsWith('Saved'));
        }
        if (screen === 1) {
          if (skin === 'canvas') await paintedOnly(engine);
          await picture(engine, `${name}-${skin}-answered`);
        }
        // In the middle the page is loaded again: what was answered is there.
        if (screen === 3) {
          const { heading } = shown;
          await engine.go(address);
          await ready(engine, skin);
          shown = await go(engine);
          assert.equal(shown.heading, heading);
        }
        shown = await go(engine);
        assert.equal(shown.focus, 'h1', 'a new screen begins at its heading');
      }
      assert.ok(question >= 30, `${question} questions`);
      asItShouldBe(shown, skin);
      if (skin === 'canvas') await paintedOnly(engine);
      await picture(engine, `${name}-${skin}-result`);
      const profile = await call(engine, 'profile');
      sameText(profile, scored(await call(engine, 'response')));
      profiles.set(`${name} ${skin}`, profile);
      // Every control of the result can be reached, and Tab leaves the page at its end.
      await tabTo(engine, 'footer button:last-of-type');
    }));
  }
}

test('every engine and skin leads to the same result', () => {
  assert.equal(profiles.size, 4);
  assert.equal(new Set(profiles.values()).size, 1);
});
