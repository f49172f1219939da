// storage — keeps the draft in this browser: two slots written in turn, each with a checksum, so that a write
// that was cut off leaves the one before it.
//
// In      name     whose draft it is (the instrument's id)
// Out     read(): {text, time} of the newest valid slot, or null; write(text): whether it was kept; erase()
// Errors  a blocked or full store is not an error: write says false and everything else works
// Source  PRODUCT.md §5 (storage blocked, full, torn mid-write)
// Tested  tests/browser/storage.test.mjs, tests/browser/draft.test.mjs

const slots = ['a', 'b'];

// FNV-1a over UTF-16 units: it finds torn and edited texts, and hides nothing.
function checksum(text) {
  let hash = 2166136261;
  for (let at = 0; at < text.length; ++at) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return (hash >>> 0).toString(16);
}

// A slot: number of the write, time in ms, checksum of both and the text, text.
function pack(number, time, text) {
  return `${number} ${time} ${checksum(`${number} ${time} ${text}`)} ${text}`;
}

function unpack(packed) {
  const parts = /^(\d{1,15}) (\d{1,15}) ([0-9a-f]{1,8}) /.exec(packed ?? '');
  if (!parts) return null;
  const text = packed.slice(parts[0].length);
  if (checksum(`${parts[1]} ${parts[2]} ${text}`) !== parts[3]) return null;
  return { number: Number(parts[1]), time: Number(parts[2]), text };
}

// What the browser offers, or null: reading the property itself throws where storage is blocked.
export function browserStore() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export function keepsake(store, key) {
  return {
    get() {
      try { return store.getItem(key); } catch { return null; }
    },
    set(value) {
      try {
        store.setItem(key, value);
        return store.getItem(key) === value;
      } catch {
        return false;
      }
    },
    remove() {
      try { store.removeItem(key); } catch { /* then nothing was kept */ }
    },
  };
}

// Two of one instrument that are kept apart have names of their own.
export const nameOfDraft = (instrument, apart) => (apart ? `${instrument}/${apart}` : instrument);

// What was done before the engine came (early.mjs).
export const journalOf = (store, name) => keepsake(store, `velocity-gap/${name}/early`);

export function drafts(store, name, now = Date.now) {
  const places = slots.map((slot) => keepsake(store, `velocity-gap/${name}/${slot}`));
  const read = () => places.map((place) => unpack(place.get())).filter(Boolean)
    .sort((a, b) => b.number - a.number)[0] ?? null;
  return {
    read,
    write(text) {
      const number = (read()?.number ?? 0) + 1;
      return places[number % places.length].set(pack(number, now(), text));
    },
    erase() { places.forEach((place) => place.remove()); },
  };
}
