// The first screens before the engine: they can be answered while WebAssembly is still on its way; when it comes, nobody
// notices; when it never comes, or the page is killed before, what was answered is kept.

import test from 'node:test';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { answers, api, heading, keyboard, mouse, press, ready, sameText, scored, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser();
const journal = 'velocity-gap/leadership-pipeline/early';
const module = '**/velocity-gap.wasm';

// A browser's context in which WebAssembly comes when it is let go.
async function held(options = {}) {
  const context = await used.browser.newContext({ viewport: { width: 760, height: 700 }, ...options });
  let letGo;
  const gone = new Promise((done) => { letGo = done; });
  await context.route(module, async (route) => {
    await gone;
    await route.continue().catch(() => {});
  });
  return { context, letGo };
}

async function early(page) {
  await page.waitForSelector('#velocity-gap main button');
  await settled(page);
  assert.equal(await page.evaluate(() => 'skin' in document.querySelector('#velocity-gap').velocityGap), false, 'the engine is there');
  return page;
}

const given = async (page) => (await api(page, 'response')).answers;
const kept = (page) => page.evaluate((key) => JSON.parse(localStorage.getItem(key)), journal);
const groups = (page) => page.locator('fieldset');
const radios = (page, group) => groups(page).nth(group).locator('input');
const back = (page) => page.locator('.nav_row > .plain').click();
const checked = (page) => page.locator('input:checked').count();

async function answerPage(page, act, answer) {
  for (let group = 0; group < await groups(page).count(); ++group) {
    const count = await radios(page, group).count();
    await act.choose(page, radios(page, group), answer(group, count));
  }
}

// Every element as it stands, to be compared with what stands later; the canvas breaks lines with elements of its own.
const remember = (page) => page.evaluate(() => {
  const main = document.querySelector('main');
  const all = () => [main, ...main.querySelectorAll('*')].filter((element) => !element.matches('i.br'));
  const before = all();
  const focused = document.activeElement;
  const top = focused.getBoundingClientRect().top;
  const scroll = window.scrollY;
  window.sinceThen = () => {
    const now = all();
    return {
      replaced: before.filter((element, at) => element !== now[at]).length + now.length - before.length,
      focus: document.activeElement === focused,
      moved: Math.abs(focused.getBoundingClientRect().top - top),
      scrolled: Math.abs(window.scrollY - scroll),
    };
  };
});

for (const skin of skins) {
  for (const [name, act] of Object.entries({ mouse, keyboard })) {
    test(`${skin}, ${name}: three screens are answered without the engine, which takes over unnoticed and scores the same`, async () => {
      const { context, letGo } = await held();
      const page = await early(await visit(used, { skin, context }));
      const screens = [await heading(page)];
      await act.press(page);
      await settled(page);
      screens.push(await heading(page));
      assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
      await answerPage(page, act, (group, count) => (group + 1) % count);
      assert.match(await page.locator('.meta').first().textContent(), /^6 of /);
      await act.press(page);
      screens.push(await heading(page));
      assert.equal(new Set(screens).size, 3);
      assert.equal(await page.evaluate(() => scrollY), 0, 'a new screen begins at its top');
      assert.equal(await checked(page), 0);
      await answerPage(page, act, (group, count) => (group + 2) % count);
      // There and back, and another mind.
      await back(page);
      assert.equal(await checked(page), 6);
      await act.choose(page, radios(page, 2), 3);
      await act.press(page);
      const count = await groups(page).count();
      assert.equal(await checked(page), count);
      await act.choose(page, radios(page, count - 1), 0);
      const before = await given(page);
      assert.equal(Object.keys(before).length, 6 + count);

      await remember(page);
      letGo();
      await ready(page, skin);
      await settled(page);
      const { replaced, focus, moved, scrolled } = await page.evaluate(() => window.sinceThen());
      assert.equal(replaced, 0, 'elements were replaced');
      assert.ok(focus, 'the focus moved');
      assert.ok(moved < 1.5, `what has the focus moved by ${moved} px`);
      if (skin === 'document') assert.equal(scrolled, 0);
      assert.deepEqual(await given(page), before);
      assert.equal(await checked(page), count);
      assert.equal(await page.locator('.saved').textContent(), 'Saved in this browser');
      assert.equal(await kept(page), null, 'the draft holds it now');

      await takeAssessment(page, { ...act, answer: answers.mixed });
      const response = await api(page, 'response');
      sameText(await api(page, 'profile'), scored(response));
      for (const question of Object.keys(before).slice(0, 6)) assert.deepEqual(response.answers[question], before[question]);
      await page.close();
      await context.close();
    });
  }
}

test('a page killed after any event before the engine came loses nothing, on the next screens and in the engine', async () => {
  const choose = (group, wanted) => (page) => mouse.choose(page, radios(page, group), wanted);
  const events = [mouse.press, choose(0, 1), choose(0, 2), choose(3, 0), mouse.press, choose(1, 4), back, choose(0, 0), mouse.press];
  for (let count = 1; count <= events.length; ++count) {
    const { context } = await held();
    const page = await early(await visit(used, { context }));
    for (const event of events.slice(0, count)) await event(page);
    const stood = { answers: await given(page), title: await heading(page), checked: await checked(page) };
    const session = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    session.send('Page.crash').catch(() => {});
    await crashed;
    await page.close();

    const again = await early(await visit(used, { context }));
    assert.deepEqual({ answers: await given(again), title: await heading(again), checked: await checked(again) }, stood, `${count} events`);
    await again.close();
    await context.unroute(module);
    const last = await ready(await visit(used, { context }));
    await settled(last);
    assert.deepEqual({ answers: await given(last), title: await heading(last), checked: await checked(last) }, stood, `${count} events`);
    await last.done();
    await context.close();
  }
});

test('where WebAssembly never comes the message stands beside the answers, which are there when it does', async () => {
  const context = await used.browser.newContext();
  await context.route(module, (route) => route.abort());
  const page = await visit(used, { context, expectErrors: true });
  await page.waitForSelector('.vg-failure[role=alert]');
  await mouse.press(page);
  await mouse.choose(page, radios(page, 0), 2);
  assert.equal(await checked(page), 1);
  assert.ok((await page.locator('.vg-failure').textContent()).length > 40);
  const stood = await given(page);
  await context.unroute(module);
  await page.reload();
  await ready(page);
  assert.deepEqual(await given(page), stood);
  await context.close();
});

test('what only the engine can do is done when it has come, once however often it was pressed', async () => {
  const { context, letGo } = await held();
  const page = await early(await visit(used, { context, skin: 'document' }));
  await mouse.press(page);
  await press(page, 'Erase my answers');
  await press(page, 'Erase my answers');
  await press(page, 'Deutsch');
  await mouse.choose(page, radios(page, 0), 1);
  await mouse.press(page);
  const third = await heading(page);
  await mouse.press(page);  // on from here only the engine knows
  assert.equal(await heading(page), third);
  await mouse.choose(page, radios(page, 0), 3);
  letGo();
  await page.waitForFunction(() => document.documentElement.lang === 'de');
  await settled(page);
  assert.equal(await groups(page).count() > 0, true);
  assert.equal(Object.keys(await given(page)).length, 2, 'an answer after the press was lost');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1', 'a turned page has the focus on its heading');
  assert.equal(await page.locator('progress').evaluate((bar) => bar.value), 2);
  await page.done();
  await context.close();
});

test('a choice of the other language, skin or colours shows what the engine will show', async () => {
  for (const [options, query, what] of [
    [{ locale: 'de-CH' }, '', { lang: 'de', toggles: 1 }],
    [{ forcedColors: 'active' }, '', { lang: 'en', toggles: 0 }],
    [{ locale: 'fr' }, '&locale=es', { lang: 'es', toggles: 1 }],
  ]) {
    for (const skin of skins) {
      const { context, letGo } = await held(options);
      const page = await early(await visit(used, { context, skin, query }));
      const texts = () => page.locator('main').evaluate((main) => main.innerText);
      const before = await texts();
      assert.equal(await page.evaluate(() => document.documentElement.lang), what.lang);
      assert.equal(await page.locator('.page_foot .linklike, footer .linklike').first().count(), 1);
      letGo();
      await page.waitForFunction(() => document.querySelector('#velocity-gap').velocityGap?.skin);
      assert.equal((await texts()).replace(/\s+/g, ' '), before.replace(/\s+/g, ' '));
      await page.close();
      await context.close();
    }
  }
});

test('with a draft or answers in the address the engine comes first; a journal that finds no screens becomes a draft', async () => {
  const { context, letGo } = await held();
  const page = await early(await visit(used, { context }));
  await mouse.press(page);
  await mouse.choose(page, radios(page, 0), 1);
  const stood = await given(page);
  await page.close();
  letGo();
  // The address holds answers.
  const linked = await visit(used, { context, query: '#vg=1' });
  await ready(linked);
  assert.equal(await linked.getByRole('button', { name: 'Go on where you were' }).count(), 1);
  assert.equal(await kept(linked), null);
  await press(linked, 'Go on where you were');
  await settled(linked);
  assert.deepEqual(await given(linked), stood);
  await linked.close();
  // A draft is stored.
  await context.unroute(module);
  await context.route(module, () => {});
  const stored = await visit(used, { context });
  await stored.waitForTimeout(300);
  assert.equal(await stored.locator('main').count(), 0);
  await stored.close();
  await context.close();
});

test('a damaged or foreign journal is passed over', async () => {
  for (const text of ['', '{', 'null', '[]', '{"done":[[1,2,3],["x"],7],"asked":"no"}', '{"done":[[5,0],[6,1]],"asked":[7]}', '{"done":[[1302918015,1]]}']) {
    const { context, letGo } = await held();
    await context.addInitScript(([key, value]) => localStorage.setItem(key, value), [journal, text]);
    const page = await early(await visit(used, { context, skin: 'document' }));
    assert.equal(await page.locator('fieldset').count(), 0);
    letGo();
    await ready(page, 'document');
    assert.deepEqual(await given(page), {});
    await page.done();
    await context.close();
  }
});

test('a reader of the page\'s own language waits for no file of screens, another one asks for theirs', async () => {
  for (const [locale, asked] of [['en-GB', []], ['fr-CA', ['first.fr.json']]]) {
    const { context, letGo } = await held({ locale });
    const page = await context.newPage();
    const files = [];
    page.on('request', (request) => files.push(request.url().split('/').at(-1)));
    await page.goto(used.address);
    await early(page);
    assert.equal(await page.evaluate(() => document.documentElement.lang), locale.slice(0, 2));
    assert.deepEqual(files.filter((name) => name.startsWith('first.')), asked);
    letGo();
    await context.close();
  }
});

test('axe finds nothing on the first screens', async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const width of [360, 760]) {
    const { context } = await held({ viewport: { width, height: 800 } });
    const page = await early(await visit(used, { context }));
    await page.evaluate(axe);
    for (let screen = 0; screen < 3; ++screen) {
      const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
      if (await groups(page).count()) await mouse.choose(page, radios(page, 0), 0);
      await mouse.press(page);
      await settled(page);
    }
    await page.close();
    await context.close();
  }
});
