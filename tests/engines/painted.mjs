// painted — whether the eye sees what the canvas painted and nothing else: the native elements over it are invisible.
//
// In      an engine in the canvas skin
// Out     fails when the window's picture differs from the canvas, or when the canvas shows nothing
// Errors  as above
// Source  HOUSE.md §2: transparent text over the paint
// Tested  tests/engines/keyboard.test.mjs

import assert from 'node:assert/strict';

// In the page, which can read both pictures. WebKit's scroll bar lies over the right edge; a focus ring is the browser's.
async function compare(picture) {
  const image = new Image();
  image.src = picture;
  await image.decode();
  const canvas = document.querySelector('#velocity-gap canvas');
  const box = canvas.getBoundingClientRect();
  const width = Math.floor(Math.min(box.right, innerWidth) - 16 - box.left);
  const height = Math.floor(Math.min(box.bottom, innerHeight) - Math.max(0, box.top));
  const read = (source, x, y) => {
    const part = document.createElement('canvas');
    part.width = width;
    part.height = height;
    const context = part.getContext('2d', { willReadFrequently: true });
    context.drawImage(source, -x, -y);
    return context.getImageData(0, 0, width, height).data;
  };
  const seen = read(image, box.left, Math.max(0, box.top));
  const painted = read(canvas, 0, Math.max(0, -box.top));
  const focus = document.activeElement.matches('input,button') ? document.activeElement.getBoundingClientRect() : null;
  const ringed = (x, y) => focus && x > focus.left - 8 && x < focus.right + 8 && y > focus.top - 8 && y < focus.bottom + 8;
  let differ = 0;
  let ink = 0;
  for (let at = 0; at < seen.length; at += 4) {
    const x = box.left + (at / 4) % width;
    const y = Math.max(0, box.top) + Math.floor(at / 4 / width);
    if (ringed(x, y)) continue;
    if ([0, 1, 2].some((part) => Math.abs(seen[at + part] - painted[at + part]) > 24)) ++differ;
    if (Math.abs(painted[at] - painted[0]) > 64) ++ink;
  }
  return { pixels: width * height, differ, ink };
}

export async function paintedOnly(engine) {
  let found;
  // The window shows what was painted some frames later.
  for (let tries = 0; tries < 10 && !(found?.differ < found?.pixels / 5000); ++tries) {
    found = await engine.run(compare, `data:image/png;base64,${(await engine.picture()).toString('base64')}`);
  }
  const { pixels, differ, ink } = found;
  assert.ok(ink > pixels / 500, `the canvas shows ${ink} of ${pixels} pixels in ink`);
  assert.ok(differ < pixels / 5000, `${differ} of ${pixels} pixels are not what the canvas painted`);
}
