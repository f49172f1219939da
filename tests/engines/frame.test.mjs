// The assessment in a frame from another origin in Firefox and WebKit: two pages by keyboard, in and out, its height
// followed; the same in a sandbox without an origin.

import test from 'node:test';
import assert from 'node:assert/strict';
import { serve } from '../../tools/serve.mjs';
import { documentOf, elsewhere, servePages } from '../browser/frames.mjs';
import { drivers, until } from './engines.mjs';

const site = process.env.VGAP_SITE ?? 'build/site';

// Presses Tab until the frame has told of something, which only what is in it can do.
async function tabUntil(engine, key, condition) {
  for (let tabs = 0; tabs < 60; ++tabs) {
    await engine.key('Tab');
    if (key) await engine.key(key);
    await new Promise((told) => setTimeout(told, 100));
    if (await engine.run(condition)) return;
  }
  throw new Error(`it never came to that: ${condition}`);
}

for (const [name, driver] of Object.entries(drivers)) {
  for (const [attribute, webgl] of [['', true], ['sandbox', false]]) {
    test(`${name}, ${attribute || 'with an origin'}`, async () => {
      const { server, address } = await serve(site);
      const listen = `<script>window.seen = []; for (const type of ['ready', 'start', 'answer', 'error']) document.addEventListener('vg-' + type, ({ detail }) => seen.push([type, detail]));</script>`;
      const body = `<p><button id="before">Before</button></p><velocity-gap-frame ${attribute}>Soon</velocity-gap-frame><p><button id="after">After</button></p>`;
      const held = await servePages({ '/': { body: documentOf({ site: elsewhere({ address }), head: listen, body }) } });
      const engine = await driver.open({ webgl, width: 760, height: 600 });
      try {
        await engine.go(held.address);
        await until(engine, () => window.seen.some(([type]) => type === 'ready'));
        await until(engine, () => document.querySelector('velocity-gap-frame').shadowRoot.querySelector('iframe').offsetHeight > 300);
        const first = await engine.run(() => document.querySelector('velocity-gap-frame').shadowRoot.querySelector('iframe').offsetHeight);
        assert.equal(await engine.run(() => document.activeElement.localName), 'body', 'something took the focus');
        // Start, then the first question: a higher screen, and its beginning is in the window.
        await tabUntil(engine, 'Enter', () => window.seen.some(([type]) => type === 'start') && document.activeElement.localName === 'velocity-gap-frame');
        await until(engine, (before) => document.querySelector('velocity-gap-frame').shadowRoot.querySelector('iframe').offsetHeight > before + 200, first);
        await tabUntil(engine, 'Space', () => window.seen.some(([type]) => type === 'answer'));
        const [, { question }] = await engine.run(() => window.seen.find(([type]) => type === 'answer'));
        const { answers } = JSON.parse(await engine.run(() => document.querySelector('velocity-gap-frame').export('answers')));
        assert.deepEqual(Object.keys(answers), [question]);
        await tabUntil(engine, '', () => document.activeElement.id === 'after');
        assert.ok(await engine.run(() => scrollY) > 300, 'the page around was not scrolled along');
        assert.deepEqual(await engine.run(() => window.seen.filter(([type]) => type === 'error')), []);
        assert.deepEqual(engine.errors, []);
      } finally {
        await engine.close();
        server.close();
        held.server.close();
      }
    });
  }
}
