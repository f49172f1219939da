// cli/earlier — answers to an earlier version: the layout that an author pastes, and what score and report make of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problems_of } from './json_schema.mjs';
import { file, lines, run } from './program.mjs';
import { instrument, response, texts } from './small.mjs';

const layout = async (path) => {
  const { code, out, err } = await run(['lint', '--layout', path]);
  assert.equal(code, 0, err);
  return JSON.parse(out);
};

// The next version: another question, one less, one with more points; it knows the first.
async function later() {
  const entry = await layout(file('first.json', JSON.stringify(instrument)));
  const next = structuredClone(instrument);
  next.version = '2.0.0';
  next.earlier_versions = [entry];
  next.context = next.context.filter(({ id }) => id !== 'note');
  next.items[1].points = 7;
  next.items.push({ id: 'c', dimension: 'clarity', kind: 'scale', points: 5, source: 'book' });
  next.actions[0].moves.push({ item: 'c', points: 1 });
  next.pages[0].questions = ['size', 'places', 'heads', 'a', 'b', 'c'];
  return next;
}
const given = { ...response, instrument: { id: 'small', version: '1.0.0' } };

test('the layout is an entry as the schema has it, and fits what it came from', async () => {
  const next = await later();
  const schema = JSON.parse((await run(['schema', 'instrument'])).out);
  assert.deepEqual(problems_of(schema, next), []);
  assert.deepEqual(next.earlier_versions[0].questions.map(({ id }) => id), ['size', 'places', 'heads', 'note', 'a', 'b']);
  for (const change of [(it) => { it.earlier_versions[0].extra = 1; }, (it) => { it.earlier_versions[0].questions[0].weight = 1; },
    (it) => { it.earlier_versions[0].hash = 'x'; }]) {
    const wrong = structuredClone(next);
    change(wrong);
    assert.notDeepEqual(problems_of(schema, wrong), []);
    assert.equal((await run(['lint', file('wrong.json', JSON.stringify(wrong))])).code, 2);
  }
});

test('what is listed of the past changes no hash', async () => {
  const hash = async (it) => JSON.parse((await run(['lint', '--json', file('hashed.json', JSON.stringify(it))])).out).instrument.hash;
  const next = await later();
  const { earlier_versions: earlier, ...alone } = next;
  assert.equal(earlier.length, 1);
  assert.equal(await hash(next), await hash(alone));
});

test('the linter notes which answers are dropped, and that is no finding to mend', async () => {
  const next = await later();
  const catalogue = structuredClone(texts);
  for (const id of Object.keys(catalogue.messages).filter((each) => each.startsWith('question.note.'))) delete catalogue.messages[id];
  for (const each of ['ask', 'why']) catalogue.messages[`question.c.${each}`] = each;
  for (const point of [0, 1, 2, 3, 4]) catalogue.messages[`question.c.point.${point}.label`] = `${point}`;
  for (const point of [5, 6]) catalogue.messages[`question.b.point.${point}.label`] = `${point}`;
  const { code, out } = await run(['lint', file('noted.json', JSON.stringify(next)), '--texts', file('noted.en.json', JSON.stringify(catalogue))]);
  assert.match(out, /\/earlier_versions\/0\/questions\/5: note: “b” was asked in another form in version 1\.0\.0/);
  assert.match(out, /Errors: 0\. Warnings: 0\. Notes: 1\./);
  assert.equal(code, 0);
});

test('score and report take an earlier version over and say so on standard error', async () => {
  const path = file('later.json', JSON.stringify(await later()));
  const scored = await run(['score', '--instrument', path, '-'], JSON.stringify(given));
  assert.equal(scored.code, 0);
  assert.match(scored.err, /given to version 1\.0\.0 of the questionnaire; 4 of them are taken over to version 2\.0\.0/);
  assert.match(scored.err, /another way now, so the answer is not taken over: b\./);
  assert.match(scored.err, /No longer asked: note\./);
  assert.match(scored.err, /New in this version, so not answered yet: c\./);
  const profile = JSON.parse(scored.out);
  assert.equal(profile.instrument.version, '2.0.0');
  assert.deepEqual(profile.items.map(({ id, state }) => [id, state]), [['a', 'answered'], ['b', 'skipped'], ['c', 'skipped']]);

  const told = await run(['report', '--instrument', path, '--format', 'json', '--texts', file('later.en.json', JSON.stringify(texts)), '-'], JSON.stringify(given));
  assert.equal(told.code, 0, told.err);
  assert.equal(told.out, scored.out);
  assert.equal(lines(told.err).length, 4);

  const as_json = await run(['score', '--json', '--instrument', path, '-'], JSON.stringify(given));
  assert.deepEqual(lines(as_json.err).map((line) => JSON.parse(line).code),
    ['cli.carried.kept', 'cli.carried.changed', 'cli.carried.gone', 'cli.carried.added', undefined]);
});

test('a version that nobody knows is refused with both named', async () => {
  const path = file('known.json', JSON.stringify(await later()));
  for (const version of ['0.5.0', '3.0.0']) {
    const { code, out, err } = await run(['score', '--instrument', path, '-'], JSON.stringify({ ...given, instrument: { id: 'small', version } }));
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.ok(err.includes(version) && err.includes('2.0.0'), err);
  }
});

test('report opens a draft and a pack too', async () => {
  const path = file('saved.json', JSON.stringify(instrument));
  const names = file('saved.en.json', JSON.stringify(texts));
  const report = (text, format = 'json') => run(['report', '--instrument', path, '--texts', names, '--format', format, '-'], text);
  assert.ok(response.id);
  const expected = (await report(JSON.stringify(response))).out;
  const pack = (await report(JSON.stringify(response), 'pack')).out;
  const draft = { schema: 'draft/1', response, place: { screen: 'review' } };
  for (const text of [pack, JSON.stringify(draft)]) {
    const { code, out, err } = await report(text);
    assert.equal(code, 0, err);
    assert.equal(out, expected);
  }
  const { code, err } = await report(expected);
  assert.equal(code, 2);
  assert.match(err, /not the answers behind it/);
});
