// contrast — of two colours, and the pixels of a screenshot, without anything of the page's own.
//
// In      colours as "#rrggbb" or [red, green, blue]; PNG files as a browser writes them
// Out     luminance, contrast; decodePng: {width, height, at(x, y) -> [red, green, blue]}
// Errors  a PNG of another kind than 8 bits without interlace
// Source  WCAG 2.2 (relative luminance); PNG, third edition
// Tested  tests/browser/palette.test.mjs

import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

export const rgb = (color) => (typeof color === 'string' ? [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)) : color);

export function luminance(color) {
  const [r, g, b] = rgb(color).map((byte) => byte / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a, b) {
  const [dim, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

export function decodePng(file) {
  const chunks = { IDAT: [] };
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const kind = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    if (kind === 'IDAT') chunks.IDAT.push(data);
    else chunks[kind] = data;
    at += length + 12;
  }
  const [width, height] = [chunks.IHDR.readUInt32BE(0), chunks.IHDR.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[chunks.IHDR[9]];
  assert.ok(chunks.IHDR[8] === 8 && channels && chunks.IHDR[12] === 0, 'another kind of PNG');
  const raw = inflateSync(Buffer.concat(chunks.IDAT));
  const stride = width * channels;
  const pixels = Buffer.alloc(stride * height);
  const paeth = (a, b, c) => {
    const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
    return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
  };
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; ++x) {
      const left = x >= channels ? pixels[y * stride + x - channels] : 0;
      const up = y > 0 ? pixels[(y - 1) * stride + x] : 0;
      const corner = x >= channels && y > 0 ? pixels[(y - 1) * stride + x - channels] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      pixels[y * stride + x] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return { width, height, at: (x, y) => [...pixels.subarray(y * stride + x * channels, y * stride + x * channels + 3)] };
}
