// dist — everything that is given away, in one folder: site/ (for any server), velocity-gap-offline.html, core/
// (without a screen), npm/ and its archive.
//
// In      node tools/dist/dist.mjs <build folder, with modules/> <site folder> <dist folder>
// Out     the dist folder, replaced as a whole; the same bytes from the same sources
// Errors  the failing step's message and exit code 1; the old folder stays
// Tested  tests/dist/*.test.mjs

import { cpSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assembleCore } from './core.mjs';
import { assembleOffline } from './offline.mjs';
import { assemblePackage } from './package.mjs';

const [built, site, folder] = process.argv.slice(2).map((path) => resolve(path));
if (!folder) throw new Error('usage: node tools/dist/dist.mjs <build folder> <site folder> <dist folder>');
const staging = `${folder}.next`;

try {
  rmSync(staging, { recursive: true, force: true });
  const core = join(staging, 'core');
  cpSync(site, join(staging, 'site'), { recursive: true });
  await assembleOffline({ site, target: join(staging, 'velocity-gap-offline.html') });
  await assembleCore(join(built, 'modules'), core);
  assemblePackage({ core, site, target: join(staging, 'npm'), archive: staging });
  rmSync(folder, { recursive: true, force: true });
  renameSync(staging, folder);
} catch (error) {
  rmSync(staging, { recursive: true, force: true });
  console.error(`tools/dist: ${error.message}`);
  process.exitCode = 1;
}
