// main — the site's own page: its first screens from the page itself, its files from beside it, and once it stands, all of
// them kept for the time without a network.
//
// In      as own_page.mjs
// Out     as there; mount (first.mjs) with this page's files, for a page with elements of its own
// Errors  as there
// Source  PRODUCT.md §2, §5
// Tested  tests/browser

import { askAhead } from './ahead.mjs';
import { makeFiles } from './files.mjs';
import * as first from './first.mjs';
import { install } from './offline/install.mjs';
import { openPage } from './own_page.mjs';

/* global VG_INTEGRITY */
const files = makeFiles(import.meta.url, VG_INTEGRITY);
// A page holds them in its own language, so that a reader of that waits for no other file.
const held = (path) => document.querySelector(`script[data-path="${path}"]`)?.textContent ?? null;

export function mount(root, options) {
  const ahead = askAhead(files, options, held);
  return first.mount(root, { files, ahead, signal: new AbortController().signal, ...options });
}

openPage(mount).then(install);
