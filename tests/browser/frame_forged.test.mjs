// Who is not the page around, or says something else than agreed, is not heard; nobody is told an answer who was not
// given the port; and whatever comes over it, nothing runs, hangs or grows.

import test from 'node:test';
import assert from 'node:assert/strict';
import { useBrowser } from './browser.mjs';
import { documentOf, elsewhere, host, servePages, strict } from './frames.mjs';
import { byScript } from './visitor.mjs';

const used = useBrowser();

// A page that holds frame.html without embed.js and says what it likes; every message that it gets is in window.heard.
async function parent({ body = '', hash = (address) => `host=${address.slice(0, -1)}&nonce=n1`, sandbox = '', init } = {}) {
  const site = elsewhere(used);
  const pages = {};
  const { server, address } = await servePages(pages);
  pages['/'] = { body: `<!doctype html><html lang="en"><title>Parent</title><iframe id="frame" title="It" ${sandbox} style="width:800px;height:600px" src="${site}frame.html#${hash(address)}"></iframe>${body}` };
  const context = await used.browser.newContext({ viewport: { width: 900, height: 700 }, serviceWorkers: 'allow' });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.stack));
  await page.addInitScript(() => {
    window.heard = [];
    addEventListener('message', (event) => window.heard.push({ data: event.data, origin: event.origin, fromFrame: event.source === document.querySelector('#frame')?.contentWindow }));
    // Says yes to the frame, as embed.js does; overrides may change the message.
    window.meet = (changes = {}) => {
      const { port1, port2 } = new MessageChannel();
      const told = [];
      Object.assign(window, { port: port1, told });
      port1.onmessage = ({ data }) => told.push(data);
      document.querySelector('#frame').contentWindow.postMessage({ vg: 1, type: 'port', nonce: 'n1', value: {}, ...changes }, '*', [port2]);
    };
  });
  if (init) await page.addInitScript(init);
  await page.goto(address);
  const frame = () => page.frames().find((each) => each.url().startsWith(`${site}frame.html`));
  return {
    page,
    site,
    address,
    frame,
    stands: () => frame().locator('button.primary').waitFor(),
    hello: () => page.waitForFunction(() => window.heard.some(({ data }) => data.type === 'hello')),
    ready: () => page.waitForFunction(() => window.told.some(({ type }) => type === 'ready')),
    async done() {
      assert.deepEqual(errors, []);
      await context.close();
      server.close();
    },
  };
}

async function answerOne(frame) {
  await byScript.press(frame);
  await frame.locator('fieldset').first().waitFor({ state: 'attached' });
  await byScript.choose(frame, frame.locator('fieldset').first().locator('input'), 1);
  // On a slow machine the first answer is given before the engine is there, and there is no response until then.
  await frame.waitForFunction(() => Object.keys(document.querySelector('velocity-gap-assessment').response?.answers ?? {}).length === 1);
}

test('a parent that never answers is told nothing but hello, and the assessment works by itself', async () => {
  const { page, frame, stands, done, address } = await parent();
  await stands();
  await answerOne(frame());
  assert.deepEqual((await page.evaluate(() => window.heard)).map(({ data }) => Object.keys(data).sort()), [['nonce', 'tokens', 'type', 'vg']]);
  // Too late: it works by itself now, and may hold what was answered elsewhere.
  await page.evaluate(() => window.meet());
  await page.evaluate(() => window.port.postMessage({ vg: 1, type: 'export', id: 1, value: 'answers' }));
  await page.waitForTimeout(300);
  assert.deepEqual(await page.evaluate(() => window.told), []);
  assert.ok(address.startsWith('http://127.0.0.1'));
  await done();
});

for (const [what, hash] of [['no word of a host', () => ''], ['another host', () => 'host=https://honest.example&nonce=n1'], ['no nonce', (address) => `host=${address.slice(0, -1)}`],
  ['what is no origin', () => 'host=javascript:alert(1)&nonce=n1']]) {
  test(`${what} in the address: no window is told anything`, async () => {
    const { page, frame, stands, done } = await parent({ hash });
    for (let times = 0; times < 5; ++times) {
      await page.evaluate(() => window.meet());
      await page.waitForTimeout(50);
    }
    await stands();
    await answerOne(frame());
    assert.deepEqual(await page.evaluate(() => [window.heard, window.told]), [[], []]);
    await done();
  });
}

test('a forged, replayed, misaddressed or misshapen answer to hello is passed over', async () => {
  const { page, frame, hello, ready, done } = await parent();
  await hello();
  const forged = await page.evaluate(async () => {
    const to = document.querySelector('#frame').contentWindow;
    const told = [];
    const offer = (message, ports = 1) => {
      const channels = Array.from({ length: ports }, () => new MessageChannel());
      for (const { port1 } of channels) port1.onmessage = ({ data }) => told.push(data);
      to.postMessage(message, '*', channels.map(({ port2 }) => port2));
    };
    const right = { vg: 1, type: 'port', nonce: 'n1', value: {} };
    for (const wrong of [{ ...right, nonce: 'n2' }, { ...right, nonce: undefined }, { ...right, vg: 2 }, { ...right, vg: '1' }, { ...right, type: 'hello' }, { ...right, type: '__proto__' },
      null, 7, 'port', [], JSON.parse('{"__proto__":{"vg":1,"type":"port","nonce":"n1"}}')]) offer(wrong);
    offer(right, 0);
    offer(right, 2);
    // Another window, with everything right but itself: the sandboxed one and one of this very page.
    const others = await Promise.all(['', 'allow-scripts'].map((sandbox) => new Promise((loaded) => {
      const other = document.createElement('iframe');
      if (sandbox) other.setAttribute('sandbox', sandbox);
      other.srcdoc = '<script>onmessage = () => { const { port1, port2 } = new MessageChannel(); port1.onmessage = ({ data }) => parent.postMessage({ stolen: data }, "*"); parent.frames[0].postMessage({ vg: 1, type: "port", nonce: "n1", value: {} }, "*", [port2]); };</' + 'script>';
      other.onload = () => loaded(other.contentWindow);
      document.body.append(other);
    })));
    for (const other of others) other.postMessage('go', '*');
    await new Promise((later) => setTimeout(later, 200));
    return told;
  });
  assert.deepEqual(forged, []);
  await page.evaluate(() => window.meet());
  await ready();
  // A second one comes too late, from the right window too.
  await page.evaluate(() => {
    window.first = [window.port, window.told];
    window.meet();
  });
  await answerOne(frame());
  const heard = await page.evaluate(() => ({ second: window.told, first: window.first[1].map(({ type }) => type), stolen: window.heard.filter(({ data }) => data.stolen) }));
  assert.deepEqual([heard.second, heard.stolen], [[], []]);
  assert.ok(heard.first.includes('answer'), heard.first.join());
  await done();
});

test('embed.js gives its port to the frame that it made, of that origin and with its nonce, and to nobody else', async () => {
  const page = await host(used, { wait: false, init: () => {
    window.given = [];
    addEventListener('message', ({ data, ports }) => {
      if (data?.type === 'hello') window.hello ??= data;
      if (data?.given || ports.length > 0) window.given.push(data);
    });
  } });
  await page.waitForFunction(() => window.hello);
  // The page itself and a frame of its own say hello with the very nonce.
  await page.evaluate(() => {
    const other = Object.assign(document.createElement('iframe'), { name: 'other' });
    document.body.append(other);
    other.contentWindow.addEventListener('message', ({ data, ports }) => window.given.push([data, ports.length]));
    postMessage(window.hello, '*');
  });
  await page.frames().find((each) => each.name() === 'other').evaluate((hello) => parent.postMessage(hello, '*'), await page.evaluate(() => window.hello));
  await page.waitForFunction(() => window.seen.some(([type]) => type === 'ready'));
  assert.deepEqual(await page.evaluate(() => window.given), []);
  const frame = page.frames().find((each) => each.url().includes('frame.html'));
  // The frame's own window with a wrong nonce, version or shape: the port stays the one that it has.
  await frame.evaluate(() => {
    window.answered = 0;
    addEventListener('message', () => { window.answered += 1; });
    for (const message of [{ vg: 1, type: 'hello', nonce: '1', tokens: [] }, { vg: 2, type: 'hello', nonce: new URLSearchParams(location.hash.slice(1)).get('nonce'), tokens: [] }, {}, 'hello', 1]) parent.postMessage(message, '*');
  });
  await page.waitForTimeout(200);
  assert.equal(await frame.evaluate(() => window.answered), 0);
  await answerOne(frame);
  await page.waitForFunction(() => window.seen.some(([type]) => type === 'answer'));
  await page.done();
});

test('another page in the frame is not given the port, with or without a sandbox', async () => {
  for (const attribute of ['', 'sandbox']) {
    const page = await host(used, { body: `<velocity-gap-frame ${attribute}></velocity-gap-frame>` });
    const stranger = await servePages({ '/': { body: `<!doctype html><title>Stranger</title><script>
      window.got = []; addEventListener('message', ({ data, ports }) => got.push([data, ports.length]));
      const nonce = new URLSearchParams(location.hash.slice(1)).get('nonce');
      for (const one of [nonce, '', undefined, '1']) parent.postMessage({ vg: 1, type: 'hello', nonce: one, tokens: ['ink'] }, '*');</script>` } });
    await page.context().route('**/*', (route) => route.continue());
    await page.frame.evaluate((address) => { location.href = address; }, stranger.address).catch(() => {});
    await page.waitForTimeout(500);
    const moved = page.frames().find((each) => each.url().startsWith(stranger.address));
    if (moved) assert.deepEqual(await moved.evaluate(() => window.got), []);
    await page.context().close();
    stranger.server.close();
  }
});

test('what no request is, is passed over; names that objects inherit are none; a newer version is told which are known', async () => {
  const { page, frame, hello, ready, done } = await parent();
  await hello();
  await page.evaluate(() => window.meet());
  await ready();
  const told = await page.evaluate(async () => {
    window.told.length = 0;
    const own = (text) => JSON.parse(text);
    for (const wrong of [null, undefined, 1, 'export', [], {}, { vg: 1 }, { vg: 1, type: 'export' }, { vg: 1, type: 'export', id: '1' }, { vg: 1, type: 'export', id: 1.5 }, { vg: 0, type: 'export', id: 1 },
      { vg: 1, type: 'constructor', id: 1 }, { vg: 1, type: '__proto__', id: 1 }, { vg: 1, type: 'toString', id: 1 }, { vg: 1, type: ['export'], id: 1 }, { vg: 1, type: 'eval', id: 1, value: 'alert(1)' },
      { vg: 1, type: 'set', value: null }, { vg: 1, type: 'set', value: [] }, { vg: 1, type: 'set', value: own('{"__proto__":{"skin":"document","polluted":1},"constructor":{"prototype":{"polluted":1}},"onclick":"alert(1)","style":"x","instrument":5}') },
      { vg: 1, type: 'set', value: { tokens: own('{"__proto__":"red","ink":{"a":1},"paper);background:url(https://evil.example)":"red"}') } },
      { vg: 1, type: 'set', value: { locale: 'x'.repeat(300), instrument: '../../secret', skin: '<img src=x onerror=alert(1)>' } }]) window.port.postMessage(wrong);
    for (const [id, value] of [[1, own('{"__proto__":{"polluted":1},"schema":"response/1"}')], [2, '{"__proto__":{"polluted":1},"schema":"response/1","answers":{"__proto__":1}}'], [3, '<script>alert(1)</' + 'script>'], [4, 12n]]) {
      window.port.postMessage({ vg: 1, type: 'load', id, value });
    }
    window.port.postMessage({ vg: 1, type: 'export', id: 5, value: '__proto__' });
    window.port.postMessage({ vg: 1, type: 'export', id: 6, value: 'constructor' });
    window.port.postMessage({ vg: 9, type: 'export', id: 7 });
    window.port.postMessage({ vg: 1, type: 'export', id: 8, value: 'answers' });
    const end = performance.now() + 15_000;
    while (!window.told.some(({ id }) => id === 8) && performance.now() < end) await new Promise((later) => setTimeout(later, 20));
    return window.told.filter(({ type }) => ['reply', 'versions'].includes(type));
  });
  const [newer] = told.filter(({ type }) => type === 'versions');
  assert.deepEqual(newer, { vg: 1, type: 'versions', id: 7, versions: [1] });
  const replies = Object.fromEntries(told.filter(({ type }) => type === 'reply').map(({ id, ok }) => [id, ok]));
  assert.deepEqual(replies, { 1: false, 2: false, 3: false, 4: false, 5: false, 6: false, 8: true });
  assert.deepEqual(await frame().evaluate(() => [{}.polluted, Object.prototype.skin, document.querySelector('velocity-gap-assessment').getAttributeNames().filter((name) => /^on/.test(name))]), [undefined, undefined, []]);
  await done();
});

test('its own policy allows its own files and nothing else, where a server says nothing, with an origin and without one', async () => {
  for (const attribute of ['', 'sandbox']) {
    const site = elsewhere(used);
    const { server, address } = await servePages({ '/': { body: documentOf({ site, body: `<velocity-gap-frame ${attribute}>Soon.</velocity-gap-frame>` }) } });
    const context = await used.browser.newContext();
    const asked = [];
    await context.route('**/*', async (route) => {
      asked.push(route.request().url());
      const response = await route.fetch();
      const headers = response.headers();
      delete headers['content-security-policy'];
      await route.fulfill({ response, headers });
    });
    const page = await context.newPage();
    await page.goto(address);
    const frame = await (await page.waitForSelector('velocity-gap-frame iframe')).contentFrame();
    await frame.waitForFunction(() => document.querySelector('velocity-gap-assessment')?.velocityGap?.skin);
    const refused = await frame.evaluate(async (elsewhereAddress) => {
      const seen = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.push(effectiveDirective));
      const add = (name, parts) => document.body.append(Object.assign(document.createElement(name), parts));
      await fetch(`${elsewhereAddress}told?answers`).catch(() => {});
      add('img', { src: `${elsewhereAddress}told.png` });
      add('link', { rel: 'stylesheet', href: `${elsewhereAddress}told.css` });
      add('iframe', { src: `${elsewhereAddress}told.html` });
      for (const run of [() => add('script', { src: `${elsewhereAddress}told.js` }), () => add('div', { innerHTML: '<b>' }).onclick, () => document.body.setAttribute('onclick', '1'), () => new Function('1')()]) {
        try { run(); } catch { seen.push('thrown'); }
      }
      document.body.click();
      await new Promise((done) => { setTimeout(done, 200); });
      return seen;
    }, `${address}else/`);
    for (const directive of ['connect-src', 'img-src', 'style-src-elem', 'frame-src', 'require-trusted-types-for']) assert.ok(refused.includes(directive), `${attribute}: ${directive}: ${refused}`);
    assert.ok(refused.filter((each) => each === 'thrown').length >= 2, `${attribute}: ${refused}`);
    assert.ok(asked.some((url) => url.endsWith('/frame.html')));
    assert.deepEqual(asked.filter((url) => url.includes('/else/')), []);
    await context.close();
    server.close();
  }
});
