// ahead — asks for the first screens before there is anything to show them with.
//
// In      files (files.mjs); instrument, locale, prefer, kept, link and start as assessment.mjs takes them; held(path): the text of
//         a file that the page has in itself, or null
// Out     languageOf: in which language a page is read; askAhead: a promise of first_screens/1, null where there are none
//         or where answers at hand or another start make them others
// Errors  none: what does not come, the engine brings
// Source  web/app/first.hpp; PRODUCT.md §3
// Cost    a request of 3 kB, unless the page holds them; in vain where a draft is stored, which is found out later
// Tested  tests/browser/early.test.mjs

import { languagesOf, negotiate } from './locales.mjs';
import { browserStore, keepsake } from './store/local.mjs';

export function languageOf({ instrument, locale, prefer = [], chosen = keepsake(browserStore(), 'locale').get() }) {
  return negotiate([locale, chosen, ...prefer].filter(Boolean), languagesOf(instrument));
}

export async function askAhead(files, options, held = () => null) {
  const { instrument, kept = null, link = null, start = null } = options;
  if (kept || link !== null || start) return null;
  try {
    const path = `assets/instruments/${instrument}/first.${languageOf(options)}.json`;
    return JSON.parse(held(path) ?? await files.text(path));
  } catch {
    return null;
  }
}
