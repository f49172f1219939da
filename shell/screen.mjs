// screen — what every screen does to the element that it stands in, whoever shows it: the engine or, before it, early.mjs.
//
// In      root; writing {lang, dir, shaped} (web/app/app.cpp)
// Out     write: language, direction and whether letters join, on root and told to the page around; phoneWidth: CSS px,
//         below which a page is laid out for a phone
// Errors  none
// Source  kPhoneWidth in web/ui/theme.hpp
// Tested  tests/browser/early.test.mjs, tests/browser/scroll.test.mjs

export const phoneWidth = 620;

export function write(root, { lang, dir, shaped }, wrote) {
  root.lang = lang;
  root.dir = dir;
  wrote(lang, dir);
  root.classList.toggle('shaped', shaped);
}
