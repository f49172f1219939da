// page — the frame loop: asks the module for a frame when something happened, hands it to the mirror and the canvas,
// carries out what the module asks for, and chooses the skin. When nothing happens nothing runs.
//
// In      root, its canvas, the mirror and where that sends to; engine; wanted skin; carryOut(what) for the module's
//         requests; signal: when it ends, everything does: listeners, observers, the GPU's memory
// Out     {start, update, tell, skin, setSkin, refreshTheme, accent}
// Errors  what the module or the browser throws goes to failed()
// Source  HOUSE.md §2: one description, two skins
// Cost    see tools/bench
// Tested  tests/browser

import { makePainting, union } from './painting.mjs';
import { keepPlace, toTop } from './place.mjs';
import { watchReader } from './reader.mjs';
import { phoneWidth, write } from './screen.mjs';
import { forcedColors, onThemeChange, readColors, readRadius, settleAccent } from './theme.mjs';

const canvasSkin = 0;
const documentSkin = 1;
const press = 0;          // Verb::kPress in web/ui/node.hpp
const rest = 150;         // ms after which a slider that was turned rests

export function makePage({ root, canvas, mirror, sink, engine, glyphs, wanted, titled, wrote, begun, carryOut, failed, signal }) {
  let skin = documentSkin;  // the first screen stands before WebGL is there
  let ready = false;        // whether the canvas may come
  let near = false;         // whether it was ever close to the window: who never scrolls there needs no GPU
  let printing = false;
  let reader = { plain: () => false, scale: () => 1 };  // known once the letters can be measured
  let shaped = false;       // a script whose letters join or reorder: only the browser can set it
  let contentHeight = 0;
  let pending = false;
  let unpainted = null;     // where the canvas is not what was described last
  let stale = true;         // whether the window may have changed since it was measured
  let resting = null;       // a timer, while a slider is turned

  const painting = makePainting(root, canvas, signal, {
    lost: choose,
    restored() {
      engine.lost();
      colors();
      choose();
    },
    seen,
  });
  const receive = {
    send(id, verb, value, turning) {
      if (turning) turn(true);
      engine.event(id, verb, value);
      update();
    },
    over(box, down) {
      if (skin !== canvasSkin) return;
      if (box) engine.pointer(box[0] + box[2] / 2, box[1] + box[3] / 2, down);
      else engine.pointer(-1e9, -1e9, false);
      schedule();
    },
  };

  function schedule() {
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => {
      pending = false;
      stale = true;
      if (!signal.aborted) update();
    });
  }

  // Another part of the page is seen.
  function seen() {
    if (skin === canvasSkin && painting.follow(contentHeight)) schedule();
  }

  // While a slider is turned, most of what the canvas shows changes: what is out of the window comes when it rests.
  function turn(begins) {
    clearTimeout(resting);
    if (begins && skin !== canvasSkin) return;
    if (painting.narrow(begins)) stale = true;
    if (begins) resting = setTimeout(turn, rest, false);
    else schedule();
  }

  // A class that is written again, though it says the same, has the browser look at every style again.
  function mark(name, on) {
    if (root.classList.contains(name) !== on) root.classList.toggle(name, on);
  }

  function update() {
    try {
      const before = shaped;
      const asked = frame();
      if (shaped !== before) choose();
      new Set(asked).forEach((what) => carryOut(what));
      paint();
    } catch (error) {
      failed(error);
    }
  }

  // Once, when what was asked for is carried out, which may have changed the page once more.
  function paint() {
    if (skin === canvasSkin && unpainted) painting.draw(engine, unpainted);
    unpainted = null;
  }

  function frame() {
    const { view } = painting;
    const asked = [];
    // Measuring makes the browser lay the page out first.
    const measure = stale;
    if (measure) {
      painting.follow(contentHeight);
      mark('phone', !printing && view.width < phoneWidth * reader.scale());
      mark('large', reader.scale() > 1.25);
      stale = false;
    }
    for (let again = true; again;) {
      again = false;
      const message = engine.frame(view.width, view.top, view.height, view.density, skin);
      if (!message) break;
      mirror.apply(message);
      if (message.height !== undefined) contentHeight = message.height;
      const height = skin === canvasSkin ? `${contentHeight}px` : '';
      if (root.style.height !== height) root.style.height = height;
      if (message.title) titled(message.title);
      if (message.writing) {
        write(root, message.writing, wrote);
        shaped = message.writing.shaped;
      }
      if (message.do) asked.push(...message.do);
      unpainted = union(unpainted, message.paint);
      if (message.focus) {
        toTop(root);
        begun();
      }
      // A new screen, or another skin, begins elsewhere. Where the same one grew, the tile reaches past what is seen, and
      // there is time to measure once the browser has laid that out.
      const grew = message.height !== undefined;
      if (skin === canvasSkin && (message.focus || (measure && grew))) again = painting.follow(contentHeight);
      else if (skin === canvasSkin && grew) schedule();
    }
    return asked;
  }

  // canvas: possible at all; whether it is shown depends on what the reader wants.
  function choose() {
    const possible = !forcedColors() && !reader.plain() && !shaped && painting.mayWork() && painting.upright();
    const show = ready && near && possible && !printing && wanted === 'canvas' && painting.available();
    const next = show ? canvasSkin : documentSkin;
    tell('canvas', possible && painting.mayWork() ? 'yes' : 'no');
    const meant = show || (!(ready && near) && possible && wanted === 'canvas');
    tell('skin', meant ? 'canvas' : 'document');
    mirror.parts(!meant);
    stale = true;
    if (next === skin) {
      update();
      return;
    }
    keepPlace(root, () => {
      skin = next;
      root.classList.toggle('canvas', show);
      engine.pointer(-1e9, -1e9, false);
      update();
      mirror.pointed();
    });
  }

  // On paper nothing can be opened, so everything is; afterwards it is as it was.
  let opened = [];
  function print(begins) {
    if (printing === begins) return;
    printing = begins;
    if (begins) {
      carryOut('given:whole=');
      mirror.catchUp();
      opened = mirror.folded();
    }
    keepPlace(root, () => {
      for (const id of opened) engine.event(id, press);
      choose();
    });
  }

  const told = new Map();
  function tell(key, value) {
    if (told.get(key) === value) return;
    told.set(key, value);
    engine.fact(key, value);
  }

  // The page around may set another typeface at any time, and one that it loads may come late.
  function letters(came = false) {
    const other = glyphs.family(getComputedStyle(root).fontFamily);
    if (other || came) engine.fact('typeface', '');
  }

  let accent = null;
  function colors() {
    accent = settleAccent(root);
    const bytes = readColors(root);
    painting.setPaper(bytes);
    engine.theme(bytes);
    tell('radius', String(readRadius(root)));
  }

  function refreshTheme() {
    letters();
    colors();
    choose();
  }

  function watch() {
    signal.addEventListener('abort', () => clearTimeout(resting), { once: true });
    const sized = new ResizeObserver(() => { if (root.clientWidth !== painting.view.width) schedule(); });
    sized.observe(root);
    signal.addEventListener('abort', () => sized.disconnect(), { once: true });
    addEventListener('resize', schedule, { signal });
    addEventListener('scroll', seen, { passive: true, capture: true, signal });
    watchTile();
    onThemeChange(root, refreshTheme, signal);
    document.fonts?.addEventListener('loadingdone', () => {
      letters(true);
      update();
    }, { signal });
    addEventListener('beforeprint', () => print(true), { signal });
    addEventListener('afterprint', () => print(false), { signal });
    watchDensity();
  }

  // Not every scroll is heard of here: one in another element's shadow is not, nor one that is made by a transform. The
  // tile is larger than what is seen, so less and less of it is when it should follow.
  function watchTile() {
    const observer = new IntersectionObserver(seen, { threshold: Array.from({ length: 51 }, (_, at) => at / 50) });
    observer.observe(canvas);
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  // A browser gives a page some sixteen contexts; they belong to what is looked at.
  function watchNear() {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      near = true;
      choose();
    }, { rootMargin: '100% 0px' });
    observer.observe(root);
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  // A media query for the density that holds now; when it stops holding, the next one is watched.
  function watchDensity() {
    matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener('change', () => {
      schedule();
      watchDensity();
    }, { once: true, signal });
  }

  return {
    // The first screen in the document skin; the canvas goes over it once it has been painted.
    async start() {
      Object.assign(sink, receive);
      colors();
      choose();
      watch();
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
      await document.fonts?.ready;
      if (signal.aborted) return;
      reader = watchReader(root, glyphs, letters, choose, signal);
      ready = true;
      watchNear();
      choose();
    },
    update,
    tell,
    refreshTheme,
    accent: () => accent,
    skin: () => (skin === canvasSkin ? 'canvas' : 'document'),
    setSkin(name) {
      wanted = name;
      choose();
    },
  };
}
