// dist — everything that is given away, in one folder: core/ (without a screen), npm/ and its archive.
//
// In      node tools/dist/dist.mjs <folder of core.wasm> <dist folder>
// Out     the dist folder, replaced as a whole; the same bytes from the same sources
// Errors  the failing step's message and exit code 1; the old folder stays
// Tested  tests/dist/*.test.mjs

import { renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assembleCore } from './core.mjs';
import { assemblePackage } from './package.mjs';

const [headless, folder] = process.argv.slice(2).map((path) => resolve(path));
if (!headless || !folder) throw new Error('usage: node tools/dist/dist.mjs <headless folder> <dist folder>');
const staging = `${folder}.next`;

try {
  rmSync(staging, { recursive: true, force: true });
  const core = join(staging, 'core');
  await assembleCore(headless, core);
  assemblePackage({ core, target: join(staging, 'npm'), archive: staging });
  rmSync(folder, { recursive: true, force: true });
  renameSync(staging, folder);
} catch (error) {
  rmSync(staging, { recursive: true, force: true });
  console.error(`tools/dist: ${error.message}`);
  process.exitCode = 1;
}
