// slices — which part of the assessment is seen, in a frame as high as its content: there the window's height is the
// content's, and it is the page around that scrolls, which no frame hears of.
//
// In      root; changed() when another part is seen; signal
// Out     seen(): {top, height} in CSS px of root, on whole steps, or null before it is known
// Errors  none
// Source  Intersection Observer: what it says of strips of the content is cut by every window and frame around
// Cost    one empty element a step of content, one observer; nothing while nothing scrolls
// Tested  tests/browser/frame_paint.test.mjs

const step = 256;  // CSS px
const most = 400;  // strips

export function watchSlices(root, changed, signal) {
  const holder = document.createElement('span');
  holder.className = 'vg-slices';
  holder.setAttribute('aria-hidden', 'true');
  root.prepend(holder);
  const strips = [];
  const shown = new Set();
  let slice = null;
  let rows = 0;  // as many as were ever seen at once, so that the canvas keeps its size

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) shown.add(strips.indexOf(target));
      else shown.delete(strips.indexOf(target));
    }
    shown.delete(-1);
    if (shown.size === 0) return;
    const first = Math.min(...shown);
    rows = Math.max(rows, Math.max(...shown) - first + 1);
    slice = { top: first * step, height: rows * step };
    changed();
  });

  const sized = new ResizeObserver(() => {
    const wanted = Math.min(most, Math.ceil(root.offsetHeight / step));
    while (strips.length > wanted) {
      const strip = strips.pop();
      observer.unobserve(strip);
      strip.remove();
      shown.delete(strips.length);
    }
    while (strips.length < wanted) {
      const strip = document.createElement('span');
      strip.style.top = `${strips.length * step}px`;
      strips.push(strip);
      holder.append(strip);
      observer.observe(strip);
    }
  });
  sized.observe(root);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    sized.disconnect();
    holder.remove();
  }, { once: true });
  return { seen: () => slice };
}
