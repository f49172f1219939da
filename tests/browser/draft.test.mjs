// Nothing answered is lost: reload, a crashed page, a torn write, a store that is blocked; and what is erased is gone.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { api, heading, mouse, press, ready, settled, useBrowser, visit } from './browser.mjs';
import { kept, replace, slotsOf } from './kept.mjs';

const used = useBrowser();

async function answerThree(page) {
  await mouse.press(page);
  for (const group of [0, 1, 2]) await mouse.choose(page, page.locator('fieldset').nth(group).locator('input'), group);
  return (await api(page, 'response')).answers;
}

async function resume(page) {
  await ready(page);
  await press(page, 'Go on where you were');
  await settled(page);
}

test('a reload in the middle goes on where it was', async () => {
  const page = await ready(await visit(used));
  const given = await answerThree(page);
  assert.equal(Object.keys(given).length, 3);
  await mouse.press(page);
  const title = await heading(page);
  await page.reload();
  await resume(page);
  assert.equal(await heading(page), title);
  assert.deepEqual((await api(page, 'response')).answers, given);
  await page.done();
});

test('a page killed right after an answer keeps it', async () => {
  const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
  for (let round = 0; round < 6; ++round) {
    const page = await ready(await visit(used, { context }));
    if (round === 0) await mouse.press(page);
    else await resume(page);
    assert.equal(Object.keys((await api(page, 'response')).answers).length, round);
    await mouse.choose(page, page.locator('fieldset').nth(round).locator('input'), 1);
    const session = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    session.send('Page.crash').catch(() => {});
    await crashed;
    await page.close();
  }
  await context.close();
});

const intro = (page) => page.locator('main').textContent();
const damaged = /A copy of your answers saved in this browser is damaged/;
const lost = /are damaged and cannot be opened/;

// The last thing done stands in both stores.
async function everywhere(page) {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    const { local, indexed } = await page.evaluate(kept);
    if (slotsOf(indexed)[0]?.packed === slotsOf(local)[0].packed) return { local, indexed };
  }
  throw new Error('IndexedDB stayed behind');
}

test('a torn or edited slot leaves the one before it, and that is told', async () => {
  const context = await used.browser.newContext();
  const page = await ready(await visit(used, { context }));
  await answerThree(page);
  const both = await everywhere(page);
  const tear = (entries) => ({ ...entries, [slotsOf(entries)[0].key]: slotsOf(entries)[0].packed.slice(0, -9) });
  for (const [change, count] of [[{ local: tear(both.local) }, 3], [{ indexed: tear(both.indexed) }, 3], [{ local: tear(both.local), indexed: {} }, 2],
    [{ local: {}, indexed: tear(both.indexed) }, 2]]) {
    await page.evaluate(replace, { ...both, ...change });
    await page.reload();
    await ready(page);
    assert.match(await intro(page), damaged);
    await resume(page);
    assert.equal(Object.keys((await api(page, 'response')).answers).length, count, JSON.stringify(Object.keys(change)));
  }
  // Foreign texts in both slots are no draft at all.
  const foreign = Object.fromEntries(slotsOf(both.local).map(({ key }) => [key, '<b>1 2 3</b>']));
  await page.evaluate(replace, { local: foreign, indexed: foreign });
  await page.reload();
  await ready(page);
  assert.match(await intro(page), lost);
  assert.equal(await page.getByRole('button', { name: 'Go on where you were' }).count(), 0);
  await press(page, 'Start');
  await settled(page);
  await page.reload();
  await ready(page);
  assert.match(await intro(page), damaged, 'the other one still is');
  await resume(page);
  await mouse.choose(page, page.locator('fieldset').first().locator('input'), 0);
  await everywhere(page);
  await page.reload();
  await ready(page);
  assert.doesNotMatch(await intro(page), damaged);
  await page.done();
  await context.close();
});

test('what a newer version of the page has stored is left, offered as a file, and not in the way', async () => {
  const context = await used.browser.newContext();
  const page = await ready(await visit(used, { context }));
  let hash = 2166136261;
  for (const unit of '3 1 {"schema":"draft/9"}') hash = Math.imul(hash ^ unit.charCodeAt(0), 16777619);
  const newer = { 'velocity-gap/leadership-pipeline/a': `vg3 ${(hash >>> 0).toString(16)} 1 {"schema":"draft/9"}` };
  await page.evaluate(replace, { local: newer, indexed: newer });
  await page.reload();
  await ready(page);
  assert.match(await intro(page), /A newer version of this page has saved answers/);
  const coming = page.waitForEvent('download');
  await press(page, 'Save them as a file');
  assert.equal(readFileSync(await (await coming).path(), 'utf8'), '{"schema":"draft/9"}');
  const given = await answerThree(page);
  assert.equal(await page.locator('.saved').textContent(), 'Saved in this browser');
  const { local, indexed } = await everywhere(page);
  for (const entries of [local, indexed]) assert.equal(entries['velocity-gap/leadership-pipeline/a'], newer['velocity-gap/leadership-pipeline/a']);
  await page.reload();
  await resume(page);
  assert.deepEqual((await api(page, 'response')).answers, given);
  await page.done();
  await context.close();
});

test('a draft of the layout that was before is opened and becomes one of the new', async () => {
  const page = await ready(await visit(used));
  const given = await answerThree(page);
  const { local } = await everywhere(page);
  const { text } = slotsOf(local)[0].version;
  let hash = 2166136261;
  for (let at = 0, whole = `5 7 ${text}`; at < whole.length; ++at) hash = Math.imul(hash ^ whole.charCodeAt(at), 16777619);
  await page.evaluate(replace, { local: { 'velocity-gap/leadership-pipeline/b': `5 7 ${(hash >>> 0).toString(16)} ${text}` }, indexed: {} });
  await page.reload();
  await resume(page);
  assert.deepEqual((await api(page, 'response')).answers, given);
  for (const group of [0, 1]) await mouse.choose(page, page.locator('fieldset').nth(group).locator('input'), 2);
  const now = await everywhere(page);
  assert.ok(slotsOf(now.local).every(({ packed }) => packed.startsWith('vg2 ')), 'the old slot is still there');
  await page.done();
});

test('the page says once that answers are saved, and that they are not when the store is blocked', async () => {
  const page = await ready(await visit(used));
  await answerThree(page);
  assert.equal(await page.locator('.saved').textContent(), 'Saved in this browser');
  await page.done();
  const local = [
    () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
    () => { Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } }); },
    () => { Storage.prototype.setItem = () => {}; },
  ];
  const indexed = [
    () => { IDBFactory.prototype.open = () => { throw new DOMException('blocked', 'SecurityError'); }; },
    () => { IDBFactory.prototype.open = () => ({}); },
    () => { Object.defineProperty(window, 'indexedDB', { value: null }); },
    () => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
  ];
  const cases = [...local.map((init) => [[init], true]), [[indexed[1]], true],
    ...indexed.map((init, at) => [[init, local[at % local.length]], false])];
  for (const [inits, saved] of cases) {
    const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
    for (const init of inits) await context.addInitScript(init);
    const blocked = await ready(await visit(used, { context }));
    const given = await answerThree(blocked);
    assert.equal(Object.keys(given).length, 3);
    const wanted = saved ? 'Saved in this browser' : 'Not saved';
    await blocked.waitForFunction((words) => document.querySelector('#velocity-gap .saved').textContent.startsWith(words), wanted);
    await settled(blocked);
    assert.ok((await blocked.locator('.saved').textContent()).startsWith(wanted), inits.join());
    await blocked.done();
    await context.close();
  }
});

test('erasing removes every answer from the browser', async () => {
  const page = await ready(await visit(used));
  await answerThree(page);
  await press(page, 'Erase my answers');
  await press(page, 'Keep them');
  assert.equal(Object.keys((await api(page, 'response')).answers).length, 3);
  await press(page, 'Erase my answers');
  await press(page, 'Erase them');
  await settled(page);
  assert.deepEqual((await api(page, 'response')).answers, {});
  // What was chosen about the page itself is no answer and may stay.
  await page.waitForFunction(() => !Object.keys(localStorage).some((name) => name.endsWith('/erased')));
  const { local, indexed } = await page.evaluate(kept);
  assert.deepEqual([Object.keys(local).filter((name) => !/^velocity-gap\/(skin|locale)$/.test(name)), indexed], [[], {}]);
  await page.reload();
  await ready(page);
  assert.equal(await page.getByRole('button', { name: 'Go on where you were' }).count(), 0);
  await page.done();
});
