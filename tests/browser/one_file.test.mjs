// velocity-gap-offline.html, opened from a folder as by a double click, with the network cut: nothing is asked for but the
// file itself, and everything that the site does works.
//
// In      VGAP_DIST (build/dist)

import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { api, heading, keyboard, mouse, press, ready, sameText, scored, settled, skins, takeAssessment, useBrowser } from './browser.mjs';
import { byScript } from './visitor.mjs';

const used = useBrowser();
const built = resolve(process.env.VGAP_DIST ?? 'build/dist', 'velocity-gap-offline.html');
const ceiling = 800_000;  // bytes

const scratch = mkdtempSync(join(tmpdir(), 'velocity-gap-offline-'));
after(() => rmSync(scratch, { recursive: true }));
const folder = join(scratch, 'Größe & # 100 %');  // as people call their folders
mkdirSync(folder);
const file = join(folder, 'velocity-gap-offline.html');
copyFileSync(built, file);

// Opens the file without a network; page.asked is every request that the browser's own protocol tells of.
async function open({ path = file, query = '?skin=document', ...rest } = {}) {
  const context = await used.browser.newContext({ viewport: { width: 760, height: 900 }, locale: 'en-GB', offline: true, ...rest });
  const page = await context.newPage();
  page.asked = [];
  page.errors = [];
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  client.on('Network.requestWillBeSent', ({ request }) => page.asked.push(request.url));
  client.on('Network.webSocketCreated', ({ url }) => page.asked.push(url));
  page.on('console', (message) => { if (message.type() === 'error') page.errors.push(message.text()); });
  page.on('pageerror', (error) => page.errors.push(error.stack));
  page.address = pathToFileURL(path).href + query;
  await page.goto(page.address);
  page.done = async () => {
    const asked = page.asked.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:'));
    assert.deepEqual([...new Set(asked)], [page.address]);
    assert.deepEqual(page.errors, []);
    await context.close();
  };
  return page;
}

for (const skin of skins) {
  test(`the whole assessment, ${skin} skin, to the bytes of the command line`, async () => {
    const page = await ready(await open({ query: `?skin=${skin}` }), skin);
    await takeAssessment(page, skin === 'canvas' ? mouse : keyboard);
    sameText(await api(page, 'profile'), scored(await api(page, 'response')));
    assert.equal(page.asked.length, 1);
    await page.done();
  });
}

test('every language is in it', async () => {
  const page = await ready(await open({ locale: 'fr-FR' }), 'document');
  const seen = new Set([await heading(page)]);
  assert.equal(await api(page, 'locale'), 'fr');
  for (const tag of ['de', 'en', 'es']) {
    assert.equal(await api(page, 'setLocale', tag), true);
    await settled(page);
    seen.add(await heading(page));
  }
  assert.equal(seen.size, 4);
  await page.done();
});

test('what is answered is kept between two openings, and can be saved and printed', async () => {
  const page = await ready(await open({ acceptDownloads: true }), 'document');
  await takeAssessment(page, mouse);
  const profile = await api(page, 'profile');
  await page.reload();
  await ready(page, 'document');
  assert.equal(await page.locator('button.primary').textContent(), 'Go on where you were');
  await mouse.press(page);
  await settled(page);
  sameText(await api(page, 'profile'), profile);
  const saved = page.waitForEvent('download');
  await press(page, 'Save the result');
  assert.equal(readFileSync(await (await saved).path(), 'utf8'), profile);
  await page.evaluate(() => { window.print = () => { window.printed = true; }; });
  await press(page, 'Print');
  assert.equal(await page.evaluate(() => window.printed), true);
  const pdf = await page.pdf();
  assert.ok(pdf.length > 20_000);
  await page.done();
});

test('its policy lets nothing else run and nothing be asked for', async () => {
  const page = await ready(await open(), 'document');
  const refused = await page.evaluate(async () => {
    const seen = [];
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
    await fetch('https://example.org/').catch(() => {});
    const image = new Image();
    image.src = 'https://example.org/x.png';
    await new Promise((done) => { image.onerror = done; });
    const script = document.createElement('script');
    try { script.textContent = 'window.ran = true'; } catch { seen.push('trusted-types'); }
    document.body.append(script);
    return { seen, ran: window.ran === true };
  });
  assert.ok(!refused.ran);
  for (const directive of ['connect-src', 'img-src']) assert.ok(refused.seen.includes(directive), `${refused.seen}`);
  page.errors.length = 0;  // what was refused is told on the console
  page.asked = page.asked.filter((url) => url === page.address);
  await page.done();
});

test('the articles are in it, and are about no questionnaire but theirs', async () => {
  const page = await ready(await open(), 'document');
  await takeAssessment(page, mouse);
  await press(page, 'Show what to read');
  await page.getByRole('button', { name: /^Read it: / }).first().click();
  await page.getByRole('heading', { name: 'What to do on Monday' }).waitFor();
  await page.getByRole('button', { name: 'All articles' }).click();
  await page.getByRole('searchbox').fill('calibr');
  await page.getByText(/^\d+ articles$/).waitFor();
  await page.done();
});

const text = readFileSync(built, 'utf8');

test('it is one file of a bounded size that names no other', (t) => {
  t.diagnostic(`${text.length} bytes, ${gzipSync(text).length} with gzip`);
  assert.ok(Buffer.byteLength(text) <= ceiling, `${Buffer.byteLength(text)} bytes`);
  const page = text.replace(/<script[\s\S]*?<\/script>/g, '');
  for (const [, value] of page.matchAll(/\s(?:src|href)="([^"]*)"/g)) assert.match(value, /^data:/);
  assert.doesNotMatch(page, /url\((?!["']?data:)|@import/);
});

test('the command line puts a questionnaire of one\'s own into it', async () => {
  const own = join(folder, 'own.html');
  const cli = process.env.VGAP_CLI ?? 'build/native/velocity-gap';
  writeFileSync(own, execFileSync(cli, ['offline', built, '--instrument', 'tests/web/every_kind/instrument.json'], { maxBuffer: 1 << 24 }));
  // The reader's language is none of the questionnaire's.
  const page = await ready(await open({ path: own, query: '', locale: 'de-DE' }), 'canvas');
  assert.equal(await api(page, 'locale'), 'en');
  for (let screen = 0; screen < 9 && await api(page, 'profile') === null; ++screen) {
    await page.evaluate(() => {
      for (const group of document.querySelectorAll('fieldset')) group.querySelector('input[type=radio]:nth-of-type(1)')?.click();
    });
    await byScript.press(page);
    await settled(page);
  }
  const response = await api(page, 'response');
  assert.equal(response.instrument.id, 'every-kind');
  assert.equal(await page.getByRole('button', { name: 'Show what to read' }).count(), 0);
  await press(page, 'See it in people and months');
  await page.waitForFunction(() => /In people and months/.test(document.querySelector('h1').textContent));
  await page.getByRole('button', { name: 'Back', exact: true }).first().click();
  sameText(await api(page, 'profile'), execFileSync(cli, ['score', '--instrument', 'tests/web/every_kind/instrument.json', '--json', '-'], { input: JSON.stringify(response), encoding: 'utf8' }).trimEnd());
  assert.equal(page.asked.length, 1);
  await page.done();
});

test('people and months stand alone in it: an example, or a pipeline of one\'s own', async () => {
  const cli = process.env.VGAP_CLI ?? 'build/native/velocity-gap';
  const scenario = JSON.parse(readFileSync('assets/scenarios/team_of_8.json', 'utf8'));
  const mine = join(folder, 'mine.json');
  writeFileSync(mine, JSON.stringify({ ...scenario, id: 'bakers', example: false, stages: scenario.stages.map((stage, at) => (at === 0 ? { ...stage, name: 'Bakers' } : stage)) }));
  const own = join(folder, 'pipeline.html');
  writeFileSync(own, execFileSync(cli, ['offline', built, '--scenario', mine], { maxBuffer: 1 << 24 }));
  for (const [path, stage] of [[file, 'Senior engineer'], [own, 'Bakers']]) {
    for (const skin of skins) {
      const page = await ready(await open({ path, query: `?skin=${skin}` }), skin);
      await press(page, 'See a pipeline in people and months');
      await page.waitForFunction(() => /In people and months/.test(document.querySelector('h1').textContent));
      await page.getByText(stage).first().waitFor({ state: 'attached' });
      await page.getByRole('button', { name: 'Back', exact: true }).first().click();
      await page.waitForFunction(() => !/In people and months/.test(document.querySelector('h1').textContent));
      await page.waitForFunction(() => document.activeElement.textContent.replace(/\s+/g, ' ') === 'See a pipeline in people and months');
      assert.equal((await api(page, 'state')).answered, 0);
      await page.done();
    }
  }
});

const id = { files: /(id="files">.{40000})(.)/, module: /(id="module">.{40000})(.)/ };
for (const [what, damage] of Object.entries({
  'a letter of its data changed': (whole) => whole.replace(id.files, (_, before, letter) => before + (letter === 'A' ? 'B' : 'A')),
  'a letter of its module changed': (whole) => whole.replace(id.module, (_, before, letter) => before + (letter === 'A' ? 'B' : 'A')),
  'its module half there': (whole) => whole.replace(/(id="module">.{40000})[^<]*/, '$1'),
  'its script changed': (whole) => whole.replace(/(<script>[\s\S]{2000})/, '$1 '),
  'its end cut off': (whole) => whole.slice(0, whole.length / 2),
})) {
  test(`with ${what} it says so`, async () => {
    const path = join(folder, 'damaged.html');
    const damaged = damage(text);
    assert.notEqual(damaged, text);
    writeFileSync(path, damaged);
    const page = await open({ path });
    const alert = page.getByRole('alert').filter({ visible: true });
    await alert.first().waitFor({ timeout: 20_000 });
    assert.match(await alert.first().textContent(), /could not start|file/i);
    await page.context().close();
  });
}
