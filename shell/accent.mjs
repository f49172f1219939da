// accent — makes any accent of the page around readable: its hue stays, its lightness moves until letters in it can be
// read on every ground, and its ink, wash and focus ring follow from it.
//
// In      colours as [red, green, blue], 0–255: the accent asked for (or null), the palette {paper, card, line, texts}
// Out     fitAccent: {accent, ink, wash, focus, contrast, adjusted}; contrast is the least of accent and ink on their grounds
// Errors  none: what is no colour is null, and fits as grey
// Source  WCAG 2.2, 1.4.3 and 1.4.11; OKLCH after Ottosson (2020), whose lightness leaves the hue where it is
// Cost    at most 400 small computations, once a theme
// Tested  tests/browser/accent.test.mjs

const text = 4.5;
const shape = 3;
const steps = 200;     // of lightness
const slack = 0.02;    // over the limit, for what rounding to bytes takes

const linear = (byte) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
const byte = (part) => Math.round(255 * (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055));

function luminance(color) {
  const [r, g, b] = color.map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a, b) {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function toOklab(color) {
  const [r, g, b] = color.map(linear);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

function fromOklab([lightness, a, b]) {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s];
}

// The colour at this lightness, as vivid as the screen allows and the asked one was.
function atLightness([, a, b], lightness) {
  for (let vivid = 1; vivid > 0; vivid -= 0.05) {
    const color = fromOklab([lightness, a * vivid, b * vivid]);
    if (color.every((part) => part >= -0.0005 && part <= 1.0005)) return color.map((part) => byte(Math.min(1, Math.max(0, part))));
  }
  return fromOklab([lightness, 0, 0]).map((part) => byte(Math.min(1, Math.max(0, part))));
}

export const mix = (over, under, share) => over.map((part, at) => Math.round(part * share + under[at] * (1 - share)));
const passes = (color, grounds, least) => grounds.every((ground) => contrast(color, ground) >= least);

// A wash of the accent on which every text stays readable; the card itself where there is none.
function washOf(accent, { card, texts }) {
  for (let share = 0.12; share > 0.01; share -= 0.02) {
    const wash = mix(accent, card, share);
    if (passes(wash, [...texts, accent], text + slack)) return wash;
  }
  return card;
}

const black = [12, 14, 16];
const white = [255, 255, 255];

// Whether this accent can be read everywhere with this ink and wash.
export function readable({ accent, ink, wash, focus }, { paper, card, line, texts }) {
  return passes(accent, [paper, card, wash], text) && passes(ink, [accent], text) && passes(accent, [line], shape)
    && passes(wash, texts, text) && passes(focus, [paper, card], shape);
}

function complete(accent, palette) {
  const ink = contrast(white, accent) >= contrast(black, accent) ? white : black;
  return { accent, ink, wash: washOf(accent, palette), focus: accent };
}

export function fitAccent(asked, palette) {
  const lab = toOklab(asked ?? [128, 128, 128]);
  let found = complete(asked ?? palette.card, palette);
  const adjusted = !readable(found, palette);
  // Nearest lightness first, darker and lighter in turn.
  for (let step = 1; !readable(found, palette) && step <= steps; ++step) {
    for (const lightness of [lab[0] - step / steps, lab[0] + step / steps]) {
      if (lightness < 0 || lightness > 1 || readable(found, palette)) continue;
      const next = complete(atLightness(lab, lightness), palette);
      if (readable(next, palette)) found = next;
    }
  }
  const { accent, ink, wash } = found;
  const least = Math.min(contrast(ink, accent), ...[palette.paper, palette.card, wash].map((ground) => contrast(accent, ground)));
  return { ...found, adjusted, contrast: Math.floor(least * 100) / 100 };
}
