// cli/readiness — ratings in, candidates out: every fault with its place, the same numbers from either form of input, and
// nobody given away by a second export.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { problems_of } from './json_schema.mjs';
import { file, lines, root, run } from './program.mjs';

const schema = (name) => JSON.parse(readFileSync(join(root, `assets/schemas/${name}.schema.json`), 'utf8'));
const instrument = JSON.parse(readFileSync(join(root, 'assets/instruments/leadership-readiness/instrument.json'), 'utf8'));
const items = instrument.items.filter((each) => each.kind === 'scale').map((each) => each.id);

const rating = (candidate, rater, role, point, extra = {}, more = {}) => ({
  schema: 'rating/1', candidate, rater, instrument: { id: 'leadership-readiness' }, ...more,
  answers: { role, ...Object.fromEntries(items.map((id, i) => [id, Math.min(4, Math.max(0, point + (i % 2)))])), ...extra },
});

const panel = (candidate, point) => [
  rating(candidate, candidate, 'self', 4, { interest: 'yes' }),
  rating(candidate, 'boss', 'manager', point, { performance: 'far_above' }, { pending_promotion: true }),
  ...['a', 'b', 'c', 'd'].map((rater, i) => rating(candidate, rater, 'peer', point - (i % 2), { pr_peer: `${rater} wrote` })),
  ...['x', 'y', 'z'].map((rater) => rating(candidate, rater, 'report', point, { pr_peer: `${rater} wrote` })),
];

const ndjson = (ratings) => ratings.map((each) => `${JSON.stringify(each)}\n`).join('');

function csv(ratings) {
  const names = ['candidate', 'rater', 'pending_promotion', ...new Set(ratings.flatMap((each) => Object.keys(each.answers)))];
  return [names, ...ratings.map((each) => names.map((name) => each[name] ?? each.answers[name] ?? ''))].map((row) => `${row.join(';')}\n`).join('');
}

const result = async (args, input) => {
  const { code, out, err } = await run(['readiness', ...args], input);
  assert.equal(code, 0, err);
  return JSON.parse(out);
};

const slate = [...panel('ana', 3), ...panel('ben', 0)];

test('ratings and result fit their schemas; NDJSON and a table give the same bytes', async () => {
  for (const each of slate) assert.deepEqual(problems_of(schema('rating'), each), []);
  const { out, code } = await run(['readiness', '--slate', '-'], ndjson(slate));
  assert.equal(code, 0);
  assert.deepEqual(problems_of(schema('readiness'), JSON.parse(out)), []);
  assert.equal((await run(['readiness', '--slate', file('slate.csv', csv(slate))])).out, out);
});

test('a candidate who is ready, and one who would be lost twice', async () => {
  const { candidates: [ana, ben], slate: beside } = await result(['--slate'], ndjson(slate));
  assert.equal(ana.status, 'ready_now');
  assert.equal(ana.quadrant, 'high_potential');
  assert.equal(ana.next.project, null);
  assert.equal(ben.status, 'develop_first');
  assert.equal(ben.quadrant, 'performer_not_leader');
  assert.ok(ben.double_loss && !ana.double_loss);
  assert.ok(ben.next.project && ben.next.first_step && ben.next.gaps.length === 3);
  assert.deepEqual(ana.comments[0].texts, ['a', 'b', 'c', 'd', 'x', 'y', 'z'].map((rater) => `${rater} wrote`));
  assert.deepEqual(beside.capabilities[0].order, [{ higher: 'ana', lower: 'ben' }]);
  assert.equal(beside.capabilities[0].reliability.same_raters.raters, 7);
});

test('as a document, in every language, with every number of it said', async () => {
  const path = file('words.csv', csv(slate));
  for (const language of ['en', 'de', 'fr', 'es']) {
    const { code, out, err } = await run(['readiness', '--format', 'markdown', '--language', language, '--slate', path]);
    assert.equal(code, 0, err);
    assert.doesNotMatch(out, /⟦|\{|undefined|NaN/);
    assert.equal(out.split('\n').filter((line) => line.startsWith('## ')).length, 3);
  }
  const { out } = await run(['readiness', '--format', 'markdown', '--language', 'en', '--slate', path]);
  for (const said of ['**Ready now.**', '**Develop first.**', '**Double loss ahead.**', 'ana is above ben', 'manager: 88 (1) · colleagues: 75 (4)', '- c wrote']) {
    assert.ok(out.includes(said), `${said} in:\n${out}`);
  }
  // Few raters: nothing of them is in it, and it says whom to ask.
  const few = await run(['readiness', '--format', 'markdown', '-'], ndjson(panel('ana', 3).slice(0, 4)));
  assert.match(few.out, /\*\*Not enough evidence\.\*\*/);
  assert.match(few.out, /2 raters wait/);
  assert.match(few.out, /Ask at least 1 more: colleagues/);
  assert.doesNotMatch(few.out, /wrote/);
  assert.equal((await run(['readiness', '--format', 'pdf', path])).code, 2);
});

test('only the candidates that are asked for; one that nobody rated is refused', async () => {
  assert.deepEqual((await result(['--candidate', 'ben'], ndjson(slate))).candidates.map((each) => each.id), ['ben']);
  const { code, err } = await run(['readiness', '--candidate', 'eva', '--json'], ndjson(slate));
  assert.equal(code, 2);
  assert.equal(JSON.parse(err).code, 'error.readiness.unknown_candidate');
});

test('one more rater changes nothing that is told; three more do', async () => {
  const first = await run(['readiness', '-'], ndjson(panel('ana', 3)));
  const earlier = file('first.json', first.out);
  const more = (count) => [...panel('ana', 3), ...Array.from({ length: count }, (_, i) => rating('ana', `late${i}`, 'peer', 0, { pr_peer: 'late words' }))];
  const told = ({ candidates: [it], release }) => JSON.stringify([it.capabilities, it.status, it.reasons, it.next, it.comments, release]);
  const before = told(JSON.parse(first.out));
  for (const count of [1, 2]) {
    const after = await result(['--earlier-release', earlier], ndjson(more(count)));
    assert.equal(told(after), before);
    assert.equal(after.candidates[0].waiting, count);
  }
  assert.notEqual(told(await result(['--earlier-release', earlier], ndjson(more(3)))), before);
  // Who is not asked for today is not forgotten.
  const other = await result(['--earlier-release', earlier], ndjson(panel('ben', 2)));
  assert.deepEqual(other.release.candidates.map((each) => each.id), ['ana', 'ben']);
});

test('every fault of the input at once, each with its place; nothing is told', async () => {
  const bad = [
    { ...rating('ana', 'a', 'friend', 2), extra: 1 }, rating('ana', 'b', 'peer', 2, { to_route: 7 }), rating('ana', 'c', 'peer', 2),
    rating('ana', 'c', 'peer', 2), rating('ana', '', 'peer', 2),
  ];
  const { code, out, err } = await run(['readiness', '--json', '-'], `${ndjson(bad)}{"schema"\n`);
  assert.equal(code, 2);
  assert.equal(out, '');
  assert.deepEqual(lines(err).map((line) => JSON.parse(line)).map(({ line, where, code: id }) => [line, where, id.replace('error.', '')]), [
    [1, '/extra', 'json.unknown_key'], [1, '/answers/role', 'response.unknown_option'], [2, '/answers/to_route', 'json.out_of_range'],
    [5, '/rater', 'readiness.no_name'], [6, '6:10', 'json.unexpected_end'], [4, '', 'readiness.rated_twice'],
  ]);
  const table = await run(['readiness', '--json', '-'], 'candidate,rater,role,to_route\nana,a,peer,often\nana,b,,1\n');
  assert.equal(table.code, 2);
  assert.deepEqual(lines(table.err).map((line) => JSON.parse(line)).map(({ where, code: id }) => [where, id.replace('error.', '')]),
    [['2:4', 'json.wrong_kind'], ['3:3', 'readiness.no_role']]);
  for (const empty of ['', '\n\n', 'candidate,rater,role\n']) assert.equal((await run(['readiness', '-'], empty)).code, 2);
});

test('rules of another questionnaire, and a release that is none, are refused', async () => {
  const rules = await run(['readiness', '--rules', file('rules.json', '{"schema":"readiness_rules/1"}'), '-'], ndjson(slate));
  assert.equal(rules.code, 2);
  assert.match(rules.err, /rules\.json:/);
  const release = await run(['readiness', '--earlier-release', file('none.json', '{}'), '--json', '-'], ndjson(slate));
  assert.equal(release.code, 2);
  assert.equal(JSON.parse(release.err).code, 'error.readiness.other_schema');
  const other = await run(['readiness', '--instrument', 'leadership-pipeline', '-'], ndjson(slate));
  assert.equal(other.code, 2);
});
