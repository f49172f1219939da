// one_file — the page that is a single file: everything that the site fetches stands in the document itself, so that a
// double click opens it, without a server, a network or an installation.
//
// In      #files, gzip in base64: {path: text}; #module, #pipeline and #reading, likewise: velocity-gap.wasm, pipeline.wasm,
//         reading.wasm (tools/dist/offline.mjs); #own, where there is one: what somebody put in with `velocity-gap offline`, a
//         questionnaire and its texts in place of what ships of it, assets/scenarios/own.json in place of every example
// Out     as own_page.mjs, with the page in people and months on the first screen; the elements are taken out once they are read
// Errors  as own_page.mjs: a file that was cut off is said to be
// Source  PRODUCT.md §4
// Cost    no request at all
// Tested  tests/browser/one_file.test.mjs, tests/engines/one_file.test.mjs

import { askAhead } from '../ahead.mjs';
import { run } from '../assessment.mjs';
import { FileError, mayCompile } from '../files.mjs';
import * as first from '../first.mjs';
import { know } from '../locales.mjs';
import { openPage } from '../own_page.mjs';
import * as pipeline from '../pipeline.mjs';
import * as reading from '../reading.mjs';

function taken(id) {
  const element = document.getElementById(id);
  const text = element?.textContent ?? '';
  element?.remove();
  const octets = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([octets]).stream().pipeThrough(new DecompressionStream('gzip')));
}

// Only when it is asked for, and once.
function later(make, name) {
  let made = null;
  return () => (made ??= Promise.resolve().then(make).catch((error) => { throw error.reason ? error : new FileError(name, error); }));
}

// Of a questionnaire of somebody's own nothing counts that ships of the same name: it may be of another version.
function lay(over, files) {
  const folders = Object.keys(over).map((path) => /^assets\/instruments\/[^/]+\//.exec(path)?.[0]).filter(Boolean);
  return { ...Object.fromEntries(Object.entries(files).filter(([path]) => !folders.some((folder) => path.startsWith(folder)))), ...over };
}
const texts = later(async () => {
  const [shipped, own] = await Promise.all([taken('files').json(), document.getElementById('own') ? taken('own').json() : {}]);
  return lay(own, shipped);
}, 'velocity-gap-offline.html');
const compiled = (id) => later(async () => {
  mayCompile();
  return WebAssembly.compile(await taken(id).arrayBuffer());
}, 'velocity-gap-offline.html');
const modules = { 'velocity-gap.wasm': compiled('module'), 'pipeline.wasm': compiled('pipeline'), 'reading.wasm': compiled('reading') };
const files = {
  async text(path) {
    const all = await texts();
    const own = path.startsWith('assets/scenarios/') && all['assets/scenarios/own.json'];
    if (!own && !Object.hasOwn(all, path)) throw new FileError(path, 404);
    return own || all[path];
  },
  wasm: (path = 'velocity-gap.wasm') => modules[path](),
  module: async (path) => ({ 'assessment.js': { run }, 'pipeline.js': pipeline, 'reading.js': reading })[path],
  know() {},  // it stands here
};

// A questionnaire of somebody's own speaks the languages that it has texts in (`velocity-gap offline`).
async function mount(root, options) {
  const folder = `assets/instruments/${options.instrument}/`;
  const names = Object.keys(await texts()).filter((path) => path.startsWith(folder));
  know(options.instrument, names.map((path) => path.slice(folder.length, -'.json'.length)));
  return first.mount(root, { files, ahead: askAhead(files, options), signal: new AbortController().signal, flowAlone: true, ...options });
}

openPage(mount);
