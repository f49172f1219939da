// Two runs from the same compiled modules give the same bytes, wherever they are made; nothing in them knows the machine.

import test from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { filesIn, root } from '../../tools/dist/tree.mjs';

const built = resolve(process.env.VGAP_WEB ?? join(root, 'build/web'));
const dist = resolve(process.env.VGAP_DIST ?? join(root, 'build/dist'));

test('made twice, in two places, it is the same', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'velocity-gap-dist-'));
  try {
    const again = join(scratch, 'elsewhere', 'again');
    const siteAgain = join(scratch, 'site');
    execFileSync(process.execPath, [join(root, 'tools/site.mjs'), ...['modules', 'packs', 'velocity-gap-node.js'].map((part) => join(built, part)), siteAgain], { cwd: scratch, stdio: ['ignore', 'ignore', 'inherit'] });
    execFileSync(process.execPath, [join(root, 'tools/dist/dist.mjs'), built, siteAgain, again], { cwd: scratch, stdio: ['ignore', 'ignore', 'inherit'] });
    const names = filesIn(dist);
    assert.ok(names.length > 3);
    assert.deepEqual(filesIn(again), names);
    for (const name of names) assert.ok(readFileSync(join(again, name)).equals(readFileSync(join(dist, name))), `${name} differs`);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

test('no file knows where it was made, or whence its sources may be had', () => {
  for (const name of filesIn(dist)) {
    const text = readFileSync(join(dist, name), 'latin1');
    assert.ok(!text.includes(root.replace(/\/$/, '')), `${name} holds the path of the repository`);
    assert.doesNotMatch(text, /sourceMappingURL|\/(?:[h]ome|[r]oot|[U]sers|[t]mp)\/\w/, name);
  }
});
