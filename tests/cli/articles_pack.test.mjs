// cli/articles_pack — the articles as the widget gets them: whole, in order, and small.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { root, run } from './program.mjs';

const most = 3000;  // bytes of one article, compressed

const scratch = mkdtempSync(join(tmpdir(), 'velocity-gap-articles-'));
after(() => rmSync(scratch, { recursive: true }));

const compressed = (value) => brotliCompressSync(typeof value === 'string' ? value : JSON.stringify(value)).length;
const words = (text) => (text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).length;
const textOf = (block) => block.rows.flat(2).map((span) => (typeof span === 'string' ? span : span[1])).join(' ');

test('every shipped article is in its pack, at most 3 kB each', async () => {
  const folder = join(scratch, 'packs');
  const { code, err } = await run(['articles', 'pack', join(root, 'assets/articles'), folder]);
  assert.deepEqual([code, err], [0, '']);
  const languages = readdirSync(join(root, 'assets/articles')).filter((name) => !name.includes('.'));
  assert.deepEqual(readdirSync(folder), languages.map((tag) => `${tag}.json`));
  for (const language of languages) {
    const text = readFileSync(join(folder, `${language}.json`), 'utf8');
    const pack = JSON.parse(text);
    assert.equal(pack.language, language);
    assert.deepEqual(pack.articles.map(({ slug }) => `${slug}.md`).sort(), readdirSync(join(root, 'assets/articles', language)));
    const order = ['foundations', 'patterns', 'practice'];
    const places = pack.articles.map(({ category }) => order.indexOf(category));
    assert.deepEqual(places, places.toSorted());
    assert.ok(compressed(text) / pack.articles.length <= most, `${language}: ${compressed(text)} bytes`);
    for (const article of pack.articles) {
      assert.ok(compressed(article) <= most, `${language}/${article.slug}: ${compressed(article)} bytes`);
      const source = readFileSync(join(root, 'assets/articles', language, `${article.slug}.md`), 'utf8').replace(/^---[\s\S]*?^---$\s*^# .*$/m, '');
      const kept = article.blocks.map(textOf).join('\n');
      assert.equal(words(kept), words(source.replace(/\]\([^)]*\)/g, ']').replace(/^\d+\. /gm, '')), `${language}/${article.slug}: words`);
      assert.ok(!/\*\*|\]\(/.test(kept), `${language}/${article.slug}: marks`);
    }
  }
});

test('nothing is packed while anything is found', async () => {
  const { code, err } = await run(['articles', 'pack', join(root, 'assets/locales'), join(scratch, 'none')]);
  assert.deepEqual([code, err], [0, '']);  // a folder without articles
  const missing = await run(['articles', 'pack', join(scratch, 'nowhere'), join(scratch, 'none')]);
  assert.equal(missing.code, 2);
  assert.equal((await run(['articles', 'pack', 'one'])).code, 2);
});
