// Fifty times put on the page and taken off again: nothing that listened, observed, painted or held memory is left.

import test from 'node:test';
import assert from 'node:assert/strict';
import { open, ready, tag, useHost } from './strangers/host.mjs';

const used = useHost();
const cycles = 50;

// What the browser itself counts, after everything that can go has gone.
async function counted(page) {
  await page.evaluate(() => { window.told.length = 0; });  // the test's own
  page.protocol ??= await page.context().newCDPSession(page);
  for (let round = 0; round < 3; ++round) {
    await page.protocol.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(100);
  }
  const { nodes, jsEventListeners: listeners, documents } = await page.protocol.send('Memory.getDOMCounters');
  const { usedSize: heap } = await page.protocol.send('Runtime.getHeapUsage');
  const held = await page.evaluate(() => ({
    memories: window.held.memories.filter((each) => each.deref()).length,
    contexts: window.held.contexts.filter((each) => each.deref() && !each.deref().isContextLost()).length,
    canvases: window.held.canvases.filter((each) => each.deref()).length,
    observers: window.held.observers.size,
    frames: window.held.frames.size,
    timers: window.held.timers.size,
  }));
  return { nodes, listeners, documents, heap, ...held };
}

const watch = () => {
  const held = { memories: [], contexts: [], canvases: [], observers: new Set(), frames: new Set(), timers: new Set(), made: 0 };
  window.held = held;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...words) => {
    const made = await instantiate.apply(WebAssembly, words);
    const { exports } = made.instance ?? made;
    for (const each of Object.values(exports)) if (each instanceof WebAssembly.Memory) held.memories.push(new WeakRef(each));
    held.made += 1;
    return made;
  };
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function get(kind, ...words) {
    const context = getContext.call(this, kind, ...words);
    if (kind === 'webgl2' && context) {
      held.contexts.push(new WeakRef(context));
      held.canvases.push(new WeakRef(this));
    }
    return context;
  };
  for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver']) {
    const { observe, disconnect } = window[name].prototype;
    // Held weakly: who forgets one that nothing holds has let go of it too.
    const known = new WeakMap();
    window[name].prototype.observe = function on(...words) {
      if (!known.has(this)) known.set(this, new WeakRef(this));
      held.observers.add(known.get(this));
      return observe.apply(this, words);
    };
    window[name].prototype.disconnect = function off() {
      held.observers.delete(known.get(this));
      return disconnect.call(this);
    };
  }
  for (const [ask, end, set] of [['requestAnimationFrame', 'cancelAnimationFrame', held.frames], ['setTimeout', 'clearTimeout', held.timers]]) {
    const [asks, ends] = [window[ask], window[end]];
    window[ask] = (call, ...words) => {
      const id = asks.call(window, (...given) => {
        set.delete(id);
        call(...given);
      }, ...words);
      set.add(id);
      return id;
    };
    window[end] = (id) => {
      set.delete(id);
      ends.call(window, id);
    };
  }
};

const cycle = (page, times, kind) => page.evaluate(async ([wanted, count, which]) => {
  const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });
  const until = async (true_) => { for (let left = 400; !true_(); --left) { if (left === 0) throw new Error(`never: ${true_}`); await pause(5); } };
  const place = document.querySelector('main');
  let it = window.last ?? document.createElement(wanted);
  for (let at = 0; at < count; ++at) {
    if (which !== 'again') {
      it?.remove();
      it = document.createElement(wanted);
      it.loading = 'eager';
    }
    it.skin = which === 'document' || which === 'again' ? 'document' : 'canvas';
    place.append(it);
    if (which === 'at once') {
      // Taken away while it loads.
      await pause(at * 3 % 60);
    } else {
      await it.ready;
      if (it.skin === 'canvas') await until(() => it.velocityGap.skin() === 'canvas');
      const root = it.shadowRoot.querySelector('.vg');
      const before = root.querySelector('h2').textContent;
      const go = root.querySelector('button.primary');
      go?.click();
      if (go) await until(() => root.querySelector('h2').textContent !== before);
      root.querySelector('input')?.click();
    }
    it.remove();
    await pause(0);
  }
  window.last = which === 'again' ? it : null;
}, [tag, times, kind]);

for (const kind of ['canvas', 'document', 'again', 'at once']) {
  test(`${kind}: ${cycles} times on and off`, async (t) => {
    const page = await open(used, { init: watch });
    await ready(page);
    await page.evaluate((wanted) => document.querySelector(wanted).remove(), tag);
    // Some of those that go at once get as far as their scripts, which are compiled then: later, the busier the machine is.
    await cycle(page, kind === 'at once' ? cycles : 6, kind);
    const before = await counted(page);
    await cycle(page, cycles, kind);
    await page.waitForTimeout(300);
    const after = await counted(page);
    t.diagnostic(`before ${JSON.stringify(before)}`);
    t.diagnostic(`after ${JSON.stringify(after)}`);
    assert.ok(await page.evaluate(() => window.held.made) >= (kind === 'at once' ? 1 : cycles), 'too few were started');
    for (const none of ['memories', 'contexts', 'canvases', 'frames', 'timers']) assert.equal(after[none], 0, none);
    assert.ok(after.observers <= before.observers, `${after.observers} observers`);
    assert.ok(after.listeners <= before.listeners, `${before.listeners} listeners, then ${after.listeners}`);
    assert.ok(after.nodes <= before.nodes + 60, `${before.nodes} nodes, then ${after.nodes}`);
    assert.ok(after.documents <= before.documents);
    assert.ok(after.heap <= before.heap + 400_000, `${before.heap} bytes of heap, then ${after.heap}`);
    await page.done();
  });
}
