// cli/articles_build — the built site: valid pages that need no script, every link lands, small, and nothing of an article
// can become markup.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { after, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { root, run } from './program.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'velocity-gap-site-'));
after(() => rmSync(scratch, { recursive: true }));
const address = 'https://example.org/knowledge';
const assessment = 'https://assessment.example/';
const build = (...words) => run(['articles', 'build', '--json', '--address', `${address}/`, ...words]);

const site = join(scratch, 'site');
const built = build('assets/articles', site, '--assessment', assessment);
const paths = (folder) => readdirSync(folder, { recursive: true }).map(String).filter((path) => /\.\w+$/.test(path)).sort();
const read = (path) => readFileSync(join(site, path), 'utf8');
const pages = () => paths(site).filter((path) => path.endsWith('.html'));
const isArticle = (path) => /^[a-z]{2}\/[a-z-]+\/index\.html$/.test(path);

test('it is built, and again to the same bytes', async () => {
  const { code, out, err } = await built;
  assert.equal(code, 0, err);
  const articles = readdirSync(join(root, 'assets/articles'), { recursive: true }).filter((path) => /\w\/[\w-]+\.md$/.test(path)).length;
  const { bytes, ...rest } = JSON.parse(out);
  assert.deepEqual(rest, { articles, left_out: 0, files: paths(site).length });
  assert.ok(bytes > 100_000);
  assert.equal(pages().filter(isArticle).length, articles);
  const again = join(scratch, 'again');
  await build('assets/articles', again, '--assessment', assessment);
  for (const path of paths(site)) assert.ok(readFileSync(join(again, path)).equals(readFileSync(join(site, path))), path);
});

test('every page is valid', async () => {
  await built;
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'require-sri': 'off', 'long-title': 'off' } });
  for (const path of pages()) {
    const { results } = await validator.validateString(read(path));
    assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`)), []);
  }
  assert.equal((await validator.validateString('<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p><div></div></p></body></html>')).valid, false);
});

test('no script of its own, no style in the page, nothing loaded from anywhere else', async () => {
  await built;
  for (const path of pages()) {
    const text = read(path);
    assert.deepEqual([...text.matchAll(/<script(?! type="application\/ld\+json">)[^>]*>/g)].map(String), isArticle(path) ? [`<script src="${assessment}embed.js" async>`] : [], path);
    assert.ok(!/<style|\sstyle=|\son\w+=|<img|<iframe/i.test(text), path);
    assert.equal(text.match(/<link rel="stylesheet"/g).length, 1);
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(text);
    assert.match(policy, /^default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'/);
    assert.ok(!/unsafe/.test(policy));
  }
});

test('every link inside the site lands on a page, and every address that is told to others is one of its pages', async () => {
  await built;
  const all = new Set(paths(site));
  const page = (url) => `${url.slice(address.length + 1)}${url.endsWith('/') ? 'index.html' : ''}`;
  for (const path of pages()) {
    for (const [, href] of read(path).matchAll(/href="([^"]*)"/g)) {
      if (href.startsWith('#')) continue;
      if (href.startsWith(address)) assert.ok(all.has(page(href)), `${path}: ${href}`);
      else if (!/^https:/.test(href)) {
        const target = posix.normalize(posix.join(dirname(path), href));
        assert.ok(all.has(href.endsWith('/') ? posix.join(target, 'index.html') : target), `${path}: ${href}`);
      }
    }
  }
  for (const path of all) {
    if (!path.endsWith('.xml')) continue;
    for (const [url] of read(path).matchAll(/https:\/\/example\.org[^<"]*/g)) assert.ok(all.has(page(url)), `${path}: ${url}`);
  }
  // Each of an article's languages names all of them, itself among them.
  for (const path of pages().filter(isArticle)) {
    const alternates = [...read(path).matchAll(/hreflang="([\w-]+)" href="(https:[^"]*)"/g)].map(([, language, url]) => [language, page(url)]);
    if (alternates.length === 0) continue;
    assert.ok(alternates.some(([, each]) => each === path), path);
    for (const [, each] of alternates) assert.deepEqual([...read(each).matchAll(/hreflang="([\w-]+)" href="(https:[^"]*)"/g)].map(([, language, url]) => [language, page(url)]), alternates);
  }
});

test('what search engines and other pages are told is in each article', async () => {
  await built;
  for (const path of pages().filter(isArticle)) {
    const text = read(path);
    const meta = (name) => new RegExp(`(?:name|property)="${name}" content="([^"]*)"`).exec(text)?.[1];
    const canonical = /rel="canonical" href="([^"]*)"/.exec(text)[1];
    assert.equal(canonical, `${address}/${path.replace('index.html', '')}`);
    assert.equal(meta('og:url'), canonical);
    assert.ok(meta('description').length > 50 && meta('og:title') && meta('og:type') === 'article');
    const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text);
    const [article, questions, way] = JSON.parse(data);
    assert.deepEqual([article['@type'], questions['@type'], way['@type']], ['Article', 'FAQPage', 'BreadcrumbList']);
    assert.equal(article.url, canonical);
    assert.equal(questions.mainEntity[0].name, article.headline);
    assert.ok(questions.mainEntity[0].acceptedAnswer.text.split(' ').length > 15, path);
    assert.equal(way.itemListElement.length, 3);
  }
});

test('feeds and the map are well-formed and hold every article', async () => {
  await built;
  for (const path of paths(site).filter((each) => each.endsWith('.xml'))) {
    const open = [];
    for (const [, close, name, empty] of read(path).matchAll(/<(\/)?([a-z:]+)[^>]*?(\/)?>/g)) {
      if (close) assert.equal(open.pop(), name, path);
      else if (!empty) open.push(name);
    }
    assert.deepEqual(open, [], path);
  }
  const articles = pages().filter(isArticle);
  for (const path of articles) assert.ok(read('sitemap.xml').includes(`<loc>${address}/${path.replace('index.html', '')}</loc>`), path);
  for (const language of ['en', 'de', 'es', 'fr']) {
    assert.equal(read(`${language}/feed.xml`).match(/<entry>/g).length, articles.filter((path) => path.startsWith(`${language}/`)).length);
  }
});

test('at most 14 kB come before the assessment', async () => {
  await built;
  const packed = (text) => brotliCompressSync(text).length;
  const around = packed(read('articles.css')) + packed(readFileSync(join(root, 'shell/embed.mjs')));
  for (const path of pages()) assert.ok(packed(read(path)) + around <= 14_000, `${path}: ${packed(read(path)) + around} bytes`);
});

test('its colours are those of the assessment', () => {
  const tokens = (text) => Object.fromEntries([...text.matchAll(/--(?:vg-use-|vg-house|)([a-z]*): (?:var\(--vg-\w+, )?(light-dark\([^)]*\))/g)].map(([, name, value]) => [name || 'accent', value]));
  const own = tokens(readFileSync(join(root, 'assets/look/articles.css'), 'utf8').split('@media')[0]);
  const theirs = tokens(readFileSync(join(root, 'shell/style.css'), 'utf8').split('@media')[0]);
  assert.deepEqual(Object.keys(own).sort(), ['accent', 'card', 'gap', 'ink', 'line', 'paper', 'soft']);
  for (const [name, value] of Object.entries(own)) assert.equal(value, theirs[name], name);
});

const front = `title: "<b>Bold</b> &"
dimension: calibration
category: foundations
tags: []
difficulty: foundational
reading_time: 2 min
seo_title: "</title><script>alert(1)</script>"
meta_description: "\\"><img src=x onerror=alert(1)> </script>"
canonical_url: /en/one/
dimensions: []
patterns: []
actions: []
capabilities: []
builds_on: []
related: []
sources: []
updated: 2026-11-22
`;
const sections = ['Short answer', 'Why it matters', 'What good looks like', 'How it goes wrong', 'What to do on Monday'];
const hostile = `---\n${front}---\n# \\<b>Bold\\</b> &amp;\n\n## ${sections.join('\n\n## ')}\n\n${'word '.repeat(400)}\n\n[a](https://example.org/?"onclick=alert\\(1\\)&b) &lt;script&gt; \`<i>\`\n`;

function folder(name, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(scratch, name, path)), { recursive: true });
    writeFileSync(join(scratch, name, path), text);
  }
  return join(scratch, name);
}

test('what an article says never becomes markup', async () => {
  const source = folder('hostile', { 'en/one.md': hostile });
  const target = join(scratch, 'hostile_site');
  const { code, err } = await build(source, target);
  assert.equal(code, 0, err);
  for (const path of paths(target).filter((each) => /\.(html|xml)$/.test(each))) {
    const text = readFileSync(join(target, path), 'utf8').replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '');
    assert.deepEqual(text.match(/<(?:script|img|b|i)[ >]|<\w+(?:\s+(?!on)[\w:-]+(?:="[^"]*")?)*\s+on\w+=/g), null, path);
  }
});

test('with a fault nothing is written; told to keep going, the rest is, without ways into the missing one', async () => {
  const good = readFileSync(join(root, 'assets/articles/en/calibration.md'), 'utf8')
    .replace(/^related: .*$/m, 'related: [bad]').replace(/\]\([a-z-]+\.md\)/g, '](bad.md)').concat('\nSee [the other](bad.md).\n');
  const source = folder('faulty', { 'en/calibration.md': good, 'en/bad.md': hostile.replace('<b>\\', '<b>').concat('\n<script>\n') });
  const target = join(scratch, 'faulty_site');
  const refused = await build(source, target);
  assert.equal(refused.code, 1);
  assert.ok(!existsSync(target));
  assert.match(refused.err, /bad\.md/);
  const kept = await build(source, target, '--keep-going');
  assert.equal(kept.code, 1);
  assert.deepEqual({ ...JSON.parse(kept.out), files: 0, bytes: 0 }, { articles: 1, left_out: 1, files: 0, bytes: 0 });
  const text = readFileSync(join(target, 'en/calibration/index.html'), 'utf8');
  assert.match(text, /See the other\./);
  assert.ok(!text.includes('bad'));
});

test('an article is begun with every field; bad use is code 2', async () => {
  const { code, out } = await run(['articles', 'new', 'fr/nouveau']);
  assert.equal(code, 0);
  const source = folder('begun', { 'fr/nouveau.md': out });
  const found = JSON.parse((await run(['articles', 'lint', '--json', source])).out).findings.map((each) => each.code);
  assert.deepEqual(found.filter((each) => each !== 'error.article.no_article'), ['error.article.words', 'error.article.reading_time']);
  for (const words of [['new', 'nouveau'], ['new', 'xx/one'], ['new'], ['serve', source], ['build', source], ['build', source, scratch, '--address', 'http://example.org'],
    ['build', source, scratch], ['build', source, scratch, '--address', address, '--assessment', "https://a.example/;script-src *"]]) {
    const bad = await run(['articles', ...words]);
    assert.equal(bad.code, 2, words.join(' '));
  }
});
