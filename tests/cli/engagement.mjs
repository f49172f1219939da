// cli/engagement — the example workspace, put together by the command line tool from pieces that are made up, the same every time.
//
// In      nothing
// Out     made() -> the text of assets/examples/engagement.vgap.json; run as a program it prints that text
// Tested  tests/cli/workspace_report.test.mjs, which holds it against the file

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = resolve(process.env.VGAP_CLI ?? join(root, 'build/native/velocity-gap'));
const day = ['--date', '2026-11-22'];

function numbers(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const questions = (id) => JSON.parse(readFileSync(join(root, `assets/instruments/${id}/instrument.json`), 'utf8'));
const lines = (values) => values.map((each) => `${JSON.stringify(each)}\n`).join('');

function responses() {
  const below = numbers(1);
  const { items, context } = questions('leadership-pipeline');
  const roles = context.find((each) => each.id === 'who_answers').options;
  return lines(Array.from({ length: 96 }, (_, n) => ({
    schema: 'response/1', id: `response-${String(n + 1).padStart(3, '0')}`, instrument: { id: 'leadership-pipeline' },
    answers: {
      size: 'from_26', who_answers: roles[n % roles.length],
      ...Object.fromEntries(items.filter((each) => each.kind === 'scale').map((each) => [each.id, Math.min(each.points - 1, 1 + below(3) + (n % roles.length === 1 ? below(2) : 0))])),
    },
  })));
}

function ratings() {
  const below = numbers(2);
  const items = questions('leadership-readiness').items.filter((each) => each.kind === 'scale').map((each) => each.id);
  const rated = (candidate, rater, role, level, extra = {}) => ({
    schema: 'rating/1', candidate, rater, instrument: { id: 'leadership-readiness' },
    answers: { role, ...extra, ...Object.fromEntries(items.map((id) => [id, Math.max(0, Math.min(4, level + below(2)))])) },
  });
  return lines([['candidate-a', 3], ['candidate-b', 2], ['candidate-c', 1]].flatMap(([candidate, level]) => [
    rated(candidate, candidate, 'self', level + 1, { interest: 'yes' }), rated(candidate, 'manager-1', 'manager', level, { performance: 'above' }),
    ...[1, 2, 3].map((n) => rated(candidate, `peer-${n}`, 'peer', level)), ...[1, 2, 3].map((n) => rated(candidate, `report-${n}`, 'report', level)),
  ]));
}

function records() {
  const below = numbers(3);
  const date = (year, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const people = ['id,stage,since,track,path_documented,gaps_documented,entered,left,readiness'];
  const decisions = ['id,from,to,submitted,decided,outcome,attempt'];
  for (let n = 1; n <= 72; ++n) {
    const id = `person-${String(n).padStart(2, '0')}`;
    const entered = date(2021 + below(3), below(12));
    const rose = n % 3 === 0;
    const moved = 2024 + below(2);
    const since = rose ? date(moved, 5) : entered;
    const left = n % 17 === 0 ? date(2026, 5) : '';
    people.push([id, rose ? 'Lead' : 'IC', since, ['technical', 'management'][below(2)], ['yes', 'no', 'yes', ''][below(4)], ['yes', 'no'][below(2)], entered, left, ['ready now', 'within 12 months', 'building'][below(3)]].join(','));
    if (rose) decisions.push([id, 'IC', 'Lead', date(moved, 3), date(moved, 5), 'approved', 1].join(','));
    else if (n % 7 === 0) decisions.push([id, 'IC', 'Lead', date(2026, 1), date(2026, 2), 'not yet', 1].join(','));
  }
  return { people: `${people.join('\n')}\n`, promotions: `${decisions.join('\n')}\n` };
}

const targets = {
  schema: 'targets/1', stages: [{ id: 'IC', level: 0 }, { id: 'Lead', level: 1 }], path_coverage_pct: 80, gap_visibility_pct: 70,
  transitions: [{ from: 'IC', to: 'Lead', months: 24 }],
};

const session = { schema: 'calibration/1', id: 'autumn-2026', candidates: ['a', 'b', 'c', 'd'].map((each) => ({ id: `candidate-${each}`, from: 'IC', to: 'Lead' })), voters: ['manager-1', 'manager-2'], log: [] };

function changes() {
  const gap = { area: 'Delegation', note: 'took the launch back in week three' };
  const step = { area: 'Delegation', action: 'hands the next release to two colleagues', sign: 'no work comes back by March' };
  return [
    { by: 'manager-1', subject: 'vote', candidate: 'candidate-a', verdict: 'ready', why: 'led two releases' },
    { by: 'manager-2', subject: 'vote', candidate: 'candidate-b', verdict: 'not_yet', gaps: [gap], why: 'seen in spring' },
    { by: 'manager-1', subject: 'decision', candidate: 'candidate-a', verdict: 'ready', development: [{ ...step, area: 'Strategy', action: 'drafts the plan for next year' }], why: 'agreed' },
    ...['b', 'c', 'd'].map((each) => ({ by: 'manager-1', subject: 'decision', candidate: `candidate-${each}`, verdict: 'not_yet', gaps: [gap], development: [step], why: 'agreed' })),
    { by: 'manager-1', subject: 'lock', why: 'all decided' },
  ];
}

const projects = [
  { id: 'project-1', person: 'candidate-b', kind: 'transition', area: 'Delegation', action: 'Leads the spring release through two colleagues', sign: 'No work comes back', from: 'IC', to: 'Lead', start: '2026-12-01', review: '2027-03-01', status: 'planned' },
  { id: 'project-2', person: 'candidate-c', kind: 'development', area: 'Feedback', action: 'Gives each colleague one observation a week', sign: 'Colleagues name one thing they changed', start: '2026-12-01', review: '2027-02-01', status: 'running' },
];

const plan = [
  { id: 'step-1', action: 'Write down what a lead has to be able to do', owner: 'Head of people', horizon: 'week', due: '2026-11-27', sign: 'Three leads agree with it', status: 'running' },
  { id: 'step-2', action: 'Review the pipeline once a month', owner: 'Executive team', horizon: 'quarter', due: '2027-01-31', status: 'planned' },
];

export function made() {
  const folder = mkdtempSync(join(tmpdir(), 'velocity-gap-engagement-'));
  const path = join(folder, 'engagement.vgap.json');
  const run = (...words) => execFileSync(cli, words, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'ignore'] });
  const write = (name, content) => {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    return join(folder, name);
  };
  const add = (kind, name, content, ...words) => run('workspace', 'add', kind, path, write(name, content), '--in-place', ...day, ...words);
  try {
    run('workspace', 'new', '--title', 'Leadership pipeline 2026', '--client', 'Example Ltd', '--segment-by', 'who_answers', '--synthetic', '--output', path, ...day);
    add('responses', 'responses.ndjson', responses());
    add('ratings', 'ratings.ndjson', ratings());
    const { people, promotions } = records();
    add('people', 'people.csv', people, '--as-of', '2026-11-01');
    add('promotions', 'promotions.csv', promotions);
    add('targets', 'targets.json', targets);
    let kept = JSON.stringify(session);
    for (const [second, change] of changes().entries()) {
      kept = run('calibration', 'keep', write('session.json', kept), write('change.json', change), '--at', `2026-11-20T10:00:0${second}Z`);
    }
    add('calibration', 'session.json', kept);
    add('project', 'projects.json', projects);
    add('plan', 'plan.json', plan);
    run('workspace', 'threshold', path, '--threshold', '4', '--reason', 'groups of four agreed to be shown', '--in-place', ...day);
    return readFileSync(path, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(made());
