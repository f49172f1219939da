// The ladder by itself, on rungs that fail in every way: what it says is so, and what it kept is found.

import test from 'node:test';
import assert from 'node:assert/strict';
import { localRung } from '../../shell/store/local.mjs';
import { parentRung } from '../../shell/store/parent.mjs';
import { openStore } from '../../shell/store/ladder.mjs';
import { blocked, memory, refusing, silent, slowly, world } from './stores.mjs';

const patience = 20;  // ms; none of the tests depends on how long it is
const turn = () => new Promise((done) => { setTimeout(done, 0); });
const until = async (condition) => {
  for (let turns = 0; !condition(); ++turns) {
    assert.ok(turns < 2000, `it never came true: ${condition}`);
    await turn();
  }
};

function ladder(rungs, more = {}) {
  const ending = new AbortController();
  const said = [];
  const store = openStore('x', { patience, signal: ending.signal, said: (what) => said.push(what), now: () => 7, ...rungs, ...more });
  return { ...store, said, end: () => ending.abort() };
}
async function readBy(rungs) {
  const store = ladder(rungs);
  const found = await store.open();
  store.end();
  return found;
}

test('the newest version is found, whichever rung has it, and the one before it stays', async () => {
  const [near, far] = [memory(), memory()];
  const both = { local: localRung(near), slow: [slowly(far)] };
  const store = ladder(both);
  assert.deepEqual(await store.open(), { text: null, time: null, found: '', newer: null });
  for (let round = 1; round <= 5; ++round) store.write(`text ${round} “ü” 😀`);
  await until(() => [...far.kept.values()].some((text) => text.includes('text 5')));
  store.end();
  assert.equal(near.kept.size, 2);
  assert.deepEqual(await readBy({ local: localRung(near) }), { text: 'text 5 “ü” 😀', time: 7, found: '', newer: null });
  assert.equal((await readBy({ local: blocked, slow: [slowly(far)] })).text, 'text 5 “ü” 😀');
  const stale = memory();
  stale.kept.set('velocity-gap/x/a', near.kept.get('velocity-gap/x/a'));
  stale.kept.set('velocity-gap/x/b', near.kept.get('velocity-gap/x/b'));
  const newest = [...stale.kept].find(([, text]) => text.includes('text 5'))[0];
  stale.kept.delete(newest);
  assert.equal((await readBy({ local: localRung(stale) })).text, 'text 4 “ü” 😀');
  assert.equal((await readBy({ local: localRung(stale), slow: [slowly(far)] })).text, 'text 5 “ü” 😀');
  assert.equal((await readBy({ ...both, local: localRung(memory()), slow: [slowly(memory())] })).text, null);
});

test('a torn slot is passed over and told; when none is whole, that', async () => {
  const near = memory();
  const store = ladder({ local: localRung(near) });
  await store.open();
  store.write('first');
  store.write('second');
  store.end();
  const [newest, whole] = [...near.kept].find(([, text]) => text.endsWith('second'));
  for (let at = 0; at < whole.length; ++at) {
    for (const torn of [whole.slice(0, at), `${whole.slice(0, at)}~${whole.slice(at + 1)}`]) {
      near.kept.set(newest, torn);
      assert.deepEqual(await readBy({ local: localRung(near) }), { text: 'first', time: 7, found: 'damaged', newer: null }, torn);
    }
  }
  const again = ladder({ local: localRung(near) });
  await again.open();
  again.write('third');
  again.end();
  assert.deepEqual(await readBy({ local: localRung(near) }), { text: 'third', time: 7, found: '', newer: null }, 'the next version takes the torn one\'s place');
  for (const [key] of near.kept) near.kept.set(key, '<b>1 2 3</b>');
  assert.deepEqual(await readBy({ local: localRung(near) }), { text: null, time: null, found: 'lost', newer: null });
});

test('what a later schema wrote is left where it is, handed out, and not in the way', async () => {
  const newer = (text) => {
    let hash = 2166136261;
    for (const unit of `3 ${text}`) hash = Math.imul(hash ^ unit.charCodeAt(0), 16777619);
    return `vg3 ${(hash >>> 0).toString(16)} ${text}`;
  };
  const [near, far] = [memory(), memory()];
  const theirs = [['velocity-gap/x/a', newer('9 {"of":"tomorrow"}')], ['velocity-gap/x/b', newer('8 {}')]];
  for (const store of [near, far]) theirs.forEach(([key, text]) => store.kept.set(key, text));
  const store = ladder({ local: localRung(near), slow: [slowly(far)] });
  assert.deepEqual(await store.open(), { text: null, time: null, found: 'newer', newer: '{"of":"tomorrow"}' });
  for (const text of ['one', 'two', 'three']) store.write(text);
  assert.equal(store.said.at(-1), 'yes');
  await until(() => [...far.kept.values()].some((text) => text.endsWith('three')));
  store.end();
  for (const { kept } of [near, far]) theirs.forEach(([key, text]) => assert.equal(kept.get(key), text));
  assert.equal((await readBy({ local: localRung(near) })).text, 'three');
  const last = ladder({ local: localRung(near), slow: [slowly(far)] });
  await last.open();
  await last.erase();
  last.end();
  assert.deepEqual([[...near.kept], [...far.kept]], [[], []], 'who erases, erases these too');
});

test('drafts of the layout before this one are opened and make room for the new', async () => {
  const near = memory();
  near.kept.set('velocity-gap/x/a', '2 7 1fda1d2e b');
  near.kept.set('velocity-gap/x/b', '3 7 980ecaf6 text “ü” 😀');
  const store = ladder({ local: localRung(near) });
  assert.deepEqual(await store.open(), { text: 'text “ü” 😀', time: 7, found: '', newer: null });
  store.write('new');
  assert.match(near.kept.get('velocity-gap/x/a'), /^vg2 \w+ 4 /);
  store.write('newer');
  assert.match(near.kept.get('velocity-gap/x/b'), /^vg2 \w+ 5 /);
  store.end();
});

test('nothing is called saved before a rung has confirmed it', async () => {
  for (const slow of [[], [refusing], [silent], [refusing, silent]]) {
    for (const local of [blocked, localRung(null), localRung({ getItem: () => null, setItem() {}, removeItem() {} })]) {
      const store = ladder({ local, slow });
      assert.equal((await store.open()).text, null);
      store.write('text');
      assert.equal(store.said[0], 'no', 'at once: no rung has ever answered');
      await new Promise((done) => { setTimeout(done, 4 * patience); });
      assert.ok(store.said.every((what) => what === 'no'), store.said.join());
      store.end();
    }
  }
});

test('IndexedDB alone: silent until it has confirmed, then saved; not saved from its first failure on', async () => {
  const far = memory();
  let answer;
  let mode = 'now';
  const rung = slowly(far);
  const slow = [{ swap: (...words) => (mode === 'now' ? rung.swap(...words) : new Promise((done, failed) => { answer = { done, failed }; })) }];
  const store = ladder({ local: blocked, slow }, { patience: 1e6 });
  await store.open();
  mode = 'held';
  store.write('one');
  await turn();
  assert.deepEqual(store.said, []);
  answer.done([null, null, null, null]);
  await until(() => store.said.length);
  assert.deepEqual(store.said, ['yes']);
  store.write('two');
  await turn();
  answer.failed(new Error('full'));
  await until(() => store.said.length > 1);
  assert.deepEqual(store.said, ['yes', 'no']);
  store.write('three');
  assert.equal(store.said.at(-1), 'no');
  await turn();
  answer.done([null, null, null, null]);
  await until(() => store.said.at(-1) === 'yes');
  store.end();
});

test('a full localStorage falls to IndexedDB and back, and the newest is found', async () => {
  const [near, far] = [memory(), memory()];
  let full = false;
  const local = localRung({ ...near, setItem(key, value) { if (full) throw new DOMException('full', 'QuotaExceededError'); near.setItem(key, value); } });
  const store = ladder({ local, slow: [slowly(far)] });
  await store.open();
  store.write('one');
  full = true;
  store.write('two');
  await until(() => [...far.kept.values()].some((text) => text.endsWith('two')));
  assert.ok(!store.said.includes('no'));
  store.end();
  assert.equal((await readBy({ local, slow: [slowly(far)] })).text, 'two');
  const again = ladder({ local, slow: [slowly(far)] });
  await again.open();
  full = false;
  again.write('three');
  assert.match([...near.kept.values()].join(), /three/);
  again.end();
});

test('a version that IndexedDB brings late is taken in, not written over', async () => {
  const far = memory();
  const before = ladder({ local: blocked, slow: [slowly(far)] });
  await before.open();
  before.write('{"a":1}');
  await until(() => before.said.includes('yes'));
  before.end();
  let release;
  const held = new Promise((done) => { release = done; });
  const rung = slowly(far);
  const slow = [{ swap: async (...words) => { await held; return rung.swap(...words); } }];
  const heard = [];
  const store = ladder({ local: blocked, slow }, { merge: (theirs, base) => { heard.push([theirs, base]); return '{"a":1,"b":2}'; } });
  assert.equal((await store.open()).text, null);
  store.write('{"b":2}');
  assert.deepEqual(store.said, ['no']);
  release();
  await until(() => heard.length);
  await until(() => [...far.kept.values()].some((text) => text.endsWith('"b":2}') && text.includes('"a"')));
  store.end();
  assert.deepEqual(heard, [['{"a":1}', null]]);
  assert.equal((await readBy({ local: blocked, slow: [slowly(far)] })).text, '{"a":1,"b":2}');
});

// A page that keeps texts for the one that it embeds, as parent.mjs asks it.
function embedder(kept, refuse = () => false) {
  const { port1, port2 } = new MessageChannel();
  const asked = [];
  port1.on('message', ({ id, op, key, value }) => {
    asked.push(`${op} ${key}`);
    if (refuse(op)) return port1.postMessage({ vg: 1, type: 'store', id, ok: false });
    if (op === 'set') kept.set(key, value);
    if (op === 'remove') kept.delete(key);
    return port1.postMessage({ vg: 1, type: 'store', id, ok: true, value: op === 'get' ? kept.get(key) ?? null : undefined });
  });
  return { port: port2, asked, port1, close: () => { port1.close(); port2.close(); } };
}

test('the embedding page is asked where both stores are closed, and only there', async () => {
  const kept = new Map();
  const page = embedder(kept);
  const slow = [refusing, parentRung(page.port, undefined, patience)];
  const store = ladder({ local: blocked, slow });
  const small = store.keep('skin');
  await store.open();
  store.write('one');
  await until(() => store.said.at(-1) === 'yes');
  await small.set('document');
  store.end();
  assert.equal(kept.size, 2);
  const again = ladder({ local: blocked, slow });
  const kept_small = again.keep('skin');
  assert.equal((await again.open()).text, 'one');
  assert.equal(kept_small.get(), 'document');
  assert.equal(await again.erase(), false, 'the other rung could not be asked');
  assert.deepEqual([...kept.keys()], ['velocity-gap/skin']);
  again.end();
  page.asked.length = 0;
  const near = ladder({ local: localRung(memory()), slow: [slowly(memory()), parentRung(page.port, undefined, patience)] });
  await near.open();
  near.write('one');
  await turn();
  near.end();
  assert.deepEqual(page.asked, []);
  page.close();
});

test('a page that refuses, lies or is silent leaves it not saved', async () => {
  const answers = [
    (port, { id }) => port.postMessage({ vg: 1, type: 'store', id, ok: false }),
    (port, { id }) => port.postMessage({ vg: 1, type: 'store', id, ok: 'true' }),
    (port, { id }) => port.postMessage({ vg: 1, type: 'store', id, ok: true, value: { text: 1 } }),
    (port, { id }) => port.postMessage({ vg: 2, type: 'store', id, ok: true }),
    (port) => port.postMessage(null),
    (port) => port.postMessage({ vg: 1, type: 'store', id: 'constructor', ok: true }),
    () => {},
  ];
  for (const answer of answers) {
    const { port1, port2 } = new MessageChannel();
    port1.on('message', (asked) => answer(port1, asked));
    const store = ladder({ local: blocked, slow: [parentRung(port2, undefined, patience)] });
    assert.equal((await store.open()).text, null);
    store.write('one');
    await new Promise((done) => { setTimeout(done, 4 * patience); });
    assert.ok(store.said.length > 0 && store.said.every((what) => what === 'no'), `${answer}: ${store.said}`);
    store.end();
    port1.close();
    port2.close();
  }
});

test('erasing leaves nothing, also where a slow rung is killed before it was done', async () => {
  const [near, far] = [memory(), memory()];
  const rungs = { local: localRung(near), slow: [slowly(far)] };
  const store = ladder(rungs);
  store.keep('locale').set('de');
  store.keep('refused/x').set('an old one');
  near.kept.set('velocity-gap/x/early', 'what was done before the module came');
  near.kept.set('velocity-gap/y/a', 'another instrument');
  await store.open();
  for (const text of ['one', 'two', 'three']) store.write(text);
  await until(() => far.kept.size > 0);
  assert.equal(await store.erase(), true);
  store.end();
  assert.deepEqual([...near.kept.keys()], ['velocity-gap/locale', 'velocity-gap/y/a']);
  assert.equal(far.kept.size, 0);

  const killed = ladder({ local: localRung(near), slow: [slowly(far)] });
  await killed.open();
  killed.write('four');
  await until(() => far.kept.size > 0);
  killed.end();
  const dying = ladder({ local: localRung(near), slow: [silent] });
  await dying.open();
  assert.equal(await dying.erase(), false);
  dying.end();
  assert.ok(far.kept.size > 0);
  assert.equal((await readBy(rungs)).text, null, 'what is erased does not come back');
  await until(() => far.kept.size === 0);
  await until(() => !near.kept.has('velocity-gap/x/erased'));
  const next = ladder(rungs);
  await next.open();
  next.write('new');
  next.end();
  assert.equal((await readBy(rungs)).text, 'new');
});

test('small texts are read at once from localStorage, from elsewhere once ready', async () => {
  const [near, far] = [memory(), memory()];
  const store = ladder({ local: localRung(near), slow: [slowly(far)] });
  await store.keep('skin').set('document');
  assert.deepEqual([[...near.kept], far.kept.size], [[['velocity-gap/skin', 'document']], 0]);
  store.end();
  const again = ladder({ local: localRung(near), slow: [silent] });
  assert.equal(again.keep('skin').get(), 'document');
  await again.ready;
  again.end();
  const alone = { local: blocked, slow: [slowly(far)] };
  const other = ladder(alone);
  await other.keep('skin').set('canvas');
  other.end();
  const last = ladder(alone);
  const small = last.keep('skin');
  assert.equal(small.get(), null);
  await last.ready;
  assert.equal(small.get(), 'canvas');
  last.end();
  const nowhere = ladder({ local: blocked });
  const held = nowhere.keep('skin');
  held.set('canvas');
  assert.equal(held.get(), 'canvas', 'as long as the page lives');
  nowhere.end();
});

test('a change costs one write to localStorage, and IndexedDB takes only the last of many', async () => {
  const [near, far] = [memory(), memory()];
  let writes = 0;
  const rung = slowly(far);
  const slow = [{ swap(changes, keys) { writes += Object.keys(changes).length; return rung.swap(changes, keys); } }];
  const tabs = world();
  const tab = await tabs.open({ local: localRung(near), slow });
  for (let at = 0; at < 100; ++at) tab.answer('q', at);
  assert.match([...near.kept.values()].join(), /"q":99/);
  await until(() => [...far.kept.values()].some((text) => text.includes('"q":99')));
  assert.ok(writes <= 3, `${writes} writes`);
  tab.end();
});
