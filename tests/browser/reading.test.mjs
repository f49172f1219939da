// The articles: fetched when somebody asks what to read, recommended with a reason, read, searched while one types, left for
// where one was; the same in both skins; what was read is remembered here and erased with the answers.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, mouse, press, ready, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser();
const offers = (page) => page.getByRole('button', { name: /^Read it: / });
const text = (locator) => locator.textContent().then((found) => found.replace(/\s+/g, ' '));
const titles = (page) => page.locator('h3').filter({ hasText: '?' }).allTextContents().then((all) => all.map((each) => each.replace(/\s+/g, ' ')));
const place = (page) => page.evaluate(() => window.scrollY);

async function toResult(page, skin) {
  await ready(page, skin);
  await takeAssessment(page, mouse);
}
async function ask(page) {
  await press(page, 'Show what to read');
  await offers(page).first().waitFor();
  await settled(page);
}
async function opened(page, title) {
  await page.waitForFunction((wanted) => document.querySelector('h1').textContent.replace(/\s+/g, ' ').includes(wanted), title);
  await settled(page);
}
for (const skin of skins) {
  test(`${skin}: fetched when asked for, recommended with reasons, read by keyboard, left for where one was`, async () => {
    const page = await visit(used, { skin });
    await toResult(page, skin);
    const before = page.seen.requests.length;
    await ask(page);
    const fetched = page.seen.requests.slice(before).map(({ url }) => new URL(url).pathname.slice(1));
    assert.deepEqual(fetched.sort(), ['assets/articles/en.json', 'assets/reading/en.json', 'reading.js', 'reading.wasm']);

    const recommended = await titles(page);
    assert.equal(await page.evaluate(() => document.activeElement.textContent.replace(/\s+/g, ' ')), recommended[0], 'the first has the focus of the button that asked');
    assert.equal(recommended.length, 3);
    assert.equal(await page.getByText(/^Because /).count(), 3);
    await offers(page).nth(1).focus();
    await settled(page);
    const left = await place(page);
    assert.ok(left > 500, `${left}`);
    await page.keyboard.press('Enter');
    await opened(page, recommended[1]);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
    assert.ok(await place(page) < 100, `${await place(page)}`);
    assert.match(await text(page.locator('main')), /3 minutes · .*Short answer.*Read next.*Sources/);

    // One further, and two back.
    const next = page.locator('h2', { hasText: 'Read next' }).locator('xpath=..').getByRole('button').first();
    const name = await text(next);
    await next.focus();
    await settled(page);
    const there = await place(page);
    await page.keyboard.press('Enter');
    await opened(page, name);
    await page.getByRole('button', { name: 'Back', exact: true }).first().click();
    await opened(page, recommended[1]);
    assert.ok(Math.abs(await place(page) - there) <= 2, `${await place(page)}, not ${there}`);
    assert.equal(await page.evaluate(() => document.activeElement.textContent.replace(/\s+/g, ' ')), name);
    await page.getByRole('button', { name: 'Back to the result' }).first().click();
    await offers(page).first().waitFor();
    await settled(page);
    assert.ok(Math.abs(await place(page) - left) <= 2, `${await place(page)}, not ${left}`);
    const now = await titles(page);
    assert.notEqual(now[0], recommended[1], 'what was read is no longer first');
    assert.match(await page.evaluate(() => localStorage.getItem('velocity-gap/read/leadership-pipeline')), /^[a-z -]+$/);
    await page.done();
  });

  test(`${skin}: all of them, found while one types`, async () => {
    const page = await visit(used, { skin, width: 360 });
    await toResult(page, skin);
    await ask(page);
    await press(page, 'All articles');
    await opened(page, 'Articles');
    const rows = () => page.locator('button.linklike').filter({ hasText: '?' });
    assert.equal(await rows().count(), 24);
    const field = page.getByRole('searchbox', { name: 'Search the articles' });
    await field.pressSequentially('Feedb');
    await page.getByText(/^\d+ articles$/).waitFor();
    const found = await rows().count();
    assert.ok(found > 1 && found < 24, `${found}`);
    assert.ok(await field.evaluate((element) => element === document.activeElement), 'the field keeps the focus');
    await field.pressSequentially(' zzz');
    await page.getByText('No article has all of these words.').waitFor();
    await field.fill('feedback talk');
    await page.getByText(/^\d+ articles?$/).waitFor();
    const first = await text(rows().first());
    await rows().first().click();
    await opened(page, first);
    await page.getByRole('button', { name: 'Back', exact: true }).first().click();
    await opened(page, 'Articles');
    assert.equal(await field.inputValue(), 'feedback talk');
    assert.equal(await text(rows().first()), first);
    await page.done();
  });
}

test('an article that a language lacks is offered in English and marked as such', async () => {
  const page = await visit(used, { skin: 'document' });
  await toResult(page, 'document');
  await ask(page);
  await press(page, 'All articles');
  await opened(page, 'Articles');
  await api(page, 'setLocale', 'de');
  await opened(page, 'Artikel');
  const foreign = page.locator('button.linklike[lang=en]').filter({ hasText: '?' });
  await foreign.first().waitFor();
  assert.equal(await foreign.count(), 18);
  const name = await text(foreign.first());
  await foreign.first().click();
  await opened(page, name);
  assert.equal(await page.locator('h1').evaluate((element) => element.closest('[lang]').lang), 'en');
  assert.equal(await page.getByText('auf Englisch').first().evaluate((element) => element.closest('[lang]').lang), 'de');
  await page.getByRole('button', { name: 'Zurück', exact: true }).first().click();
  await opened(page, 'Artikel');
  await page.locator('button.linklike:not([lang])').filter({ hasText: '?' }).first().click();
  await page.waitForFunction(() => document.querySelector('h1').closest('[lang]').lang === 'de' && document.querySelector('h1').textContent.includes('?'));
  await page.done();
});

test('what was read is erased with the answers', async () => {
  const page = await visit(used, { skin: 'document' });
  await toResult(page, 'document');
  await ask(page);
  await offers(page).first().click();
  await page.waitForFunction(() => localStorage.getItem('velocity-gap/read/leadership-pipeline'));
  await page.getByRole('button', { name: 'Back to the result' }).first().click();
  await offers(page).first().waitFor();
  await page.getByRole('button', { name: 'Erase my answers' }).first().click();
  await page.getByRole('button', { name: /^Erase|^Yes/ }).last().click();
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.includes('/read/')));
  await page.done();
});

test('articles that do not come are said on the result, and come the next time', async () => {
  const page = await visit(used, { skin: 'document', expectErrors: true });
  await toResult(page, 'document');
  await page.route('**/assets/articles/en.json', (route) => route.abort());
  await press(page, 'Show what to read');
  await page.getByText('could not be fetched').waitFor();
  await page.unroute('**/assets/articles/en.json');
  await ask(page);
  await page.done();
});
