// Links in articles that lead out: followed by mouse and by keys, in both skins and in a frame, each in a window of its own
// that knows nothing of this one; only to addresses of the web.

import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers, press, ready, settled, site, skins, takeAssessment, useBrowser, visit } from './browser.mjs';
import { host, takeFramed } from './frames.mjs';
import { byScript } from './visitor.mjs';

const there = 'https://study.invalid/early?of=1';
const row = (...spans) => [[spans]];
const blocks = [
  { kind: 'paragraph', rows: row('As ', ['link', 'a long study of what became of people who had been promoted early', there], ' says.') },
  { kind: 'bullets', rows: row(['link', 'study.invalid', 'https://study.invalid/'], ' twice: ', ['link', 'second', 'https://study.invalid/2']) },
  { kind: 'table', rows: [[['Who'], ['Where']], [['They'], [['link', 'paper', 'https://study.invalid/3']]]] },
  { kind: 'heading', level: 3, rows: row(['link', 'More', 'https://study.invalid/4']) },
];
const names = ['a long study of what became of people who had been promoted early (study.invalid)', 'study.invalid', 'second (study.invalid)', 'paper (study.invalid)', 'More (study.invalid)']
  .map((seen) => `${seen}, opens in a new tab`);

// The shipped articles lead nowhere else yet: those of this site do. The hashes that would refuse them go.
const folder = mkdtempSync(join(tmpdir(), 'velocity-gap-links-'));
after(() => rmSync(folder, { recursive: true }));
cpSync(site, folder, { recursive: true });
function change(path, ...changes) {
  for (const ending of ['br', 'gz']) rmSync(join(folder, `${path}.${ending}`));
  writeFileSync(join(folder, path), changes.reduce((text, one) => one(text), readFileSync(join(folder, path), 'utf8')));
}
const without = (pattern) => (text) => text.replace(pattern, '');
const hashOf = (path) => without(new RegExp(`"${path}":"sha\\d+-[^"]+",?`));
for (const page of ['index.html', 'frame.html']) change(page, without(/ integrity="[^"]*"/g));
for (const script of ['main.js', 'frame.js']) change(script, hashOf('reading.js'));
change('reading.js', hashOf('assets/articles/en.json'));
change('assets/articles/en.json', (text) => {
  const pack = JSON.parse(text);
  return JSON.stringify({ ...pack, articles: pack.articles.map((article) => ({ ...article, blocks })) });
});
const used = useBrowser({ folder });

async function followed(context, act) {
  const [opened] = await Promise.all([context.waitForEvent('page'), act()]);
  await opened.waitForLoadState();
  const found = { url: opened.url(), ...await opened.evaluate(() => ({ opener: window.opener, referrer: document.referrer })) };
  await opened.close();
  return found;
}
const outside = { url: there, opener: null, referrer: '' };

async function toArticle(page) {
  await press(page, 'Show what to read');
  await page.getByRole('button', { name: /^Read it: / }).first().click();
  await page.getByRole('link').first().waitFor();
}

for (const skin of skins) {
  test(`${skin}: each is named, lies where it is seen, and opens by mouse and by keys`, async () => {
    const context = await used.browser.newContext({ viewport: { width: 360, height: 800 } });
    await context.route('https://study.invalid/**', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>There</title>' }));
    const page = await visit(used, { skin, context });
    await ready(page, skin);
    await takeAssessment(page, { ...byScript, answer: answers.mixed });
    await toArticle(page);
    await settled(page);
    const links = page.getByRole('link');
    assert.deepEqual(await links.evaluateAll((all) => all.map((link) => link.getAttribute('aria-label'))), names);
    assert.equal(await page.locator('p:has(> a)').first().textContent().then((text) => text.replace(/\s+/g, ' ')), `As ${names[0].replace(/, opens.*/, '')} says.`);
    assert.deepEqual(await followed(context, () => links.first().click()), outside);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    assert.ok(await links.first().evaluate((link) => link === document.activeElement));
    assert.deepEqual(await followed(context, () => page.keyboard.press('Enter')), outside);
    assert.match(await links.first().evaluate((link) => getComputedStyle(link).outline), /solid 3px/);
    // Broken anew, the words are the same, and the focus stays.
    await page.setViewportSize({ width: 500, height: 800 });
    await settled(page);
    assert.ok(await links.first().evaluate((link) => link === document.activeElement), 'the link keeps the focus');
    await page.done();
    await context.close();
  });
}

test('in a frame they open too, even where it has no origin', async () => {
  const page = await host(used, { body: '<velocity-gap-frame sandbox></velocity-gap-frame>' });
  await takeFramed(page, { ...byScript, answer: answers.mixed });
  await page.frame.getByRole('button', { name: 'Show what to read', exact: true }).click();
  await page.frame.getByRole('button', { name: /^Read it: / }).first().click();
  const link = page.frame.getByRole('link').first();
  const [opened, asked] = await Promise.all([page.context().waitForEvent('page'), page.context().waitForEvent('request', (request) => request.url() === there), link.click()]);
  assert.equal(asked.frame().page(), opened);
  await page.done();
});
