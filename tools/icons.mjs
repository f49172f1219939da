// icons — the page's icon as PNG, drawn from shell/icon.svg by a few lines of our own, so that no build needs a browser.
//
// In      svg: a text with rect (rx), circle, and path of one line ("M8 16h14", with stroke, stroke-width, stroke-linecap);
//         pixels: width and height; full: the first shape fills the square and the others keep to its safe middle
// Out     PNG: RGBA, the same bytes each time
// Errors  throws on an element or command that it cannot draw
// Source  PNG (ISO/IEC 15948); Web App Manifest, maskable icons (safe zone of 80 %)
// Tested  tests/site/icons.test.mjs

import { deflateSync } from 'node:zlib';

const grid = 4;       // samples of a pixel in each direction
const safe = 0.8;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; ++bit) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});
function crc32(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = table[(value ^ byte) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function color(text) {
  const digits = text.slice(1);
  const wide = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return [0, 2, 4].map((at) => parseInt(wide.slice(at, at + 2), 16));
}

// A shape: {color, holds(x, y)} in the units of the view box.
const shapes = {
  rect({ x = 0, y = 0, width, height, rx = 0, fill }) {
    const [left, top, wide, high, round] = [x, y, width, height, rx].map(Number);
    return { color: color(fill), holds(px, py) {
      const dx = Math.max(left + round - px, px - (left + wide - round), 0);
      const dy = Math.max(top + round - py, py - (top + high - round), 0);
      return dx * dx + dy * dy <= round * round && px >= left && px <= left + wide && py >= top && py <= top + high;
    } };
  },
  circle({ cx, cy, r, fill }) {
    return { color: color(fill), holds: (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= r ** 2 };
  },
  path({ d, stroke, 'stroke-width': width, 'stroke-linecap': cap = 'butt' }) {
    const line = /^M([\d.]+) ([\d.]+)([hv])([\d.]+)$/.exec(d);
    if (!line) throw new Error(`the icon's path is not one line: ${d}`);
    const [x, y, length] = [line[1], line[2], line[4]].map(Number);
    const half = width / 2;
    return { color: color(stroke), holds(px, py) {
      const [along, across] = line[3] === 'h' ? [px - x, py - y] : [py - y, px - x];
      const beyond = Math.max(-along, along - length, 0);
      return cap === 'round' ? beyond ** 2 + across ** 2 <= half ** 2 : beyond === 0 && Math.abs(across) <= half;
    } };
  },
};

function read(svg) {
  const size = Number(/viewBox="0 0 ([\d.]+) \1"/.exec(svg)[1]);
  const drawn = [...svg.matchAll(/<(\w+)((?: [\w-]+="[^"]*")*)\/>/g)].map(([, name, attributes]) => {
    if (!shapes[name]) throw new Error(`the icon has a <${name}>, which is not drawn here`);
    return shapes[name](Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map((match) => match.slice(1))));
  });
  return { size, drawn };
}

// What lies on top at a place: its colour, or null.
function topOf({ size, drawn }, full, x, y) {
  for (let at = drawn.length - 1; at >= 0; --at) {
    const inner = (value) => (full ? (value - size / 2) / safe + size / 2 : value);
    if ((full && at === 0) || drawn[at].holds(inner(x), inner(y))) return drawn[at].color;
  }
  return null;
}

// The mean over a grid of samples; where the corners agree, the rest does too.
function pixel(top, left, above, unit) {
  const sample = (column, row) => top(left + ((column + 0.5) / grid) * unit, above + ((row + 0.5) / grid) * unit);
  const last = grid - 1;
  const corner = sample(0, 0);
  if ([sample(last, 0), sample(0, last), sample(last, last)].every((each) => each === corner)) return corner ? [...corner, 255] : [0, 0, 0, 0];
  const seen = Array.from({ length: grid * grid }, (_, n) => sample(n % grid, Math.floor(n / grid))).filter(Boolean);
  const mean = (channel) => Math.round(seen.reduce((sum, each) => sum + each[channel], 0) / (seen.length || 1));
  return [mean(0), mean(1), mean(2), Math.round((seen.length / grid ** 2) * 255)];
}

function chunk(name, bytes) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), bytes]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(bytes.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

export function drawIcon(svg, pixels, { full = false } = {}) {
  const icon = read(svg);
  const unit = icon.size / pixels;
  const top = (x, y) => topOf(icon, full, x, y);
  const rows = Buffer.alloc((pixels * 4 + 1) * pixels);  // a filter byte (none) before each row
  for (let row = 0; row < pixels; ++row) {
    for (let column = 0; column < pixels; ++column) {
      rows.set(pixel(top, column * unit, row * unit, unit), row * (pixels * 4 + 1) + 1 + column * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  header.set([8, 6, 0, 0, 0], 8);  // 8 bits, RGBA
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}
