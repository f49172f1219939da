// glyphs — letters measured and drawn by the browser's Canvas2D, in the page's own typeface.
//
// In      family      CSS font family, the same that the mirror's elements compute to; family(name) when it is another
//         shift       of the pen to the right of a whole device pixel, 0..1
// Out     advance, ascent, descent: CSS px; raster: RGBA, white where the letter takes the text's colour
// Errors  raster gives 0 for a blank glyph and for one larger than the room it is given
// Source  without kerning and ligatures the sum of advances is the line's width in the DOM
// Cost    some 30 µs a glyph drawn; the module asks once for each face, size and letter
// Tested  tests/browser/alignment.test.mjs

const weights = [400, 600, 650, 700];  // by face, as web/ui/theme.hpp numbers them
const margin = 2;                       // device px around a glyph, for antialiasing
const ink = 0x60;                       // a grey: some browsers draw white letters much bolder and black ones thinner

export function makeGlyphs(first) {
  let family = first;
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  let bytes = () => null;
  let current = '';

  function use(face, size) {
    const font = `${weights[face]} ${size}px ${family}`;
    if (font === current) return;
    current = font;
    context.font = font;
    context.fontKerning = 'none';
  }

  function resize(side) {
    if (context.canvas.width >= side) return;
    context.canvas.width = context.canvas.height = side;
    current = '';
  }

  function measure(face, size, code) {
    use(face, size);
    return context.measureText(String.fromCodePoint(code));
  }

  // A letter's coverage becomes the alpha of white; what has colours of its own keeps them.
  function whiten(pixels) {
    const isInk = (part) => Math.abs(part - ink) <= 3;
    for (let at = 0; at < pixels.length; at += 4) {
      if (pixels[at + 3] > 127 && !(isInk(pixels[at]) && isInk(pixels[at + 1]) && isInk(pixels[at + 2]))) return;
    }
    for (let at = 0; at < pixels.length; at += 4) pixels[at] = pixels[at + 1] = pixels[at + 2] = 255;
  }

  return {
    memory(source) { bytes = source; },
    // Whether that changes anything; a typeface that came late has the name it had.
    family(name) {
      const other = name !== family;
      family = name;
      current = '';
      return other;
    },
    advance: (face, size, code) => measure(face, size, code).width,
    ascent: (face, size) => measure(face, size, 120).fontBoundingBoxAscent,
    descent: (face, size) => measure(face, size, 120).fontBoundingBoxDescent,
    raster(face, size, code, shift, pixels, most, place) {
      const letter = String.fromCodePoint(code);
      resize(Math.ceil(size * 3) + 2 * margin);
      const box = measure(face, size, code);
      const blank = box.actualBoundingBoxRight + box.actualBoundingBoxLeft <= 0;
      const left = Math.floor(-box.actualBoundingBoxLeft) - margin;
      const top = Math.floor(-box.actualBoundingBoxAscent) - margin;
      const width = Math.ceil(box.actualBoundingBoxRight) + margin - left;
      const height = Math.ceil(box.actualBoundingBoxDescent) + margin - top;
      if (blank || width > context.canvas.width || height > context.canvas.height || width * height * 4 > most) return 0;
      context.clearRect(0, 0, width, height);
      context.fillStyle = `rgb(${ink},${ink},${ink})`;
      context.fillText(letter, shift - left, -top);
      const heap = bytes();
      const { data } = context.getImageData(0, 0, width, height);
      whiten(data);
      heap.set(data, pixels);
      new Int32Array(heap.buffer, place, 4).set([left, top, width, height]);
      return 1;
    },
  };
}
