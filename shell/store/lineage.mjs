// store/lineage — which versions are part of this page's own, so that two tabs can tell whose change is whose.
//
// In      versions (slot.mjs) as they are read, made here, or heard of from other tabs
// Out     make(text, time): the next version; knows(version), mine(version); diverged(version): both changed since;
//         precedes(version): and theirs is the one to give way; common(version): the last text that both go back to, or null; take(version)
//         forget(): the roots of what was ours: erased, here and in whoever hears of it; erased(version), bury(roots)
// Errors  none
// Source  merge bases as in any version control, for few writers: a version names the last one by someone else in it
// Tested  tests/browser/store_lineage.test.mjs

import { idOf, later } from './slot.mjs';

const remembered = 64;  // versions; who fell further behind is merged as if both had begun from nothing

export function lineage(writer = `w${Math.random().toString(36).slice(2, 10)}`) {
  const seen = new Map();   // writer -> the last of its versions that is part of ours
  const texts = new Map();  // id -> text
  const roots = new Set();  // of all that is part of ours
  const buried = new Set();
  let base = '';
  let head = null;
  let sequence = 0;

  const see = (who, which) => seen.set(who, Math.max(which, seen.get(who) ?? 0));
  function learn(version) {
    sequence = Math.max(sequence, version.sequence);
    see(version.writer, version.sequence);
    texts.set(idOf(version), version.text);
    if (texts.size > remembered) texts.delete(texts.keys().next().value);
    head = version;
    roots.add(version.root);
    return version;
  }

  const mine = (version) => version.writer === writer;
  const diverged = (version) => Boolean(head) && mine(head) && version.base !== idOf(head);

  return {
    head: () => head,
    knows: (version) => seen.get(version.writer) >= version.sequence || buried.has(version.root),
    mine,
    diverged,
    precedes: (version) => diverged(version) && later(head, version) > 0,
    // A text that only one of them goes back to would show the other's answers as taken back: rather none.
    common({ base: theirs, writer: who }) {
      const shared = [theirs, `${seen.get(who)}.${who}`].filter((id) => id === '' || texts.has(id));
      shared.sort((one, other) => (parseInt(other) || 0) - (parseInt(one) || 0));
      return texts.get(shared[0]) ?? null;
    },
    see: (version) => see(version.writer, version.sequence),
    take(version) {
      base = idOf(version);
      const [which, who] = version.base.split('.');
      if (which) see(who, Number(which));
      learn(version);
    },
    make: (text, time) => learn({ sequence: sequence + 1, time, writer, base, root: head?.root ?? `${sequence + 1}.${writer}`, text }),
    forget() {
      const all = [...roots];
      all.forEach((root) => buried.add(root));
      [texts, roots].forEach((each) => each.clear());
      base = '';
      head = null;
      return all;
    },
    erased: (version) => buried.has(version.root),
    // Whether ours is of one of these lines.
    bury(erased) {
      erased.forEach((root) => buried.add(root));
      return erased.some((root) => roots.has(root));
    },
  };
}
