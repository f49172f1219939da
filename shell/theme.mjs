// theme — the colour tokens of style.css (or of the page around) as bytes for the module, its accent made readable.
//
// In      element     whose custom properties hold the tokens
// Out     settleAccent: sets --vg-use-accent, -accent-ink, -accent-wash and -focus on it, tells an accent that had to
//         change by the event vg-accent {asked, used, contrast}; readColors: 13 colours, 4 bytes each (red, green, blue,
//         alpha), in the order of web/ui/theme.hpp; changes call back
// Errors  a token that is no colour is black, as in CSS it would be invalid; such an accent is that of the house
// Source  web/ui/theme.hpp (Token)
// Cost    one readback of 13 pixels
// Tested  tests/browser/paint.test.mjs, tests/browser/accent.test.mjs

import { fitAccent, mix, readable } from './accent.mjs';

const tokens = ['paper', 'card', 'ink', 'soft', 'line', 'use-accent', 'use-accent-ink', 'use-accent-wash', 'gap', 'gap-wash', 'ok', 'need', 'use-focus'];

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

export function readColors(element) {
  const style = getComputedStyle(element);
  return paint(tokens.map((token) => style.getPropertyValue(`--vg-${token}`).trim()));
}

const faintest = 0.1;  // an accent more transparent than this is none

// Opaque, as it stands on the card; null when it is no colour that can be seen.
function seen(color, card) {
  if (!CSS.supports('color', color)) return null;
  const [red, green, blue, alpha] = paint([color]);
  return alpha < 255 * faintest ? null : mix([red, green, blue], card, alpha / 255);
}

const hex = (color) => `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
const told = new WeakMap();

// The tokens themselves stay as the page around has set them; what is used instead has names of its own.
export function settleAccent(element) {
  const style = getComputedStyle(element);
  const value = (token) => style.getPropertyValue(`--vg-${token}`).trim();
  const [paper, card, ink, soft, line, ok, house] = ['paper', 'card', 'ink', 'soft', 'line', 'ok', 'house-accent']
    .map((token) => [...paint([value(token)]).subarray(0, 3)]);
  const palette = { paper, card, line, texts: [ink, soft, ok] };
  const asked = value('accent');
  const accent = seen(asked, card) ?? house;
  let used = fitAccent(accent, palette);
  if (hex(accent) === hex(house)) {
    const [itsInk, wash, focus] = ['accent-ink', 'accent-wash', 'focus'].map((token) => [...paint([value(token)]).subarray(0, 3)]);
    const own = { accent, ink: itsInk, wash, focus };
    if (readable(own, palette)) used = { ...used, ...own };
  }
  element.style.setProperty('--vg-use-accent', hex(used.accent));
  element.style.setProperty('--vg-use-accent-ink', hex(used.ink));
  element.style.setProperty('--vg-use-accent-wash', hex(used.wash));
  element.style.setProperty('--vg-use-focus', hex(used.focus));
  const report = { asked, used: hex(used.accent), contrast: used.contrast };
  const news = JSON.stringify(report);
  if (told.get(element) !== news) {
    told.set(element, news);
    element.dispatchEvent(new CustomEvent('vg-accent', { bubbles: true, detail: report }));
  }
  return report;
}

export function onThemeChange(call) {
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', call);
  }
}

export const forcedColors = () => matchMedia('(forced-colors: active)').matches;
