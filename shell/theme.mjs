// theme — the colour tokens of style.css, as the page around has set them, as bytes for the module; its accent made
// readable.
//
// In      element     whose custom properties hold the tokens
// Out     settleAccent: sets --vg-use-accent, -accent-ink, -accent-wash and -focus on it, tells an accent that had to
//         change by the event vg-accent {asked, used, contrast}; readColors: 13 colours, 4 bytes each (red, green, blue,
//         alpha), in the order of web/ui/theme.hpp; readRadius: CSS px; changes call back, until the signal ends
// Errors  an accent that is no colour is that of the house
// Source  web/ui/theme.hpp (Token)
// Cost    one style of a hidden element a token, one readback of 13 pixels; nothing while no token changes
// Tested  tests/browser/paint.test.mjs, tests/browser/accent.test.mjs, tests/browser/element_theme.test.mjs

import { fitAccent, mix, readable } from './accent.mjs';

const tokens = ['paper', 'card', 'ink', 'soft', 'line', 'accent', 'accent-ink', 'accent-wash', 'gap', 'gap-wash', 'ok', 'need', 'focus'];

function paint(colors) {
  const canvas = document.createElement('canvas');
  canvas.width = colors.length;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  colors.forEach((color, at) => {
    context.fillStyle = '#000';
    context.fillStyle = color;
    context.fillRect(at, 0, 1, 1);
  });
  return new Uint8Array(context.getImageData(0, 0, colors.length, 1).data);
}

// What the tokens come to: light-dark(), color-mix() and other tokens are resolved by the browser.
function resolve(element, names) {
  const probe = document.createElement('span');
  probe.className = 'vg-probe';
  element.append(probe);
  const style = getComputedStyle(probe);
  const colors = names.map((name) => {
    probe.style.color = `var(--vg-${name})`;
    return style.color;
  });
  probe.remove();
  return paint(colors);
}

const parts = (bytes, at) => [...bytes.subarray(at * 4, at * 4 + 3)];

export const readColors = (element) => resolve(element, tokens.map((token) => `use-${token}`));

export function readRadius(element) {
  const radius = parseFloat(getComputedStyle(element).getPropertyValue('--vg-use-radius'));
  return Number.isFinite(radius) ? Math.round(Math.min(26, Math.max(0, radius))) : 10;
}

const faintest = 0.1;  // an accent more transparent than this is none

// Opaque, as it stands on the card; null when it is no colour that can be seen.
function seen(element, color, card) {
  if (!CSS.supports('color', color)) return null;
  const [red, green, blue, alpha] = resolve(element, ['accent']);
  return alpha < 255 * faintest ? null : mix([red, green, blue], card, alpha / 255);
}

const hex = (color) => `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
const told = new WeakMap();

// The tokens themselves stay as the page around has set them; what is used instead has names of its own.
export function settleAccent(element) {
  const bytes = resolve(element, ['use-paper', 'use-card', 'use-ink', 'use-soft', 'use-line', 'use-ok', 'house', 'own-ink', 'own-wash', 'own-focus']);
  const [paper, card, ink, soft, line, ok, house, itsInk, wash, focus] = Array.from({ length: 10 }, (_, at) => parts(bytes, at));
  const palette = { paper, card, line, texts: [ink, soft, ok] };
  const asked = getComputedStyle(element).getPropertyValue('--vg-accent').trim();
  const accent = seen(element, asked, card) ?? house;
  let used = fitAccent(accent, palette);
  if (hex(accent) === hex(house)) {
    const own = { accent, ink: itsInk, wash, focus };
    if (readable(own, palette)) used = { ...used, ...own };
  }
  element.style.setProperty('--vg-use-accent', hex(used.accent));
  element.style.setProperty('--vg-use-accent-ink', hex(used.ink));
  element.style.setProperty('--vg-use-accent-wash', hex(used.wash));
  element.style.setProperty('--vg-use-focus', hex(used.focus));
  const report = { asked: asked || hex(house), used: hex(used.accent), contrast: used.contrast };
  const news = JSON.stringify(report);
  if (told.get(element) !== news) {
    told.set(element, news);
    element.dispatchEvent(new CustomEvent('vg-accent', { bubbles: true, composed: true, detail: report }));
  }
  return report;
}

// A token that the page around sets later tells nobody, but a colour or a typeface made of it begins a transition.
function watchTokens(element, call, signal) {
  const tell = document.createElement('i');  // one that the canvas skin does not make transparent
  tell.className = 'vg-tell';
  tell.setAttribute('aria-hidden', 'true');
  element.prepend(tell);
  let pending = false;
  tell.addEventListener('transitionrun', () => {
    if (pending) return;
    pending = true;
    queueMicrotask(() => {
      pending = false;
      if (!signal.aborted) call();
    });
  }, { signal });
}

export function onThemeChange(element, call, signal) {
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', call, { signal });
  }
  watchTokens(element, call, signal);
}

export const forcedColors = () => matchMedia('(forced-colors: active)').matches;
