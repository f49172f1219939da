// glyphs — letters measured and drawn by the browser's Canvas2D, in the page's own typeface.
//
// In      family      CSS font family, the same that the mirror's elements compute to
//         shift       of the pen to the right of a whole device pixel, 0..1
// Out     advance, ascent, descent: CSS px; raster: RGBA, white where the letter takes the text's colour
// Errors  raster gives 0 for a blank glyph and for one larger than the room it is given
// Source  without kerning and ligatures the sum of advances is the line's width in the DOM
// Cost    some 30 µs a glyph drawn; the module asks once for each face, size and letter
// Tested  tests/browser/alignment.test.mjs

const weights = [400, 600, 650, 700];  // by face, as web/ui/theme.hpp numbers them
const margin = 2;                       // device px around a glyph, for antialiasing

export function makeGlyphs(family) {
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

  return {
    memory(source) { bytes = source; },
    advance: (face, size, code) => measure(face, size, code).width,
    ascent: (face, size) => measure(face, size, 120).fontBoundingBoxAscent,
    descent: (face, size) => measure(face, size, 120).fontBoundingBoxDescent,
    raster(face, size, code, shift, pixels, most, box) {
      const letter = String.fromCodePoint(code);
      resize(Math.ceil(size * 3) + 2 * margin);
      const ink = measure(face, size, code);
      const blank = ink.actualBoundingBoxRight + ink.actualBoundingBoxLeft <= 0;
      const left = Math.floor(-ink.actualBoundingBoxLeft) - margin;
      const top = Math.floor(-ink.actualBoundingBoxAscent) - margin;
      const width = Math.ceil(ink.actualBoundingBoxRight) + margin - left;
      const height = Math.ceil(ink.actualBoundingBoxDescent) + margin - top;
      if (blank || width > context.canvas.width || height > context.canvas.height || width * height * 4 > most) return 0;
      context.clearRect(0, 0, width, height);
      context.fillStyle = '#fff';
      context.fillText(letter, shift - left, -top);
      const heap = bytes();
      heap.set(context.getImageData(0, 0, width, height).data, pixels);
      new Int32Array(heap.buffer, box, 4).set([left, top, width, height]);
      return 1;
    },
  };
}
