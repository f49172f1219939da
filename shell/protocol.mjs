// protocol — what a page and a frame.html on another origin say to each other; embed.mjs is the page's side.
//
// In      settings behind the frame's #: host=ORIGIN&nonce=N, and what `set` takes. Without host and nonce the frame
//         speaks to nobody and works by itself
//         1. frame -> parent window, targetOrigin ORIGIN    {vg: 1, type: 'hello', nonce, tokens: names}
//         2. parent -> frame's window, targetOrigin its own {vg: 1, type: 'port', nonce, value: as for set}, one MessagePort
//            Only the parent window is heard, of that origin, with that nonce, once; from here on nobody's window messages are
//         3. over the port, frame -> page  {vg: 1, type, ...}
//            ready start progress answer complete plan accent error  {detail}: the element's events (velocity_gap.d.ts)
//            height {value}: CSS px of the content, rounded up, when it changed and at most once a frame
//            shown {}: the first screen can be seen; top {}: a new one began
//            reply {id, ok: true, value} | {id, ok: false, value: {message, reason, problems}}: to the request of that id;
//            to 0 when the first screen stands, or none will
//            versions {id, versions}
//            store {id, op: 'get' | 'set' | 'remove', key, value}, where the frame's browser keeps nothing
//         4. over the port, page -> frame  {vg: 1, type, id: a whole number, value}
//            load (answers or a draft, text or object)   reset   export (a format)   each has one reply
//            set {instrument, locale, theme, skin, draft, start, lang, scheme, tokens: {name: value}}: no id and no reply
//            store {id, ok, value}: the answer to that
// Out     version, checks and limits for the frame's side
// Errors  a message of another form is ignored; one of a newer version is answered with the versions known; a request too
//         many or too long is refused: reason 'busy' | 'long', and what the assessment refuses: reason 'refused'
// Source  HTML, web messaging; PRODUCT.md §3, §5
// Tested  tests/browser/frame_forged.test.mjs

export const version = 1;
export const events = ['ready', 'start', 'progress', 'answer', 'complete', 'plan', 'accent', 'error'];
export const longest = 1_000_000;  // UTF-16 units of a text
export const most = 64;            // requests that wait

const isObject = (value) => typeof value === 'object' && value !== null;

// "null" is what a page without an origin is called: one in a sandbox, or a file.
export function isOrigin(text) {
  try {
    return text === 'null' || new URL(text).origin === text;
  } catch {
    return false;
  }
}

// The port of a parent that may have it, or null.
export function offered({ source, origin, data, ports }, { parent, host, nonce }) {
  const fits = source === parent && origin === host && isObject(data) && data.vg === version && data.type === 'port'
    && data.nonce === nonce && ports.length === 1;
  return fits ? { port: ports[0], value: isObject(data.value) ? data.value : {} } : null;
}

// A request {type, id, value}, one of a newer version {newer: true, id}, or null.
export function request(data) {
  if (!isObject(data)) return null;
  const { vg, type, id, value } = data;
  if (vg !== version) return Number.isSafeInteger(vg) && vg > version ? { newer: true, id: Number(id) } : null;
  if (type === 'set') return isObject(value) ? { type, value } : null;
  return typeof type === 'string' && Number.isSafeInteger(id) ? { type, id, value } : null;
}

// Only what is asked for by name, and only texts: whatever else an object holds, or is said to inherit, is left there.
export function textsOf(object, names, longestText = 200) {
  if (!isObject(object)) return {};
  return Object.fromEntries(names.filter((name) => Object.hasOwn(object, name) && typeof object[name] === 'string' && object[name].length <= longestText)
    .map((name) => [name, object[name]]));
}
