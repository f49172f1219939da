// velocity-gap calibration: a session from its head to its lock, what is refused, and a log that was tampered with.

import test from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { file, root, run } from './program.mjs';
import { problems_of } from './json_schema.mjs';

const schema = (name) => JSON.parse(readFileSync(join(root, `assets/schemas/${name}.schema.json`), 'utf8'));
const head = {
  schema: 'calibration/1', id: 'autumn', candidates: ['ann', 'bob', 'cem', 'dia'].map((id) => ({ id, from: 'IC', to: 'Lead' })), voters: ['v', 'w'], log: [],
};
const gap = (area) => ({ area, note: 'took the work back twice' });
const step = (area) => ({ area, action: 'hand over one project', sign: 'no rework in May' });
const vote = (by, candidate, verdict) => ({ by, subject: 'vote', candidate, verdict, gaps: verdict === 'not_yet' ? [gap('Delegation')] : [], why: 'seen in spring' });
const decide = (candidate, verdict, areas = []) => ({ by: 'chair', subject: 'decision', candidate, verdict, gaps: areas.map(gap), development: [...areas, 'Scope'].map(step), why: 'agreed' });

async function keep(text, change, second = 0) {
  return run(['calibration', 'keep', file('session.json', text), file('change.json', JSON.stringify(change)), '--at', `2026-11-22T10:00:${String(second).padStart(2, '0')}Z`]);
}

async function session(changes) {
  let text = JSON.stringify(head);
  for (const [second, change] of changes.entries()) {
    const { code, out, err } = await keep(text, change, second);
    assert.deepEqual([code, err], [0, '']);
    text = out;
  }
  return text;
}

const whole = await session([
  vote('v', 'ann', 'ready'), vote('w', 'ann', 'not_yet'), decide('ann', 'ready'), decide('bob', 'not_yet', ['Delegation', 'Feedback']),
  decide('cem', 'not_yet', ['delegation']), decide('dia', 'not_yet', ['Delegation']), decide('ann', 'not_yet', ['Strategy']),
  { by: 'chair', subject: 'lock', why: 'all agreed' },
]);
const verify = (text, ...words) => run(['calibration', 'verify', file('session.json', text), ...words]);

test('a session that was kept holds, and fits its schema', async () => {
  assert.deepEqual(problems_of(schema('calibration'), JSON.parse(whole)), []);
  const { code, out } = await verify(whole);
  assert.equal(code, 0);
  assert.match(out, /8 entries, the session is locked/);
  const told = JSON.parse((await verify(whole, '--json')).out);
  assert.deepEqual(told, { entries: 8, locked: true, hash: JSON.parse(whole).log.at(-1).hash });
  assert.deepEqual(JSON.parse(whole).log[6].old.verdict, 'ready');
});

test('the chain is SHA-256 as anybody can work it out', () => {
  const { log, ...rest } = JSON.parse(whole);
  const sha = (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex');
  let last = sha(rest);
  for (const { hash, ...entry } of log) {
    assert.equal(entry.previous, last);
    assert.equal(hash, sha(entry));
    last = hash;
  }
});

test('what was tampered with is named by its place, and neither reported from nor written to', async () => {
  const document = JSON.parse(whole);
  document.log[3].new.gaps[0].note = 'nothing much';
  const spoiled = JSON.stringify(document);
  for (const what of [['verify'], ['report']]) {
    const { code, out, err } = await run(['calibration', ...what, file('session.json', spoiled)]);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /session\.json:\/log\/3\/hash: Entry 4 is not what was put on record/);
  }
  assert.equal((await keep(spoiled, vote('v', 'dia', 'ready'))).code, 1);
  const cut = { ...JSON.parse(whole), log: JSON.parse(whole).log.slice(0, 5) };
  assert.equal((await verify(JSON.stringify(cut))).code, 0);
  const { code, err } = await verify(JSON.stringify(cut), '--head', JSON.parse(whole).log.at(-1).hash);
  assert.equal(code, 1);
  assert.match(err, /the end was cut off/);
});

test('what must not go on record is refused, and says what to do', async () => {
  const refused = async (text, change, second) => {
    const { code, out, err } = await keep(text, change, second);
    assert.deepEqual([code, out], [2, '']);
    return err;
  };
  const empty = JSON.stringify(head);
  assert.match(await refused(empty, decide('ann', 'not_yet')), /“Not yet” for “ann” names no gap.*Name at least one/);
  assert.match(await refused(empty, { ...decide('ann', 'ready'), why: '' }), /does not say why/);
  assert.match(await refused(whole, decide('ann', 'ready'), 30), /The session is locked/);
  const decided = await session([decide('ann', 'ready')]);
  assert.match(await refused(decided, vote('v', 'ann', 'ready'), 5), /no longer be independent/);
  const bare = await session([{ ...decide('ann', 'ready'), development: [] }]);
  assert.match(await refused(bare, { by: 'chair', subject: 'lock', why: 'late' }, 5), /no development step/);
  assert.match(await refused(empty, { by: 'v', subject: 'vote', candidate: 'ann', verdict: 'maybe', why: 'x' }), /change\.json:\/verdict/);
  assert.equal((await run(['calibration'])).code, 2);
  assert.equal((await run(['calibration', 'lose', 'x'])).code, 2);
});

test('the report has a plan for each person, areas to grow in, and what was changed', async () => {
  const path = file('session.json', whole);
  const report = JSON.parse((await run(['calibration', 'report', path, '--format', 'json'])).out);
  assert.deepEqual(problems_of(schema('calibration_report'), report), []);
  assert.deepEqual(report.areas.map(({ area, people, systemic }) => [area, people, systemic]), [['Delegation', 3, true], ['Strategy', 1, false], ['Feedback', 1, false]]);
  assert.deepEqual(report.areas.map(({ cumulative }) => cumulative), [0.6, 0.8, 1]);
  assert.equal(report.persons[0].decision.changes, 1);
  assert.deepEqual(report.persons[0].votes, { ready: 1, not_yet: 1 });
  const { out } = await run(['calibration', 'report', path]);
  assert.match(out, /## bob: IC → Lead[\s\S]*Gap: \*\*Feedback\*\*\. took the work back twice[\s\S]*\| Feedback \| hand over one project \| no rework in May \|/);
  assert.match(out, /\| Delegation \| 3 \| 75% \| 60% \| systemic gap \|/);
  assert.match(out, /\| chair \| ann \| ready \| not yet \| agreed \|/);
  for (const language of ['de', 'fr', 'es']) {
    const { out: spoken } = await run(['calibration', 'report', path, '--language', language, '--format', 'html']);
    assert.doesNotMatch(spoken, /⟦|\{[a-z_]+\}|calibration\./);
  }
  const bare = await session([{ ...decide('ann', 'ready'), development: [] }]);
  assert.match((await run(['calibration', 'report', file('bare.json', bare)])).out, /No development plan yet/);
});
