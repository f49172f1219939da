// dist/tree — where the repository is, and the files of a folder.
//
// In      a folder
// Out     root; filesIn: paths of the files in it and below, relative to it, sorted
// Errors  those of the file system
// Tested  tests/dist/reproducible.test.mjs

import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(import.meta.url), '../../..');

export function filesIn(folder, top = folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path, top) : [relative(top, path)];
  }).sort();
}
