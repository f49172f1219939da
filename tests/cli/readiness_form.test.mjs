// cli/readiness_form — what raters are handed: for each role and language, and what comes back can be read.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lines, root, run } from './program.mjs';

const read = (name) => JSON.parse(readFileSync(join(root, 'assets/instruments/leadership-readiness', name), 'utf8'));
const instrument = read('instrument.json');
const texts = read('en.json').messages;
const form = (...given) => run(['readiness', 'form', ...given]);

test('a role gets the primer, what is shown of it, its questions with their anchors, and the columns to give back', async () => {
  for (const [role, own] of [['self', 'interest'], ['manager', 'performance'], ['peer', null], ['report', null]]) {
    const { code, out, err } = await form('--role', role);
    assert.deepEqual([code, err], [0, '']);
    assert.ok(out.includes('one strength must not lift the rest'), role);
    assert.equal(/at least 3 raters, and words only where at least 5/.test(out), role === 'peer' || role === 'report');
    for (const { id, kind } of instrument.items) {
      assert.ok(out.includes(texts[`question.${id}.ask`].replaceAll("'", "\\'")) || out.includes(texts[`question.${id}.ask`]), id);
      if (kind === 'scale') assert.ok(out.includes(texts[`question.${id}.point.4.anchor`]), id);
    }
    for (const id of ['to_route', 'pr_said']) assert.ok(out.replaceAll('\\', '').includes(`Column ${id}`));
    const asked = ['performance', 'interest'].filter((id) => out.includes(texts[`question.${id}.ask`]));
    assert.deepEqual(asked, own ? [own] : []);
  }
});

test('in every language, as Markdown and as HTML, nothing is left unsaid', async () => {
  const firsts = new Set();
  for (const language of instrument.languages) {
    for (const format of ['markdown', 'html']) {
      const { code, out } = await form('--role', 'peer', '--language', language, '--format', format);
      assert.equal(code, 0);
      assert.doesNotMatch(out, /⟦|readiness\.form/);
      if (format === 'html') assert.ok(out.includes(`<html lang="${language}"`));
      firsts.add(out.slice(0, 400));
    }
  }
  assert.equal(firsts.size, 2 * instrument.languages.length);
});

test('a table of the columns that the form names is read', async () => {
  const { out } = await form('--role', 'peer');
  const names = lines(out).map((line) => line.replace(/^> /, '').replaceAll('\\', '')).find((line) => line.startsWith('candidate,rater,'));
  const cells = names.split(',').map((name) => ({ candidate: 'ana', role: 'peer' })[name] ?? (instrument.items.find((each) => each.id === name)?.kind === 'scale' ? '3' : ''));
  const rows = [1, 2, 3, 4, 5].map((n) => cells.map((cell, at) => (at === 1 ? `r${n}` : cell)).join(','));
  const { code, out: told, err } = await run(['readiness', '-'], [names, ...rows].join('\n'));
  assert.deepEqual([code, err], [0, '']);
  assert.equal(JSON.parse(told).candidates[0].id, 'ana');
});

test('a role that there is not, or none, is refused with those that there are', async () => {
  for (const given of [['--role', 'boss'], []]) {
    const { code, out, err } = await form(...given);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /self, manager, peer, report/);
  }
  assert.equal((await form('--role', 'peer', '--format', 'csv')).code, 2);
});
