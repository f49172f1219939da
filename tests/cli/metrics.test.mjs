// velocity-gap metrics: a made-up house of a few hundred people, whose figures a second implementation works out from what
// was made up, not from the files; the forms that files come in; and what is refused.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { file, lines, root, run } from './program.mjs';
import { problems_of } from './json_schema.mjs';

const schema = (name) => JSON.parse(readFileSync(join(root, `assets/schemas/${name}.schema.json`), 'utf8'));
const kMonth = 365.2425 / 12; // days
const kStages = ['IC', 'Lead', 'Manager', 'Director'];
const kBegin = Date.UTC(2021, 0, 1) / 864e5;
const kAsOf = Date.UTC(2026, 0, 1) / 864e5;
const iso = (day) => new Date(day * 864e5).toISOString().slice(0, 10);

// A house in which everything is known: stays are what the figures have to be worked out from.
function house(people) {
  let seed = 20261122;
  const below = (n) => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor((seed / 2 ** 32) * n); };
  const rows = [];
  const decisions = [];
  const stays = [];
  for (let i = 0; i < people; ++i) {
    const id = `p${i}`;
    const track = ['management', 'technical'][below(2)];
    const entered = kBegin + below(1500);
    let level = below(3);
    let since = entered;
    let left = null;
    while (true) {
      const wait = 200 + below(1400);
      const stay = 100 + below(4000);
      const end = Math.min(since + wait, since + stay, kAsOf);
      const place = { stage: kStages[level], months: (end - since) / kMonth, track };
      if (end === kAsOf || level === 3) {
        stays.push({ ...place, months: (kAsOf - since) / kMonth, end: 'there' });
        break;
      }
      if (stay < wait) {
        left = end;
        stays.push({ ...place, end: 'left' });
        break;
      }
      const refused = below(4) === 0;
      const move = { id, from: kStages[level], to: kStages[level + 1] };
      if (refused) decisions.push({ ...move, submitted: end - 90, decided: end - 60, outcome: 'not yet', attempt: 1 });
      decisions.push({ ...move, submitted: end - 30, decided: end, outcome: 'approved', attempt: refused ? 2 : 1 });
      stays.push({ ...place, end: 'promoted' });
      level += 1;
      since = end;
    }
    if (left === null && level < 3 && below(5) === 0) {
      decisions.push({ id, from: kStages[level], to: kStages[level + 1], submitted: kAsOf - 20, decided: null, outcome: 'pending', attempt: 1 });
    }
    rows.push({ id, stage: kStages[level], since, track, path: below(10) < 7, gaps: [true, false, null][below(3)], entered, left, ready: ['building', 'within 12 months', 'ready now'][below(3)] });
  }
  return { rows, decisions, stays };
}

const made = house(400);
const yes = (truth) => (truth === null ? '' : truth ? 'yes' : 'no');
const day = (n) => (n === null ? '' : iso(n));
const peopleTable = (rows, form = day, separator = ',') => [['id', 'stage', 'since', 'track', 'path_documented', 'gaps', 'entered', 'left', 'readiness'].join(separator),
  ...rows.map((r) => [r.id, r.stage, form(r.since), r.track, yes(r.path), yes(r.gaps), form(r.entered), form(r.left), r.ready].join(separator))].join('\n');
const decisionTable = (rows) => ['id,from,to,submitted,decided,outcome,attempt',
  ...rows.map((r) => [r.id, r.from, r.to, day(r.submitted), day(r.decided), r.outcome, r.attempt].join(','))].join('\n');
const stagesFile = () => file('targets.json', JSON.stringify({
  schema: 'targets/1', stages: kStages.map((id) => ({ id })), transitions: [{ from: 'IC', to: 'Lead', months: 36 }],
  critical_roles: [{ id: 'r1', stage: 'Manager' }, { id: 'r2', stage: 'Manager' }],
}));

async function measured(extra = []) {
  const { code, out, err } = await run(['metrics', file('people.csv', peopleTable(made.rows)), '--decisions', file('decisions.csv', decisionTable(made.decisions)),
    '--as-of', iso(kAsOf), '--targets', stagesFile(), '--format', 'json', ...extra]);
  assert.equal(err, '');
  assert.equal(code, 0);
  return JSON.parse(out);
}

const close = (a, b, what) => assert.ok(Math.abs(a - b) < 1e-8, `${what}: ${a} instead of ${b}`);

function wilson(x, n) {
  const z = 1.959963984540054;
  const centre = (x + z * z / 2) / (n + z * z);
  const reach = (z / (n + z * z)) * Math.sqrt((x * (n - x)) / n + z * z / 4);
  return [x / n, centre - reach, centre + reach];
}

// All at once at each time, as a textbook table has it.
function byTime(group) {
  let survival = 1;
  let free = 1;
  let promoted = 0;
  let left = 0;
  return [...new Set(group.map((s) => s.months))].sort((a, b) => a - b).map((t) => {
    const n = group.filter((s) => s.months >= t).length;
    const at = (end) => group.filter((s) => s.months === t && s.end === end).length;
    survival *= 1 - at('promoted') / n;
    promoted += (free * at('promoted')) / n;
    left += (free * at('left')) / n;
    free *= 1 - (at('promoted') + at('left')) / n;
    return { t, survival, promoted, left };
  });
}

test('every figure of a made-up house is what a second implementation says', async () => {
  const result = await measured();
  assert.deepEqual(problems_of(schema('metrics'), result), []);
  assert.deepEqual(result.faults, []);
  const figure = (metric, of, month) => result.figures.find((f) => f.metric === metric && f.month === month && (of === null ? !f.stage && !f.from : f.stage === of || f.from === of));
  const present = made.rows.filter((r) => r.left === null);
  for (const stage of [...kStages, null]) {
    const here = present.filter((r) => stage === null || r.stage === stage);
    for (const [metric, key] of [['path_coverage', 'path'], ['gap_visibility', 'gaps']]) {
      const known = here.filter((r) => r[key] !== null);
      const [value, low, high] = wilson(known.filter((r) => r[key]).length, known.length);
      const f = figure(metric, stage);
      assert.deepEqual([f.n, f.open], [known.length, here.length - known.length]);
      close(f.value, value, metric);
      close(f.low, low, metric);
      close(f.high, high, metric);
      assert.equal(f.meets, value >= 0.7);
    }
    const row = result.stages.find((s) => s.stage === stage);
    assert.deepEqual([row.people, row.building, row.ready_now], [here.length, here.filter((r) => r.ready === 'building').length, here.filter((r) => r.ready === 'ready now').length]);
  }
  for (const from of kStages.slice(0, 3)) {
    const group = made.stays.filter((s) => s.stage === from);
    const table = byTime(group);
    const at = (month) => table.filter((row) => row.t <= month).at(-1);
    const f = figure('promotion_median', from);
    assert.deepEqual([f.n, f.count], [group.length, group.filter((s) => s.end === 'promoted').length]);
    close(f.value, table.find((row) => row.survival <= 0.5).t, 'median');
    assert.ok(f.low <= f.value && f.value <= f.high);
    for (const month of [12, 24, 36]) {
      close(figure('promoted_within', from, month).value, at(month).promoted, 'promoted');
      close(figure('left_within', from, month).value, at(month).left, 'left');
    }
    let area = 0;
    let last = { t: 0, survival: 1 };
    for (const row of [...table.filter((each) => each.t < 36), { t: 36 }]) {
      area += last.survival * (row.t - last.t);
      last = row;
    }
    close(figure('promotion_restricted_mean', from, 36).value, area, 'restricted mean');
    const promoted = group.filter((s) => s.end === 'promoted');
    close(figure('promotion_naive_mean', from).value, promoted.reduce((sum, s) => sum + s.months, 0) / promoted.length, 'naive');
    // Log-rank of two tracks.
    let difference = 0;
    let variance = 0;
    for (const t of new Set(promoted.map((s) => s.months))) {
      const risk = group.filter((s) => s.months >= t);
      const n = risk.length;
      const m = risk.filter((s) => s.track === 'management').length;
      const events = risk.filter((s) => s.months === t && s.end === 'promoted');
      const d = events.length;
      difference += events.filter((s) => s.track === 'management').length - (d * m) / n;
      if (n > 1) variance += (d * m * (n - m) * (n - d)) / (n * n * (n - 1));
    }
    close(figure('waits_by_track', from).value, difference ** 2 / variance, 'log-rank');
    const firsts = made.decisions.filter((d) => d.from === from && d.attempt === 1);
    const decided = firsts.filter((d) => d.outcome !== 'pending');
    const first = figure('first_submission_success', from);
    assert.deepEqual([first.count, first.n, first.open], [decided.filter((d) => d.outcome === 'approved').length, decided.length, firsts.length - decided.length]);
    const ids = new Set(made.decisions.filter((d) => d.from === from).map((d) => d.id));
    const approved = new Set(made.decisions.filter((d) => d.from === from && d.outcome === 'approved').map((d) => d.id));
    const eventual = figure('eventual_success', from);
    assert.deepEqual([eventual.count, eventual.n, eventual.open], [approved.size, approved.size, ids.size - approved.size]);
  }
  close(figure('successor_coverage', null).value, 1, 'successors');
});

test('figures name nobody, and hold in every form', async () => {
  const text = JSON.stringify(await measured());
  assert.doesNotMatch(text, /"p\d/);
  const table = (await run(['metrics', file('people.csv', peopleTable(made.rows)), '--as-of', '2026-01-01', '--format', 'csv'])).out;
  assert.match(table, /^metric,name,stage,to,month/);
  assert.equal(new Set(lines(table.replace(/"[^"]*"/g, '')).map((line) => line.split(',').length)).size, 1);
  for (const language of ['en', 'de', 'fr', 'es']) {
    const { out } = await run(['metrics', file('people.csv', peopleTable(made.rows)), '--decisions', file('decisions.csv', decisionTable(made.decisions)), '--as-of', '2026-01-01', '--language', language]);
    assert.doesNotMatch(out, /⟦|\{[a-z_]+\}|metric\./);
    assert.doesNotMatch(out, /\bp\d+\b/);
  }
});

test('hidden groups cannot be had by subtraction', async () => {
  const rows = made.rows.filter((r) => r.left === null).filter((r, i) => r.stage !== 'Director' || i % 20 === 0).filter((r) => r.stage !== 'Manager' || r.id.endsWith('1'));
  const path = file('few.csv', peopleTable(rows));
  for (const least of [2, 5, 12, 1000]) {
    const { out } = await run(['metrics', path, '--as-of', '2026-01-01', '--format', 'json', '--least-group', String(least)]);
    for (const metric of ['path_coverage', 'gap_visibility']) {
      const figures = JSON.parse(out).figures.filter((f) => f.metric === metric);
      const [all] = figures.filter((f) => !f.stage);
      const shown = figures.filter((f) => f.stage && f.state === 'shown');
      for (const f of shown) assert.ok(f.n >= least);
      if (all.state === 'hidden') continue;
      const rest = all.n - shown.reduce((sum, f) => sum + f.n, 0);
      assert.ok(rest === 0 || rest >= least, `${rest} of ${metric} stay`);
      assert.notEqual(figures.filter((f) => f.state === 'hidden').length, 1);
    }
  }
});

test('the same rows in other files give the same figures', async () => {
  const plain = peopleTable(made.rows);
  const german = (n) => (n === null ? '' : iso(n).split('-').reverse().join('.'));
  const american = (n) => (n === null ? '' : [iso(n).slice(5, 7), iso(n).slice(8), iso(n).slice(0, 4)].join('/'));
  const utf16 = Buffer.from(`\uFEFF${peopleTable(made.rows, german, '\t')}`, 'utf16le');
  const renamed = plain.replace('id,stage,since,track,path_documented,gaps,entered,left,readiness', 'Matricule,Niveau,Depuis,Filière,Parcours documenté,Écarts documentés,Entrée,Sortie,Préparation');
  const ndjson = made.rows.map((r) => JSON.stringify({ id: r.id, stage: r.stage, since: iso(r.since), track: r.track, path_documented: r.path, gaps: r.gaps, entered: iso(r.entered), left: r.left === null ? null : iso(r.left), readiness: r.ready })).join('\n');
  const answer = async (content, extra = []) => {
    const { code, out, err } = await run(['metrics', file('people.any', content), '--as-of', '2026-01-01', '--format', 'json', ...extra]);
    assert.equal(code, 0, err);
    return out;
  };
  const expected = await answer(plain);
  assert.equal(await answer(`\uFEFF${peopleTable(made.rows, german, ';')}`.replaceAll('\n', '\r\n')), expected);
  assert.equal(await answer(peopleTable(made.rows, american)), expected);
  assert.equal(await answer(utf16), expected);
  assert.equal(await answer(Buffer.from(renamed, 'latin1')), expected);
  assert.equal(await answer(ndjson), expected);
  assert.equal(await answer(plain.replace('id,stage', 'Nr,Rang'), ['--map', 'id=Nr', '--map', 'stage=Rang']), expected);
});

test('a preview tells how a file is read', async () => {
  const { code, out } = await run(['metrics', file('de.csv', 'Personalnummer;Stufe;Seit;Notiz\n1;IC;13.02.2024;x\n'), '--preview']);
  assert.equal(code, 0);
  assert.match(out, /encoding utf-8, delimiter ;, days as dmy/);
  assert.match(out, /since: “Seit”, by its name; first row: 13\.02\.2024/);
  assert.match(out, /not used: “Notiz”/);
  const told = JSON.parse((await run(['metrics', file('de.csv', 'Nr;Stufe\n1;IC\n'), '--preview', '--format', 'json', '--map', 'id=Nr'])).out);
  assert.deepEqual(told[0].columns[0], { field: 'id', column: 'Nr', guessed: false });
});

test('every fault is told by row and column, and counted', async () => {
  const { code, out, err } = await run(['metrics', file('bad.csv', 'id,stage,since,left\na,IC,2024-01-01,\na,IC,2024-01-01,\nb,IC,2027-01-01,\nc,IC\nd,IC,2024-01-01,yesterday\n'), '--as-of', '2026-01-01', '--format', 'json']);
  assert.equal(code, 1);
  assert.match(err, /bad\.csv:3:1: “a” stands here again/);
  assert.match(err, /bad\.csv:4:3: 2027-01-01 lies after/);
  assert.match(err, /bad\.csv:5:2: This row has 2 fields/);
  assert.match(err, /bad\.csv:6:4: “yesterday” is no day/);
  const { people, faults } = JSON.parse(out);
  assert.deepEqual(people, { rows: 5, used: 1, left_out: 4 });
  assert.deepEqual(faults.map(({ n }) => n), [1, 1, 1, 1]);
});

test('what is not sure is refused, with a remedy', async () => {
  const refused = async (content, ...words) => {
    const { code, out, err } = await run(['metrics', file('x.csv', content), ...words]);
    assert.deepEqual([code, out], [2, '']);
    return err;
  };
  assert.match(await refused('id,stage,since\n1,IC,03/04/2024\n', '--as-of', '2026-01-01'), /x\.csv:2:3: .*--dates dmy or --dates mdy/);
  assert.match(await refused('id,stage\n1,IC\n'), /--as-of/);
  assert.match(await refused('who,stage\n1,IC\n', '--as-of', '2026-01-01'), /--map id=COLUMN/);
  assert.match(await refused('id,level,grade\n1,IC,2\n', '--as-of', '2026-01-01'), /Both “level” and “grade” could be “stage”/);
  assert.match(await refused('id,stage\n1,IC\n', '--as-of', '2026-01-01', '--map', 'id=Nr'), /no column “Nr”/);
  assert.match(await refused('id,stage\n1,IC\n', '--as-of', '2026-01-01', '--format', 'pdf'), /no format “pdf”/);
  assert.match(await refused('id,stage\n1,IC\n', '--as-of', '2026-01-01', '--least-group', '0'), /no size of a group/);
  assert.match(await refused('id,stage\n1,IC\n', '--as-of', '2026-01-01', '--targets', file('t.json', '{"schema":"targets/2"}')), /a file of targets has the schema targets\/1/);
  assert.match(await refused(`id,stage\n${Array.from({ length: 501 }, (_, i) => `${i},s${i}`).join('\n')}\n`, '--as-of', '2026-01-01'), /501 different stages/);
  assert.equal((await run(['metrics', file('x.csv', 'id,stage,since\n1,IC,03/04/2024\n'), '--as-of', '2026-01-01', '--dates', 'mdy'])).code, 0);
  assert.equal((await run(['metrics'])).code, 2);
});

test('targets fit their schema', () => {
  const targets = { schema: 'targets/1', stages: [{ id: 'IC', level: 0 }], path_coverage_pct: 80, critical_roles: [{ id: 'r', stage: 'IC' }] };
  assert.deepEqual(problems_of(schema('targets'), targets), []);
  assert.notDeepEqual(problems_of(schema('targets'), { ...targets, other: 1 }), []);
});
