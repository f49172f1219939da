// What a visitor downloads from the first question to the result, with brotli, stays under its ceiling.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { filesOf, held, scripts } from '../../tools/visit.mjs';

const everythingBytes = 240_000;
const pageBytes = 30_000;    // JavaScript, HTML and CSS
const framedBytes = pageBytes + 3_500;  // in a frame, which is a page and an element and a port between them
const loaderBytes = 6_000;   // until an element nears the window
const pipelineBytes = 25_000;  // that the page in people and months adds to a module that has the core
const embedBytes = 1_000;    // what a page runs that takes a frame

const { files } = JSON.parse(readFileSync(`${process.env.VGAP_SITE ?? 'build/site'}-sizes.json`, 'utf8'));
const brotli = (counted) => counted.reduce((sum, file) => sum + file.brotli, 0);

test('the parts that make a visit are counted', () => {
  for (const [door, parts] of Object.entries(scripts)) {
    const counted = filesOf(door, files).map(({ path }) => path);
    for (const part of [...parts, 'velocity-gap.wasm', 'assets/locales/en.json', ...['instrument', 'en'].map((name) => `assets/instruments/leadership-pipeline/${name}.json`)]) {
      assert.ok(counted.includes(part), `${part} is not in the count of ${door}`);
    }
    assert.ok(!counted.some((path) => /de\.json$/.test(path)), 'a visitor takes one language');
  }
});

for (const [door, parts] of Object.entries(scripts)) {
  test(`${door}: everything weighs at most 240 kB`, (t) => {
    const counted = filesOf(door, files);
    for (const { path, raw, gzip, brotli: bytes } of counted) t.diagnostic(`${path}: ${raw} raw, ${gzip} gzip, ${bytes} brotli`);
    t.diagnostic(`everything: ${brotli(counted)} brotli`);
    assert.ok(brotli(counted) <= everythingBytes, `${brotli(counted)} bytes`);
  });

  const most = door === 'frame' ? framedBytes : pageBytes;
  test(`${door}: JavaScript, HTML and CSS weigh at most ${most / 1000} kB`, (t) => {
    // The first screens are data, in whichever file they stand.
    const screens = door === 'page' ? brotli(files.filter(({ path }) => path === held)) : 0;
    const counted = brotli(files.filter(({ path }) => parts.includes(path))) - screens;
    t.diagnostic(`scripts, pages and styles: ${counted} brotli`);
    assert.ok(counted <= most, `${counted} bytes`);
  });
}

test('until it nears the window an element weighs at most 6 kB', (t) => {
  const loader = files.filter(({ path }) => path === 'velocity-gap.js');
  t.diagnostic(`loader: ${brotli(loader)} brotli`);
  assert.ok(loader.length === 1 && brotli(loader) <= loaderBytes, `${brotli(loader)} bytes`);
});

test('what a page runs that takes a frame weighs at most 1 kB', (t) => {
  const embed = files.filter(({ path }) => path === 'embed.js');
  t.diagnostic(`embed: ${brotli(embed)} brotli`);
  assert.ok(embed.length === 1 && brotli(embed) <= embedBytes, `${brotli(embed)} bytes`);
});

// Its own module holds what every module of ours has as well (text, JSON, memory), which would be in the first one already.
test('the page in people and months adds at most 25 kB to a module, and nothing to the first question', (t) => {
  const weigh = (name) => brotliCompressSync(readFileSync(`build/web/modules/${name}.wasm`), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const without = weigh('core');
  const added = weigh('core-with-pipeline') - without;
  t.diagnostic(`core ${without}, pipeline ${added} brotli; alone ${brotli(files.filter(({ path }) => path === 'pipeline.wasm'))}`);
  assert.ok(added > 5_000, 'it is not in it');
  assert.ok(added <= pipelineBytes, `${added} bytes`);
  for (const door of Object.keys(scripts)) assert.ok(!filesOf(door, files).some(({ path }) => /^(?:pipeline|assets\/(?:pipeline|scenarios))/.test(path)), door);
});
