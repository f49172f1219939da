// cli/workspace — an engagement's file from its beginning on: what goes in, what is known again, what is refused and where,
// and that nobody's file is ever changed unasked or by half.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { problems_of } from './json_schema.mjs';
import { file, root, run } from './program.mjs';

const schema = JSON.parse(readFileSync(join(root, 'assets/schemas/workspace.schema.json'), 'utf8'));
const day = ['--date', '2026-11-22'];
const response = (id, extra = {}) => ({ schema: 'response/1', ...(id ? { id } : {}), instrument: { id: 'leadership-pipeline' }, answers: { size: 'from_26', ...extra } });
const rating = (rater, point) => ({
  schema: 'rating/1', candidate: 'ana', rater, instrument: { id: 'leadership-readiness' }, answers: { role: 'peer', ...Object.fromEntries(items.map((id) => [id, point])) },
});
const items = JSON.parse(readFileSync(join(root, 'assets/instruments/leadership-readiness/instrument.json'), 'utf8')).items.filter((each) => each.kind === 'scale').map((each) => each.id);
const ndjson = (values) => values.map((each) => `${JSON.stringify(each)}\n`).join('');
const workspace = (words, input) => run(['workspace', ...words], input);

async function good(words, input) {
  const { code, out, err } = await workspace([...words, ...day], input);
  assert.equal(code, 0, err);
  return out;
}

const begun = () => good(['new', '--title', 'Engagement', '--client', 'Acme', '--segment-by', 'who_answers', '--synthetic']);
// A workspace with these pieces, in a file.
async function filled(name, ...pieces) {
  let text = await begun();
  for (const [kind, content, ...words] of pieces) text = await good(['add', kind, '-', file(`piece.${kind}`, content), ...words], text);
  return file(name, text);
}

const people = 'Nr;Stufe;Gehalt;Seit\n1;IC;90000;31.12.2024\n2;Lead;120000;15.1.2025\n';
const session = {
  schema: 'calibration/1', id: 'autumn', candidates: [{ id: 'ana', from: 'IC', to: 'Lead' }], voters: ['v'], log: [],
};

test('one of everything goes in, fits the schema, and is counted', async () => {
  const path = await filled('whole.vgap.json',
    ['responses', ndjson([response('r-1'), response('', { who_answers: 'executive' })])],
    ['ratings', ndjson(['a', 'b', 'c'].map((each) => rating(each, 3)))],
    ['people', people, '--as-of', '2026-10-31', '--map', 'id=Nr'],
    ['promotions', 'id,from,to,submitted,decided,outcome\n1,IC,Lead,2026-01-01,2026-02-01,approved\n'],
    ['targets', JSON.stringify({ schema: 'targets/1', path_coverage_pct: 80 })],
    ['calibration', JSON.stringify(session)],
    ['project', JSON.stringify({ id: 'p-1', person: 'ana', kind: 'transition', action: 'Lead the launch' })],
    ['plan', JSON.stringify([{ id: 'a', action: 'Write the criteria down' }, { id: 'b', action: 'Meet monthly' }])]);
  const text = readFileSync(path, 'utf8');
  assert.deepEqual(problems_of(schema, JSON.parse(text)), []);
  assert.equal((await workspace(['check', path])).code, 0);
  const counts = JSON.parse((await workspace(['list', path, '--json'])).out);
  assert.deepEqual([counts.responses, counts.ratings, counts.candidates, counts.people, counts.promotions, counts.calibrations, counts.projects, counts.plan, counts.publications], [2, 3, 1, 2, 1, 1, 1, 2, 1]);
  assert.match((await workspace(['list', path])).out, /Engagement · Acme · 2026-11-22\n.*made up/);
  // What means nothing to a pipeline stays out of the file.
  assert.doesNotMatch(text, /Gehalt|90000/);
  assert.match(text, /\["1", "IC", "31\.12\.2024"\]/);
  // Written again without a change it is the same bytes.
  assert.equal(await good(['migrate', path]), text);
});

test('what is there already is known again', async () => {
  const pieces = file('twice.ndjson', ndjson([response('r-1'), response('')]));
  const path = await filled('twice.vgap.json', ['responses', readFileSync(pieces, 'utf8')]);
  const { code, out, err } = await workspace(['add', 'responses', path, pieces]);
  assert.equal(code, 0);
  assert.match(err, /Added: 0\. Already there: 2\./);
  assert.equal(out, readFileSync(path, 'utf8'));
  const other = await workspace(['add', 'responses', path, '-'], JSON.stringify(response('r-1', { who_answers: 'executive' })));
  assert.equal(other.code, 2);
  assert.match(other.err, /“r-1” is there already/);
});

test('fields that nobody knows stay, in their places and digits', async () => {
  const text = await begun();
  const strange = text.replace('{\n', '{\n  "\u{1f4bc}": {"n": 12345678901234567890, "m": 1.10, "z": -0},\n').replace('"now": 5', '"why": [1e2], "now": 5');
  const out = await good(['add', 'responses', '-', file('one.json', JSON.stringify({ ...response('r-1'), seen_by: ['x', null] }))], strange);
  assert.match(out, /^\{\n {2}"\u{1f4bc}": \{"n": 12345678901234567890, "m": 1\.10, "z": -0\},\n {2}"schema"/u);
  assert.match(out, /"threshold": \{"why": \[1e2\], "now": 5, "frozen_on": "2026-11-22"\}/);
  assert.match(out, /"seen_by": \["x", null\]/);
});

test('a fault is told where its piece came from; a workspace with one is not loaded', async () => {
  const path = await filled('sound.vgap.json');
  const bad = file('bad.ndjson', ndjson([response('r-1'), { ...response('r-2'), answers: { sizes: 1, size: 7 } }]));
  const told = await workspace(['add', 'responses', path, bad]);
  assert.equal(told.code, 2);
  assert.equal(told.out, '');
  assert.match(told.err, /bad\.ndjson:2:\/answers\/sizes: .*\n.*bad\.ndjson:2:\/answers\/size: /);
  const wrong = file('wrong.vgap.json', JSON.stringify({ schema: 'workspace/1', title: 7, created: 'today', threshold: { now: 0 }, plan: [{}] }));
  for (const words of [['check', wrong], ['list', wrong], ['add', 'responses', wrong, bad]]) {
    const { code, out, err } = await workspace([...words, '--json']);
    assert.equal(code, 2);
    assert.equal(out, '');
    const where = err.trim().split('\n').map((line) => JSON.parse(line).where);
    assert.deepEqual(where, ['/title', '/created', '/threshold/now', '/plan/0/id', '/plan/0/action']);
  }
  for (const [kind, content, sentence] of [
    ['responses', JSON.stringify(session), /calibration\/1, which does not belong to responses/],
    ['responses', '{"schema": "response/1", "instrument": {"id": "mine"}, "answers": {}}', /“mine” neither ships/],
    ['ratings', 'candidate,rater\nana,b\n', /role/],
    ['people', people, /--as-of/],
    ['nonsense', people, /no kind of thing.*responses, ratings/],
  ]) {
    const { code, err } = await workspace(['add', kind, path, file('piece', content)]);
    assert.equal(code, 2);
    assert.match(err, sentence);
  }
});

test('the file that was read is changed only when that is asked for, and never by half', async () => {
  const path = await filled('kept.vgap.json');
  const before = readFileSync(path, 'utf8');
  const one = file('one.json', JSON.stringify(response('r-1')));
  assert.match((await workspace(['add', 'responses', path, one, '--output', path])).err, /--in-place/);
  assert.equal((await workspace(['add', 'responses', path, one, '--output', join(path, 'nowhere')])).code, 2);
  assert.equal((await workspace(['add', 'responses', '-', one, '--in-place'], before)).code, 2);
  assert.equal(readFileSync(path, 'utf8'), before);
  const other = file('other.vgap.json', '');
  assert.equal((await workspace(['add', 'responses', path, one, '--output', other, ...day])).out, '');
  assert.equal((await workspace(['add', 'responses', path, one, '--in-place', ...day])).out, '');
  assert.equal(readFileSync(path, 'utf8'), readFileSync(other, 'utf8'));
  assert.notEqual(readFileSync(path, 'utf8'), before);
  assert.ok(existsSync(path) && !readdirSync(dirname(path)).some((name) => name.endsWith('.part')));
});

test('a frozen threshold changes with a reason, on record', async () => {
  const path = await filled('frozen.vgap.json', ['responses', JSON.stringify(response('r-1'))]);
  assert.match((await workspace(['threshold', path, '--threshold', '8'])).err, /--reason/);
  const { threshold } = JSON.parse(await good(['threshold', path, '--threshold', '8', '--reason', 'small teams']));
  assert.deepEqual(threshold, { now: 8, frozen_on: '2026-11-22', changes: [{ from: 5, to: 8, date: '2026-11-22', reason: 'small teams' }] });
});

test('files from before become a workspace; a newer one is refused; neither is changed', async () => {
  const lines = file('before.ndjson', ndjson([response('r-1'), rating('a', 2), response('r-1')]));
  const before = readFileSync(lines, 'utf8');
  const targets = file('targets.json', JSON.stringify({ schema: 'targets/1' }));
  const { code, out, err } = await workspace(['migrate', lines, targets, ...day]);
  assert.equal(code, 0, err);
  assert.match(err, /from workspace\/0 to workspace\/1: 3 pieces taken in, 1 recognised/);
  assert.deepEqual(problems_of(schema, JSON.parse(out)), []);
  assert.equal(readFileSync(lines, 'utf8'), before);
  assert.match((await workspace(['check', targets])).err, /workspace migrate/);
  assert.equal((await workspace(['migrate', lines, '--in-place'])).code, 2);
  const newer = file('newer.vgap.json', out.replace('workspace/1', 'workspace/12'));
  for (const words of [['check', newer], ['migrate', newer], ['list', newer]]) {
    const refused = await workspace(words);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /version workspace\/12; this program knows workspace\/1/);
  }
});

test('a log that was tampered with is found, and its entry named', async () => {
  const change = { by: 'v', subject: 'vote', candidate: 'ana', verdict: 'ready', why: 'seen in spring' };
  const kept = await run(['calibration', 'keep', file('session.json', JSON.stringify(session)), file('change.json', JSON.stringify(change)), '--at', '2026-11-22T10:00:00Z']);
  const path = await filled('session.vgap.json', ['calibration', kept.out]);
  const altered = file('altered.vgap.json', readFileSync(path, 'utf8').replace('seen in spring', 'heard in spring'));
  const { code, err } = await workspace(['check', altered]);
  assert.equal(code, 1);
  assert.match(err, /\/calibrations\/0\/log\/0\/hash: Entry 1/);
});

test('what no workspace can be is refused at once', async () => {
  for (const [text, sentence] of [
    ['['.repeat(10000) + ']'.repeat(10000), /more than 64 deep/],
    ['{"title": "\\ud800"}', /half of a pair/],
    ['{"title": "\0"}', /zero byte/],
    [`[${'0,'.repeat(4_000_000)}0]`, /more than 4000000 values/],
    [' '.repeat((100 << 20) + 1), /100 MiB/],
    ['', /empty/],
  ]) {
    const { code, err } = await workspace(['check', file('hostile.json', text)]);
    assert.equal(code, 2);
    assert.match(err, sentence);
  }
});
