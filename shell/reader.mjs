// reader — what the reader's own settings ask of the page: larger text, wider spacing, another language.
//
// In      root; glyphs, which measure the letters as the canvas paints them; letters(): they may be of another typeface;
//         changed() when any of it changes; signal
// Out     plain(): only the document skin can follow; scale(): how much larger the text is, at least 1
// Errors  none
// Source  WCAG 2.2, 1.4.4 and 1.4.12; browsers that translate mark the root element
// Cost    nothing until a setting changes
// Tested  tests/browser/reflow.test.mjs, tests/browser/translate.test.mjs

const probeText = 'Velocity gap';
const probeSize = 14;  // the smallest on any screen, so that a least size of the browser's own shows

export function watchReader(root, glyphs, letters, changed, signal) {
  let scale = 1;
  let spaced = false;
  let translated = false;

  // A hidden word that is as wide as its letters, unless the reader's settings change text.
  const probe = document.createElement('span');
  probe.className = 'vg-probe';
  probe.setAttribute('aria-hidden', 'true');
  probe.setAttribute('translate', 'no');
  probe.textContent = probeText;
  root.querySelector('canvas').before(probe);
  const lettersWidth = () => [...probeText].reduce((sum, letter) => sum + glyphs.advance(0, probeSize, letter.codePointAt(0)), 0);
  // As it is laid out: a page around that shows everything larger does not make the text larger.
  const sized = new ResizeObserver((entries) => {
    const { width } = entries.at(-1).contentRect;
    letters();
    const expected = lettersWidth();
    const now = Math.abs(width - expected) > 0.5;
    if (now === spaced && Math.max(1, width / expected) === scale) return;
    spaced = now;
    scale = now ? Math.max(1, width / expected) : 1;
    changed();
  });
  sized.observe(probe);

  // A translating browser puts its own texts into the elements; a canvas would go on showing the old ones.
  const html = document.documentElement;
  let own = html.lang;
  const marked = new MutationObserver(() => {
    if (html.lang === root.lang) own = html.lang;
    const now = /(^|\s)translated-(ltr|rtl)(\s|$)/.test(html.className) || html.lang !== own;
    if (now === translated) return;
    translated = now;
    changed();
  });
  marked.observe(html, { attributes: true, attributeFilter: ['class', 'lang'] });
  signal.addEventListener('abort', () => {
    sized.disconnect();
    marked.disconnect();
  }, { once: true });

  return {
    plain: () => spaced || translated,
    scale: () => scale,
  };
}
