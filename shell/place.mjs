// place — what stood where the reader looks stands there again after the page was laid out anew.
//
// In      root; change(), which lays out anew: another skin, other elements open
// Out     the window scrolled by as much as the place moved
// Errors  none
// Source  WCAG 2.2, 3.2.1 and 3.2.2 (no surprise): what has the focus, or else what is uppermost, keeps its place
// Tested  tests/browser/settings.test.mjs

const lines = ':is(main, .embedded) :is(h1,h2,h3,h4,h5,p,legend,label,li,blockquote,button,svg,td)';

export function keepPlace(root, change) {
  const top = (element) => element.getBoundingClientRect().top;
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < window.innerHeight;
  };
  const { activeElement } = root.getRootNode();
  const focused = root.contains(activeElement) && seen(activeElement);
  if (!focused && top(root) >= 0) {
    change();
    return;
  }
  const place = focused ? activeElement : [...root.querySelectorAll(lines)].find(seen);
  const before = place && top(place);
  change();
  const moved = place?.isConnected ? top(place) - before : 0;
  if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
}
