// dist/core — the headless core as a folder: its modules, their types, core.wasm.
//
// In      modules: the folder of the compiled core.wasm; target: the folder to fill
// Out     core.mjs with the English sentences inside, core_node.mjs, core.d.ts, core.wasm
// Errors  those of the file system
// Tested  tests/parity/headless.test.mjs, tests/dist/package.test.mjs

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './tree.mjs';

// What the core itself can have to say; of the command line tool's own sentences three.
const spoken = /^(error\.(?!cli\.)|error\.cli\.(no_date|unknown_format|unknown_language)$|lint\.)/;

function sentences() {
  const catalogue = JSON.parse(readFileSync(join(root, 'assets/locales/en.json'), 'utf8'));
  const messages = Object.fromEntries(Object.entries(catalogue.messages).filter(([id]) => spoken.test(id)));
  return JSON.stringify({ ...catalogue, messages });
}

export async function assembleCore(modules, target) {
  const source = join(root, 'shell/package');
  mkdirSync(target, { recursive: true });
  await build({
    entryPoints: [join(source, 'core.mjs')],
    outfile: join(target, 'core.mjs'),
    format: 'esm',
    target: 'es2020',
    charset: 'utf8',
    define: { VG_SENTENCES: JSON.stringify(sentences()) },
    logLevel: 'warning',
  });
  for (const file of ['core_node.mjs', 'core.d.ts']) copyFileSync(join(source, file), join(target, file));
  writeFileSync(join(target, 'core.wasm'), readFileSync(join(modules, 'core.wasm')));  // without its executable bit
}
