// The two slots by themselves, with stores that fail in every way.

import test from 'node:test';
import assert from 'node:assert/strict';
import { drafts } from '../../shell/storage.mjs';

function memory() {
  const kept = new Map();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => { kept.set(key, value); }, removeItem: (key) => { kept.delete(key); } };
}

test('the newest write wins and the one before it stays', () => {
  const store = memory();
  const draft = drafts(store, 'x', () => 7);
  assert.equal(draft.read(), null);
  for (let round = 1; round <= 5; ++round) {
    assert.equal(draft.write(`text ${round} “ü” 😀`), true);
    assert.deepEqual(draft.read(), { number: round, time: 7, text: `text ${round} “ü” 😀` });
  }
  assert.equal(store.kept.size, 2);
  assert.deepEqual(drafts(store, 'y').read(), null, 'another instrument has its own');
  draft.erase();
  assert.equal(store.kept.size, 0);
});

test('a slot cut off anywhere, or changed anywhere, is not read', () => {
  const store = memory();
  const draft = drafts(store, 'x', () => 7);
  draft.write('first');
  draft.write('second');
  const [newest] = [...store.kept].find(([, value]) => value.endsWith('second'));
  const whole = store.kept.get(newest);
  for (let at = 0; at < whole.length; ++at) {
    store.kept.set(newest, whole.slice(0, at));
    assert.equal(draft.read().text, 'first', `cut at ${at}`);
    store.kept.set(newest, `${whole.slice(0, at)}~${whole.slice(at + 1)}`);
    assert.equal(draft.read().text, 'first', `changed at ${at}`);
  }
});

test('a store that is missing, throws or forgets is said to keep nothing', () => {
  const broken = { getItem() { throw new Error('no'); }, setItem() { throw new Error('no'); }, removeItem() { throw new Error('no'); } };
  const forgetful = { getItem: () => null, setItem() {}, removeItem() {} };
  for (const store of [null, undefined, broken, forgetful]) {
    const draft = drafts(store, 'x');
    assert.equal(draft.read(), null);
    assert.equal(draft.write('text'), false);
    draft.erase();
  }
});
