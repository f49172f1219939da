// Much at once: ten thousand messages, messages of two megabytes, a frame that is resized a thousand times a second, a page
// around that leaves. Counted, not timed: what waits is bounded, and work is done once a frame at most.

import test from 'node:test';
import assert from 'node:assert/strict';
import { skins, useBrowser } from './browser.mjs';
import { ask, host } from './frames.mjs';
import { byScript } from './visitor.mjs';

const used = useBrowser();

// Lets the page talk over the port that embed.js has: a hostile page is one that holds it.
const keepPort = () => {
  const { onmessage } = Object.getOwnPropertyDescriptors(MessagePort.prototype);
  window.replies = [];
  Object.defineProperty(MessagePort.prototype, 'onmessage', { configurable: true, set(call) {
    window.port = this;
    onmessage.set.call(this, (event) => {
      if (event.data.type === 'reply' && event.data.id > 999) window.replies.push(event.data);
      else call(event);
    });
  } });
};

async function count(page, from, to) {
  await page.waitForFunction((wanted) => window.replies.length >= wanted, to - from);
  return page.evaluate(() => ({
    replies: window.replies.length,
    ids: new Set(window.replies.map(({ id }) => id)).size,
    ok: window.replies.filter(({ ok }) => ok).length,
    reasons: [...new Set(window.replies.filter(({ ok }) => !ok).map(({ value }) => value.reason))],
  }));
}

test('ten thousand requests: each has its reply, few are carried out, no more wait than may', async () => {
  const page = await host(used, { init: keepPort });
  await page.evaluate(() => { for (let id = 1000; id < 11_000; ++id) window.port.postMessage({ vg: 1, type: 'export', id, value: 'answers' }); });
  const { replies, ids, ok, reasons } = await count(page, 1000, 11_000);
  assert.deepEqual([replies, ids, reasons], [10_000, 10_000, ['busy']]);
  assert.ok(ok >= 64, `${ok} were carried out`);
  assert.ok(await ask(page, 'export', 'draft'), 'it goes on');
  await page.done();
});

test('ten thousand settings: what they come to is set, not each of them', async () => {
  const page = await host(used, { init: keepPort });
  await page.frame.evaluate(() => {
    window.sets = 0;
    new MutationObserver((changes) => { window.sets += changes.length; }).observe(document.querySelector('velocity-gap-assessment'), { attributes: true });
  });
  await page.evaluate(() => {
    for (let at = 0; at <= 10_000; ++at) {
      const locale = ['de', 'fr', 'es', 'en'][at % 4];
      window.port.postMessage({ vg: 1, type: 'set', value: { locale, theme: at % 2 ? 'dark' : 'light', skin: 'document', tokens: { accent: `#${String(at % 1000).padStart(3, '0')}`, [`junk${at}`]: 'x' } } });
    }
  });
  await page.frame.waitForFunction(() => document.querySelector('velocity-gap-assessment').locale === 'de' && document.documentElement.style.colorScheme === 'light');
  await ask(page, 'export', 'draft');
  await page.frame.waitForFunction(() => document.documentElement.lang === 'de');
  const sets = await page.frame.evaluate(() => window.sets);
  assert.ok(sets < 5000, `${sets} attributes were written`);
  await page.done();
});

test('answers of two megabytes are refused before anybody reads them', async () => {
  const page = await host(used, { init: keepPort });
  const before = await ask(page, 'export', 'draft');
  await page.evaluate(() => {
    const text = `{"schema":"response/1","answers":{"size":"${'x'.repeat(2_000_000)}"}}`;
    window.port.postMessage({ vg: 1, type: 'load', id: 1000, value: text });
    window.port.postMessage({ vg: 1, type: 'load', id: 1001, value: JSON.parse(text) });
    window.port.postMessage({ vg: 1, type: 'export', id: 1002, value: 'x'.repeat(2_000_000) });
    window.port.postMessage({ vg: 1, type: 'load', id: 1003, value: '['.repeat(500_000) });
    window.port.postMessage({ vg: 1, type: 'set', value: { locale: 'x'.repeat(2_000_000), tokens: { ink: 'x'.repeat(2_000_000) } } });
    window.port.postMessage({ vg: 1, type: 'x'.repeat(2_000_000), id: 1004 });
  });
  const { ok, reasons } = await count(page, 1000, 1004);
  assert.deepEqual([ok, reasons.sort()], [0, ['long', 'refused']]);
  assert.equal(await ask(page, 'export', 'draft'), before);
  assert.equal(await page.frame.evaluate(() => document.querySelector('velocity-gap-assessment').getAttribute('locale')?.length ?? 0), 0);
  await page.done();
});

for (const skin of skins) {
  test(`${skin} skin: a frame that is resized a thousand times is drawn once a frame at most, tells its height as often, and then fits`, async (t) => {
    const page = await host(used, { skin, init: () => {
      window.heights = 0;
      const { onmessage } = Object.getOwnPropertyDescriptors(MessagePort.prototype);
      Object.defineProperty(MessagePort.prototype, 'onmessage', { configurable: true, set(call) {
        onmessage.set.call(this, (event) => {
          if (event.data.type === 'height') window.heights += 1;
          call(event);
        });
      } });
    } });
    await byScript.press(page.frame);
    await page.frame.locator('fieldset').first().waitFor({ state: 'attached' });
    await page.frame.evaluate(() => {
      window.ran = { frames: 0, asked: 0, draws: 0 };
      let last = -1;
      const { requestAnimationFrame: later } = window;
      window.requestAnimationFrame = (call) => {
        window.ran.asked += 1;
        return later.call(window, (now) => {
          if (now !== last) window.ran.frames += 1;
          last = now;
          call(now);
        });
      };
      const { clear } = WebGL2RenderingContext.prototype;
      let drawnAt = -1;
      WebGL2RenderingContext.prototype.clear = function counted(...words) {
        if (drawnAt === last) window.ran.twice = (window.ran.twice ?? 0) + 1;
        drawnAt = last;
        window.ran.draws += 1;
        return clear.apply(this, words);
      };
    });
    await page.evaluate(() => { window.heights = 0; });
    const made = await page.locator('iframe').evaluate(async (frame) => {
      let resized = 0;
      let frames = 0;
      const own = frame.style.cssText;
      let going = true;
      const tick = () => {
        frames += 1;
        if (going) requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
      const channel = new MessageChannel();
      await new Promise((done) => {
        channel.port1.onmessage = () => {
          frame.style.width = `${320 + (resized % 500)}px`;
          frame.style.height = `${200 + ((resized * 37) % 3000)}px`;
          frame.getBoundingClientRect();
          resized += 1;
          if (resized < 3000) channel.port2.postMessage('');
          else done();
        };
        channel.port2.postMessage('');
      });
      going = false;
      frame.style = own;
      return { resized, frames };
    });
    await page.frame.waitForFunction(() => Math.abs(innerHeight - document.querySelector('velocity-gap-assessment').getBoundingClientRect().height) < 1);
    const ran = await page.frame.evaluate(() => window.ran);
    const heights = await page.evaluate(() => window.heights);
    t.diagnostic(`${made.resized} sizes in ${made.frames} frames of the page around: ${JSON.stringify(ran)}, ${heights} heights`);
    assert.equal(ran.draws > 0, skin === 'canvas');
    // Resizing asks for a frame; one that is asked for is not asked for again.
    assert.ok(ran.asked < 2500, `${ran.asked} frames were asked for`);
    assert.ok(ran.draws <= ran.asked + 4, JSON.stringify(ran));
    assert.ok(heights <= ran.frames + 20, `${heights} heights in ${ran.frames} frames`);
    assert.ok(await ask(page, 'export', 'draft'), 'it goes on');
    await page.done();
  });
}

test('a page around that leaves takes the frame with it, and finds it again', async () => {
  const page = await host(used, { near: true });
  await byScript.press(page.frame);
  await page.frame.locator('fieldset').first().waitFor({ state: 'attached' });
  await byScript.choose(page.frame, page.frame.locator('fieldset').first().locator('input'), 1);
  await page.waitForFunction(() => window.seen.some(([type]) => type === 'answer'));
  for (const leave of [() => page.goto('about:blank').then(() => page.goBack()), () => page.reload()]) {
    await leave();
    await page.waitForFunction(() => document.querySelector('velocity-gap-frame')?.ready?.then(() => true));
    const frame = page.frames().find((each) => each.url().includes('frame.html'));
    const draft = JSON.parse(await ask(page, 'export', 'draft'));
    if (Object.keys(draft.response.answers).length === 0) await frame.getByRole('button', { name: 'Go on where you were' }).waitFor();
  }
  await page.done();
});
