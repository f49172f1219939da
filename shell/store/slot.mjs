// store/slot — one kept version as text: a head that tells which one it is, and a checksum over all of it.
//
// In      pack: {sequence, time: ms, writer: who wrote it, base: id of the last version by someone else in it,
//         root: id of the version that its line began with, text}
//         unpack: what a store held
// Out     pack: "vg2 checksum sequence time writer base root text"; idOf: "sequence.writer"
//         unpack: such a version, {newer: what it holds} of a later schema, {torn: true}, or null where nothing was
// Errors  none: what does not hold is torn. "vg", schema and checksum stay first in every later schema
// Source  PRODUCT.md §5 (newer versions are left alone; torn mid-write)
// Tested  tests/browser/store_slot.test.mjs

const schema = 2;
export const idOf = ({ sequence, writer }) => `${sequence}.${writer}`;

// FNV-1a over UTF-16 units: one altered unit always changes it, and it hides nothing.
function checksum(text) {
  let hash = 2166136261;
  for (let at = 0; at < text.length; ++at) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return (hash >>> 0).toString(16);
}

export function pack({ sequence, time, writer, base, root, text }) {
  const rest = `${sequence} ${time} ${writer} ${base} ${root} ${text}`;
  return `vg${schema} ${checksum(`${schema} ${rest}`)} ${rest}`;
}

// The first layout had neither a name nor writers: "sequence time checksum text".
function unpackFirst(packed) {
  const [head, sequence, time, sum] = /^(\d{1,15}) (\d{1,15}) (\w+) /.exec(packed) ?? [''];
  const text = packed.slice(head.length);
  return head && checksum(`${sequence} ${time} ${text}`) === sum
    ? { sequence: Number(sequence), time: Number(time), writer: '', base: '', root: '', text } : { torn: true };
}

export function unpack(packed) {
  if (packed === null || packed === undefined) return null;
  const [frame, kind, sum] = /^vg(\d+) (\w+) /.exec(packed) ?? [];
  if (!frame) return unpackFirst(packed);
  const rest = packed.slice(frame.length);
  if (checksum(`${kind} ${rest}`) !== sum) return { torn: true };
  if (kind > schema) return { newer: rest.replace(/^[^{]*/, '') };
  const [head, sequence, time, writer, base, root] = /^(\d{1,15}) (\d{1,15}) (\w+) ([\w.]*) ([\w.]*) /.exec(rest) ?? [];
  return head ? { sequence: Number(sequence), time: Number(time), writer, base, root, text: rest.slice(head.length) } : { torn: true };
}

// Of two versions the later; of two that were written at once, the same one everywhere.
export const later = (one, other) => one.sequence - other.sequence || (one.writer < other.writer ? -1 : 1);
