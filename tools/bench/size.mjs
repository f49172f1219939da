// bench/size — what a visitor loads from the first question to the result.
//
// In      build/site-sizes.json (VGAP_SITE names another folder), written by tools/site.mjs
// Out     bytes raw, gzip and brotli: WebAssembly; script, style and page; data; all of it
// Errors  Node's own, when the site is not built
// Tested  tests/bench/run.test.mjs

import { readFileSync } from 'node:fs';
import { filesOf } from '../visit.mjs';

const kinds = [
  ['WebAssembly', /\.wasm$/],
  ['script, style, page', /\.(mjs|js|css|html|svg)$/],
  ['data', /\.json$/],
  ['everything', /./],
];

export function measure() {
  const { files: all } = JSON.parse(readFileSync(`${process.env.VGAP_SITE ?? 'build/site'}-sizes.json`, 'utf8'));
  const files = filesOf('page', all);
  return kinds.flatMap(([kind, pattern]) => ['raw', 'gzip', 'brotli'].map((way) => ({
    name: `to load: ${kind}, ${way}`, unit: 'B',
    value: files.filter(({ path }) => pattern.test(path)).reduce((sum, file) => sum + file[way], 0),
  })));
}
