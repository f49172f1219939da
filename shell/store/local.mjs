// store/local — localStorage: a rung of the ladder, the only one that answers at once, and what is asked of it before
// the ladder is there.
//
// In      storage   a Storage or null; instrument; apart: a name, where two of one instrument are to be kept apart
// Out     localRung: swap(changes, keys): the texts at `keys` before; then changes {key: text, or null to remove} are made
//         keepsake, journalOf: {get, set, remove} of one small text; holdsDraft: whether there is anything to go on with,
//         or no telling
// Errors  swap throws when there is no storage, it is blocked or full, or it does not hold afterwards what it was given;
//         a keepsake then holds nothing, and set says false
// Source  PRODUCT.md §5
// Tested  tests/browser/store_ladder.test.mjs, tests/browser/store_pages.test.mjs

const root = 'velocity-gap/';
export const nameOfDraft = (instrument, apart) => (apart ? `${instrument}/${apart}` : instrument);
export const keysOf = (name) => ['a', 'b', 'c', 'd'].map((place) => `${root}${name}/${place}`);
export const refusedKey = (name) => `${root}refused/${name}`;  // a draft that could not be opened
export const readKey = (name) => `${root}read/${name}`;        // articles

export const localRung = (storage) => ({
  swap(changes, keys = []) {
    const before = keys.map((key) => storage.getItem(key));
    for (const [key, text] of Object.entries(changes)) {
      if (text === null) storage.removeItem(key);
      else storage.setItem(key, text);
      if (storage.getItem(key) !== text) throw new Error(key);
    }
    return before;
  },
});

// What the browser offers, or null: reading the property itself throws where storage is blocked.
export function browserStore() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export function keepsake(storage, name) {
  const { swap } = localRung(storage);
  const key = root + name;
  const attempt = (work, otherwise) => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  const set = (text) => Boolean(attempt(() => swap({ [key]: text }), false));
  return { get: () => attempt(() => swap({}, [key])[0], null), set, remove: () => set(null) };
}

// What was done before the engine came (early.mjs).
export const journalOf = (storage, name) => keepsake(storage, `${name}/early`);

export function holdsDraft(storage, name) {
  try {
    return [...keysOf(name), refusedKey(name)].some((key) => storage.getItem(key) !== null);
  } catch {
    return true;
  }
}
