// cli/report — a response becomes a document: every format, every language, every wrong use.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { problems_of } from './json_schema.mjs';
import { file, root, run } from './program.mjs';

const instrument = JSON.parse(readFileSync(join(root, 'assets/instruments/leadership-pipeline/instrument.json'), 'utf8'));
const answers = Object.fromEntries([
  ...instrument.context.map(({ id, options }) => [id, options[Math.min(2, options.length - 1)]]),
  ...instrument.items.map(({ id }, at) => [id, at % 5]).filter((_, at) => at % 9 !== 8),
]);
const response = JSON.stringify({ schema: 'response/1', instrument: { id: instrument.id, version: instrument.version }, answers });
const path = file('response.json', response);
const report = (...words) => run(['report', '--instrument', 'leadership-pipeline', ...words]);

test('each format is written, the same bytes each time', async () => {
  for (const [format, form] of [
    ['markdown', /^# Velocity Gap Assessment\n\n\*2026-11-22\*\n\n## Your velocity gap\n/],
    ['html', /^<!doctype html>\n<html lang="en">/],
    ['csv', /^kind,id,text,state,answer,score,current,low,high,required,gap,share,leverage\r\ndimension,advancement_criteria,/],
    ['calendar', /^BEGIN:VCALENDAR\r\n/],
    ['pack', /^\{"schema":"result_pack\/1"/],
  ]) {
    const [once, twice] = [await report('--format', format, '--date', '2026-11-22', path), await report('--format', format, '--date', '2026-11-22', path)];
    assert.equal(once.code, 0, once.err);
    assert.match(once.out, form);
    assert.equal(once.out, twice.out);
  }
  assert.match((await report(path)).out, /^# Velocity/, 'Markdown is what comes unasked');
});

test('JSON is what score gives, and a result pack makes the same report', async () => {
  const scored = await run(['score', '--instrument', 'leadership-pipeline', '-'], response);
  assert.equal((await report('--format', 'json', path)).out, scored.out);
  assert.equal((await report('--json', path)).out, scored.out);
  const pack = file('pack.json', (await report('--format', 'pack', path)).out);
  const day = ['--date', '2026-11-22'];
  assert.equal((await report(...day, pack)).out, (await report(...day, path)).out);
  const piped = await run(['report', '--instrument', 'leadership-pipeline', ...day], response);
  assert.equal(piped.out, (await report(...day, path)).out);
});

test('the document is in the language that is asked for, wholly', async () => {
  const english = new Set(Object.values(JSON.parse(readFileSync(join(root, 'assets/locales/en.json'), 'utf8')).messages));
  for (const [language, title] of [['de', 'Ihr Velocity Gap'], ['fr', 'Votre Velocity Gap'], ['es', 'Su Velocity Gap']]) {
    const { out, code } = await report('--language', language, '--date', '2026-11-22', path);
    assert.equal(code, 0);
    assert.ok(out.includes(`## ${title}`), out.slice(0, 200));
    const left = out.split('\n').map((line) => line.replace(/^[#>*| -]+/, '')).filter((line) => english.has(line) && line.includes(' '));
    assert.deepEqual(left, []);
  }
});

test('the table of the CSV holds each dimension and question once, with every digit', async () => {
  const rows = (await report('--format', 'csv', path)).out.trimEnd().split('\r\n');
  assert.equal(rows.length, 1 + instrument.dimensions.length + instrument.context.length + instrument.items.length);
  const profile = JSON.parse((await report('--json', path)).out);
  const [first] = profile.dimensions;
  assert.ok(rows[1].endsWith(`,${first.current},${first.low},${first.high},${first.required},${first.gap},,`), rows[1]);
  for (const row of rows) assert.equal(row.replace(/"(?:[^"]|"")*"/g, '').split(',').length, 13, row);
});

const before = JSON.parse(response);
before.answers = Object.fromEntries([
  ...instrument.context.map(({ id, options }) => [id, options[0]]),
  ...instrument.items.map(({ id }, at) => [id, (at + 1) % 4]).filter((_, at) => at % 7 !== 6),
]);
const earlier = file('before.json', JSON.stringify(before));

test('an earlier response is laid over, in every format that shows levels', async () => {
  const day = ['--date', '2026-11-22', '--earlier-date', '2026-03-03'];
  for (const [format, parts] of [
    ['markdown', [/^On 3 March 2026: \d+\. Now: \d+\./m, /^\| Area \| Now \| Need \| Gap \| Before \| Change \|/m, /\| Answer before \|/]],
    ['html', [/<p>On 3 March 2026: \d+\. Now: \d+\./, /<th scope="col">Before<\/th>/]],
    ['csv', [/^kind,.*,leverage,before_state,before_answer,before_score,before_current,before_required,before_gap\r\n/]],
  ]) {
    const alone = await report('--format', format, '--date', '2026-11-22', path);
    const compared = await report('--format', format, ...day, '--earlier', earlier, path);
    assert.equal(compared.code, 0, compared.err);
    for (const part of parts) {
      assert.match(compared.out, part);
      assert.doesNotMatch(alone.out, part);
    }
  }
  const undated = await report('--earlier', earlier, path);
  assert.match(undated.out, /^Earlier: \d+\. Now: \d+\./m);
  const piped = await run(['report', '--instrument', 'leadership-pipeline', '--date', '2026-11-22', '--earlier', '-', path], JSON.stringify(before));
  assert.equal(piped.out, (await report('--date', '2026-11-22', '--earlier', earlier, path)).out);
  assert.equal((await report('--format', 'calendar', ...day, '--earlier', earlier, path)).out,
    (await report('--format', 'calendar', '--date', '2026-11-22', path)).out, 'the plan is for now');
});

test('the comparison as JSON is a member of its own, and fits its schema', async () => {
  const alone = (await report('--json', path)).out.trimEnd();
  const { out } = await report('--json', '--earlier', earlier, '--earlier-date', '2026-03-03', path);
  assert.ok(out.startsWith(`${alone.slice(0, -1)},"comparison":{"date":"2026-03-03",`));
  const profile = JSON.parse(out);
  const schema = JSON.parse((await run(['schema', 'profile'])).out);
  assert.deepEqual(problems_of(schema, profile), []);
  const then = JSON.parse((await report('--json', earlier)).out);
  const { comparison } = profile;
  assert.equal(comparison.index.before, then.index.value);
  assert.ok(Math.abs(comparison.index.change - (profile.index.value - then.index.value)) < 1e-8);
  comparison.dimensions.forEach((dimension, at) => {
    assert.equal(dimension.current, then.dimensions[at].current);
    assert.equal(dimension.gap, then.dimensions[at].gap);
    assert.equal(dimension.required, then.dimensions[at].required);
  });
});

test('wrong use and bad data are said with a remedy, and nothing is written', async () => {
  for (const [words, code, what] of [
    [['--format', 'pdf', path], 2, /no format “pdf”\. Use one of: markdown, html, csv, calendar, json, pack/],
    [['--language', 'it', path], 2, /no texts in the language “it”\. Use one of: /],
    [['--date', '2026-02-30', path], 2, /“2026-02-30” is no day/],
    [[file('foreign.json', '{"schema":"response/1","instrument":{"id":"other","version":"1.0.0"},"answers":{"x":1}}')], 2, /other/],
    [[file('broken.json', '{"schema":')], 2, /broken\.json/],
    [['no-such-file.json'], 2, /cannot be opened/],
    [['--earlier', 'no-such-file.json', path], 2, /cannot be opened/],
    [['--earlier', file('other.json', '{"schema":"response/1","instrument":{"id":"other"},"answers":{}}'), path], 2, /other\.json.*leadership-pipeline/],
    [['--earlier', earlier, '--earlier-date', '3 March', path], 2, /“3 March” is no day/],
    [['--earlier-date', '2026-03-03', path], 2, /Add --earlier/],
    [['--earlier', '-', '-'], 2, /Only one file/],
  ]) {
    const result = await report(...words);
    assert.equal(result.code, code, result.err);
    assert.match(result.err, what);
    assert.equal(result.out, '');
  }
  const without = await run(['report', path]);
  assert.equal(without.code, 2);
  assert.match(without.err, /instrument/);
});
