// Contrast of every pair of tokens that meet, in each palette, from the style sheet itself.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('../../shell/style.css', import.meta.url), 'utf8');
const [light, dark] = [...css.matchAll(/:root \{([^}]*--vg-paper[^}]*)\}/g)].map(([, block]) =>
  Object.fromEntries([...block.matchAll(/--vg-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value])));

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a, b) {
  const [dim, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

const text = { paper: ['ink', 'soft', 'accent', 'gap', 'ok'], card: ['ink', 'soft', 'accent', 'gap', 'ok'], 'accent-wash': ['ink', 'soft', 'accent', 'ok'], 'gap-wash': ['gap'], accent: ['accent-ink'], ink: ['paper'] };
const shapes = { paper: ['focus', 'accent', 'need', 'gap', 'soft'], card: ['focus', 'soft', 'accent'], 'accent-wash': ['accent'] };

for (const [name, palette] of Object.entries({ light, dark })) {
  test(`${name}: text 4.5, shapes and focus 3`, () => {
    assert.equal(Object.keys(palette).length, 13);
    for (const [least, pairs] of [[4.5, text], [3, shapes]]) {
      for (const [under, overs] of Object.entries(pairs)) {
        for (const over of overs) {
          const found = contrast(palette[under], palette[over]);
          assert.ok(found >= least, `${over} on ${under}: ${found.toFixed(2)}`);
        }
      }
    }
  });
}
