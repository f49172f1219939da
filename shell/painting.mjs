// painting — the canvas under the mirror: a tile of the page, a little larger than the window, that moves with the
// content and is drawn again when the visible slice nears its edge.
//
// In      root        the wrapper, as high as the content; its canvas lies in it; signal: when it ends, the GPU's memory
//                     is given back; lost(), restored() of the context; seen(): in a frame, another part is
// Out     view: what the module needs to know; draw(engine, paint); slice and density kept up to date; narrow(on): no more
//         than what is seen, and over the words, while everything in it is drawn again and again
// Errors  without WebGL 2 available() is false and nothing is drawn
// Source  HOUSE.md §2 (native scroll, compositor in step)
// Cost    memory: two windows of pixels; a scroll costs nothing until the slice is within an eighth of the edge
// Tested  tests/browser/scroll.test.mjs, tests/browser/paint.test.mjs

import { makeGl } from './gl.mjs';
import { watchSlices } from './slices.mjs';

const mostPixels = 8192;  // on one side of the canvas, device px
const margin = 8;  // CSS px around what is seen, while the tile is narrow

export function makePainting(root, canvas, signal, { lost, restored, seen }) {
  let gl = null;
  let working = typeof WebGL2RenderingContext === 'function';
  let paper = [1, 1, 1];
  const view = { width: 0, top: 0, height: 0, density: 1 };
  let placed = '';  // the canvas's own style, as it was set
  let narrowed = false;
  let lifted = false;  // over the words, which then need not be laid over each picture

  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    gl = null;
    working = false;
    lost();
  }, { signal });
  canvas.addEventListener('webglcontextrestored', () => {
    working = true;
    restored();
  }, { signal });
  signal.addEventListener('abort', () => {
    gl?.end();
    gl = null;
    working = false;
  }, { once: true });

  // A page around that shows us larger or smaller does so in pixels of its own.
  function scale() {
    const { width, height } = root.getBoundingClientRect();
    return { across: width / root.offsetWidth || 1, down: height / root.offsetHeight || 1 };
  }

  const slices = window.parent === window ? null : watchSlices(root, seen, signal);
  function slice() {
    const known = slices?.seen();
    if (known) return known;
    const { down } = scale();
    const top = Math.max(0, -root.getBoundingClientRect().top / down);
    return { top, height: Math.min(window.innerHeight, window.screen.height) / down };
  }

  // Whether the tile has to move or change; on whole device pixels, so that letters stay sharp.
  function follow(contentHeight) {
    const visible = slice();
    const density = window.devicePixelRatio || 1;
    const width = root.clientWidth;
    const overscan = narrowed ? margin : Math.round(visible.height / 2);
    const height = Math.min(visible.height + 2 * overscan, Math.floor(mostPixels / density));
    const near = overscan / 4;
    const same = width === view.width && density === view.density && height === view.height;
    const above = visible.top < view.top + near && view.top > 0;
    const below = visible.top + visible.height > view.top + view.height - near && view.top + view.height < contentHeight;
    if (same && !above && !below) return false;
    const top = Math.max(0, Math.floor((visible.top - overscan) * density) / density);
    const moved = !same || top !== view.top;
    Object.assign(view, { width, height, density, top });
    return moved;
  }

  function fit() {
    const width = Math.round(view.width * view.density);
    const height = Math.round(view.height * view.density);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    const style = `top:${view.top}px;width:${width / view.density}px;height:${height / view.density}px${lifted ? ';z-index:1' : ''}`;
    if (style !== placed) canvas.style.cssText = placed = style;
  }

  return {
    canvas,
    view,
    follow,
    // Makes the context at the first call: whoever reads the document skin never pays for one.
    available() {
      if (working && !gl) {
        gl = makeGl(canvas);
        working = gl !== null;
      }
      return working;
    },
    mayWork: () => working,
    // Whether that was another one before.
    narrow(on) {
      lifted = on && !root.matches('.keys');  // a ring around what has the focus would be under it
      if (narrowed === on) return false;
      narrowed = on;
      return true;
    },
    // Turned or skewed, nobody knows which slice is seen.
    upright() {
      const { across, down } = scale();
      return Math.abs(across - down) < 0.01 && down > 0.05;
    },
    setPaper(colors) { paper = [...colors.subarray(0, 3)].map((byte) => byte / 255); },
    // paint: "all" or [x, y, w, h] in content CSS px.
    draw(engine, paint) {
      if (!gl) return;
      fit();
      const area = paint === 'all' ? null : [paint[0], paint[1] - view.top, paint[0] + paint[2], paint[1] + paint[3] - view.top];
      gl.draw(engine.draw(), area, view.density, paper);
    },
  };
}

// The smallest box around two paints.
export function union(a, b) {
  if (!a || !b) return a || b;
  if (a === 'all' || b === 'all') return 'all';
  const x = Math.min(a[0], b[0]);
  const y = Math.min(a[1], b[1]);
  return [x, y, Math.max(a[0] + a[2], b[0] + b[2]) - x, Math.max(a[1] + a[3], b[1] + b[3]) - y];
}
