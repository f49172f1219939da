// What the mirror adds to the page, bundled by itself as the site bundles it, stays under its ceiling.

import test from 'node:test';
import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { minify } from 'terser';
import { brotliCompressSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const mirrorBytes = 15_000;

test('the mirror weighs at most 15 kB with brotli', async (t) => {
  const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL('../../shell/mirror/mirror.mjs', import.meta.url))], bundle: true, minify: true, write: false, format: 'esm', logLevel: 'warning' });
  const { code } = await minify(outputFiles[0].text, { module: true, ecma: 2020, compress: { passes: 3 } });
  assert.match(code, /fieldset/, 'the table of roles is not in the bundle');
  const bytes = brotliCompressSync(Buffer.from(code)).length;
  t.diagnostic(`mirror: ${code.length} raw, ${bytes} brotli`);
  assert.ok(bytes > 1000 && bytes <= mirrorBytes, `${bytes} bytes`);
});
