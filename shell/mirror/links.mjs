// mirror/links — texts with links in them that lead out of the page; loaded with the pages that have them.
//
// In      n text with U+0005..U+0006 around each link; v a line "address TAB name for a listener" for each
// Out     linked(row): a row of the table of roles that shows links as well
// Errors  none: what has no address, or one that is not of the web, is a text like any other
// Source  web/ui/node.hpp (kLinkOn, kLinkOff); WCAG technique G201: whoever follows one knows that it opens elsewhere
// Tested  tests/browser/links.test.mjs

import { make, setText } from './text.mjs';

const marks = /[\u0005\u0006]/;

// Whoever made the articles wrote the address: what runs a script instead of leading somewhere is none.
function addressOf(text) {
  try {
    const { protocol, href } = new URL(text);
    return /^https?:$/.test(protocol) ? href : null;
  } catch {
    return null;
  }
}

function holderOf(line = '') {
  const [text, name] = line.split('\t');
  const href = addressOf(text);
  return href ? make('a', { href, target: '_blank', rel: 'noopener noreferrer', 'aria-label': name }) : make('span');
}

function pieces(node) {
  const lines = (node.v ?? '').split('\n');
  return (node.n ?? '').split(marks).flatMap((part, at) => {
    const holder = at % 2 ? holderOf(lines[(at - 1) / 2]) : make('span');
    setText(holder, part);
    return holder.localName === 'a' ? [holder] : [...holder.childNodes];
  });
}

export const linked = (row) => ({
  ...row,
  update(record, node, placeAt) {
    const { element } = record;
    const had = [...element.querySelectorAll('a')].indexOf(element.getRootNode().activeElement);
    row.update(record, { ...node, n: node.n?.replace(new RegExp(marks, 'g'), '') }, placeAt);
    const wanted = node.v ? node.n + node.v : '';
    if ((record.linked ?? '') === wanted) return;
    record.linked = wanted;
    element.replaceChildren(...pieces(node));
    element.querySelectorAll('a')[had]?.focus({ preventScroll: true });
  },
});
