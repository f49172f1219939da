// A file of answers is chosen or dropped, offered, and opened when asked; what cannot be opened says why, and nothing that
// stands in a file does anything.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { api, heading, mouse, press, ready, sameText, scored, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';
import { byScript, replaceFiles } from './visitor.mjs';

const used = useBrowser();
const open = 'Open these answers';
const json = 'application/json';

async function choose(page, text, name = 'answers.json') {
  const [dialog] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Open saved answers')]);
  await dialog.setFiles({ name, mimeType: json, buffer: Buffer.from(text) });
  await page.waitForSelector('main .card h2');
  await settled(page);
}

// As the browser does: what lies over the page takes it first.
const drop = (page, parts, selector = 'main') => page.locator(selector).first().evaluate((element, texts) => {
  const dataTransfer = new DataTransfer();
  for (const [kind, text] of texts) {
    if (kind === 'file') dataTransfer.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
    else dataTransfer.setData('text/plain', text);
  }
  const fire = (name) => !element.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true, composed: true }));
  return [fire('dragover'), fire('drop')];
}, parts);

async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, name)]);
  return readFileSync(await download.path(), 'utf8');
}

const card = (page) => page.locator('main .card').first();
const text = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ');

// The answers of a whole run, taken once.
let taken = null;
async function answersFile() {
  if (taken) return taken;
  const page = await ready(await visit(used));
  await takeAssessment(page, byScript);
  taken = { answers: await saved(page, 'Save my answers'), result: await saved(page, 'Save the result'), draft: await api(page, 'draft') };
  await page.done();
  return taken;
}

for (const skin of skins) {
  test(`what was saved opens again with the same result, in the ${skin} skin and on the command line`, async () => {
    const { answers, result } = await answersFile();
    sameText(scored(JSON.parse(answers)), result);
    const page = await ready(await visit(used, { skin }), skin);
    await choose(page, answers);
    assert.match(await text(card(page)), /^Saved answers The file holds the answers of an assessment\./);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Saved answers');
    assert.deepEqual((await api(page, 'response')).answers, {}, 'opened unasked');
    await press(page, open);
    assert.equal(await heading(page), 'Before you see the result');
    await mouse.press(page);
    sameText(await api(page, 'profile'), result);
    assert.deepEqual(page.seen.requests.filter(({ method }) => method !== 'GET'), []);
    await page.done();
  });
}

test('a pack, a draft and a file with a byte order mark open too', async () => {
  const { answers, draft } = await answersFile();
  const { instrument, answers: given } = JSON.parse(answers);
  const pack = JSON.stringify({ schema: 'result_pack/1', engine: '0.1.0', instrument, answers: given });
  for (const file of [pack, draft, `\uFEFF${answers}`]) {
    const page = await ready(await visit(used, { skin: 'document' }), 'document');
    await choose(page, file);
    await press(page, open);
    assert.deepEqual((await api(page, 'response')).answers, given);
    await page.done();
  }
});

// What a saved pack holds beside its engine.
function responseIn(pack) {
  const { engine, ...response } = JSON.parse(pack);
  assert.match(engine, /^\d+\.\d+\.\d+$/);
  return { ...response, schema: 'response/1' };
}

test('a file that is dropped on any screen is offered; what is left changes nothing', async () => {
  const { answers } = await answersFile();
  const page = await ready(await visit(used));
  await mouse.press(page);
  await mouse.choose(page, page.locator('fieldset').first().locator('input'), 2);
  const mine = await api(page, 'draft');
  assert.deepEqual(await drop(page, [['text', 'a word']]), [false, false], 'text that is dragged is the browser\'s');
  assert.equal(await page.locator('main .card h2').count(), 0);
  assert.deepEqual(await drop(page, [['file', answers]]), [true, true]);
  await page.waitForSelector('main .card h2');
  await settled(page);
  assert.match(await text(card(page)), /Opening them replaces those that are here now\./);
  await press(page, 'Leave them');
  assert.equal(await page.locator('main .card h2').count(), 0);
  assert.equal(await api(page, 'draft'), mine);
  await drop(page, [['file', answers]], 'fieldset');
  await page.waitForSelector('main .card h2');
  await press(page, open);
  assert.deepEqual(await api(page, 'response'), responseIn(answers));
  await page.reload();
  await ready(page);
  await press(page, 'Go on where you were');
  assert.deepEqual(await api(page, 'response'), responseIn(answers), 'what was opened is a draft like any other');
  await page.done();
});

test('a file beyond the limit is refused before it is read, and one that is gone is said', async () => {
  const page = await ready(await visit(used, { init: () => {
    window.read = 0;
    const whole = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = function arrayBuffer() {
      ++window.read;
      return whole.call(this);
    };
  } }));
  await choose(page, 'x'.repeat(5e6 + 1));
  assert.match(await text(card(page)), /larger than 5 MB/);
  assert.equal(await page.evaluate(() => window.read), 0);
  await press(page, 'All right');
  await page.evaluate(() => { Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError')); });
  await choose(page, '{}');
  assert.match(await text(card(page)), /could not be read/);
  await page.done();
});

const markup = '<img src=x onerror="window.hacked=1"><script>window.hacked=2</script>';
const everyString = (value) => (typeof value === 'string' ? markup
  : Array.isArray(value) ? value.map(everyString)
    : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === 'schema' ? each : everyString(each)]))
      : value);

// What an attacker would put into a file: each is refused, or opened as what it says.
function attacks({ answers, draft }) {
  const response = JSON.parse(answers);
  const pack = { schema: 'result_pack/1', engine: '0.1.0', instrument: response.instrument, answers: response.answers };
  const withKey = (key) => answers.replace('"answers":{', `"answers":{"${key}":{"polluted":1},`);
  return {
    __proto__: null,
    'a prototype among the answers': withKey('__proto__'),
    'a constructor among the answers': withKey('constructor'),
    'a prototype of the file': answers.replace('{', '{"__proto__":{"polluted":1},'),
    'a prototype of the draft': draft.replace('{', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},'),
    'markup in every string of a pack': JSON.stringify(everyString(pack)),
    'markup in every key': JSON.stringify({ ...pack, [markup]: 1, answers: { [markup]: 1 } }),
    'markup for a schema': JSON.stringify({ schema: markup }),
    'ten thousand levels': `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    'ten thousand levels inside': answers.replace('"answers":{', `"answers":{"x":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)},`),
    'NULs': answers.replace('"answers"', '"\0answers"'),
    'an escaped NUL': answers.replace('"answers"', '"\\u0000answers"'),
    'a lone surrogate': answers.replace('"answers":{', '"answers":{"\\ud800":1,'),
    'bytes that are no UTF-8': Buffer.concat([Buffer.from(answers.slice(0, -1)), Buffer.from([0xff, 0xfe, 0xed, 0xa0, 0x80])]),
    'ten thousand unknown questions': JSON.stringify({ ...pack, answers: Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`q${n}`, 1])) }),
    'a million values': `[${'0,'.repeat(1_100_000)}0]`,
    'nothing': '',
    'half a file': answers.slice(0, answers.length / 2),
    'a newer version': answers.replace('"version":"1.0.0"', '"version":"9.0.0"'),
    'a result without answers': taken.result,
  };
}

test('no file does anything but say why it is not opened', async () => {
  const files = attacks(await answersFile());
  const page = await ready(await visit(used, { skin: 'document' }), 'document');
  await mouse.press(page);
  await mouse.choose(page, page.locator('fieldset').first().locator('input'), 2);
  await press(page, '← Back');
  const mine = await api(page, 'draft');
  for (const [name, file] of Object.entries(files)) {
    await choose(page, file);
    const said = await text(card(page));
    assert.match(said, /The file cannot be opened\. What is here stays as it is\./, name);
    const problems = await card(page).locator('li').count();
    assert.ok(problems >= 1 && problems <= 101, `${name}: ${problems} sentences`);
    assert.ok(said.length < 60_000, `${name}: ${said.length} characters`);
    assert.equal(await page.locator('main :is(img, script, iframe)').count(), 0, name);
    assert.equal(await api(page, 'draft'), mine, name);
    await press(page, 'All right');
  }
  assert.deepEqual(await page.evaluate(() => [window.hacked, {}.polluted, [].polluted]), [undefined, undefined, undefined]);
  assert.match(await page.locator('main').innerText(), /Open saved answers/);
  await page.done();
});

test('markup that a file may hold is text wherever it comes out', async () => {
  const { answers } = await answersFile();
  const page = await ready(await visit(used, { skin: 'document' }), 'document');
  await choose(page, JSON.stringify({ ...JSON.parse(answers), id: markup }));
  await press(page, open);
  await mouse.press(page);
  assert.equal((await api(page, 'response')).id, markup);
  const report = await saved(page, 'Save a report');
  assert.ok(!report.includes('<img') && !report.includes('<script'), 'markup in the report');
  assert.equal(await page.locator('main :is(img, script, iframe)').count(), 0);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  await page.done();
});

// The shipped instrument as version 1.1.0, which asks one question in another way and knows 1.0.0 by the layout of its own file.
async function newerVersion(context, hash) {
  const shipped = JSON.parse(readFileSync(new URL('../../assets/instruments/leadership-pipeline/instrument.json', import.meta.url), 'utf8'));
  const questions = [...shipped.context, ...shipped.items].map(({ id, kind, points, options, no_answers: none }) => ({ id, kind, points, options, no_answers: none }));
  shipped.items[0].points = 4;
  await replaceFiles(context, { 'assets/instruments/leadership-pipeline/instrument.json': JSON.stringify({ ...shipped, version: '1.1.0', earlier_versions: [{ version: '1.0.0', hash, questions }] }) });
}
const withoutChanged = (given) => Object.fromEntries(Object.entries(given).filter(([id]) => id !== 'ac_next'));
const becameOf = /given to version 1\.0\.0 of the questionnaire\. \d+ answers are taken over to version 1\.1\.0\. Please answer again, because the answer no longer fits: /;

test('answers to an earlier version are opened, and what became of them is said', async () => {
  const { answers } = await answersFile();
  const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
  await newerVersion(context, JSON.parse(answers).instrument.hash);
  const page = await ready(await visit(used, { context, skin: 'document' }), 'document');
  await choose(page, answers);
  assert.match(await text(card(page)), becameOf);
  await press(page, open);
  const now = await api(page, 'response');
  assert.equal(now.instrument.version, '1.1.0');
  assert.deepEqual(now.answers, withoutChanged(JSON.parse(answers).answers));
  await page.done();
  await context.close();
});

test('what of an earlier version is not compared is said beside the comparison', async () => {
  const { answers } = await answersFile();
  const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
  await newerVersion(context, JSON.parse(answers).instrument.hash);
  const page = await ready(await visit(used, { context, skin: 'document' }), 'document');
  await takeAssessment(page, byScript);
  const [dialog] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Compare with an earlier result')]);
  await dialog.setFiles({ name: 'earlier.json', mimeType: json, buffer: Buffer.from(answers) });
  await page.waitForSelector('text=Earlier:');
  assert.match(await text(page.locator('main')), /given to version 1\.0\.0 of the questionnaire.* so the earlier answer is not compared: /);
  await page.done();
  await context.close();
});

test('a draft begun under an earlier version goes on, and is kept as it was until it is erased', async () => {
  const context = await used.browser.newContext({ viewport: { width: 760, height: 900 } });
  const before = await ready(await visit(used, { context, skin: 'document' }), 'document');
  await takeAssessment(before, mouse);
  const draft = await api(before, 'draft');
  await before.done();
  await newerVersion(context, JSON.parse(draft).response.instrument.hash);

  const page = await ready(await visit(used, { context, skin: 'document' }), 'document');
  const main = () => text(page.locator('main'));
  assert.match(await main(), becameOf);
  assert.match(await main(), /Your answers as you gave them to the earlier version are kept as well\./);
  assert.equal(await saved(page, 'Save them as a file'), draft);
  await press(page, 'Go on where you were');
  const given = await api(page, 'response');
  assert.deepEqual(given.answers, withoutChanged(JSON.parse(draft).response.answers));
  await press(page, '← Back');
  await mouse.choose(page, page.locator('fieldset').first().locator('input'), 1);
  await settled(page);
  assert.match(await page.evaluate(() => document.querySelector('#velocity-gap').velocityGap.draft()), /1\.1\.0/);
  await page.reload();
  await ready(page, 'document');
  assert.equal(await saved(page, 'Save them as a file'), draft, 'not kept any longer');
  await press(page, 'Erase my answers');
  await press(page, 'Erase them');
  await settled(page);
  assert.doesNotMatch(await main(), /kept as well/);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => /leadership-pipeline/.test(key))), []);
  await page.done();
  await context.close();
});
