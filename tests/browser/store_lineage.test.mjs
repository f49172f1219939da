// Whose change is whose: the last version that two tabs both go back to, and which of the two gives way.

import test from 'node:test';
import assert from 'node:assert/strict';
import { lineage } from '../../shell/store/lineage.mjs';

test('versions are numbered on from what was read, and name the last one by someone else', () => {
  const ours = lineage('wa');
  assert.deepEqual(ours.make('one', 7), { sequence: 1, time: 7, writer: 'wa', base: '', root: '1.wa', text: 'one' });
  ours.take({ sequence: 9, time: 7, writer: 'wb', base: '', root: '2.w0', text: 'theirs' });
  assert.deepEqual(ours.make('two', 8), { sequence: 10, time: 8, writer: 'wa', base: '9.wb', root: '2.w0', text: 'two' });
  assert.equal(ours.make('three', 9).base, '9.wb');
});

test('what both go back to: where they were opened, what one took from the other, what one wrote before', () => {
  const start = { sequence: 4, time: 0, writer: 'w0', base: '', root: '', text: 'start' };
  const [a, b] = [lineage('wa'), lineage('wb')];
  for (const tab of [a, b]) tab.take(start);
  a.make('a5', 0);
  const b5 = b.make('b5', 0);
  a.make('a6', 0);
  assert.equal(a.common(b5), 'start');
  a.take(b5);
  const a7 = a.make('a7', 0);
  b.make('b6', 0);
  assert.equal(b.common(a7), 'b5', 'a took b5 in');
  const b8 = (b.take(a7), b.make('b8', 0));
  const b9 = b.make('b9', 0);
  assert.equal(a.common(b8), 'a7');
  a.take(b8);
  assert.equal(a.common(b9), 'b8', 'b wrote on from what a has');
  assert.equal(lineage('wc').common(b9), null);
});

test('who has changed nothing of its own never makes the other wait; of two that have, the later stays', () => {
  const [a, b] = [lineage('wa'), lineage('wb')];
  const a1 = a.make('a1', 0);
  const b1 = b.make('b1', 0);
  assert.deepEqual([a.precedes(b1), b.precedes(a1)], [false, true]);
  a.take(b1);
  const a2 = a.make('a2', 0);
  assert.equal(b.precedes(a2), false, 'it holds b1 already');
  assert.equal(lineage('wz').precedes(a2), false);
  assert.deepEqual([a.knows(b1), a.knows({ ...b1, sequence: 2 })], [true, false]);
});

test('what another tab had taken in is known with it', () => {
  const [a, b, c] = ['wa', 'wb', 'wc'].map(lineage);
  const c1 = c.make('c1', 0);
  b.take(c1);
  a.take(b.make('b2', 0));
  assert.equal(a.knows(c1), true);
});

test('a long run does not remember every text', () => {
  const ours = lineage('wa');
  const first = ours.make('first', 0);
  for (let at = 0; at < 100; ++at) ours.make(`text ${at}`, 0);
  assert.equal(ours.common({ ...first, base: '1.wa', writer: 'wb' }), null);
  assert.equal(ours.common({ ...first, base: '101.wa', writer: 'wb' }), 'text 99');
});

test('what was erased is known as such, and its line only', () => {
  const [a, b] = [lineage('wa'), lineage('wb')];
  const a1 = a.make('a1', 0);
  b.take(a1);
  const b2 = b.make('b2', 0);
  const roots = a.forget();
  const a3 = a.make('new', 0);
  assert.deepEqual([a.knows(b2), a.erased(b2), a.erased(a3)], [true, true, false]);
  assert.equal(b.bury(roots), true);
  b.forget();
  assert.equal(b.knows(a3), false);
  b.take(a3);
  assert.equal(b.bury(roots), false, 'an old message says nothing about the new line');
});
