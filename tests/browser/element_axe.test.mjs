// The element and the frame in an article of somebody else's: axe finds nothing on any kind of screen, in both skins, and
// the whole is one page: one main part, one first heading, and no level of headings passed over.

import test from 'node:test';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { skins } from './browser.mjs';
import { host } from './frames.mjs';
import { answerAll, frames, open, ready, tag, useHost } from './strangers/host.mjs';

const used = useHost();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const ofWholePages = ['landmark-one-main', 'page-has-heading-one'];  // in a frame, the page around has them

const article = { open: '<article><h2>Where leaders come from</h2><p>Words.</p><section aria-label="Assessment">', close: '</section><h2>Further on</h2><p>Words.</p><h3>Deeper</h3><p>Words.</p></article>' };

// where: a page or a frame; page by page, since a frame from another origin is looked at by itself.
async function look(where, skin, { whole = true } = {}) {
  if (!await where.evaluate(() => Boolean(window.axe))) await where.evaluate(axe);
  const off = ['frame-tested', ...(skin === 'canvas' ? ['color-contrast'] : []), ...(whole ? [] : ofWholePages)];
  return where.evaluate(async ([runOnly, without]) => {
    const { violations, incomplete, passes } = await window.axe.run(document, { runOnly, iframes: false, rules: Object.fromEntries(without.map((id) => [id, { enabled: false }])) });
    const told = [...violations, ...incomplete].flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${failureSummary}: ${html.slice(0, 120)}`));
    return { told, passes: passes.length };
  }, [rules, off]);
}

// What stands in the document as it is read, shadows included; a frame is a place in it.
const outline = (where) => where.evaluate(() => {
  const found = [];
  const walk = (node) => {
    for (const element of node.children) {
      if (element.localName === 'slot') {
        for (const each of element.assignedElements()) if (each.checkVisibility()) walk({ children: [each] });
        continue;
      }
      if (!element.checkVisibility() && element.getClientRects().length === 0 && getComputedStyle(element).display !== 'contents') continue;
      const level = /^h([1-6])$/.exec(element.localName)?.[1];
      if (level) found.push(Number(level));
      if (element.matches('main, [role=main]')) found.push('main');
      if (element.localName === 'iframe') found.push('frame');
      walk(element.shadowRoot ?? element);
    }
  };
  walk(document.body);
  return found;
});

function oneWhole(found, name) {
  assert.equal(found.filter((each) => each === 'main').length, 1, `${name}: ${found}`);
  const levels = found.filter(Number.isInteger);
  assert.equal(levels.filter((level) => level === 1).length, 1, `${name}: ${found}`);
  assert.equal(levels[0], 1, `${name}: ${found}`);
  levels.forEach((level, at) => assert.ok(at === 0 || level <= levels[at - 1] + 1, `${name}: h${level} after h${levels[at - 1]}: ${found}`));
}

const openAll = (where) => where.evaluate((name) => {
  const root = document.querySelector(name).shadowRoot;
  for (let left = 40; root.querySelector('[aria-expanded=false]') && left > 0; --left) root.querySelector('[aria-expanded=false]').click();
}, tag);

// Every kind of screen, one after another. where: what the element stands in.
async function everyKind(where, see) {
  await see('intro');
  await answerAll(where, { till: 1 });
  await see('context');
  await answerAll(where, { till: 1 });
  await see('questions');
  await answerAll(where, { till: 8 });
  await see('review');
  await answerAll(where);
  await see('result');
  await openAll(where);
  await see('everything open');
}

const headings = (where) => where.evaluate((name) => document.querySelector(name).shadowRoot.querySelector('h1, h2').textContent, tag);

for (const skin of skins) {
  test(`${skin} skin: the element in an article`, async () => {
    const page = await open(used, { parts: { ...article, element: `skin="${skin}" locale="en"`, inside: '<p>Soon.</p><p slot="after">Talk to us.</p>' } });
    await ready(page);
    await page.waitForFunction(([name, wanted]) => document.querySelector(name).velocityGap.skin() === wanted, [tag, skin]);
    const seen = [];
    await everyKind(page, async (name) => {
      await frames(page, 3);
      seen.push(await headings(page));
      const { told, passes } = await look(page, skin);
      assert.deepEqual(told, [], name);
      assert.ok(passes > 15, `${name}: ${passes} rules had something to look at`);
      oneWhole(await outline(page), name);
    });
    assert.equal(new Set(seen).size, 5, seen.join());
    await page.done();
  });

  test(`${skin} skin: the frame in an article`, async () => {
    const page = await host(used, { skin, body: `${article.open}<velocity-gap-frame label="Assessment" locale="en">Soon.</velocity-gap-frame>${article.close}` });
    await page.frame.waitForFunction(([name, wanted]) => document.querySelector(name).velocityGap.skin() === wanted, [tag, skin]);
    assert.deepEqual((await look(page, 'document')).told, []);
    const around = await outline(page);
    const seen = [];
    await everyKind(page.frame, async (name) => {
      await frames(page.frame, 3);
      seen.push(await headings(page.frame));
      const { told, passes } = await look(page.frame, skin, { whole: false });
      assert.deepEqual(told, [], name);
      assert.ok(passes > 15, `${name}: ${passes} rules had something to look at`);
      const inside = await outline(page.frame);
      assert.ok(inside.length > 0 && around.includes('frame'));
      oneWhole(around.flatMap((each) => (each === 'frame' ? inside : [each])), name);
    });
    assert.equal(new Set(seen).size, 5, seen.join());
    await page.done();
  });
}

test('the frame by itself, as a page', async () => {
  const page = await (await used.browser.newContext({ locale: 'en' })).newPage();
  await page.goto(`${used.address}frame.html#skin=document`);
  await page.waitForFunction((name) => document.querySelector(name)?.velocityGap?.skin, tag);
  for (const name of ['intro', 'context', 'questions']) {
    await frames(page, 3);
    assert.deepEqual((await look(page, 'document')).told, [], name);
    oneWhole(await outline(page), name);
    await page.evaluate((wanted) => document.querySelector(wanted).shadowRoot.querySelector('button.primary').click(), tag);
  }
  await page.context().close();
});
