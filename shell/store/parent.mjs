// store/parent — the page that embeds this one as a rung of the ladder, where the browser keeps nothing in a frame.
//
// In      port      a MessagePort to it; signal ends it; patience: ms until an answer counts as none
//         asks      {vg: 1, type: 'store', id, op: 'get' | 'set' | 'remove', key, value: only with set}
//         answers   {vg: 1, type: 'store', id, ok: whether it was done, value: with get, a text or null}
// Out     swap(changes, keys), as a promise: see local.mjs
// Errors  rejects when the page says no, nothing in time, or something else than a text
// Source  PRODUCT.md §3, §5
// Tested  tests/browser/store_ladder.test.mjs, tests/browser/store_pages.test.mjs

const type = 'store';

export function parentRung(port, signal, patience = 2000) {
  const waiting = new Map();
  let last = 0;
  port.addEventListener('message', ({ data }) => {
    if (data?.vg === 1 && data.type === type) waiting.get(data.id)?.(data);
  }, { signal });
  port.start();

  function ask(op, key, value) {
    const id = ++last;
    port.postMessage({ vg: 1, type, id, op, key, value });
    return new Promise((done, failed) => {
      const answered = ({ ok, value: found = null } = {}) => {
        clearTimeout(given);
        waiting.delete(id);
        if (ok === true && (found === null || typeof found === 'string')) done(found);
        else failed(new Error(op));
      };
      const given = setTimeout(answered, patience);
      waiting.set(id, answered);
    });
  }

  return {
    async swap(changes, keys = []) {
      const before = keys.map((key) => ask('get', key));
      const changed = Object.entries(changes).map(([key, text]) => (text === null ? ask('remove', key) : ask('set', key, text)));
      return (await Promise.all([...before, ...changed])).slice(0, keys.length);
    },
  };
}
