// velocity-gap flow --threads: however futures are shared out, every byte is the same.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { file, root, run } from './program.mjs';

const crowd = JSON.parse(readFileSync(join(root, 'assets/scenarios/engineering_of_60.json'), 'utf8'));
crowd.stages[0].people = 5000;

const asked = {
  'run, figures': ['run', 'company_of_400', '--paths', '8500', '--json'],
  'run, a table': ['run', 'team_of_8', '--paths', '3001', '--format', 'csv'],
  'run, a crowd': ['run', file('crowd.json', JSON.stringify(crowd)), '--paths', '2100', '--json'],
  compare: ['compare', 'company_of_400', '--set', 'paths.to_staff.months_to_ready=12', '--paths', '4000', '--json'],
  sensitivity: ['sensitivity', 'team_of_8', '--paths', '2500', '--json'],
  sweep: ['sweep', 'engineering_of_60', '--vary', 'paths.to_team_lead.months_to_ready=20,12,6', '--vary', 'stages.team_lead.external_share_pct=0,50', '--paths', '300'],
};

for (const [name, words] of Object.entries(asked)) {
  test(`${name}: the same bytes in 1, 2, 3 and 8 threads, and in as many as there are`, async () => {
    const [alone, ...together] = await Promise.all([['--threads', '1'], ['--threads', '2'], ['--threads', '3'], ['--threads', '8'], []]
      .map((threads) => run(['flow', ...words, ...threads])));
    assert.deepEqual([alone.code, alone.err], [0, '']);
    assert.ok(alone.out.length > 400);
    for (const each of together) assert.deepEqual(each, alone);
  });
}

test('a number of threads that is none is refused', async () => {
  for (const threads of ['0', '257', '1.5', 'all']) {
    const { code, out, err } = await run(['flow', 'run', 'team_of_8', '--threads', threads]);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /--threads.* 1 to 256/);
  }
});
