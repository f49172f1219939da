// The ladder in a real browser: killed pages, full, blocked, hanging and sandboxed stores, tabs that are frozen or
// come back from the back/forward cache. shell/store is loaded as it lies there, without the rest of the shell.

import test from 'node:test';
import assert from 'node:assert/strict';
import { useBrowser } from './browser.mjs';
import { merged } from './stores.mjs';

const used = useBrowser({ folder: 'shell/store' });
const mergedText = String(merged);

async function context(options = {}) {
  const made = await used.browser.newContext(options);
  // Its modules may be asked for from a frame without an origin.
  await made.route('**/*.mjs', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'access-control-allow-origin': '*' } });
  });
  await made.route('**/*.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Store</title>' }));
  return made;
}

// One tab whose answers are window.answers; rungs: which of them it may use.
async function start(page, rungs = 'local indexed') {
  return page.evaluate(async ([wanted, how]) => {
    const [{ openStore }, { browserStore, localRung }, { indexedRung }, { parentRung }] = await Promise.all(
      ['ladder', 'local', 'indexed', 'parent'].map((name) => import(`/${name}.mjs`)));
    const merge = new Function(`return (${how})`)();
    window.said = [];
    window.answers = {};
    window.gone = 0;
    window.ending = new AbortController();
    const { signal } = window.ending;
    const slow = [];
    if (wanted.includes('indexed')) slow.push(indexedRung(signal));
    if (wanted.includes('parent')) slow.push(parentRung(window.port, signal));
    window.store = openStore('x', {
      local: localRung(wanted.includes('local') ? browserStore() : null),
      slow,
      signal,
      said: (what) => window.said.push(what),
      merge(theirs, base) {
        const both = merge(base, JSON.stringify(window.answers), theirs);
        window.answers = JSON.parse(both);
        return both;
      },
      erased() {
        window.answers = {};
        window.gone += 1;
      },
    });
    window.answer = (question, value) => {
      window.answers[question] = value;
      window.store.write(JSON.stringify(Object.fromEntries(Object.entries(window.answers).sort())));
    };
    const found = await window.store.open();
    window.answers = JSON.parse(found.text ?? '{}');
    return found;
  }, [rungs, mergedText]);
}
async function open(where, rungs, prepare = async () => {}) {
  const page = await where.newPage();
  await page.goto(`${used.address}page.html`);
  await prepare(page);
  page.found = await start(page, rungs);
  return page;
}
const lastSaid = (page) => page.evaluate(() => window.said.at(-1));
const saidBecomes = (page, what) => page.waitForFunction((wanted) => window.said.at(-1) === wanted, what);

// Everything that this origin keeps.
const everything = (page) => page.evaluate(async () => {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const database = await new Promise((done) => { indexedDB.open('velocity-gap').onsuccess = ({ target }) => done(target.result); });
  const texts = {};
  for (const table of database.objectStoreNames) {
    const store = database.transaction(table).objectStore(table);
    const [keys, values] = await Promise.all(['getAllKeys', 'getAll'].map((call) => new Promise((done) => { store[call]().onsuccess = ({ target }) => done(target.result); })));
    keys.forEach((key, at) => { texts[key] = values[at]; });
  }
  database.close();
  return { local: { ...localStorage }, names, texts };
});

async function crash(page) {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}

for (const rungs of ['local indexed', 'local', 'indexed']) {
  test(`${rungs}: a page killed right after any change has kept it`, async () => {
    const where = await context();
    for (let round = 0; round < 8; ++round) {
      const page = await open(where, rungs);
      assert.deepEqual(JSON.parse(page.found.text ?? '{}'), Object.fromEntries(Array.from({ length: 2 * round }, (_, at) => [`q${at}`, at]).sort()));
      assert.equal(page.found.found, '');
      await page.evaluate((at) => {
        window.answer(`q${at}`, at);
        window.answer(`q${at + 1}`, at + 1);
      }, 2 * round);
      await crash(page);
    }
    await where.close();
  });
}

test('both stores hold the same, and erasing leaves nothing in either', async () => {
  const where = await context();
  const page = await open(where);
  for (let at = 0; at < 3; ++at) await page.evaluate((question) => window.answer(question, 1), `q${at}`);
  await saidBecomes(page, 'yes');
  await page.waitForFunction(async () => {
    const database = await new Promise((done) => { indexedDB.open('velocity-gap').onsuccess = ({ target }) => done(target.result); });
    const texts = await new Promise((done) => { database.transaction('kept').objectStore('kept').getAll().onsuccess = ({ target }) => done(target.result); });
    database.close();
    return texts.some((text) => text.includes('q2'));
  });
  const before = await everything(page);
  assert.deepEqual(Object.keys(before.local).sort(), ['velocity-gap/x/a', 'velocity-gap/x/b']);
  assert.ok(Object.values(before.texts).includes(before.local['velocity-gap/x/a']) || Object.values(before.texts).includes(before.local['velocity-gap/x/b']));
  assert.equal(await page.evaluate(() => window.store.erase()), true);
  assert.deepEqual(await everything(page), { local: {}, names: ['velocity-gap'], texts: {} });
  await where.close();
});

test('every byte of a stored slot torn: the other is opened and it is told', async () => {
  const where = await context();
  const page = await open(where, 'local indexed');
  const cases = await page.evaluate(async () => {
    window.answer('first', 1);
    window.answer('second', 2);
    await new Promise((done) => { setTimeout(done, 100); });
    const { openStore } = await import('/ladder.mjs');
    const { localRung } = await import('/local.mjs');
    const [newest] = Object.entries(localStorage).find(([, text]) => text.includes('second'));
    const whole = localStorage.getItem(newest);
    const results = [];
    for (let at = 0; at < whole.length; ++at) {
      for (const torn of [whole.slice(0, at), `${whole.slice(0, at)}\u0001${whole.slice(at + 1)}`]) {
        localStorage.setItem(newest, torn);
        const ending = new AbortController();
        results.push(await openStore('x', { local: localRung(localStorage), signal: ending.signal }).open());
        ending.abort();
      }
    }
    return results;
  });
  assert.ok(cases.length > 100);
  for (const { text, found } of cases) assert.deepEqual([text, found], ['{"first":1}', 'damaged']);
  await where.close();
});

test('a full disk: not saved until there is room again', async () => {
  const where = await context();
  const page = await open(where, 'local indexed', async (fresh) => {
    const session = await where.newCDPSession(fresh);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(used.address).origin, quotaSize: 1 });
    await fresh.evaluate(() => {
      for (let size = 4 << 20; size > 0; size >>= 1) {
        try {
          for (let at = 0; ; ++at) localStorage.setItem(`junk${size}.${at}`, 'x'.repeat(size));
        } catch { /* no room for this size any more */ }
      }
    });
  });
  await page.evaluate(() => window.answer('q1', 1));
  await saidBecomes(page, 'no');
  await page.evaluate(() => window.answer('q2', 2));
  await new Promise((later) => { setTimeout(later, 1500); });
  assert.deepEqual(await page.evaluate(() => [...new Set(window.said)]), ['no']);
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('junk')).forEach((key) => localStorage.removeItem(key)));
  await page.evaluate(() => window.answer('q3', 3));
  assert.equal(await lastSaid(page), 'yes');
  await crash(page);
  const next = await open(where);
  assert.equal(next.found.text, '{"q1":1,"q2":2,"q3":3}');
  await where.close();
});

test('a database that never opens holds nothing up and is not called saved', async () => {
  const where = await context();
  const holder = await where.newPage();
  await holder.goto(`${used.address}page.html`);
  await holder.evaluate(() => new Promise((done) => {
    const asked = indexedDB.open('velocity-gap');
    asked.onupgradeneeded = () => asked.result.createObjectStore('kept');
    asked.onsuccess = () => {
      window.held = asked.result;
      indexedDB.open('velocity-gap', 2).onblocked = done;
    };
  }));
  const page = await open(where, 'indexed');
  assert.equal(page.found.text, null);
  await page.evaluate(() => window.answer('q1', 1));
  assert.equal(await lastSaid(page), 'no');
  await holder.evaluate(() => window.held.close());
  await saidBecomes(page, 'yes');
  const other = await open(where, 'local indexed');
  assert.equal(other.found.text, '{"q1":1}');
  await where.close();
});

test('a frame without an origin: not saved; with a page that keeps it, saved', async () => {
  const where = await context();
  const page = await where.newPage();
  await page.route('**/host.html', (route) => route.fulfill({
    contentType: 'text/html', body: '<!doctype html><title>Host</title><iframe sandbox="allow-scripts" src="page.html"></iframe>',
  }));
  await page.goto(`${used.address}host.html`);
  const frame = page.frames().find((each) => each.url().endsWith('page.html'));
  for (const rungs of ['local indexed', 'local indexed parent']) {
    if (rungs.includes('parent')) {
      // The host's part of parent.mjs.
      await page.evaluate(() => {
        const { port1, port2 } = new MessageChannel();
        window.kept = {};
        port1.onmessage = ({ data: { id, op, key, value } }) => {
          if (op === 'set') window.kept[key] = value;
          if (op === 'remove') delete window.kept[key];
          port1.postMessage({ vg: 1, type: 'store', id, ok: true, value: op === 'get' ? window.kept[key] ?? null : undefined });
        };
        frames[0].postMessage('port', '*', [port2]);
      });
      await frame.evaluate(() => new Promise((done) => {
        if (window.port) done();
        else window.addEventListener('message', ({ ports }) => { [window.port] = ports; done(); }, { once: true });
      }).catch(() => {}));
    } else {
      await frame.evaluate(() => { window.addEventListener('message', ({ ports }) => { [window.port] = ports; }); });
    }
    const found = await start(frame, rungs);
    assert.equal(found.text, null);
    await frame.evaluate(() => window.answer('q1', 1));
    if (!rungs.includes('parent')) assert.equal(await lastSaid(frame), 'no');
    else await saidBecomes(frame, 'yes');
    await frame.evaluate(() => window.ending.abort());
  }
  assert.deepEqual(await page.evaluate(() => Object.keys(window.kept)), ['velocity-gap/x/a']);
  assert.equal((await start(frame, 'local indexed parent')).text, '{"q1":1}');
  await frame.evaluate(() => window.store.erase());
  assert.deepEqual(await page.evaluate(() => window.kept), {});
  await where.close();
});

const answersOf = (page) => page.evaluate(() => window.answers);
const agree = (pages, count) => Promise.all(pages.map((page) => page.waitForFunction((wanted) => Object.keys(window.answers).length === wanted, count)));

for (const rungs of ['local indexed', 'indexed']) {
  test(`${rungs}: two tabs, in turn and at once, in processes of their own`, async () => {
    const where = await context();
    const [one, other] = [await open(where, rungs), await open(where, rungs)];
    await one.evaluate(() => window.answer('a', 1));
    await agree([one, other], 1);
    await other.evaluate(() => window.answer('b', 2));
    await agree([one, other], 2);
    let count = 2;
    for (let round = 0; round < 10; ++round) {
      const write = (page, name) => page.evaluate(([question, at]) => {
        window.answer(`${question}${at}`, at);
        window.answer(`${question}${at}again`, at);
      }, [name, round]);
      await Promise.all([write(one, 'one'), write(other, 'other')]);
      count += 4;
      await agree([one, other], count);
    }
    assert.deepEqual(await answersOf(one), await answersOf(other));
    await saidBecomes(one, 'yes');
    await saidBecomes(other, 'yes');
    const third = await open(where, rungs);
    assert.deepEqual(await answersOf(third), await answersOf(one));
    await where.close();
  });

  test(`${rungs}: a frozen tab and one in the back/forward cache take in what happened meanwhile`, async () => {
    const where = await context();
    const [one, other] = [await open(where, rungs), await open(where, rungs)];
    await one.evaluate(() => window.answer('a', 1));
    await agree([one, other], 1);
    const session = await where.newCDPSession(other);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    for (let at = 0; at < 5; ++at) await one.evaluate((question) => window.answer(question, 1), `while${at}`);
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await agree([one, other], 6);
    await other.evaluate(() => window.answer('after', 1));
    await agree([one, other], 7);

    await other.goto(`${used.address}another.html`);
    await one.evaluate(() => window.answer('away', 1));
    await other.goBack();
    if (!(await other.evaluate(() => Boolean(window.store)))) await start(other, rungs);
    await agree([one, other], 8);
    await other.evaluate(() => window.answer('back', 1));
    await agree([one, other], 9);
    await where.close();
  });

  test(`${rungs}: erased in one tab is erased in the other`, async () => {
    const where = await context();
    const [one, other] = [await open(where, rungs), await open(where, rungs)];
    await one.evaluate(() => window.answer('a', 1));
    await agree([one, other], 1);
    assert.equal(await one.evaluate(() => window.store.erase()), true);
    await other.waitForFunction(() => window.gone === 1);
    assert.deepEqual(await answersOf(other), {});
    const { local, texts } = await everything(one);
    assert.deepEqual([local, texts], [{}, {}]);
    await where.close();
  });
}

test('ended: the database is closed, no listener and no channel is left', async () => {
  const where = await context();
  const [page, other] = [await open(where), await open(where)];
  await page.evaluate(() => window.answer('a', 1));
  await agree([page, other], 1);
  await other.evaluate(() => window.ending.abort());
  await page.evaluate(() => window.answer('b', 1));
  await page.evaluate(() => window.ending.abort());
  // Deleting it waits for every open connection.
  await page.evaluate(() => new Promise((done, failed) => {
    const asked = indexedDB.deleteDatabase('velocity-gap');
    asked.onsuccess = done;
    asked.onblocked = failed;
  }));
  assert.deepEqual(await answersOf(other), { a: 1 });
  await where.close();
});
