// assets/articles — the articles that ship have no finding, fit their schema, and are typed as their language is typed.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { problems_of } from '../cli/json_schema.mjs';
import { run } from '../cli/program.mjs';

const assets = new URL('../../assets/', import.meta.url);
const read = (path) => readFileSync(new URL(path, assets), 'utf8');
const list = (path) => readdirSync(new URL(path, assets));
const schema = JSON.parse(read('schemas/article.schema.json'));
const languages = list('articles').filter((name) => !name.endsWith('.md'));  // the page for authors
const files = languages.flatMap((language) => list(`articles/${language}`).map((file) => ({ language, file, text: read(`articles/${language}/${file}`) })));

function frontMatter(text) {
  const [, block] = text.split(/^---$/m);
  return Object.fromEntries(block.trim().split('\n').map((line) => {
    const [, key, value] = /^(\w+): (.*)$/.exec(line);
    if (value.startsWith('[')) return [key, value.slice(1, -1).split(',').map((each) => each.trim()).filter(Boolean)];
    return [key, value.startsWith('"') ? JSON.parse(value) : value];
  }));
}

test('the linter has nothing to say', async () => {
  const { code, out } = await run(['articles', 'lint', '--json', 'assets/articles']);
  assert.deepEqual(JSON.parse(out), { articles: files.length, findings: [] });
  assert.equal(code, 0);
});

test('the front matter fits its schema', () => {
  for (const { language, file, text } of files) assert.deepEqual(problems_of(schema, frontMatter(text)), [], `${language}/${file}`);
  assert.notDeepEqual(problems_of(schema, { ...frontMatter(files[0].text), difficulty: 'hard' }), []);
});

test('twenty and more in English; the same ones in every other language', () => {
  const slugs = (language) => files.filter((each) => each.language === language).map((each) => each.file);
  assert.ok(slugs('en').length >= 20);
  const others = languages.filter((language) => language !== 'en').map(slugs);
  for (const each of others) {
    assert.deepEqual(each, others[0]);
    assert.deepEqual(each.filter((file) => !slugs('en').includes(file)), []);
  }
});

test('a study comes with its sources, and a translation binds to what the original binds to', () => {
  const bound = ['dimension', 'category', 'tags', 'difficulty', 'dimensions', 'patterns', 'actions', 'capabilities', 'sources'];
  const english = new Map(files.filter((each) => each.language === 'en').map((each) => [each.file, frontMatter(each.text)]));
  for (const { language, file, text } of files) {
    const own = frontMatter(text);
    assert.ok(own.sources.length > 0, `${language}/${file}`);
    for (const key of bound) assert.deepEqual(own[key], english.get(file)[key], `${language}/${file}: ${key}`);
  }
});

const rules = {
  en: [[/[“”][^“”]*“/, 'quotes']],
  de: [[/(^|[^:=\]]\s)"|“[^„]*“/, 'quotes are „ and “'], [/\d %/, 'no break before %']],
  es: [[/[“”]/, 'quotes are « and »'], [/\d %/, 'no break before %'], [/^[^¿\n]*[^?\n]\?$/m, 'a question begins with ¿']],
  fr: [[/[“”]/, 'quotes are « and »'], [/[^\u00a0\u202f ] ?[;!?](\s|$)|[^\u00a0\u202f] :(\s|$)| [;!?%»]|« /, 'no-break space before ; : ! ? % » and after «'], [/[a-zàéè]'/, 'the apostrophe is ’']],
};

test('typed as the language is typed', () => {
  for (const { language, file, text } of files.filter((each) => each.language !== 'en')) {
    const body = text.split(/^---$/m).slice(2).join('---');
    for (const [pattern, rule] of rules[language]) assert.ok(!pattern.test(body), `${language}/${file}: ${rule}: ${pattern.exec(body)?.[0]}`);
  }
});
