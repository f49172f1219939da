// cli/score — one response: where it may come from, and every way in which it can be wrong.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, lines, run } from './program.mjs';
import { instrument, response, texts } from './small.mjs';

const instrument_path = file('instrument.json', JSON.stringify(instrument));
const score = (input, ...more) => run(['score', '--instrument', instrument_path, ...more], input);
const with_answers = (answers) => JSON.stringify({ ...response, answers });

test('a response gives one line of profile/1', async () => {
  const { code, out, err } = await score(JSON.stringify(response));
  assert.equal(err, '');
  assert.equal(code, 0);
  assert.equal(lines(out).length, 1);
  const profile = JSON.parse(out);
  assert.equal(profile.schema, 'profile/1');
  assert.equal(profile.id, 'r-1');
  assert.match(profile.instrument.hash, /^[0-9a-f]{64}$/);
  // a: 25, b: 100 - 25; required 60 + 20
  assert.equal(profile.dimensions[0].current, 50);
  assert.equal(profile.dimensions[0].required, 80);
  assert.equal(profile.index.value, 37.5);
  assert.deepEqual(profile.patterns[0], { id: 'low', state: 'found', evidence: ['a'] });
});

test('the same result from file, standard input, pretty-printed, with CRLF and byte order mark', async () => {
  const { out } = await score(JSON.stringify(response));
  const pretty = JSON.stringify(response, null, 2);
  assert.equal((await score('', file('one.json', JSON.stringify(response)))).out, out);
  assert.equal((await score('', file('pretty.json', pretty))).out, out);
  assert.equal((await score(pretty, '-')).out, out);
  assert.equal((await score(`\ufeff${pretty.replaceAll('\n', '\r\n')}\r\n`)).out, out);
  assert.equal((await score(`\n\n  \n${pretty}\n\n`)).out, out);
});

test('the instrument may come from standard input', async () => {
  const path = file('other.json', JSON.stringify(response));
  const { code, out } = await run(['score', '--instrument', '-', path], JSON.stringify(instrument));
  assert.equal(code, 0);
  assert.equal(out, (await score(JSON.stringify(response))).out);
});

test('an instrument that ships is found by name', async () => {
  const { code, out } = await run(['score', '--instrument', 'leadership-pipeline'],
    '{"schema":"response/1","instrument":{"id":"leadership-pipeline"},"answers":{}}');
  assert.equal(code, 0);
  assert.equal(JSON.parse(out).index.value, null);
});

test('--levels explains levels, --text writes for reading', async () => {
  const { out } = await score(JSON.stringify(response), '--levels');
  assert.deepEqual(JSON.parse(out).dimensions[0].levels.map((each) => each.kind), ['current', 'required']);
  const texts_path = file('en.json', JSON.stringify(texts));
  const spoken = await score(JSON.stringify(response), '--text', '--texts', texts_path);
  assert.match(spoken.out, /Response r-1\nVelocity gap index 37\.5 \(between 37\.5 and 37\.5\): band\.lagging name/);
  assert.match(spoken.out, /dimension\.clarity name +50 +80 +30/);
  assert.match(spoken.out, /pattern\.low name/);
  assert.match(spoken.out, /This week\n {2}action\.mend do \(closes [\d.]+\)/);
  const german = await run(['score', '--instrument', instrument_path, '--text'], JSON.stringify(response), { LC_ALL: 'de_DE.UTF-8' });
  assert.equal(german.code, 0);
  assert.doesNotMatch(german.out, /⟦/);
});

const deep = '['.repeat(10000) + ']'.repeat(10000);
const bad = {
  truncated: [JSON.stringify(response).slice(0, 90), ['error.json.unexpected_end 1:']],
  'truncated, several lines': [JSON.stringify(response, null, 2).slice(0, 90), ['error.json.unexpected_end 7:7']],
  foreign: ['Name;Score\nAda;7\n', ['error.json.syntax 1:1']],
  empty: ['', ['error.cli.no_responses ']],
  blank: ['\n\r\n  \n', ['error.cli.no_responses ']],
  'not an object': ['7', ['error.json.wrong_kind ']],
  'other kind': [JSON.stringify({ ...response, schema: 'draft/1' }), ['error.response.other_schema /schema']],
  '10,000 deep': [with_answers('DEEP').replace('"DEEP"', deep), ['error.json.too_deep /answers']],
  'duplicate key': [with_answers({ a: 1 }).replace('"a":1', '"a":1,"a":2'), ['error.json.duplicate_key /answers/a']],
  'wrong types': [with_answers({ a: 'high', size: 3, places: 'here', heads: [], note: 5 }), [
    'error.json.wrong_kind /answers/a', 'error.json.wrong_kind /answers/heads', 'error.json.wrong_kind /answers/note',
    'error.json.wrong_kind /answers/places', 'error.json.wrong_kind /answers/size']],
  'out of range': [with_answers({ a: 5, b: -1, heads: 501 }), [
    'error.json.out_of_range /answers/a', 'error.json.out_of_range /answers/b', 'error.json.out_of_range /answers/heads']],
  'not whole': [with_answers({ a: 1.5 }), ['error.json.not_a_whole_number /answers/a']],
  'unknown items': [with_answers({ a: 1, zz: 2, '<b>': 3 }), [
    'error.response.unknown_question /answers/<b>', 'error.response.unknown_question /answers/zz']],
  'unknown option': [with_answers({ size: 'huge' }), ['error.response.unknown_option /answers/size']],
  'no answer that is not offered': [with_answers({ b: { no_answer: 'dont_know' } }), ['error.response.no_answer_not_allowed /answers/b']],
  'text too long': [with_answers({ note: 'x'.repeat(21) }), ['error.response.text_too_long /answers/note']],
  'other instrument': [JSON.stringify({ ...response, instrument: { id: 'large' } }), ['error.response.other_instrument /instrument/id']],
  'other version': [JSON.stringify({ ...response, instrument: { id: 'small', version: '0.9.0' } }), ['error.response.other_version /instrument/version']],
  'other hash': [JSON.stringify({ ...response, instrument: { id: 'small', hash: 'f'.repeat(64) } }), ['error.response.other_hash /instrument/hash']],
  huge: [with_answers({ note: 'x'.repeat(2 << 20) }), ['error.cli.line_too_long ']],
  'lone surrogate': [with_answers({ note: '\ud800' }), ['error.json.lone_surrogate 1:']],
};
for (const [name, [input, expected]] of Object.entries(bad)) {
  test(`a bad response is refused with place and remedy: ${name}`, async () => {
    const { code, out, err } = await score(input, '--json');
    assert.equal(code, 2);
    assert.equal(out, '');
    const told = lines(err).map((line) => JSON.parse(line));
    const summary = told.pop();
    assert.deepEqual(summary, { responses: 1, scored: 0, refused: 1 });
    const found = told.map((each) => `${each.code} ${each.where}`).sort();
    assert.equal(found.length, expected.length, err.slice(0, 1000));
    expected.forEach((each, i) => assert.ok(found[i].startsWith(each), `${found[i]} is not ${each}`));
    for (const each of told) assert.match(each.sentence, /\. .*\.$|\?.*\.$/, 'says what is wrong and what to do');
    const spoken = await score(input);
    assert.equal(lines(spoken.err).length, expected.length);
    assert.ok(spoken.err.length < 5000);
  });
}

test('both versions are named', async () => {
  const { err } = await score(JSON.stringify({ ...response, instrument: { id: 'small', version: '0.9.0' } }));
  assert.match(err, /0\.9\.0.*1\.0\.0/);
});

test('markup, control and bidi characters cannot touch the terminal', async () => {
  const hostile = '\u001b[31m\u202e<script>\u0007\u2066';
  const { err } = await score(JSON.stringify({ ...response, answers: { [hostile]: 1, size: hostile } }));
  assert.match(err, /<script>/);
  assert.doesNotMatch(err, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  const kept = await score(JSON.stringify({ ...response, id: hostile, answers: { note: hostile } }));
  assert.equal(kept.code, 0);
  assert.equal(JSON.parse(kept.out).id, hostile, 'an id is copied as it is');
  const read = await score(JSON.stringify({ ...response, id: hostile }), '--text');
  assert.doesNotMatch(read.out, /[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
});
