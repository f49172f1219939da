// One slot as text: what is cut off or altered anywhere is not read, and what a later schema wrote is known as such.

import test from 'node:test';
import assert from 'node:assert/strict';
import { later, pack, unpack } from '../../shell/store/slot.mjs';

const draft = JSON.stringify({ schema: 'draft/1', response: { answers: { size: ['up_to_10'], why: 'ü “ü” 😀 \n\u0000' } }, place: { screen: 'questions' } });
const version = { sequence: 12, time: 1795000000000, writer: 'wk3j2', base: '9.w0', root: '1.w0', text: draft };

// What the layout before this one wrote, kept as it was.
const first = '3 7 980ecaf6 text “ü” 😀';

test('a version comes back as it was', () => {
  for (const each of [version, { ...version, base: '', root: '', text: '' }, { ...version, text: 'vg2 1 2 3' }]) assert.deepEqual(unpack(pack(each)), each);
  assert.equal(unpack(null), null);
  assert.equal(unpack(undefined), null);
});

test('a slot cut off at any unit, or altered at any, is torn', () => {
  const whole = pack(version);
  for (let at = 0; at < whole.length; ++at) {
    assert.deepEqual(unpack(whole.slice(0, at)), { torn: true }, `cut at ${at}`);
    for (const unit of ['~', '0', '9', ' ', String.fromCharCode(whole.charCodeAt(at) ^ 1), '']) {
      const altered = whole.slice(0, at) + unit + whole.slice(at + 1);
      if (altered !== whole) assert.deepEqual(unpack(altered), { torn: true }, `${JSON.stringify(unit)} at ${at}`);
    }
    assert.deepEqual(unpack(whole + whole[at]), { torn: true }, `${whole[at]} behind it`);
  }
  assert.deepEqual(unpack(''), { torn: true });
  assert.deepEqual(unpack('<b>1 2 3</b>'), { torn: true });
});

test('the first layout is read, and no altered one', () => {
  assert.deepEqual(unpack(first), { sequence: 3, time: 7, writer: '', base: '', root: '', text: 'text “ü” 😀' });
  for (let at = 0; at < first.length; ++at) {
    assert.deepEqual(unpack(first.slice(0, at)), { torn: true }, `cut at ${at}`);
    assert.deepEqual(unpack(`${first.slice(0, at)}~${first.slice(at + 1)}`), { torn: true }, `altered at ${at}`);
  }
});

test('a later schema is told from a damaged slot by its checksum', () => {
  // The checksum that every schema has in this place, over schema and rest.
  let hash = 2166136261;
  for (const unit of '3 99 next {"schema":"draft/2"}') hash = Math.imul(hash ^ unit.charCodeAt(0), 16777619);
  const sum = (hash >>> 0).toString(16);
  assert.deepEqual(unpack(`vg3 ${sum} 99 next {"schema":"draft/2"}`), { newer: '{"schema":"draft/2"}' });
  assert.deepEqual(unpack(`vg3 ${sum}0 99 next {"schema":"draft/2"}`), { torn: true });
});

test('of two versions written at once the same one is the later everywhere', () => {
  const [one, other] = [{ sequence: 4, writer: 'wa' }, { sequence: 4, writer: 'wb' }];
  assert.ok(later(one, other) < 0 && later(other, one) > 0);
  assert.ok(later({ sequence: 5, writer: 'wa' }, other) > 0);
});
