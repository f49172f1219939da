// embed_store — lets a frame whose browser keeps nothing for it keep its draft in this page's localStorage.
//
// In      <script src="https://…/embed-store.js" async></script> beside embed.js, and the attribute store on the element
//         {id, op: 'get' | 'set' | 'remove', key, value}, see protocol.mjs
// Out     {id, ok, value}; keys begin with velocity-gap-frame/
// Errors  ok is false: not asked for, not its own key, too long, too many, or this page's storage is closed
// Source  protocol.mjs
// Tested  tests/browser/frame_store.test.mjs

const prefix = 'velocity-gap-frame/';
const longest = 100_000;  // UTF-16 units of a text
const most = 24;          // texts

const room = (key) => localStorage.getItem(key) !== null || Object.keys(localStorage).filter((each) => each.startsWith(prefix)).length < most;

const ops = {
  get: (key) => localStorage.getItem(key),
  remove: (key) => localStorage.removeItem(key),
  set(key, value) {
    if (typeof value !== 'string' || value.length > longest || !room(key)) throw new RangeError(key);
    localStorage.setItem(key, value);
  },
};

customElements.whenDefined('velocity-gap-frame').then(({ prototype }) => {
  prototype.store = function store({ id, op, key, value }, port) {
    const answer = { vg: 1, type: 'store', id, ok: false };
    try {
      if (this.hasAttribute('store') && Object.hasOwn(ops, op) && typeof key === 'string' && /^velocity-gap\/[^]{1,300}$/.test(key)) {
        answer.value = ops[op](prefix + key, value) ?? null;
        answer.ok = true;
      }
    } catch { /* then it is not kept, and the frame says so */ }
    port.postMessage(answer);
  };
});
