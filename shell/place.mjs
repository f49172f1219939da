// place — what stood where the reader looks stands there again after the page was laid out anew, in whatever scrolls.
//
// In      root; change(), which lays out anew: another skin, other elements open
// Out     keepPlace: the window, or a box of the page around, scrolled by as much as the place moved; toTop: a reader
//         begins a new screen at its top; placeOf: what leads back
// Errors  none
// Source  WCAG 2.2, 3.2.1 and 3.2.2 (no surprise): what has the focus, or else what is uppermost, keeps its place
// Tested  tests/browser/settings.test.mjs, tests/browser/element_strangers.test.mjs

const lines = ':is(main, .embedded) :is(h1,h2,h3,h4,h5,p,legend,label,li,blockquote,button,svg,td)';

// What scrolls around it, the nearest first, through other elements' shadows; the window is not among them.
function boxesAround(root) {
  const found = [];
  for (let at = root; at; at = at.assignedSlot ?? at.parentNode ?? at.host) {
    if (at === root || !(at instanceof Element) || at === document.scrollingElement || at === document.body) continue;
    if (at.scrollHeight > at.clientHeight && /auto|scroll|hidden/.test(getComputedStyle(at).overflowY)) found.push(at);
  }
  return found;
}

const edge = (boxes) => Math.max(0, ...boxes.map((box) => box.getBoundingClientRect().top + box.clientTop));

export function toTop(root) {
  if (root.getBoundingClientRect().top < edge(boxesAround(root)) - 1) root.scrollIntoView({ block: 'start', behavior: 'instant' });
}

// How to come back to where the reader is, once the page is laid out as it was.
export function placeOf(root) {
  const top = () => root.getBoundingClientRect().top;
  const before = top();
  return () => {
    for (const box of [...boxesAround(root), window]) {
      if (Math.abs(top() - before) >= 1) box.scrollBy({ top: top() - before, behavior: 'instant' });
    }
  };
}

export function keepPlace(root, change) {
  const boxes = boxesAround(root);

  const top = (element) => element.getBoundingClientRect().top;
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < window.innerHeight;
  };
  const { activeElement } = root.getRootNode();
  const focused = root.contains(activeElement) && seen(activeElement);
  if (!focused && top(root) >= edge(boxes)) {
    change();
    return;
  }
  const place = focused ? activeElement : [...root.querySelectorAll(lines)].find(seen);
  const before = place && top(place);
  change();
  const moved = () => (place?.isConnected ? top(place) - before : 0);
  for (const box of [...boxes, window]) {
    if (Math.abs(moved()) >= 1) box.scrollBy({ top: moved(), behavior: 'instant' });
  }
}
