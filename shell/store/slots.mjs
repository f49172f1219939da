// store/slots — the versions on one rung: two places written in turn, so that a write that was cut off leaves the one
// before it.
//
// In      rung {swap}, answering at once or as a promise; keys of its places: two more than are needed, since what a
//         later schema wrote is not ours to touch
// Out     look(): the whole versions, the newest first; put(version): those that were there before; remove(which): versions of which that
//         is true; state(): what else
//         was found at the last look {torn, newer}
// Errors  those of the rung; none of the places is free
// Source  PRODUCT.md §5
// Tested  tests/browser/store_ladder.test.mjs

import { later, pack, unpack } from './slot.mjs';

const after = (work, call) => (work instanceof Promise ? work.then(call) : call(work));

export function slotsOn(rung, keys) {
  let held = [];
  function hold(texts) {
    held = texts.map(unpack);
    return held.filter((each) => each?.writer !== undefined).sort((one, other) => later(other, one));
  }
  // The newest whole version stays where it is.
  function free() {
    const own = keys.filter((_, at) => !held[at]?.newer).slice(0, 2);
    const age = (key) => held[keys.indexOf(key)]?.sequence ?? -1;
    const [key] = own.sort((one, other) => age(one) - age(other));
    if (!key) throw new Error('no place is free');
    return key;
  }
  return {
    look: () => after(rung.swap({}, keys), hold),
    put(version) {
      const key = free();
      return after(rung.swap({ [key]: pack(version) }, keys), (texts) => {
        const before = hold(texts);
        held[keys.indexOf(key)] = version;
        return before;
      });
    },
    remove: (which) => after(rung.swap({}, keys), (texts) => {
      const found = hold(texts).filter(which).map((version) => keys[held.indexOf(version)]);
      return found.length ? rung.swap(Object.fromEntries(found.map((key) => [key, null]))) : found;
    }),
    state: () => ({ torn: held.some((each) => each?.torn), newer: held.find((each) => each?.newer !== undefined)?.newer }),
  };
}
