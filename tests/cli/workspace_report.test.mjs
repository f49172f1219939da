// cli/workspace_report — the example workspace, rendered section by section in every format, and what a report says of what is
// missing, hidden, hostile or broken.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { made } from './engagement.mjs';
import { problems_of } from './json_schema.mjs';
import { file, root, run } from './program.mjs';

const schema = (name) => JSON.parse(readFileSync(join(root, `assets/schemas/${name}.schema.json`), 'utf8'));
const example = join(root, 'assets/examples/engagement.vgap.json');
const text = readFileSync(example, 'utf8');
const day = ['--date', '2026-11-22'];

async function report(words, input) {
  const { code, out, err } = await run(['report', ...words, ...day], input);
  assert.deepEqual([code, err], [0, '']);
  return out;
}

// A field as a spreadsheet reads it.
function rows(csv) {
  return csv.trimEnd().split('\r\n').map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain));
}

test('the example is what the tool makes of its pieces, and holds', async () => {
  assert.equal(made(), text);
  assert.deepEqual(problems_of(schema('workspace'), JSON.parse(text)), []);
  assert.equal((await run(['workspace', 'check', example])).code, 0);
  assert.equal((await run(['workspace', 'migrate', example])).out, text);
});

test('every section is told, and says that it is made up', async () => {
  const out = await report([example]);
  const sections = ['Summary', 'Responses', 'Readiness of candidates', 'Pipeline', 'Calibration', 'Development and transition projects', 'Plan'];
  assert.deepEqual(out.match(/^## .*/gm), sections.map((each) => `## ${each}`));
  assert.match(out, /^# Leadership pipeline 2026\n\nExample Ltd\n\n\*2026-11-22\*\n\n\*\*What is in here is made up/);
  for (const part of [/2026-11-22 \| 5 \| 4 \| groups of four/, /### Cohort: /, /#### candidate-a/, /### Pipeline metrics on 2026-11-01/, /Growth areas/, /Leads the spring release/, /Write down what a lead/]) {
    assert.match(out, part);
  }
  assert.doesNotMatch(out, /⟦|\{[a-z_]+\}/);
  assert.equal(await report(['-'], text), out);
  assert.deepEqual((await report([example, '--sections', 'plan,summary'])).match(/^## .*/gm), ['## Summary', '## Plan']);
  for (const [language, title] of [['de', /^## Überblick/m], ['fr', /^## Aperçu/m], ['es', /^## Resumen/m]]) {
    const translated = await report([example, '--language', language]);
    assert.match(translated, title);
    assert.doesNotMatch(translated, /⟦|Nothing is shown/);
  }
});

test('JSON is the documents of the single commands', async () => {
  const told = JSON.parse(await report([example, '--format', 'json']));
  assert.deepEqual(problems_of(schema('workspace_report'), told), []);
  const { sections } = told;
  fits('cohort_report', sections.responses[0]);
  fits('readiness', sections.readiness[0]);
  fits('metrics', sections.pipeline);
  fits('calibration_report', sections.calibration[0]);
  const held = JSON.parse(text);
  const lines = (values) => values.map((each) => `${JSON.stringify(each)}\n`).join('');
  const alone = JSON.parse((await run(['cohort', '--by', 'who_answers', '--threshold', '4'], lines(held.responses))).out);
  assert.deepEqual(sections.responses[0].dimensions, alone.dimensions);
  const rated = JSON.parse((await run(['readiness', '--slate', '-'], lines(held.ratings))).out);
  assert.deepEqual(sections.readiness[0], rated);
  const session = JSON.parse((await run(['calibration', 'report', file('session.json', JSON.stringify(held.calibrations[0])), '--json'])).out);
  assert.deepEqual(sections.calibration[0], session);
  function fits(name, value) {
    assert.deepEqual(problems_of(schema(name), value), [], name);
  }
});

test('CSV has a row for every cell of every table, and no formula', async () => {
  const [head, ...cells] = rows(await report([example, '--format', 'csv']));
  assert.deepEqual(head, ['section', 'heading', 'table', 'row', 'column', 'value']);
  for (const row of cells) assert.equal(row.length, 6);
  assert.ok(cells.some(([section, , , row, column, value]) => section === 'Summary' && row === 'People' && column === 'Number' && value === '72'));
  assert.ok(cells.some(([section, , , row, column]) => section === 'Plan' && row.startsWith('Review') && column === 'Who'));
  const hostile = text.replace('"Head of people"', '"=HYPERLINK(\\"x\\")"').replace('Review the pipeline once a month', '@SUM(A1)');
  const out = rows(await report(['-', '--format', 'csv', '--sections', 'plan'], hostile));
  assert.ok(out.some((row) => row[5] === `'=HYPERLINK("x")`));
  assert.ok(out.some((row) => row[3] === `'@SUM(A1)`));
});

test('HTML is one file that asks for nothing, and shows markup as text', async () => {
  const hostile = text.replace('"Example Ltd"', '"<script>alert(1)</script>"').replace('"Head of people"', '"<img src=x onerror=alert(1)>"');
  const out = await report(['-', '--format', 'html'], hostile);
  assert.match(out, /^<!doctype html>\n<html lang="en">/);
  assert.match(out, /default-src 'none'/);
  assert.match(out, /@page/);
  assert.doesNotMatch(out, /<script|<img|https?:/);
  assert.match(out, /&lt;script&gt;alert\(1\)/);
});

test('what is missing is said', async () => {
  const empty = (await run(['workspace', 'new', '--title', 'Nothing yet', ...day])).out;
  const out = await report(['-'], empty);
  for (const what of ['responses', 'ratings', 'people records', 'calibration sessions', 'projects']) assert.match(out, new RegExp(`no ${what} in this workspace`));
  const { sections } = JSON.parse(await report(['-', '--json'], empty));
  assert.deepEqual([sections.responses, sections.readiness, sections.pipeline, sections.calibration, sections.projects, sections.plan], [null, null, null, null, null, null]);
});

test('one more rater changes nothing that is told of the others', async () => {
  const before = JSON.parse(await report([example, '--format', 'json', '--sections', 'readiness'])).sections.readiness[0];
  const rating = JSON.parse(text).ratings.find((each) => each.rater === 'peer-1');
  const more = file('more.json', JSON.stringify({ ...rating, rater: 'peer-4', answers: Object.fromEntries(Object.entries(rating.answers).map(([id, value]) => [id, typeof value === 'number' ? 0 : value])) }));
  const { out } = await run(['workspace', 'add', 'ratings', example, more, ...day]);
  const after = JSON.parse(await report(['-', '--format', 'json', '--sections', 'readiness'], out)).sections.readiness[0];
  assert.deepEqual(after.release, before.release);
  assert.deepEqual(after.candidates.map((each) => each.capabilities), before.candidates.map((each) => each.capabilities));
});

test('a broken log is named, nothing is told from it, and the report ends with 1', async () => {
  const { code, out, err } = await run(['report', '-', ...day], text.replace('led two releases', 'led no releases'));
  assert.equal(code, 1);
  assert.match(err, /\/calibrations\/0\/log\/0\/hash: Entry 1/);
  assert.match(out, /The log of this session does not hold/);
  assert.doesNotMatch(out, /Growth areas/);
});

test('faults of records are told where they stand in the workspace', async () => {
  const { code, err } = await run(['report', '-', '--sections', 'pipeline', ...day], text.replace('["person-01", "IC", "2', '["person-01", "IC", "3'));
  assert.equal(code, 1);
  assert.match(err, /-:\/people\/rows\/0\/2: /);
});

test('bad use is explained; a file is written whole, and never over the workspace', async () => {
  for (const [words, sentence] of [
    [[example, '--sections', 'summary,apendix'], /no section “summary,apendix”.*responses, readiness/],
    [[example, '--format', 'pdf'], /no format “pdf”.*markdown, html, json, csv/],
    [[example, '--output', example], /is the workspace that was read/],
    [[example, '--instrument', 'leadership-pipeline', '--sections', 'plan'], /Only a workspace has sections/],
    [[file('response.json', '{"schema": "response/1"}')], /--instrument/],
  ]) {
    const { code, out, err } = await run(['report', ...words]);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, sentence);
  }
  assert.equal(readFileSync(example, 'utf8'), text);
  const path = file('report.md', 'old');
  assert.equal(await report([example, '--output', path]), '');
  assert.equal(readFileSync(path, 'utf8'), await report([example, '--format', 'md']));
});

test('formats have the same names everywhere', async () => {
  const held = JSON.parse(text);
  const lines = (values) => values.map((each) => `${JSON.stringify(each)}\n`).join('');
  const people = file('people.csv', 'id,stage\n1,IC\n');
  const session = file('session.json', JSON.stringify(held.calibrations[0]));
  for (const [words, input] of [
    [['cohort'], lines(held.responses)], [['readiness', '-'], lines(held.ratings)], [['metrics', people, '--as-of', '2026-11-01'], ''],
    [['calibration', 'report', session], ''], [['report', example, ...day], ''], [['report', '--instrument', 'leadership-pipeline', ...day], JSON.stringify(held.responses[0])],
  ]) {
    const [short, long] = [await run([...words, '--format', 'md'], input), await run([...words, '--format', 'markdown'], input)];
    assert.deepEqual([short.code, short.err], [0, ''], words.join(' '));
    assert.match(short.out, /^# /);
    assert.equal(short.out, long.out);
    for (const [format, beginning] of [['html', /^<!doctype html>/], ['csv', /^[a-z_,]+\r\n/], ['json', /^\{/]]) {
      const { code, out, err } = await run([...words, '--format', format], input);
      assert.equal(code, 0, err);
      assert.match(out, beginning);
    }
  }
});
