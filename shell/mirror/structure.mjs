// mirror/structure — landmarks, headings, paragraphs and lists: elements that hold others or one text.
//
// In      node; see mirror.mjs for what a role is
// Out     rows of the table of roles
// Errors  none
// Source  ARIA in HTML: each element has its role by itself; lists say theirs because a list without
//         markers loses it in WebKit
// Tested  tests/browser/mirror.test.mjs

import { make, setAttribute, setText } from './text.mjs';

const focusable = 64;
const forEyes = 128;

// An element that only holds others; it has no box of its own in the canvas skin.
export function holder(tag, attributes) {
  return { make: () => ({ element: make(tag, attributes), place: null }), update() {} };
}

// One without a style has a place.
export const section = {
  make: ({ k }) => (k ? holder('div').make() : { element: make('div'), placesFrom: true }),
  update() {},
};

// An element with one text.
export function leaf(tag, attributes) {
  return {
    canWait: true,
    make: () => ({ element: make(tag, attributes) }),
    update({ element }, node) {
      setText(element, node.n);
      setAttribute(element, 'tabindex', node.s & focusable ? -1 : null);
      setAttribute(element, 'aria-hidden', node.s & forEyes ? true : null);
    },
  };
}

// A message is spoken when it comes or changes, not when a screen opens on which it stands already. A reader speaks what
// changes in a status that it knows: a new one gets its first text some frames after it.
const notice = 100;  // ms

export const status = {
  make: (node) => ({ element: make('p', { role: 'status', ...(node.n && { 'aria-live': 'off' }) }), standing: node.n, since: performance.now() }),
  update(record, node) {
    const { element, since } = record;
    clearTimeout(record.later);
    if (record.standing && record.standing === node.n) return setText(element, node.n);
    record.standing = null;
    setAttribute(element, 'aria-live', null);
    const wait = node.n ? since + notice - performance.now() : 0;
    if (wait > 0) record.later = setTimeout(() => setText(element, node.n), wait);
    else setText(element, node.n);
  },
};

// A page has one main part and one first heading; where both are somebody else's, ours come below.
export const main = {
  make: (node, { embedded }) => ({ element: embedded ? make('section', { class: 'embedded' }) : make('main'), place: null }),
  update() {},
};

export const heading = {
  make: (node, { embedded }) => ({ element: make(`h${(node.l || 2) + (embedded ? 1 : 0)}`) }),
  update: leaf().update,
};

// An entry with a text of its own, or one that holds others.
export const listitem = {
  make(node) {
    const element = make('li');
    return { element, place: node.n ? element : null };
  },
  update({ element }, node) { if (node.n) setText(element, node.n); },
};
