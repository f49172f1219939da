// velocity-gap flow with a result pack: what somebody turned in the browser is turned here.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { file, lines, root, run } from './program.mjs';
import { problems_of } from './json_schema.mjs';

const schema = JSON.parse(readFileSync(join(root, 'assets/schemas/result_pack.schema.json'), 'utf8'));
const team = JSON.parse(readFileSync(join(root, 'assets/scenarios/team_of_8.json'), 'utf8'));
const name = 'paths.to_team_lead.months_to_ready';
const few = ['--paths', '400', '--json'];

async function pack(pipeline, path = 'turned.json') {
  const response = { schema: 'response/1', instrument: { id: 'leadership-pipeline' }, answers: {} };
  const { out, err } = await run(['report', '--instrument', 'leadership-pipeline', file('response.json', JSON.stringify(response)), '--format', 'pack', '--date', '2026-11-23']);
  assert.equal(err, '');
  return file(path, JSON.stringify({ ...JSON.parse(out), ...(pipeline && { pipeline }) }));
}

async function out(...words) {
  const found = await run(['flow', ...words]);
  assert.deepEqual([found.code, found.err], [0, '']);
  return found.out;
}

test('a pack gives the futures that were turned, and begins where they began', async () => {
  const turned = { [name]: 6 };
  const set = [`${name}=6`];
  for (const scenario of ['team_of_8', team]) {
    const path = await pack({ scenario, turned });
    assert.deepEqual(problems_of(schema, JSON.parse(readFileSync(path, 'utf8'))), []);
    assert.equal(JSON.parse(await out('run', path, ...few)).stages[1].unfilled.mean[5], JSON.parse(await out('run', 'team_of_8', '--set', set[0], ...few)).stages[1].unfilled.mean[5]);
    assert.equal(await out('compare', path, ...few), await out('compare', 'team_of_8', '--set', set[0], ...few), 'before and after');
  }
  const path = await pack({ scenario: 'team_of_8', turned });
  assert.notEqual(await out('run', path, ...few), await out('run', 'team_of_8', ...few));
});

test('the pack of a pack keeps what was turned', async () => {
  const pipeline = { scenario: team, turned: { [name]: 6 } };
  const path = await pack(pipeline);
  const { out: again } = await run(['report', '--instrument', 'leadership-pipeline', path, '--format', 'pack', '--date', '2026-11-23']);
  assert.deepEqual(JSON.parse(again).pipeline, pipeline);
});

test('what has no place is named with it', async () => {
  const told = async (pipeline) => {
    const { code, err } = await run(['flow', 'run', await pack(pipeline), ...few]);
    return [code, ...lines(err).map(JSON.parse).flatMap(({ code: id, where }) => (id ? [`${id} ${where}`] : []))];
  };
  assert.deepEqual(await told(null), [2, 'error.cli.flow_no_pipeline ']);
  assert.deepEqual(await told({ scenario: 'team_of_8', turned: { 'paths.to_moon.retry_months': 2, [name]: 0 } }),
    [2, 'error.flow.unknown_parameter /pipeline/turned/paths.to_moon.retry_months', `error.flow.parameter_range /pipeline/turned/${name}`]);
  assert.deepEqual(await told({ scenario: { ...team, patience_months: -1 }, turned: {} }), [2, 'error.json.out_of_range /pipeline/scenario/patience_months']);
  assert.deepEqual(await told({ scenario: 'team_of_8' }), [2, 'error.json.missing /pipeline/turned']);
});
