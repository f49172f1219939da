// wear — a style sheet of what is loaded late, on the page or in the shadow tree that shows it.
//
// In      root; the sheet's text
// Out     nothing; the same text is worn once, however often it is asked for
// Errors  none
// Source  PRODUCT.md §3: no style element, which a strict policy would refuse
// Tested  tests/browser/pipeline.test.mjs, tests/browser/links.test.mjs

const sheets = new Map();

export function wear(root, text) {
  const tree = root.getRootNode();
  if (!sheets.has(text)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  const sheet = sheets.get(text);
  if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
}
