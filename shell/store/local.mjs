// store/local — localStorage as a rung of the ladder: the only one that answers at once.
//
// In      storage   a Storage or null
// Out     swap(changes, keys): the texts at `keys` before; then changes {key: text, or null to remove} are made
// Errors  throws when there is no storage, it is blocked or full, or it does not hold afterwards what it was given
// Source  PRODUCT.md §5
// Tested  tests/browser/store_ladder.test.mjs, tests/browser/store_pages.test.mjs

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
