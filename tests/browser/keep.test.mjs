// The files one can keep hold exactly the result and the answers; a saved draft can be loaded again.

import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { api, mouse, press, ready, sameText, scored, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser();

async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, name)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('result and answers are saved byte for byte', async () => {
  const page = await ready(await visit(used));
  await takeAssessment(page, mouse);
  const result = await saved(page, 'Save the result');
  assert.equal(result.name, 'leadership-pipeline-result.json');
  assert.equal(result.text, await api(page, 'profile'));
  const answers = await saved(page, 'Save my answers');
  assert.equal(answers.name, 'leadership-pipeline-answers.json');
  const pack = JSON.parse(answers.text);
  assert.match(pack.engine, /^\d+\.\d+\.\d+$/);
  assert.deepEqual({ ...pack, schema: 'response/1', engine: undefined }, { ...await api(page, 'response'), engine: undefined });
  sameText(scored(pack), result.text);
  const report = await saved(page, 'Save a report');
  const today = await page.evaluate(() => new Intl.DateTimeFormat('sv').format());
  assert.equal(report.name, 'leadership-pipeline-report.html');
  const { stdout } = spawnSync(process.env.VGAP_CLI ?? 'build/native/velocity-gap',
    ['report', '--instrument', 'leadership-pipeline', '--format', 'html', '--language', 'en', '--date', today, '-'], { input: answers.text, encoding: 'utf8' });
  sameText(report.text, stdout);
  const calendar = await saved(page, 'Plan for my calendar');
  assert.equal(calendar.name, 'leadership-pipeline-plan.ics');
  const days = [...calendar.text.matchAll(/^DTSTART;VALUE=DATE:(\d{8})\r$/gm)].map(([, day]) => day);
  const shown = await page.locator('.column li').count();
  assert.equal(days.length, shown);
  assert.ok(days.every((day) => day >= today.replaceAll('-', '')), days.join());
  await page.done();
});

test('a draft taken from one page goes on in another; a foreign one is refused with its place', async () => {
  const page = await ready(await visit(used));
  await mouse.press(page);
  await mouse.choose(page, page.locator('fieldset').first().locator('input'), 2);
  const draft = await api(page, 'draft');
  await page.done();
  const other = await ready(await visit(used));
  const [problem] = await api(other, 'load', draft.slice(0, -2));
  assert.match(problem.sentence, /ends too early/);
  assert.equal(await api(other, 'load', draft), null);
  await press(other, 'Go on where you were');
  assert.ok(await other.locator('fieldset').first().locator('input').nth(2).isChecked());
  await other.done();
});
