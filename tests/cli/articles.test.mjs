// cli/articles — every fault of an article is told with file and line, and nothing else is.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { run } from './program.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'velocity-gap-articles-'));
after(() => rmSync(scratch, { recursive: true }));

const front = {
  title: '"What is this about?"', dimension: 'calibration', category: 'foundations', tags: '[feedback]', difficulty: 'foundational',
  reading_time: '2 min', seo_title: 'A title', meta_description: '"A description: it is short."', canonical_url: '/en/one/',
  dimensions: '[]', patterns: '[verdict_only]', actions: '[not_yet]', capabilities: '[]', builds_on: '[]', related: '[]',
  sources: '[kluger_1996]', updated: '2026-11-22',
};
const lines = Object.keys(front).length + 2;  // of the front matter with its fences
const filler = 'word '.repeat(400).trim();
const sections = ['Short answer', 'Why it matters', 'What good looks like', 'How it goes wrong', 'What to do on Monday'];
const text = (...more) => ['# What is this about?', '', ...sections.map((name) => `## ${name}\n`), filler, '', ...more, ''].join('\n');
const article = (changes = {}, body = text()) => {
  const fields = Object.entries({ ...front, ...changes }).filter(([, value]) => value !== undefined);
  return `---\n${fields.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n${body}`;
};
const lineOf = (key) => Object.keys(front).indexOf(key) + 2;

let folders = 0;
// lint(files): what is found besides that a folder of one article leaves most of the instrument uncovered.
async function lint(files) {
  const folder = join(scratch, String(folders++));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { code, out, err } = await run(['articles', 'lint', '--json', folder]);
  assert.equal(err, '');
  assert.equal(code, 1);
  return JSON.parse(out).findings.filter((each) => each.code !== 'error.article.no_article')
    .map((each) => ({ ...each, file: each.file.slice(folder.length + 1) }));
}

async function finds(content, code, where, more = {}) {
  const found = await lint({ 'en/one.md': content, ...more });
  assert.deepEqual(found.map((each) => [each.file, each.code, each.where]), [['en/one.md', `error.article.${code}`, where]]);
  assert.ok(!/[{}]/.test(found[0].sentence), found[0].sentence);
}

test('an article without a fault has none', async () => {
  assert.deepEqual(await lint({ 'en/one.md': article() }), []);
  // Everything that Markdown may hold here.
  const rich = text('- a *b* **c** `d`', '- [page](https://example.org/?a=b&c)', '', '1. x', '', '> quote &amp; more', '', '| a | b |', '|---|---|', '| c | d |', '', '---');
  assert.deepEqual(await lint({ 'en/one.md': article({}, rich) }), []);
});

test('faults of the front matter', async () => {
  const cases = [
    [text(), 'no_front_matter', '1:1'],
    [`---\ntitle: x\n`, 'open_front_matter', '1:1'],
    [article({ reading_time: undefined }), 'missing', `${lines - 1}:1`],
    [article().replace('dimension:', 'dimension: calibration\ndimension:'), 'twice', `${lineOf('dimension') + 1}:1`],
    [article().replace('dimension:', 'colour: red\ndimension:'), 'unknown_field', `${lineOf('dimension')}:1`],
    [article().replace('dimension:', 'no line\ndimension:'), 'line', `${lineOf('dimension')}:1`],
    [article({ seo_title: '[a title]' }), 'quotes', `${lineOf('seo_title')}:12`],
    [article({ seo_title: '"never closed' }), 'quotes', `${lineOf('seo_title')}:12`],
    [article({ seo_title: '"a" b' }), 'quotes', `${lineOf('seo_title')}:12`],
    [article({ seo_title: '"\\n"' }), 'quotes', `${lineOf('seo_title')}:12`],
    [article({ seo_title: '""' }), 'empty', `${lineOf('seo_title')}:12`],
    [article({ tags: 'feedback' }), 'list', `${lineOf('tags')}:7`],
    [article({ tags: '[feedback, ]' }), 'list', `${lineOf('tags')}:7`],
    [article({ tags: '[feedback, feedback]' }), 'twice', `${lineOf('tags')}:7`],
    [article({ tags: '[colour]' }), 'unknown_id', `${lineOf('tags')}:1`],
    [article({ reading_time: '2 minutes' }), 'minutes', `${lineOf('reading_time')}:1`],
    [article({ reading_time: '0 min' }), 'minutes', `${lineOf('reading_time')}:1`],
    [article({ reading_time: '4 min' }), 'reading_time', `${lineOf('reading_time')}:1`],
    [article({ updated: '2026-02-30' }), 'date', `${lineOf('updated')}:1`],
    [article({ category: 'news' }), 'choice', `${lineOf('category')}:1`],
    [article({ difficulty: 'hard' }), 'choice', `${lineOf('difficulty')}:1`],
    [article({ dimension: 'colour' }), 'unknown_id', `${lineOf('dimension')}:1`],
    [article({ patterns: '[verdict_only, colour]' }), 'unknown_id', `${lineOf('patterns')}:1`],
    [article({ actions: '[colour]' }), 'unknown_id', `${lineOf('actions')}:1`],
    [article({ capabilities: '[colour]' }), 'unknown_id', `${lineOf('capabilities')}:1`],
    [article({ sources: '[colour]' }), 'unknown_id', `${lineOf('sources')}:1`],
    [article({ seo_title: 'é'.repeat(61) }), 'seo_title', `${lineOf('seo_title')}:1`],
    [article({ meta_description: 'é'.repeat(161) }), 'meta_description', `${lineOf('meta_description')}:1`],
    [article({ canonical_url: '/en/two/' }), 'canonical', `${lineOf('canonical_url')}:1`],
    [article({ canonical_url: '"javascript:alert(1)"' }), 'canonical', `${lineOf('canonical_url')}:1`],
    [article({ seo_title: 'A\u202Etitle' }), 'character', `${lineOf('seo_title')}:13`],
    [article({}, `${text()}a\u0007b\n`), 'character', `${lines + text().split('\n').length}:2`],
    [Buffer.from([...Buffer.from(article()), 0xff]), 'utf8', '1:1'],
  ];
  for (const each of cases) await finds(...each);
  assert.deepEqual(await lint({ 'en/one.md': article({ seo_title: 'é'.repeat(60), meta_description: 'é'.repeat(160) }) }), []);
});

test('faults of the text', async () => {
  const after = lines + text().split('\n').length;
  const cases = [
    [article({}, text('<b>bold</b>')), 'html', `${after}:1`],
    [article({}, text('<script>', 'alert(1)', '</script>')), 'html', [after, after + 1, after + 2]],
    [article({}, text('![a](https://example.org/a.png)')), 'markup', `${after}:1`],
    [article({}, text('```', 'code', '```')), 'markup', `${after + 1}:1`],
    [article({}, text('[a](javascript:alert(1))')), 'link', `${after}:1`],
    [article({}, text('[a](java&#115;cript:alert(1))')), 'entity', `${after}:1`],
    [article({}, text('[a](data:text/html,x)')), 'link', `${after}:1`],
    [article({}, text('[a](//example.org)')), 'link', `${after}:1`],
    [article({}, text('<javascript:alert(1)>')), 'link', `${after}:1`],
    [article({}, text('[a](other.md)')), 'link_dead', `${after}:1`],
    [article({}, text('&nbsp;')), 'entity', `${after}:1`],
    [article({}, text(`${'>'.repeat(20)} deep`)), 'nesting', undefined],
    [article({}, text('#### deep')), 'heading_order', `${after}:1`],
    [article({}, text('# again')), 'heading_order', `${after}:1`],
    [article({}, text().replace('# What is', '# What was')), 'first_heading', `${lines + 1}:1`],
    [article({}, text().replace('## Why it matters', '## Why')), 'section', `${lines + 1}:1`],
    [article({ reading_time: '1 min' }, text().replace(filler, 'short')), 'words', `${lineOf('reading_time')}:1`],
    [article({ reading_time: '6 min' }, text(`${filler} ${filler}`)), 'words', `${lineOf('reading_time')}:1`],
  ];
  for (const [content, code, where] of cases) {
    const found = await lint({ 'en/one.md': content });
    assert.ok(found.length > 0 && found.every((each) => each.code === `error.article.${code}`), `${code}: ${JSON.stringify(found)}`);
    const places = [where ?? found[0].where].flat().map((each) => (typeof each === 'number' ? `${each}:1` : each));
    assert.deepEqual([...new Set(found.map((each) => each.where))], places, code);
  }
});

test('faults between articles', async () => {
  const other = (changes) => article({ canonical_url: '/en/two/', seo_title: 'Another title', ...changes });
  assert.deepEqual(await lint({ 'en/one.md': article({ related: '[two]' }), 'en/two.md': other({ related: '[one]' }) }), []);
  await finds(article({ related: '[one]' }), 'related_self', `${lineOf('related')}:1`);
  await finds(article({ related: '[gone]' }), 'related_dead', `${lineOf('related')}:1`);
  await finds(article({ builds_on: '[gone]' }), 'related_dead', `${lineOf('builds_on')}:1`);
  const twice = await lint({ 'en/one.md': article(), 'en/two.md': other({ seo_title: 'A title' }) });
  assert.deepEqual(twice.map((each) => [each.file, each.code]), [['en/two.md', 'error.article.title_twice']]);
  const circle = await lint({ 'en/one.md': article({ builds_on: '[two]' }), 'en/two.md': other({ builds_on: '[one]' }) });
  assert.deepEqual(circle.map((each) => [each.file, each.code, each.arguments.path]), [['en/two.md', 'error.article.cycle', 'one > two > one']]);
  const slug = await lint({ 'en/One Two.md': article({ canonical_url: 'https://example.org/' }) });
  assert.deepEqual(slug.map((each) => each.code), ['error.article.slug']);
  const language = await lint({ 'xx/one.md': article({ canonical_url: '/xx/one/' }) });
  assert.deepEqual(language.map((each) => each.code), ['error.article.language']);
});

test('two folders may not hold the same article', async () => {
  await lint({ 'en/one.md': article() });
  await lint({ 'en/one.md': article() });
  const { out } = await run(['articles', 'lint', '--json', join(scratch, String(folders - 2)), join(scratch, String(folders - 1))]);
  assert.equal(JSON.parse(out).findings.filter((each) => each.code === 'error.article.duplicate').length, 1);
});

test('what no article is about is told; a large file is not read; bad use is code 2', async () => {
  const folder = join(scratch, 'few');
  mkdirSync(join(folder, 'en'), { recursive: true });
  writeFileSync(join(folder, 'en/one.md'), article());
  writeFileSync(join(folder, 'en/two.md'), 'x'.repeat(10_000_000));
  const { code, out } = await run(['articles', 'lint', '--json', folder]);
  assert.equal(code, 1);
  const { articles, findings } = JSON.parse(out);
  assert.equal(articles, 1);
  assert.deepEqual(findings.filter((each) => each.file.endsWith('two.md')).map((each) => each.code), ['error.cli.file_too_large']);
  const missing = findings.filter((each) => each.code === 'error.article.no_article').map((each) => each.arguments.id);
  assert.ok(missing.includes('pathways') && missing.includes('sink_or_swim') && !missing.includes('calibration'));
  for (const words of [[], ['bake', folder], ['lint'], ['lint', join(scratch, 'nowhere')]]) {
    const bad = await run(['articles', ...words]);
    assert.equal(bad.code, 2, words.join(' '));
    assert.notEqual(bad.err, '');
  }
});
