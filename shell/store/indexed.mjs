// store/indexed — IndexedDB as a rung of the ladder: one database, one table of texts.
//
// In      signal    ends it: the database is closed
// Out     swap(changes, keys), as a promise: see local.mjs. It is kept once the disk has confirmed it. Everything is
//         handed over before the caller goes on, so that a page killed right afterwards has still written
// Errors  rejects when it is blocked, full or broken; a browser that never answers leaves it open: the ladder waits no longer
// Source  PRODUCT.md §5; Indexed Database API 3.0 (durability, commit)
// Tested  tests/browser/store_pages.test.mjs, tests/engines/store.test.mjs

const table = 'kept';

export function indexedRung(signal) {
  let opened = null;

  // The schema stands in the slots, so the database never gets a second version, and whatever version is there is opened.
  function open() {
    opened ??= new Promise((done, failed) => {
      const asked = indexedDB.open('velocity-gap');
      asked.onupgradeneeded = () => asked.result.createObjectStore(table);
      asked.onerror = () => failed(asked.error);
      asked.onsuccess = () => {
        const database = asked.result;
        const close = () => {
          database.close();
          opened = null;
        };
        database.onversionchange = close;
        database.onclose = close;
        signal?.addEventListener('abort', close);
        if (signal?.aborted) close();
        done(database);
      };
    });
    opened.catch(() => { opened = null; });
    return opened;
  }

  return {
    async swap(changes, keys = []) {
      const database = await open();
      const wanted = Object.entries(changes);
      return new Promise((done, failed) => {
        const work = database.transaction(table, wanted.length ? 'readwrite' : 'readonly', { durability: 'strict' });
        const store = work.objectStore(table);
        const before = keys.map((key) => store.get(key));
        for (const [key, text] of wanted) {
          if (text === null) store.delete(key);
          else store.put(text, key);
        }
        work.oncomplete = () => done(before.map(({ result }) => result ?? null));
        work.onabort = () => failed(work.error);
        work.commit?.();
      });
    },
  };
}
