// locales — in which language a page is read: what the reader wants, met with what there is.
//
// In      wanted: BCP 47 tags, the dearest first; have: tags of the catalogues
// Out     negotiate: one of `have`; languagesOf(instrument): those that have both its texts and the interface's;
//         nameOf: a language in its own words; know(instrument, tags) of one that was put in later
// Errors  none: what is not there or no tag is passed over, and English is what is left
// Source  RFC 4647 §3.4 (lookup); the lists come from the folders in assets/, see tools/site.mjs
// Tested  tests/browser/languages.test.mjs

/* global VG_LANGUAGES */
const { shipped, instruments } = VG_LANGUAGES;
const last = 'en';

// Of an instrument that did not ship; the interface's languages are all there can be.
export function know(instrument, tags) {
  instruments[instrument] = tags;
}

export const languagesOf = (instrument) => shipped.filter((tag) => (instruments[instrument] ?? shipped).includes(tag));

// "de-CH-1996" asks for itself, "de-CH", "de"; then for any German, since a reader of one reads the other.
export function negotiate(wanted, have) {
  for (const tag of wanted) {
    const parts = tag.toLowerCase().split('-');
    for (let count = parts.length; count > 0; --count) {
      const asked = parts.slice(0, count).join('-');
      const found = have.find((each) => each.toLowerCase() === asked);
      if (found) return found;
    }
    const kin = have.find((each) => each.toLowerCase().split('-')[0] === parts[0]);
    if (kin) return kin;
  }
  return have.includes(last) ? last : have[0] ?? last;
}

export function nameOf(tag) {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag);
    return name[0].toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
}
