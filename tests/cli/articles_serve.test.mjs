// cli/articles_serve — what is saved is seen at the next look; a fault takes away its own page alone.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { cli, root } from './program.mjs';

const folder = mkdtempSync(join(tmpdir(), 'velocity-gap-writing-'));
cpSync(join(root, 'assets/articles/de'), join(folder, 'de'), { recursive: true });
const server = spawn(process.execPath, [join(root, 'tools/articles/serve.mjs'), folder], { env: { ...process.env, VGAP_CLI: cli, LC_ALL: 'C' } });
after(() => {
  server.kill();
  rmSync(folder, { recursive: true });
});
const told = createInterface(server.stdout)[Symbol.asyncIterator]();
const nextLine = async () => (await told.next()).value;

// What comes with a build, from now on.
async function* events({ body }) {
  for await (const piece of body.pipeThrough(new TextDecoderStream())) if (piece.startsWith('data:')) yield piece.trim();
}

test('what is saved is built, with a fault without its page, and mended with it again', async () => {
  const address = await nextLine();
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  const get = async (path) => {
    const response = await fetch(address + path);
    return { code: response.status, text: await response.text() };
  };
  assert.match(await nextLine(), /^6 articles/);
  const path = 'de/sink-or-swim/';
  assert.equal((await get('de/')).code, 200);
  assert.equal((await get('de/feed.xml')).code, 200);
  assert.equal((await get('../../etc/passwd')).code, 404);
  assert.equal((await get('%')).code, 404);
  const file = join(folder, 'de/sink-or-swim.md');
  const text = readFileSync(file, 'utf8');

  // A browser that shows a page hears of each build, by a script that a policy without anything inline allows.
  const page = await fetch(address + path);
  assert.match(page.headers.get('content-security-policy'), /^default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'$/);
  assert.match(await page.text(), /<script src="\/\.reload\.js" defer><\/script>\n<\/head>/);
  assert.match((await get('.reload.js')).text, /EventSource\('\/\.events'\)/);
  const heard = events(await fetch(`${address}.events`));
  const first = heard.next();

  writeFileSync(file, text.replace('Kurz gesagt', 'Lang gesagt'));
  assert.match(await nextLine(), /^5 articles .*: 1$/);
  assert.equal((await first).value, 'data: 2');
  assert.equal((await get(path)).code, 404);
  assert.match((await get(path)).text, /reload\.js/);  // it may come back
  assert.equal((await get('de/run-a-calibration/')).code, 200);

  writeFileSync(file, text.replace('Manche lernen es', 'Einige lernen es'));
  assert.match(await nextLine(), /^6 articles/);
  assert.match((await get(path)).text, /Einige lernen es/);
  assert.equal((await heard.next()).value, 'data: 3');
  await heard.return();
});
