// What a visitor downloads from the first question to the result, with brotli, stays under its ceiling.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const everythingBytes = 240_000;
const pageBytes = 25_000;  // JavaScript, HTML and CSS
const instrument = 'leadership-pipeline';
const language = 'en';

const { files } = JSON.parse(readFileSync(`${process.env.VGAP_SITE ?? 'build/site'}-sizes.json`, 'utf8'));

// A visitor takes one instrument in one language.
const loaded = files.filter(({ path }) =>
  (!path.startsWith('assets/instruments/') || path.startsWith(`assets/instruments/${instrument}/`)) &&
  (!/^assets\/.*\/[a-z]{2}(-[A-Za-z]+)?\.json$/.test(path) || path.endsWith(`/${language}.json`)));
const brotli = (pattern) => loaded.filter(({ path }) => pattern.test(path)).reduce((sum, file) => sum + file.brotli, 0);

test('the parts that make a visit are counted', () => {
  for (const part of ['index.html', 'velocity-gap.wasm', `assets/locales/${language}.json`,
    `assets/instruments/${instrument}/instrument.json`, `assets/instruments/${instrument}/${language}.json`]) {
    assert.ok(loaded.some(({ path, brotli: bytes }) => path === part && bytes > 100), `${part} is not in the count`);
  }
  assert.ok(brotli(/\.m?js$/) > 1000 && brotli(/\.css$/) > 100, 'no script or style in the count');
});

test('everything weighs at most 240 kB', (t) => {
  for (const { path, raw, gzip, brotli: bytes } of loaded) t.diagnostic(`${path}: ${raw} raw, ${gzip} gzip, ${bytes} brotli`);
  t.diagnostic(`everything: ${brotli(/./)} brotli`);
  assert.ok(brotli(/./) <= everythingBytes, `${brotli(/./)} bytes`);
});

test('JavaScript, HTML and CSS weigh at most 25 kB', (t) => {
  t.diagnostic(`scripts, pages and styles: ${brotli(/\.(m?js|html|css)$/)} brotli`);
  assert.ok(brotli(/\.(m?js|html|css)$/) <= pageBytes, `${brotli(/\.(m?js|html|css)$/)} bytes`);
});
