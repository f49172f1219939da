// main — the site's own page: its files from beside it, and once it stands, all of them kept for the time without a network.
//
// In      as own_page.mjs
// Out     as there; mount (first.mjs) with this page's files, for a page with elements of its own
// Errors  as there
// Source  PRODUCT.md §2, §5
// Tested  tests/browser

import { askAhead } from './ahead.mjs';
import { makeFiles } from './files.mjs';
import { install } from './offline/install.mjs';
import { openPage } from './own_page.mjs';

/* global VG_INTEGRITY */
const files = makeFiles(import.meta.url, VG_INTEGRITY);
export async function mount(root, options) {
  const ahead = askAhead(files, options);
  const first = await files.module('first.js');
  return first.mount(root, { files, ahead, signal: new AbortController().signal, ...options });
}

openPage(mount).then(install);
