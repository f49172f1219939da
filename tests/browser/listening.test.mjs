// What someone who listens relies on: questions are groups, Tab skips a scale and arrows move in it, the focus goes to
// the heading of a new screen and nowhere by itself, and a message is spoken once.

import test from 'node:test';
import assert from 'node:assert/strict';
import { api, heading, mouse, press, ready, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';
import { accessibilityTree } from './tree.mjs';

const used = useBrowser();
const words = (text) => text.replace(/\s+/g, ' ').trim();
const focused = (page) => page.evaluate(() => ({ tag: document.activeElement.tagName, text: document.activeElement.textContent.trim() }));

// The radios of the tree, each with the group that it lies in.
function groupsOf(tree) {
  const groups = [];
  const open = [];
  for (const node of tree) {
    while (open.length && open.at(-1).depth >= node.depth) open.pop();
    if (node.role === 'group') groups.push(open[open.push({ depth: node.depth, name: node.name, radios: [], first: null }) - 1]);
    else if (open.length && open.at(-1).first === null) open.at(-1).first = node;
    if (node.role === 'radio') (open.at(-1) ?? assert.fail(`${node.name} is in no group`)).radios.push(node.name);
  }
  return groups;
}

for (const skin of skins) {
  test(`${skin} skin: one fieldset and legend a question, every answer in it with all its words`, async () => {
    const page = await ready(await visit(used, { skin }), skin);
    let questions = 0;
    let apart = 0;
    let anchored = 0;
    await takeAssessment(page, { ...mouse, answer: () => -1, press: async (given) => {
      const groups = groupsOf(await accessibilityTree(given));
      const shown = await given.evaluate(() => [...document.querySelectorAll('fieldset')].map((field) => ({
        legends: field.querySelectorAll(':scope > legend').length,
        ask: field.querySelector('legend').textContent,
        names: new Set([...field.querySelectorAll('input')].map(({ name }) => name)).size,
        answers: [...field.querySelectorAll('label')].map((label) => ({ name: label.querySelector('.n').textContent, detail: label.querySelector('.d').textContent, aside: label.className === 'aside' })),
      })));
      if (!shown.length) return mouse.press(given);
      assert.deepEqual(groups.map(({ name }) => name), shown.map(({ ask }) => words(ask)));
      for (const [at, { legends, names, answers, ask }] of shown.entries()) {
        const { radios, first } = groups[at];
        assert.deepEqual([legends, names, first.name], [1, 1, words(ask)], 'one legend, first in its group, and one group of radios');
        assert.equal(radios.length, answers.length);
        for (const [place, { name, detail, aside }] of answers.entries()) {
          assert.ok(radios[place].startsWith(words(name)) && radios[place].endsWith(words(detail)), `${radios[place]}: not all words`);
          if (detail) assert.match(radios[place].slice(words(name).length - 1), /^.?\p{P} /u, `${radios[place]}: no pause before the anchor`);
          anchored += detail ? 1 : 0;
          apart += aside ? 1 : 0;
        }
      }
      questions += shown.length;
      return mouse.press(given);
    }, });
    assert.ok(questions >= 30 && apart >= 25 && anchored >= 40, `${questions} questions, ${apart} apart, ${anchored} with anchors`);
    await page.done();
  });

  test(`${skin} skin: Tab stops once a question, arrows go through all its answers, and nothing holds one`, async () => {
    const page = await ready(await visit(used, { skin }), skin);
    await mouse.press(page);
    await settled(page);
    const stops = [];
    const here = () => page.evaluate(() => {
      const at = document.activeElement;
      return at.type === 'radio' ? at.name : at === document.body ? 'out' : at.textContent;
    });
    const there = async (key, many) => {
      const seen = [];
      for (let tabs = 0; tabs < many && seen.at(-1) !== 'out' && new Set(seen).size === seen.length; ++tabs) {
        await page.keyboard.press(key);
        seen.push(await here());
      }
      return seen;
    };
    stops.push(...await there('Tab', 30));
    const groups = await page.evaluate(() => [...document.querySelectorAll('fieldset')].map((field) => field.querySelector('input').name));
    assert.deepEqual(stops.slice(0, groups.length), groups, 'one stop a question, in their order');
    assert.deepEqual(stops.slice(groups.length, groups.length + 2), ['← Back', 'Next']);
    assert.equal(new Set(stops).size, stops.length, 'a stop comes twice');
    assert.equal(stops.at(-1), 'out', 'Tab never leaves the page');
    assert.deepEqual((await api(page, 'response')).answers, {}, 'Tab answers nothing');

    // Back in from below: one stop a question again, and none is skipped.
    const back = await there('Shift+Tab', 30);
    assert.deepEqual([...new Set(back)].filter((stop) => groups.includes(stop)), [...groups].reverse());

    // Within a scale the arrows choose; "I don't know" is one of its answers.
    const second = page.locator('fieldset').nth(1).locator('input');
    await second.first().focus();
    await page.keyboard.press('Space');
    const count = await second.count();
    for (let down = 1; down < count; ++down) {
      await page.keyboard.press('ArrowDown');
      assert.ok(await second.nth(down).isChecked() && await second.nth(down).evaluate((input) => input === document.activeElement), `after ${down} arrows`);
    }
    assert.equal(Object.values((await api(page, 'response')).answers)[0].no_answer, 'dont_know');
    await page.keyboard.press('ArrowDown');
    assert.ok(await second.first().isChecked(), 'after the last comes the first');
    // From an answered question Tab goes on to the next question.
    await page.keyboard.press('Tab');
    assert.equal(await here(), groups[2]);
    await page.done();
  });

  test(`${skin} skin: the heading of each new screen has the focus, and nothing takes it at the start`, async () => {
    const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
    const page = await ready(await visit(used, { skin, context }), skin);
    const nobody = () => page.evaluate(() => document.activeElement === document.body);
    const atHeading = async (why) => {
      await settled(page);
      assert.deepEqual(await focused(page), { tag: 'H1', text: await page.locator('h1').evaluate((element) => element.textContent.trim()) }, why);
      assert.equal(await page.locator('h1').count(), 1);
    };
    assert.ok(await nobody(), 'at the start');
    let screens = 0;
    await takeAssessment(page, { ...mouse, screen: async (title, step) => {
      if (step > 0) await atHeading(title);
      screens += 1;
    } });
    assert.ok(screens >= 12);
    await press(page, 'Change my answers');
    await atHeading('from the result to the review');
    await page.locator('.review_row button').nth(2).click();
    await atHeading('from the review to a page');
    await press(page, 'Done');
    await atHeading('from a page to the review');
    await press(page, '← Back');
    await atHeading('back');
    await page.reload();
    await ready(page, skin);
    assert.ok(await nobody(), 'after a reload');
    await press(page, 'Go on where you were');
    await atHeading('to where one was');
    await press(page, 'Erase my answers');
    assert.equal((await focused(page)).text, 'Erase my answers', 'what opens something keeps the focus');
    await press(page, 'Erase them');
    await atHeading('after erasing');
    await context.close();
  });

  test(`${skin} skin: what is saved is said once, what goes wrong at once, and nothing else speaks up`, async () => {
    const page = await ready(await visit(used, { skin, init: () => {
      // Everything that a live region says: when it comes with words, and when its words change.
      window.spoken = [];
      const regions = '[role=status],[role=alert],[aria-live]';
      const last = new WeakMap();
      const hear = (region) => {
        const text = region.textContent.trim();
        const silent = region.getAttribute('aria-live') === 'off' || region.closest('[hidden]') || region.dataset.say;  // what stands there in case no script comes
        if (last.get(region) === text) return;
        last.set(region, text);
        if (text && !silent) window.spoken.push(text);
      };
      new MutationObserver((changes) => changes.forEach(({ target, addedNodes }) => {
        const around = (target.nodeType === 1 ? target : target.parentElement)?.closest(regions);
        if (around) hear(around);
        for (const node of addedNodes) if (node.nodeType === 1) [node, ...node.querySelectorAll('*')].filter((element) => element.matches(regions)).forEach(hear);
      })).observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['hidden', 'aria-live', 'role'] });
    } }), skin);
    await takeAssessment(page, mouse);
    await press(page, 'Change my answers');
    await press(page, '← Back');
    await page.waitForTimeout(300);  // a status may get its words a little later
    assert.deepEqual(await page.evaluate(() => window.spoken), ['Saved in this browser']);
    await page.evaluate(() => {
      const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
      Storage.prototype.setItem = full;
      IDBObjectStore.prototype.put = full;
    });
    await mouse.choose(page, page.locator('fieldset').first().locator('input'), 0);
    await mouse.choose(page, page.locator('fieldset').first().locator('input'), 1);
    await page.waitForTimeout(300);
    assert.deepEqual(await page.evaluate(() => window.spoken.map((text) => text.replace(/\s+/g, ' '))), ['Saved in this browser', 'Not saved: this browser keeps nothing for this page']);
    await page.done();
  });
}

test('in the canvas skin a word that the canvas broke is still one word', async () => {
  const page = await ready(await visit(used));
  let broken = 0;
  const plain = await ready(await visit(used, { skin: 'document' }), 'document');
  for (let screen = 0; screen < 12; ++screen) {
    broken += await page.locator('.br').count();
    // A status gets its text a little later, in each page when it does.
    const texts = await Promise.all([page, plain].map((one) => one.locator('main').evaluate((main) => [...main.querySelectorAll('h1,p:not([role=status], .saved),legend,label')].map(({ textContent }) => textContent.replace(/\s+/g, ' ')))));
    assert.deepEqual(texts[0], texts[1], await heading(page));
    if (screen < 11) await Promise.all([page, plain].map((one) => mouse.press(one)));
    await settled(page);
  }
  assert.ok(broken > 0, 'no word was broken: the test sees nothing');
  await page.done();
  await plain.done();
});
