// store/ladder — keeps the draft of one assessment wherever this browser lets it: localStorage at once and IndexedDB
// beside it, the embedding page where both are closed, else only as long as this page lives; and says which it is.
//
// In      instrument   its id
//         local, slow  rungs: local.mjs; [indexed.mjs, parent.mjs]
//         alone        nothing is told to other tabs, nor heard
//         signal       ends it; now(): ms; patience: ms after which a rung that has not answered counts as closed
//         said('yes' | 'no')   whether the last version is kept; silent while a rung that has answered before is at it
//         merge(theirs, base)  another tab wrote: takes it in, gives the text that holds both or null when nothing of
//                              ours is to be kept; base: the last text that both go back to, or null
//         erased()             another tab erased
// Out     ready        a promise: keep() can be read
//         open()       {text, time, found, newer}: the newest whole version, or null and null; found: '', 'damaged'
//                      (one was, another is opened), 'lost' (damaged, and none is whole), 'newer' (left alone)
//         write(text); erase(): resolves to whether no trace is left; keep(name): {get, set} for one small text
// Errors  none: what cannot be kept is said
// Source  PRODUCT.md §5
// Cost    a change: one write to localStorage; one to IndexedDB at a time, of the last change
// Tested  tests/browser/store_ladder.test.mjs, store_tabs.test.mjs, store_pages.test.mjs; tests/engines/store.test.mjs

import { lineage } from './lineage.mjs';
import { keysOf, readKey, refusedKey } from './local.mjs';
import { later, pack, unpack } from './slot.mjs';
import { slotsOn } from './slots.mjs';
import { watchTabs } from './tabs.mjs';

const root = 'velocity-gap/';
const yielding = 200;  // ms in which the other tab may take ours in first, at least; never the same twice

export function openStore(instrument, { local, slow = [], alone = false, signal, now = Date.now, patience = 1000, said = () => {}, merge = () => null, erased = () => {} }) {
  const name = `${root}${instrument}`;
  const keys = keysOf(instrument);
  const notes = [refusedKey(instrument), readKey(instrument)];  // small texts that go with the answers
  const erasing = `${name}/erased`;  // until the slow rungs have done it too
  const gone = Object.fromEntries([...keys, `${name}/early`, ...notes].map((key) => [key, null]));
  const ours = lineage();
  const atOnce = slotsOn(local, keys);
  const beside = slow.map((rung) => slotsOn(rung, keys));
  const good = new Set();    // of beside: answered last time
  const known = new Set();   // of beside: looked at before
  const cache = new Map();   // small texts
  let confirmed = null;      // the last version that is kept
  let opened = false;
  let busy = 0;
  let outstanding = false;

  const within = (work) => new Promise((done) => {
    const late = setTimeout(done, patience);
    work.then((value) => done({ value }), () => done()).then(() => clearTimeout(late));
  });
  function attempt(work) {
    try {
      return work();
    } catch {
      return null;
    }
  }

  // Of what lay there before this page came, the newest counts: the others are part of it, or lost to it.
  function meet(place, versions) {
    if (known.has(place)) return versions;
    known.add(place);
    versions.slice(1).forEach(ours.see);
    return versions.slice(0, 1);
  }
  async function look(place) {
    const versions = meet(place, await place.look());
    good.add(place);
    versions.forEach((each) => noticed(each));
    return versions;
  }

  const say = (what) => { if (!signal?.aborted) said(what); };
  function confirm(version) {
    confirmed = version;
    if (version === ours.head()) say('yes');
  }
  async function put(place, version) {
    const before = meet(place, await place.put(version));
    good.add(place);
    confirm(version);
    before.forEach((each) => noticed(each));
  }
  // While localStorage has it the others may take their time; otherwise every version is handed over at once.
  async function carry(version, kept, wait = kept) {
    outstanding = wait && busy > 0;
    if (outstanding) return;
    busy += 1;
    for (const place of kept ? beside.slice(0, 1) : beside) {
      if (await within(put(place, version))) break;
      good.delete(place);
    }
    busy -= 1;
    if (version === ours.head() && confirmed !== version) say('no');
    if (!busy) flush();
  }
  function flush() {
    if (outstanding) carry(ours.head(), true, false);
  }

  const unknown = (version) => !ours.knows(version);
  function write(text, again = false) {
    // Taking in another tab's version is no change of ours, though it is saved like one.
    const head = ours.head();
    if (!again && text === head?.text && (head === confirmed || !ours.mine(head))) return;
    for (const theirs of attempt(() => atOnce.look()) ?? []) if (unknown(theirs)) text = take(theirs) ?? theirs.text;
    const version = ours.make(text, now());
    tell(pack(version));
    const kept = attempt(() => atOnce.put(version));
    if (kept) confirm(version);
    else if (!good.size) say('no');
    carry(version, Boolean(kept));
  }

  function take(version, base = ours.common(version)) {
    ours.take(version);
    return merge(version.text, base);
  }
  // Of two that changed at once one gives way and takes the other in. Should that one be gone the other does, and its
  // own answers stay, or the two could swap for ever.
  function noticed(version, waited) {
    if (ours.erased(version)) bury();
    if (!opened || signal?.aborted || !unknown(version)) return;
    const soon = (work, ...words) => setTimeout(work, yielding * (1 + Math.random()), ...words);
    if (!waited && ours.precedes(version)) {
      soon(noticed, version, true);
      return;
    }
    const head = ours.head();
    const apart = ours.diverged(version) && head.text !== version.text;
    const both = waited ? take(version, null) : take(version);
    if (both !== null && (apart || both !== version.text)) write(both, true);
    else if (head && ours.mine(head)) soon(secure);
  }
  // Two may have written to one place: what both go on with must be what is kept.
  async function secure() {
    const head = ours.head();
    const held = attempt(() => atOnce.look()) ?? await look(beside[0]).catch(() => null);
    if (held && head && head === ours.head() && !signal?.aborted && !(held[0] && later(held[0], head) >= 0)) write(head.text, true);
  }
  async function clearSlow() {
    const done = await Promise.all(slow.map((rung) => within(rung.swap(gone))));
    const all = done.every(Boolean);
    if (all) attempt(() => local.swap({ [erasing]: null }));
    return all;
  }
  function forget() {
    outstanding = false;
    notes.forEach((key) => cache.delete(key));
    return ours.forget();
  }
  // Versions of what was erased, which a tab that had not heard of it has written.
  function bury() {
    attempt(() => atOnce.remove(ours.erased));
    beside.forEach((place) => { if (good.has(place)) place.remove(ours.erased).catch(() => good.delete(place)); });
  }

  const here = attempt(() => meet(atOnce, atOnce.look()));
  async function read() {
    const found = here ?? [];
    if (attempt(() => local.swap({}, [erasing])[0])) clearSlow();
    else {
      for (const [at, place] of beside.entries()) {
        const answer = await within(look(place));
        if (answer) found.push(...answer.value);
        if (answer && !here) await within(recall(slow[at]));
        if (answer || here) break;
      }
    }
    const [best] = found.sort((one, other) => later(other, one));
    if (best) ours.take(best);
    const states = [atOnce, ...beside].map((place) => place.state());
    const newer = states.find((state) => state.newer !== undefined)?.newer ?? null;
    const torn = states.some((state) => state.torn) && (best ? 'damaged' : 'lost');
    return { text: best?.text ?? null, time: best?.time ?? null, found: newer === null ? torn || '' : 'newer', newer };
  }
  // What a slow rung kept for keep().
  async function recall(rung) {
    const wanted = [...cache.keys()].filter((key) => cache.get(key) === null);
    (await rung.swap({}, wanted)).forEach((text, at) => cache.set(wanted[at], text));
  }
  const reading = read();

  const tell = alone ? () => {} : watchTabs(name, keys, {
    signal,
    heard(packed) {
      const version = unpack(packed);
      if (version?.writer !== undefined) noticed(version);
    },
    erased(roots) {
      if (!ours.bury(roots)) return;
      forget();
      bury();
      if (opened) erased();
    },
    back() {
      attempt(() => atOnce.look())?.forEach((each) => noticed(each));
      beside.forEach((place) => { if (good.has(place)) look(place).catch(() => good.delete(place)); });
    },
    away: flush,
  });

  return {
    ready: here ? Promise.resolve() : reading,
    async open() {
      const found = await reading;
      opened = true;
      return ours.head() ? found : { ...found, text: null, time: null };  // erased elsewhere meanwhile
    },
    write,
    erase() {
      tell(forget());
      attempt(() => local.swap({ ...gone, [erasing]: '1' }));
      return clearSlow();
    },
    keep(small) {
      const key = root + small;
      cache.set(key, attempt(() => local.swap({}, [key])[0]));
      return {
        get: () => cache.get(key) ?? null,
        async set(text) {
          cache.set(key, text);
          if (attempt(() => local.swap({ [key]: text }))) return;
          for (const rung of slow) if (await within(rung.swap({ [key]: text }))) return;
        },
      };
    },
  };
}
