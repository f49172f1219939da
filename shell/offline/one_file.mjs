// one_file — the page that is a single file: everything that the site fetches stands in the document itself, so that a
// double click opens it, without a server, a network or an installation.
//
// In      #files, gzip in base64: {path: text}; #module, #pipeline and #reading, likewise: velocity-gap.wasm, pipeline.wasm,
//         reading.wasm (tools/dist/offline.mjs)
// Out     as own_page.mjs; the four elements are taken out once they are read
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

const texts = later(() => taken('files').json(), 'velocity-gap-offline.html');
const compiled = (id) => later(async () => {
  mayCompile();
  return WebAssembly.compile(await taken(id).arrayBuffer());
}, 'velocity-gap-offline.html');
const modules = { 'velocity-gap.wasm': compiled('module'), 'pipeline.wasm': compiled('pipeline'), 'reading.wasm': compiled('reading') };
const files = {
  async text(path) {
    const all = await texts();
    if (!Object.hasOwn(all, path)) throw new FileError(path, 404);
    return all[path];
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
  return first.mount(root, { files, ahead: askAhead(files, options), signal: new AbortController().signal, ...options });
}

openPage(mount);
