// velocity-gap flow: what it shows of a pipeline's futures, what it refuses, and that the numbers mean what they say.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { file, lines, root, run } from './program.mjs';
import { problems_of } from './json_schema.mjs';

const schema = (name) => JSON.parse(readFileSync(join(root, `assets/schemas/${name}.schema.json`), 'utf8'));
const shipped = (name) => JSON.parse(readFileSync(join(root, `assets/scenarios/${name}.json`), 'utf8'));
const examples = readdirSync(join(root, 'assets/scenarios')).map((name) => name.replace('.json', ''));
const few = ['--paths', '400'];

async function result(...words) {
  const { code, out, err } = await run(['flow', ...words, '--json']);
  assert.deepEqual([code, err], [0, '']);
  return JSON.parse(out);
}

test('each example runs, fits its schema, and is called an example', async () => {
  assert.ok(examples.length >= 4);
  for (const name of examples) {
    const found = await result('run', name, ...few);
    assert.deepEqual(problems_of(schema('flow_result'), found), []);
    assert.deepEqual([found.scenario, found.example, found.futures], [name, true, 400]);
    for (const stage of found.stages) {
      for (const fan of [stage.people, stage.bench, stage.unfilled, stage.demand]) {
        fan.p10.forEach((low, at) => assert.ok(low <= fan.p50[at] && fan.p50[at] <= fan.p90[at]));
      }
      stage.people.mean.forEach((people, m) => assert.ok(people + stage.unfilled.mean[m] >= stage.seats[m] - 1e-6));
    }
    const { code, out } = await run(['flow', 'run', name, ...few]);
    assert.equal(code, 0);
    assert.match(out, /It is no norm/);
    assert.match(out, /± [\d.]+ seat-months stay unfilled/);
  }
});

test('a file, standard input and the example give the same bytes, another seed others', async () => {
  const text = JSON.stringify(shipped('team_of_8'));
  const [one, two, three, other] = await Promise.all([
    run(['flow', 'run', 'team_of_8', '--json', ...few]), run(['flow', 'run', file('team.json', text), '--json', ...few]),
    run(['flow', 'run', '-', '--json', ...few], text), run(['flow', 'run', '-', '--json', ...few, '--seed', '2'], text)]);
  assert.equal(two.out, one.out);
  assert.equal(three.out, one.out);
  assert.notEqual(other.out, one.out);
});

test('the report names the bottleneck, lists what was assumed, in four languages', async () => {
  for (const [language, words] of [['en', /The bottleneck is the way from/], ['de', /Der Engpass ist der Weg von/], ['fr', /Le goulet est le parcours/], ['es', /El cuello de botella es la vía/]]) {
    const { code, out } = await run(['flow', 'run', 'engineering_of_60', '--language', language, '--paths', '1000']);
    assert.equal(code, 0);
    assert.match(out, words);
    const { messages } = JSON.parse(readFileSync(join(root, `assets/locales/${language}.json`), 'utf8'));
    const assumptions = Object.entries(messages).filter(([id]) => id.startsWith('flow.assumption.'));
    assert.equal(assumptions.length, 12);
    for (const [id, text] of assumptions) assert.ok(out.includes(text), id);
  }
});

test('two scenarios are compared in the same futures', async () => {
  const told = await result('compare', 'company_of_400', '--set', 'paths.to_manager.months_to_ready=10', ...few);
  const manager = told.stages.find(({ stage }) => stage === 'manager');
  assert.ok(manager.seat_months.value < -10 * manager.seat_months.error, JSON.stringify(manager));
  const same = await result('compare', 'company_of_400', 'company_of_400', ...few);
  assert.deepEqual(same.all.seat_months, { value: 0, error: 0 });
  const unlike = await run(['flow', 'compare', 'company_of_400', 'team_of_8']);
  assert.deepEqual([unlike.code, unlike.out], [2, '']);
  assert.match(unlike.err, /different stages/);
});

test('each parameter is turned once, the best lever first', async () => {
  const told = await result('sensitivity', 'engineering_of_60', '--paths', '200');
  const found = await result('run', 'engineering_of_60', '--paths', '1');
  assert.deepEqual(told.levers.map(({ parameter }) => parameter).sort(), found.parameters.map(({ parameter }) => parameter).sort());
  const values = told.levers.map(({ seat_months }) => seat_months.value);
  assert.deepEqual(values, [...values].sort((a, b) => a - b));
  assert.match(told.bottleneck.parameter, /months_to_ready$/);
});

test('a sweep walks every place of its grid in the same futures', async () => {
  const words = ['--vary', 'paths.to_team_lead.months_to_ready=20,12,6', '--vary', 'stages.team_lead.external_share_pct=0,50', ...few];
  const { code, out } = await run(['flow', 'sweep', 'team_of_8', ...words]);
  assert.equal(code, 0);
  const rows = lines(out).map((line) => line.trim().split(','));
  assert.equal(rows.length, 1 + 3 * 2);
  assert.deepEqual(rows.slice(1).map((row) => row.slice(0, 2).join()), ['20,0', '20,50', '12,0', '12,50', '6,0', '6,50']);
  const unfilled = rows.slice(1).map((row) => Number(row[2]));
  assert.ok(unfilled[0] > unfilled[2] && unfilled[2] > unfilled[4]);
  const told = await result('sweep', 'team_of_8', ...words);
  assert.deepEqual(told.places.map(({ seat_months }) => seat_months.value), unfilled);
});

test('a critical capability without a transition project is a finding', async () => {
  const { code, err } = await run(['flow', 'check', 'company_of_400']);
  assert.equal(code, 1);
  assert.match(err, /company_of_400:\/capabilities\/0: The strategy needs “Building an organisation in a new market” at Director/);
  assert.deepEqual((({ code: c, out }) => [c, /holds together/.test(out)])(await run(['flow', 'check', 'team_of_8'])), [0, true]);
  assert.match((await run(['flow', 'run', 'company_of_400', ...few])).out, /without a transition project/);
});

test('a spreadsheet gets a row for each series and month', async () => {
  const { code, out } = await run(['flow', 'run', 'team_of_8', '--format', 'csv', ...few]);
  assert.equal(code, 0);
  const rows = lines(out).map((line) => line.trim().split(','));
  assert.ok(rows.every((row) => row.length === rows[0].length));
  // people, bench, unfilled: months 0 to 18; demand at both, supply and gap of the lead: 6 quarters; two sums each; all.
  assert.equal(rows.length, 1 + 2 * 3 * 19 + 6 * 4 + 2 * 2 + 19 + 2);
});

test('what is wrong is told, all of it', async () => {
  const bad = shipped('team_of_8');
  bad.stages[0].people = -1;
  bad.paths[0].to = 'nowhere';
  bad.paths[0].people_share_pct.value = 101;
  bad.later = true;
  const { code, out, err } = await run(['flow', 'run', file('bad.json', JSON.stringify(bad))]);
  assert.deepEqual([code, out], [2, '']);
  for (const place of ['/later', '/stages/0/people', '/paths/0/to', '/paths/0/people_share_pct/value']) assert.ok(err.includes(`bad.json:${place}: `), place);
  for (const [words, message] of [
    [['dance', 'team_of_8'], /none of run, compare/], [['run'], /file/i], [['run', 'team_of_8', '--paths', '0'], /nothing that --paths takes. Give a whole number from 1 to 1000000/],
    [['run', 'team_of_8', '--months', '121'], /--months/], [['run', 'team_of_8', '--months', '6'], /capabilities\/0\/by_month: Month 9 lies after/],
    [['run', 'team_of_8', '--set', 'x'], /sets nothing/], [['run', 'team_of_8', '--set', 'paths.x.y=1'], /There is no parameter “paths.x.y”. There are: paths.to_team_lead.people_share_pct/],
    [['run', 'team_of_8', '--set', 'paths.to_team_lead.months_to_ready=601'], /from 1 to 600/], [['sweep', 'team_of_8'], /--vary/],
    [['sweep', 'team_of_8', '--vary', 'paths.to_team_lead.months_to_ready=1,,2'], /--vary/], [['run', 'team_of_8', '--format', 'xml'], /xml/],
    [['run', 'team_of_8', '--language', 'xx'], /xx/], [['run', 'nowhere.json'], /nowhere\.json/],
    [['run', file('two.json', JSON.stringify({ ...shipped('team_of_8'), schema: 'flow/2' }))], /flow\/2; a pipeline scenario has the schema flow\/1/],
  ]) {
    const refused = await run(['flow', ...words]);
    assert.deepEqual([refused.code, refused.out], [2, ''], words.join(' '));
    assert.match(refused.err, message);
  }
});

test('extremes stay finite and quick', async () => {
  const parameter = (value) => ({ value, source: 'assumed' });
  for (const [people, attrition, months] of [[0, 0, 1], [100_000, 100, 600], [100_000, 0, 1], [3, 100, 1]]) {
    const document = {
      schema: 'flow/1', id: 'x', name: 'x', months: 18,
      stages: Array.from({ length: 60 }, (_, s) => ({
        id: `s${s}`, name: `S${s}`, people, attrition_pct_per_year: parameter(attrition), seats: [{ month: 0, seats: people }], external_share_pct: parameter(50), external_lead_months: parameter(1),
      })),
      paths: Array.from({ length: 59 }, (_, s) => ({ id: `p${s}`, from: `s${s}`, to: `s${s + 1}`, people_share_pct: parameter(100), months_to_ready: parameter(months), submission_success_pct: parameter(100), phases: 12 })),
    };
    const { code, out } = await run(['flow', 'run', '-', '--format', 'csv', '--paths', '3'], JSON.stringify(document));
    assert.equal(code, 0);
    assert.doesNotMatch(out, /nan|inf|-0(?![.\d])/i);
  }
});

test('what records say is filled in, marked as measured, and said where it could not be', async () => {
  const months = (n) => new Date(Date.UTC(2020, n, 15)).toISOString().slice(0, 10);
  const people = ['id,stage,entered,since,left,path_documented'];
  const decisions = ['id,from,to,outcome,submitted,decided,attempt'];
  for (let i = 0; i < 12; ++i) {
    const promoted = i < 7;
    people.push(`p${i},${promoted ? 'Team lead' : 'Contributor'},${months(0)},${promoted ? months(12 + i) : months(0)},${i === 11 ? months(20) : ''},yes`);
    if (promoted) decisions.push(`p${i},Contributor,Team lead,approved,${months(11 + i)},${months(12 + i)},1`);
  }
  const words = ['flow', 'estimate', 'team_of_8', file('people.csv', people.join('\n')), '--decisions', file('decisions.csv', decisions.join('\n')), '--as-of', '2023-01-15'];
  const { code, out, err } = await run(words);
  const found = JSON.parse(out);
  assert.deepEqual(problems_of(schema('flow'), found), []);
  assert.equal(found.stages[0].people, 4);
  assert.equal(found.stages[0].attrition_pct_per_year.source, 'measured');
  assert.deepEqual([found.paths[0].months_to_ready.source, found.paths[0].months_to_ready.n], ['measured', 12]);
  assert.deepEqual(found.paths[0].submission_success_pct, { value: 100, source: 'measured', n: 7 });
  assert.equal(found.paths[0].people_share_pct.source, 'assumed');  // known of four only
  assert.match(err, /paths\.to_team_lead\.people_share_pct could not be measured, of 4/);
  assert.equal(code, 1);
  assert.equal((await run(['flow', 'run', '-', ...few], out)).code, 0);
  assert.equal((await run(words.slice(0, -2))).code, 2);
});
