// The page in people and months: fetched when it is opened, turned by keys, fingers and typing, finer while nobody waits,
// still when it rests; the same in both skins, in every language, without a network afterwards.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answers, api, heading, keepCopies, mouse, press, ready, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser();

async function toResult(page, skin) {
  await ready(page, skin);
  await takeAssessment(page, { ...mouse, answer: (question, count) => (question === 0 ? 0 : answers.mixed(question, count)) });
}
// Words that nobody sees follow a tenth of a second after a slider.
const follow_ms = 150;
const rests = async (page) => {
  await page.waitForTimeout(follow_ms);
  await page.waitForFunction(() => document.querySelector('.say') && !document.querySelector('main').textContent.includes('being worked out'));
};
async function open(page) {
  await press(page, 'See it in people and months');
  await page.waitForFunction(() => /In people and months/.test(document.querySelector('h1').textContent));
  await rests(page);
  await settled(page);
}
const said = (page) => page.locator('.say').first().textContent().then((text) => text.replace(/\s+/g, ' '));
const seatMonths = async (page) => Number(/months ([\d.]+) ±/.exec(await said(page))[1]);

for (const skin of skins) {
  test(`${skin}: opened from the result, turned, undone, left`, async () => {
    const page = await visit(used, { skin });
    await toResult(page, skin);
    const before = page.seen.requests.length;
    await open(page);
    const fetched = page.seen.requests.slice(before).map(({ url }) => new URL(url).pathname.slice(1));
    assert.deepEqual(fetched.sort(), ['assets/pipeline/en.json', 'assets/scenarios/team_of_8.json', 'pipeline.js', 'pipeline.wasm']);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');

    const first = await seatMonths(page);
    const range = page.getByRole('slider', { name: 'Time until somebody is ready' });
    await range.focus();
    for (let key = 0; key < 6; ++key) await page.keyboard.press('ArrowLeft');
    await rests(page);
    await settled(page);
    assert.equal(await range.getAttribute('aria-valuetext'), '8 months, assumed');
    const less = await seatMonths(page);
    assert.ok(less < first, `${less} of ${first}`);
    assert.ok(await range.evaluate((element) => element === document.activeElement), 'the slider keeps the focus');
    await page.waitForFunction(() => [...document.querySelectorAll('[role=status]')].some(({ textContent }) => /Now [\d.]+ ± [\d.]+ seat-months/.test(textContent)));

    await page.getByRole('textbox', { name: 'Time until somebody is ready' }).fill('14');
    await rests(page);
    assert.equal(await seatMonths(page), first);
    await press(page, 'Everything as it was');
    await settled(page);
    assert.equal(await page.getByRole('heading', { name: 'Before and after' }).count(), 0);

    await page.getByRole('button', { name: 'Back', exact: true }).first().click();
    await settled(page);
    assert.match(await heading(page), /Velocity Gap|result/i);
    await page.waitForFunction(() => document.activeElement.textContent.replace(/\s+/g, ' ') === 'See it in people and months');
    await page.done();
  });

  test(`${skin}: the first picture comes from the top down, some blocks at a time, and is whole`, async () => {
    const page = await visit(used, { skin });
    await toResult(page, skin);
    const headings = () => page.evaluate(() => [...document.querySelectorAll('main :is(h1, h2, h3, legend)')].map(({ textContent }) => textContent));
    await page.evaluate(() => {
      window.sizes = [];
      new MutationObserver(() => {
        if (/In people and months/.test(document.querySelector('h1')?.textContent)) window.sizes.push(document.querySelectorAll('main :is(h1, h2, h3, legend, button)').length);
      }).observe(document.querySelector('main'), { childList: true, subtree: true });
    });
    await open(page);
    await page.waitForFunction(() => [...document.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Back').length === 2);
    const sizes = await page.evaluate(() => window.sizes);
    assert.ok(sizes[0] < sizes.at(-1) / 2, String(sizes));
    assert.deepEqual(sizes, [...sizes].sort((a, b) => a - b));
    const grown = await headings();
    await press(page, 'Month by month');
    await press(page, 'Close the table');
    assert.deepEqual(await headings(), grown);  // as it is shown at once
    await page.done();
  });

  test(`${skin}: nothing moves once it rests`, async () => {
    const page = await visit(used, { skin, width: 360 });
    await toResult(page, skin);
    await open(page);
    await page.waitForTimeout(300);
    const frames = await page.evaluate(() => new Promise((done) => {
      let count = 0;
      const { setTimeout: later, requestAnimationFrame: frame } = window;
      window.requestAnimationFrame = (call) => { ++count; return frame.call(window, call); };
      window.setTimeout = (...given) => { ++count; return later.apply(window, given); };
      later.call(window, () => done(count), 1000);
    }));
    assert.equal(frames, 0);
    await page.done();
  });
}

test('canvas: while a slider is turned the estimate is painted at once, and its words follow', async () => {
  const page = await visit(used, { skin: 'canvas' });
  await toResult(page, 'canvas');
  await open(page);
  const [pixels, words, later] = await page.evaluate(async () => {
    const say = document.querySelector('.say');
    const painted = document.querySelector('#velocity-gap canvas');
    const copy = Object.assign(document.createElement('canvas'), { width: painted.width, height: painted.height });
    const image = copy.getContext('2d', { willReadFrequently: true });
    const origin = painted.getBoundingClientRect();
    const density = painted.width / origin.width;
    const box = say.getBoundingClientRect();
    const picture = () => {
      image.drawImage(painted, 0, 0);
      return image.getImageData((box.left - origin.left) * density, (box.top - origin.top) * density, box.width * density, box.height * density).data.join();
    };
    const before = [picture(), say.textContent];
    const range = document.querySelector('input[type=range]');
    range.value = range.min;
    range.dispatchEvent(new Event('input', { bubbles: true }));
    const now = [picture() !== before[0], say.textContent !== before[1]];
    await new Promise((done) => { setTimeout(done, 300); });
    return [...now, say.textContent !== before[1]];
  });
  assert.deepEqual([pixels, words, later], [true, false, true]);
  await page.done();
});

test('canvas: while a slider is turned the window is painted, and the whole tile when it rests', async () => {
  const page = await visit(used, { skin: 'canvas' });
  await toResult(page, 'canvas');
  await open(page);
  const painted = () => page.evaluate(() => {
    const canvas = document.querySelector('#velocity-gap canvas');
    const { top, bottom } = canvas.getBoundingClientRect();
    const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
    const image = copy.getContext('2d', { willReadFrequently: true });
    image.drawImage(canvas, 0, 0);
    return {
      height: canvas.height / devicePixelRatio, covers: top <= 0 && bottom >= innerHeight,
      pixels: image.getImageData(0, 0, copy.width, copy.height).data.join(),
    };
  });
  const before = await painted();
  await months(page).evaluate((range) => {
    range.value = range.min;
    range.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const turning = await painted();
  await rests(page);
  await settled(page);
  const rested = await painted();
  // What is drawn from the beginning is what is there.
  await api(page, 'setSkin', 'document');
  await settled(page);
  await api(page, 'setSkin', 'canvas');
  await settled(page);
  const again = await painted();
  const { innerHeight } = await page.evaluate(() => ({ innerHeight }));
  assert.ok(turning.height < 1.1 * innerHeight, `${turning.height} of ${innerHeight}`);
  assert.equal(turning.covers, true);
  assert.deepEqual([rested.height, rested.covers], [before.height, true]);
  assert.notEqual(rested.pixels, before.pixels);
  assert.equal(rested.pixels === again.pixels, true, 'something was left as it was');
  await page.done();
});

test('canvas: turned by the pointer the canvas lies over the words with every number, by keys under the ring', async () => {
  const page = await visit(used, { skin: 'canvas' });
  await toResult(page, 'canvas');
  await open(page);
  const field = page.locator('.slider > .field').first();
  const range = page.locator('input[type=range]').first();
  await field.scrollIntoViewIfNeeded();
  await settled(page);
  const level = () => page.evaluate(() => getComputedStyle(document.querySelector('#velocity-gap canvas')).zIndex);
  assert.equal(await level(), 'auto');
  await page.evaluate(() => {
    window.levels = [];
    // After the page, which paints at once.
    document.addEventListener('input', () => window.levels.push(getComputedStyle(document.querySelector('#velocity-gap canvas')).zIndex));
  });
  const { x, y, width, height } = await range.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 40, y + height / 2);
  await page.mouse.up();
  await rests(page);
  await page.waitForFunction(() => getComputedStyle(document.querySelector('#velocity-gap canvas')).zIndex === 'auto');
  const byPointer = await page.evaluate(() => window.levels.splice(0));
  assert.ok(byPointer.length > 0 && byPointer.every((each) => each === '1'), String(byPointer));

  // The number is seen once: painted, or the browser's own while somebody types.
  const painted = (beyond) => field.evaluate((element, more) => {
    const canvas = document.querySelector('#velocity-gap canvas');
    const image = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height }).getContext('2d', { willReadFrequently: true });
    image.drawImage(canvas, 0, 0);
    const [origin, box] = [canvas.getBoundingClientRect(), element.getBoundingClientRect()];
    const density = canvas.width / origin.width;
    const around = [box.left - origin.left - more, box.top - origin.top - more, box.width + 2 * more, box.height + 2 * more].map((each) => Math.round(each * density));
    return [...new Uint32Array(image.getImageData(...around).data.buffer)];
  }, beyond);
  const own = () => field.evaluate((element) => getComputedStyle(element).color);
  assert.ok(new Set(await painted(-8)).size > 4, 'no number is painted');
  assert.equal(await own(), 'rgba(0, 0, 0, 0)');
  await field.focus();
  assert.notEqual(await own(), 'rgba(0, 0, 0, 0)');
  assert.doesNotMatch(await field.evaluate((element) => getComputedStyle(element).backgroundColor), /, 0\)$/);
  // What is refused stays there, and is cut off like the browser's own.
  const refused = [];
  for (const typed of ['eleven', 'eleven eleven eleven']) {
    await field.fill(typed);
    await range.focus();
    await rests(page);
    await settled(page);
    refused.push((await painted(6)).join());
  }
  assert.ok(refused[0] === refused[1], 'it is painted beyond the field');

  await range.focus();
  await page.keyboard.press('ArrowRight');
  await rests(page);
  assert.deepEqual([...new Set(await page.evaluate(() => window.levels))], ['auto']);
  await page.done();
});

const back = (page) => page.getByRole('button', { name: 'Back', exact: true }).first().click();
const months = (page) => page.getByRole('slider', { name: 'Time until somebody is ready' });
const turned = '8 months, assumed';
async function turn(page) {
  await months(page).focus();
  for (let key = 0; key < 6; ++key) await page.keyboard.press('ArrowLeft');
  await rests(page);
  await settled(page);
  assert.equal(await months(page).getAttribute('aria-valuetext'), turned);
}

test('what was turned is there after a reload, in a result pack and in a link, and erased with the answers', async () => {
  const page = await visit(used, { skin: 'document', init: keepCopies });
  await toResult(page, 'document');
  await open(page);
  await turn(page);
  const sentence = await said(page);
  await back(page);
  await settled(page);
  const kept = JSON.parse(await api(page, 'draft')).pipeline;
  assert.deepEqual(kept.turned, { 'paths.to_team_lead.months_to_ready': 8 });
  await press(page, 'Copy a link');
  await page.waitForFunction(() => window.copied);
  const link = new URL(await page.evaluate(() => window.copied)).hash;
  assert.match(link, /~team_of_8~paths\.to_team_lead\.months_to_ready~8~/);
  const [saved] = await Promise.all([page.waitForEvent('download'), press(page, 'Save my answers')]);
  const file = { name: 'answers.json', mimeType: 'application/json', buffer: readFileSync(await saved.path()) };
  assert.deepEqual(JSON.parse(file.buffer).pipeline, kept);

  await page.reload();
  await ready(page, 'document');
  await press(page, 'Go on where you were');
  await open(page);
  assert.equal(await months(page).getAttribute('aria-valuetext'), turned, 'after a reload');
  assert.equal(await said(page), sentence);
  await back(page);
  await settled(page);
  await press(page, 'Erase my answers');
  await press(page, 'Erase them');
  await settled(page);
  assert.equal(JSON.parse(await api(page, 'draft')).pipeline, undefined);
  await page.done();

  for (const [how, begin] of Object.entries({
    link: async () => {
      const other = await ready(await visit(used, { skin: 'document', query: link }), 'document');
      await press(other, 'Open these answers');
      return other;
    },
    pack: async () => {
      const other = await ready(await visit(used, { skin: 'document' }), 'document');
      const [chooser] = await Promise.all([other.waitForEvent('filechooser'), press(other, 'Open saved answers')]);
      await chooser.setFiles(file);
      await other.getByRole('button', { name: 'Open these answers' }).click();
      return other;
    },
  })) {
    const other = await begin();
    await settled(other);
    await press(other, 'See the result');
    await open(other);
    assert.equal(await months(other).getAttribute('aria-valuetext'), turned, how);
    assert.equal(await said(other), sentence, how);
    assert.equal(await other.getByRole('heading', { name: 'Before and after' }).count(), 1, how);
    await other.done();
  }
});

test('what was turned in a pipeline that is no more is left out, and said', async () => {
  const page = await visit(used, { skin: 'document', expectErrors: true });  // a scenario that is not there
  await toResult(page, 'document');
  const draft = JSON.parse(await api(page, 'draft'));
  const opened = async (pipeline) => {
    await api(page, 'reset');
    assert.equal(await api(page, 'open', JSON.stringify({ ...draft, pipeline })), null);
    await settled(page);
    await open(page);
    const text = await page.locator('main').textContent();
    await back(page);
    await settled(page);
    return text;
  };
  const turnedBefore = { 'paths.to_team_lead.months_to_ready': 8, 'paths.to_moon.retry_months': 2 };
  assert.match(await opened({ scenario: 'team_of_9', turned: turnedBefore }), /Numbers left out: 1\./);
  assert.match(await opened({ scenario: { schema: 'flow/9' }, turned: turnedBefore }), /Numbers left out: 1\./);
  assert.doesNotMatch(await opened({ scenario: 'team_of_8', turned: {} }), /left out/);
  await page.done();
});

test('on paper it has its charts, tables and assumptions, and nothing to turn, as soon as it is opened', async () => {
  const page = await visit(used, { skin: 'canvas' });
  await toResult(page, 'canvas');
  await page.evaluate(() => {
    window.printed = () => {
      dispatchEvent(new Event('beforeprint'));
      const seen = (what) => [...document.querySelectorAll(`main ${what}`)].filter((element) => element.getClientRects().length).length;
      const found = { controls: seen(':is(button, input[type=range], .slider > input)'), plots: seen('svg.plot polyline'), tables: seen('table'), assumptions: seen('li') };
      dispatchEvent(new Event('afterprint'));
      return found;
    };
    window.atOnce = new Promise((done) => {
      new MutationObserver((changes, observer) => {
        if (!/In people and months/.test(document.querySelector('h1').textContent)) return;
        observer.disconnect();
        setTimeout(() => done({ sliders: document.querySelectorAll('input[type=range]').length, ...window.printed() }));
      }).observe(document.querySelector('main'), { childList: true, subtree: true });
    });
  });
  await open(page);
  const atOnce = await page.evaluate(() => window.atOnce);
  assert.equal(atOnce.sliders, 0, 'it had grown already');
  await page.emulateMedia({ media: 'print' });
  const later = await page.evaluate(() => window.printed());
  assert.equal(later.controls, 0);
  assert.ok(later.tables >= 3, `${later.tables} tables`);  // and by hand
  for (const shown of [atOnce, later]) {
    assert.ok(shown.plots >= 3, `${shown.plots} curves`);
    assert.ok(shown.tables >= 2, `${shown.tables} tables`);  // quarters, months
    assert.ok(shown.assumptions >= 10, `${shown.assumptions} assumptions`);
  }
  await page.done();
});

test('it speaks the reader’s language, and the next one', async () => {
  const page = await visit(used, { skin: 'document' });
  await toResult(page, 'document');
  await open(page);
  await api(page, 'setLocale', 'fr');
  await page.waitForFunction(() => /En personnes et en mois/.test(document.querySelector('h1').textContent));
  await settled(page);
  assert.doesNotMatch(await page.locator('main').textContent(), /seat-months|people in the middle/);
  await page.done();
});

test('a page that does not come is said on the result, and comes the next time', async () => {
  const page = await visit(used, { skin: 'document', expectErrors: true });
  await toResult(page, 'document');
  await page.route('**/pipeline.wasm', (route) => route.abort());
  await press(page, 'See it in people and months');
  await page.getByText('could not be fetched').waitFor();
  await page.unroute('**/pipeline.wasm');
  await open(page);
  await page.done();
});
