// The icons of the installed site are the sizes that its manifest says, and show what icon.svg shows.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { join } from 'node:path';
import { drawIcon } from '../../tools/icons.mjs';

const site = process.env.VGAP_SITE ?? 'build/site';
const manifest = JSON.parse(readFileSync(join(site, 'velocity-gap.webmanifest'), 'utf8'));

function decode(png) {
  assert.equal(png.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const size = png.readUInt32BE(16);
  assert.equal(png.readUInt32BE(20), size);
  const at = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  assert.equal(rows.length, size * (size * 4 + 1));
  return { size, at: (x, y) => [...rows.subarray(y * (size * 4 + 1) + 1 + x * 4).subarray(0, 4)] };
}

test('every icon of the manifest is there in its size', () => {
  for (const { src, sizes, type } of manifest.icons) {
    const file = readFileSync(join(site, src));
    if (type === 'image/png') assert.equal(`${decode(file).size}x${decode(file).size}`, sizes, src);
  }
  assert.ok(manifest.icons.some(({ purpose }) => purpose === 'maskable'));
  assert.ok(!JSON.stringify(manifest).includes('{{'));
});

test('the shapes are where icon.svg has them, and the full one fills its square', () => {
  const ground = [15, 95, 99, 255];
  const plain = decode(readFileSync(join(site, 'icon-512.png')));
  const of32 = (value) => value * 16;
  assert.deepEqual(plain.at(0, 0), [0, 0, 0, 0]);
  assert.deepEqual(plain.at(of32(16), of32(4)), ground);
  assert.deepEqual(plain.at(of32(8), of32(16)), [255, 255, 255, 255]);
  assert.deepEqual(plain.at(of32(17), of32(16)), [240, 138, 75, 255]);
  assert.deepEqual(plain.at(of32(24), of32(9)), [255, 255, 255, 255]);
  const full = decode(readFileSync(join(site, 'icon-512-full.png')));
  for (const [x, y] of [[0, 0], [511, 0], [0, 511], [511, 511]]) assert.deepEqual(full.at(x, y), ground);
});

test('what it cannot draw it refuses', () => {
  assert.throws(() => drawIcon('<svg viewBox="0 0 8 8"><ellipse cx="4"/></svg>', 8), /<ellipse>/);
  assert.throws(() => drawIcon('<svg viewBox="0 0 8 8"><path d="M1 1l2 2" stroke="#fff"/></svg>', 8), /M1 1l2 2/);
});
