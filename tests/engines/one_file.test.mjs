// velocity-gap-offline.html opened from a folder in Firefox and WebKit, with no server anywhere: the whole assessment by
// keyboard to the bytes of the command line, and what was answered is there when the file is opened again.
//
// In      VGAP_DIST (build/dist)

import test from 'node:test';
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answers, sameText, scored } from '../browser/browser.mjs';
import { call, choose, countOf, drivers, go, look, ready, until } from './engines.mjs';

const built = resolve(process.env.VGAP_DIST ?? 'build/dist', 'velocity-gap-offline.html');

for (const [name, driver] of Object.entries(drivers)) {
  test(`${name}: from a double click to the result`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'velocity-gap offline-'));
    const engine = await driver.open({ webgl: true, width: 760, height: 900 });
    try {
      const file = join(folder, 'velocity-gap-offline.html');
      copyFileSync(built, file);
      const address = pathToFileURL(file).href;
      await engine.go(address);
      await ready(engine, 'canvas');
      let shown = await look(engine);
      let question = 0;
      for (let screen = 0; !shown.result; ++screen) {
        assert.ok(screen < 20, 'the assessment does not end');
        for (let group = 0; group < shown.groups; ++group, ++question) {
          const wanted = answers.mixed(question, await countOf(engine, group));
          if (wanted < 0) continue;
          await choose(engine, group, wanted);
          await until(engine, () => document.querySelector('.saved').textContent.startsWith('Saved'));
        }
        if (screen === 2) {
          const { heading } = shown;
          await engine.go('about:blank');
          await engine.go(address);
          await ready(engine, 'canvas');
          shown = await go(engine);
          assert.equal(shown.heading, heading, 'it goes on where it was left');
        }
        shown = await go(engine);
      }
      assert.ok(question >= 30, `${question} questions`);
      sameText(await call(engine, 'profile'), scored(await call(engine, 'response')));
      assert.deepEqual(await engine.run(() => performance.getEntriesByType('resource').map((entry) => entry.name).filter((url) => !url.startsWith('data:'))), []);
      assert.deepEqual(engine.errors, []);
    } finally {
      await engine.close();
      rmSync(folder, { recursive: true });
    }
  });
}
