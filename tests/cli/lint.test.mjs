// cli/lint — findings of an instrument and its texts, and every kind of bad file.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { file, lines, root, run } from './program.mjs';
import { instrument, texts } from './small.mjs';

const changed = (change) => {
  const copy = structuredClone(instrument);
  change(copy);
  return JSON.stringify(copy);
};

function folder(name, files) {
  const first = file(`${name}.txt`, '');
  const path = join(dirname(first), name);
  mkdirSync(path);
  for (const [each, content] of Object.entries(files)) writeFileSync(join(path, each), content);
  return path;
}

test('a clean instrument beside its texts has no findings', async () => {
  const path = folder('clean', { 'instrument.json': JSON.stringify(instrument), 'en.json': JSON.stringify(texts) });
  const { code, out, err } = await run(['lint', join(path, 'instrument.json')]);
  assert.equal(err, '');
  assert.match(out, /clarity: answers reach 0 to 100, contexts require 60 to 80/);
  assert.match(out, /Errors: 0\. Warnings: 0\. Notes: 0\./);
  assert.equal(code, 0);
});

test('what ships has no errors, by name and by file', async () => {
  const by_name = await run(['lint', 'leadership-pipeline', '--json']);
  const by_file = await run(['lint', join(root, 'assets/instruments/leadership-pipeline/instrument.json'), '--json']);
  for (const { out } of [by_name, by_file]) assert.equal(JSON.parse(out).errors, 0, out);
  assert.deepEqual(JSON.parse(by_name.out).dimensions, JSON.parse(by_file.out).dimensions);
});

test('findings stand with file, place, severity and sentence; exit code 1', async () => {
  const path = file('found.json', changed((it) => {
    it.patterns[0].when = { item: 'a', below: 0 };
    delete it.items[0].source;
  }));
  const catalogue = structuredClone(texts);
  delete catalogue.messages['page.p.title'];
  catalogue.messages['page.q.title'] = 'Nobody reads this';
  const texts_path = file('found.en.json', JSON.stringify(catalogue));
  const { code, out } = await run(['lint', path, '--texts', texts_path]);
  assert.equal(code, 1);
  assert.ok(out.includes(`${path}:/patterns/0/when: error: `));
  assert.ok(out.includes(`${path}:/items/0: warning: `));
  assert.ok(out.includes(`${texts_path}:/messages/page.p.title: error: `));
  assert.ok(out.includes(`${texts_path}:/messages/page.q.title: warning: `));
  assert.match(out, /Errors: 2\. Warnings: 2\. Notes: 0\./);

  const as_json = JSON.parse((await run(['lint', path, '--texts', texts_path, '--json'])).out);
  assert.equal(as_json.schema, 'findings/1');
  assert.deepEqual(as_json.findings.map((each) => each.code),
    ['lint.condition_never', 'lint.source_missing', 'lint.text_missing', 'lint.text_unused']);
  assert.deepEqual([as_json.errors, as_json.warnings, as_json.notes], [2, 2, 0]);
  assert.deepEqual(as_json.dimensions, [{ id: 'clarity', current: { least: 0, most: 100 }, required: { least: 60, most: 80 } }]);
  for (const each of as_json.findings) assert.doesNotMatch(each.sentence, /⟦|\{/);
});

test('a language without a file is a finding; standard input has none beside it', async () => {
  const { code, out } = await run(['lint', '-', '--json'], JSON.stringify(instrument));
  assert.equal(code, 1);
  assert.deepEqual(JSON.parse(out).findings.map((each) => each.code), ['lint.language_missing']);
});

const deep = '['.repeat(10000) + ']'.repeat(10000);
const bad = {
  empty: ['', 'error.json.empty'],
  truncated: [JSON.stringify(instrument).slice(0, 400), 'error.json.unexpected_end'],
  foreign: ['<!doctype html><p>Hello', 'error.json.syntax'],
  'other kind': ['{"schema":"response/1"}', 'error.instrument.not_an_instrument'],
  'newer version': ['{"schema":"instrument/2"}', 'error.instrument.schema_version'],
  'not an object': ['[1,2]', 'error.instrument.not_an_instrument'],
  '10,000 deep': [deep, 'error.json.too_deep'],
  '10,000 deep inside': [changed((it) => { it.patterns[0].when = 'DEEP'; }).replace('"DEEP"', '{"not":'.repeat(10000) + '{}' + '}'.repeat(10000)), 'error.json.too_deep'],
  'duplicate key': [JSON.stringify(instrument).replace('"version"', '"id":"other","version"'), 'error.json.duplicate_key'],
  'wrong types': [changed((it) => { it.items[0].points = 'five'; it.pages = {}; it.version = 1; }), 'error.json.wrong_kind'],
  'zero byte': [`${JSON.stringify(instrument)}\0`, 'error.json.nul_byte'],
  'not UTF-8': [Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'error.json.invalid_utf8'],
  huge: [`${' '.repeat(9 << 20)}{}`, 'error.cli.file_too_large'],
  'too many values': [`[${'0,'.repeat(2 << 20)}0]`, 'error.json.too_many_values'],
  'control and bidi': [changed((it) => { it.items[0].id = 'a\u202eb\u0007<script>'; }), 'error.json.not_an_identifier'],
};
for (const [name, [content, expected]] of Object.entries(bad)) {
  test(`a bad instrument is refused with place and remedy: ${name}`, async () => {
    const path = file(`bad ${name}.json`, content);
    const { code, out, err } = await run(['lint', path, '--json']);
    assert.equal(code, 2);
    assert.equal(out, '');
    const problems = lines(err).map((line) => JSON.parse(line));
    assert.ok(problems.some((each) => each.code === expected), err.slice(0, 1000));
    const spoken = await run(['lint', path]);
    assert.equal(spoken.code, 2);
    assert.equal(lines(spoken.err).length, problems.length);
    for (const line of lines(spoken.err)) assert.ok(line.startsWith(`${path}:`), line);
    assert.doesNotMatch(spoken.err, /[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]|⟦/);
    assert.ok(spoken.err.length < 20000);
  });
}

test('every problem is told at once', async () => {
  const path = file('many.json', changed((it) => {
    it.items[0].points = 'five';
    it.pages[0].questions.push('nobody');
    it.actions[0].effort_days = -1;
    it.extra = true;
  }));
  const { err } = await run(['lint', path, '--json']);
  assert.deepEqual(lines(err).map((line) => JSON.parse(line).where).sort(),
    ['/actions/0/effort_days', '/extra', '/items/0/points', '/pages/0/questions/6']);
});

test('a bad catalogue is refused as well', async () => {
  const path = file('good.json', JSON.stringify(instrument));
  const texts_path = file('bad.en.json', '{"schema":"catalogue/1","language":"en","messages":{"a":"{","b":7}}');
  const { code, err } = await run(['lint', path, '--texts', texts_path]);
  assert.equal(code, 2);
  assert.equal(lines(err).length, 2);
  assert.ok(err.includes(`${texts_path}:/messages/a: `));
});

test('the rules of readiness beside an instrument are looked at too, every problem with its place', async () => {
  const shipped = join(root, 'assets/instruments/leadership-readiness');
  assert.equal(JSON.parse((await run(['lint', 'leadership-readiness', '--json'])).out).errors, 0);
  const read = (name) => readFileSync(join(shipped, name), 'utf8');
  const broken = JSON.parse(read('readiness.json'));
  broken.roles[1].id = 'boss';
  broken.anonymity.minimum_raters = 1;
  delete broken.interest.no;
  const path = folder('rules', { 'instrument.json': read('instrument.json'), 'en.json': read('en.json'), 'readiness.json': JSON.stringify(broken) });
  const { code, out } = await run(['lint', join(path, 'instrument.json')]);
  assert.equal(code, 1);
  for (const where of ['/roles/1/id', '/anonymity/minimum_raters', '/interest/no']) assert.ok(out.includes(`${join(path, 'readiness.json')}:${where}: error: `), where);
  const regretted = JSON.parse(read('readiness.json'));
  regretted.evidence.least_views = 9;
  writeFileSync(join(path, 'readiness.json'), JSON.stringify(regretted));
  const texts_without = JSON.parse(read('en.json'));
  delete texts_without.messages['page.you.lede'];
  writeFileSync(join(path, 'en.json'), JSON.stringify(texts_without));
  const { findings } = JSON.parse((await run(['lint', join(path, 'instrument.json'), '--json'])).out);
  const own = findings.filter((each) => each.code.startsWith('lint.rules_'));
  assert.deepEqual(own.map((each) => [each.code, each.file, each.where]), [
    ['lint.rules_too_many_views', join(path, 'readiness.json'), '/evidence/least_views'],
    ['lint.rules_no_primer', join(path, 'en.json'), '/messages/page.you.lede'],
  ]);
  for (const each of own) assert.doesNotMatch(each.sentence, /⟦|\{/);
  writeFileSync(join(path, 'readiness.json'), '{');
  assert.equal(JSON.parse((await run(['lint', join(path, 'instrument.json'), '--json'])).out).findings.find((each) => each.file.endsWith('readiness.json')).code, 'error.json.unexpected_end');
});
