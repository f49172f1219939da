// theme — the colour tokens of style.css (or of the page around) as bytes for the module.
//
// In      element     whose custom properties hold the tokens
// Out     13 colours, 4 bytes each (red, green, blue, alpha), in the order of web/ui/theme.hpp; changes call back
// Errors  a token that is no colour is black, as in CSS it would be invalid
// Source  web/ui/theme.hpp (Token)
// Cost    one readback of 13 pixels
// Tested  tests/browser/paint.test.mjs

const tokens = ['paper', 'card', 'ink', 'soft', 'line', 'accent', 'accent-ink', 'accent-wash', 'gap', 'gap-wash', 'ok', 'need', 'focus'];

export function readColors(element) {
  const style = getComputedStyle(element);
  const canvas = document.createElement('canvas');
  canvas.width = tokens.length;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  tokens.forEach((token, at) => {
    context.fillStyle = '#000';
    context.fillStyle = style.getPropertyValue(`--vg-${token}`).trim();
    context.fillRect(at, 0, 1, 1);
  });
  return new Uint8Array(context.getImageData(0, 0, tokens.length, 1).data);
}

export function onThemeChange(call) {
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', call);
  }
}

export const forcedColors = () => matchMedia('(forced-colors: active)').matches;
