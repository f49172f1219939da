// The assessment in a frame from another site, in a page whose policy allows one script and one frame: the whole of it in
// both skins, to the bytes of the command line; its height followed; its focus; what a page around may ask for.

import test from 'node:test';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { answers, mouse, sameText, scored, skins, useBrowser } from './browser.mjs';
import { ask, elsewhere, host, servePages, takeFramed, told } from './frames.mjs';
import { byScript } from './visitor.mjs';

const used = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ofWholePages = ['landmark-one-main', 'page-has-heading-one'];  // the page around has them, and what is in a frame is part of it
const rules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

// The frame as high as its content, nothing cut off and nothing to scroll in it.
async function fits(page) {
  await page.waitForFunction(() => document.querySelector('velocity-gap-frame').offsetHeight > 200);
  await page.frame.waitForFunction(() => {
    const { height } = document.querySelector('velocity-gap-assessment').getBoundingClientRect();
    return Math.abs(innerHeight - height) < 1 && document.scrollingElement.scrollHeight <= innerHeight;
  });
}

for (const skin of skins) {
  test(`${skin} skin: from the intro to the result, with the bytes of the command line and every event`, async () => {
    const page = await host(used, { skin, body: '<p>Before.</p><velocity-gap-frame label="Leadership check">Soon.</velocity-gap-frame><p>After.</p>' });
    assert.match(await page.frame.evaluate(() => document.title), /Velocity Gap Assessment$/);
    const [frame] = await page.locator('velocity-gap-frame iframe').all();
    assert.equal(await frame.getAttribute('title'), 'Leadership check');
    assert.doesNotMatch(await page.locator('main').evaluate((main) => main.innerText), /Soon/);
    let highest = 0;
    const questions = await takeFramed(page, { ...mouse, answer: answers.mixed, async screen(title, step) {
      await page.frame.waitForFunction((canvas) => document.querySelector('velocity-gap-assessment').shadowRoot.querySelector('.vg').matches('.canvas') === canvas, skin === 'canvas');
      await fits(page);
      highest = Math.max(highest, await frame.evaluate(({ offsetHeight }) => offsetHeight));
      // A new screen begins at its top, and the page around has scrolled there.
      const top = await frame.evaluate((element) => element.getBoundingClientRect().top);
      assert.ok(step === 0 || (top > -1 && top < 800), `${title} begins at ${top}`);
    } });
    assert.ok(highest > 1500 && questions >= 30, `${highest} px, ${questions} questions`);
    const profile = await ask(page, 'export', 'profile');
    const response = JSON.parse(await ask(page, 'export', 'answers'));
    sameText(profile, scored(response));
    assert.equal((await told(page, 'start')).length, 1);
    assert.deepEqual(await told(page, 'complete'), [JSON.parse(profile)]);
    assert.deepEqual(await told(page, 'plan'), [JSON.parse(profile).plan ?? null]);
    const asked = Object.fromEntries((await told(page, 'answer')).map(({ question, answer }) => [question, answer]));
    assert.deepEqual(asked, response.answers);
    assert.equal((await told(page, 'progress')).at(-1).answered, Object.keys(response.answers).length);
    assert.deepEqual(await told(page, 'error'), []);
    // Nobody but the frame's own site was asked for anything, and nobody was told an answer.
    const elsewhere = page.requests.filter((request) => !request.url().startsWith(page.site) && request.frame() === page.frame);
    assert.deepEqual(elsewhere.map((request) => request.url()), []);
    assert.ok(page.requests.every((request) => request.method() === 'GET' && !request.url().includes('?')));
    await page.done();
  });

  test(`${skin} skin: axe finds nothing, neither in the frame nor around it`, async () => {
    const page = await host(used, { skin });
    await takeFramed(page, { ...byScript, answer: answers.mixed, async screen() {
      for (const where of [page.mainFrame(), page.frame]) {
        if (!await where.evaluate(() => Boolean(window.axe))) await where.evaluate(axe).catch(() => where.evaluate(`(0,()=>{${axe}})()`));
        const off = [...(skin === 'canvas' ? ['color-contrast'] : []), ...(where === page.frame ? ofWholePages : [])];
        const options = { ...rules, iframes: false, rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])) };
        const { violations } = await where.evaluate((given) => window.axe.run(document, given), options);
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
      }
    } });
    await page.done();
  });
}

test('a page around can load, set, reset and export', async () => {
  const page = await host(used, { lang: 'de', style: 'main { --vg-accent: #7a1fa2 }', body: '<velocity-gap-frame>Gleich.</velocity-gap-frame>' });
  const { frame } = page;
  assert.equal((await told(page, 'ready'))[0].locale, 'de', 'the language of the page around');
  assert.equal((await told(page, 'accent'))[0].asked.toLowerCase(), '#7a1fa2', 'and its accent');
  const answered = { schema: 'response/1', instrument: JSON.parse(await ask(page, 'export', 'answers')).instrument, answers: { size: 'from_11' } };
  const draft = await ask(page, 'export', 'draft');
  await assert.rejects(ask(page, 'load', '{"schema":"response/1"'), /refused|JSON|Zeile|\w/);
  assert.equal(await ask(page, 'export', 'draft'), draft, 'what was refused changed nothing');
  await ask(page, 'load', answered);
  assert.deepEqual(JSON.parse(await ask(page, 'export', 'answers')).answers, answered.answers);
  await ask(page, 'reset');
  await assert.rejects(ask(page, 'export', 'docx'), /docx/);
  await page.element.evaluate((element) => element.setAttribute('locale', 'fr'));
  await frame.waitForFunction(() => document.documentElement.lang === 'fr');
  await page.element.evaluate((element) => element.setAttribute('theme', 'dark'));
  await frame.waitForFunction(() => document.documentElement.style.colorScheme === 'dark');
  await page.element.evaluate((element) => element.setAttribute('skin', 'document'));
  await frame.waitForFunction(() => !document.querySelector('velocity-gap-assessment').shadowRoot.querySelector('.vg.canvas'));
  await byScript.press(frame);
  await frame.locator('fieldset').first().waitFor({ state: 'attached' });
  await byScript.choose(frame, frame.locator('fieldset').first().locator('input'), 0);
  assert.equal(Object.keys(JSON.parse(await ask(page, 'export', 'answers')).answers).length, 1);
  await ask(page, 'reset');
  assert.deepEqual(JSON.parse(await ask(page, 'export', 'answers')).answers, {});
  await page.done();
});

test('Tab goes into the frame, scrolls the page around to what it reaches, and leaves it', async () => {
  const page = await host(used, { height: 500, body: '<p><button id="before">Before</button></p><velocity-gap-frame></velocity-gap-frame><p><button id="after">After</button></p>' });
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true, 'it took the focus');
  await byScript.press(page.frame);
  await page.frame.locator('fieldset').first().waitFor({ state: 'attached' });
  await fits(page);
  await page.locator('#before').focus();
  const stops = [];
  for (let tabs = 0; tabs < 60 && stops.at(-1) !== 'after'; ++tabs) {
    await page.keyboard.press('Tab');
    const id = await page.evaluate(() => document.activeElement.id || document.activeElement.localName);
    stops.push(id);
    if (id !== 'velocity-gap-frame') continue;
    const inside = await page.frame.evaluate(() => {
      const { bottom, top } = document.querySelector('velocity-gap-assessment').shadowRoot.activeElement.getBoundingClientRect();
      return { top, bottom };
    });
    const around = await page.locator('iframe').evaluate((element) => element.getBoundingClientRect().top);
    assert.ok(around + inside.top > -2 && around + inside.bottom < 502, `stop ${tabs} is at ${around + inside.top}`);
  }
  assert.ok(stops.filter((stop) => stop === 'velocity-gap-frame').length > 5, stops.join());
  assert.equal(stops.at(-1), 'after');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'velocity-gap-frame');
  await page.done();
});

test('taken off the page and put back, it is there again and goes on from its draft', async () => {
  const page = await host(used, { near: true });
  await byScript.press(page.frame);
  await page.frame.locator('fieldset').first().waitFor({ state: 'attached' });
  await byScript.choose(page.frame, page.frame.locator('fieldset').first().locator('input'), 1);
  await page.element.evaluate(async (element) => {
    const place = element.parentNode;
    await element.export('draft');
    element.remove();
    place.append(element);
    await element.ready;
  });
  page.frame = page.frames().find((frame) => frame.url().includes('frame.html'));
  await page.frame.getByRole('button', { name: 'Go on where you were' }).click();
  await page.frame.locator('input:checked').first().waitFor();
  await page.done();
});

test('the example runs as it stands, under the policy that it has', async () => {
  const example = readFileSync(new URL('../../assets/examples/frame.html', import.meta.url), 'utf8');
  const { server, address } = await servePages({ '/': { body: example.replaceAll('https://assessment.example/', elsewhere(used)).replaceAll('https://assessment.example', elsewhere(used).slice(0, -1)) } });
  const context = await used.browser.newContext({ viewport: { width: 900, height: 800 }, serviceWorkers: 'allow' });
  const page = await context.newPage();
  const errors = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  await page.goto(address);
  await page.frameLocator('iframe').locator('button.primary').waitFor();
  await page.waitForFunction(() => document.querySelector('velocity-gap-frame').ready.then(() => true));
  assert.doesNotMatch(await page.locator('main').evaluate((main) => main.innerText), /page of its own/);
  assert.deepEqual(errors, []);
  await context.close();
  server.close();
});

test('where the clipboard is closed to a frame it offers a file: the address bar is not its own', async () => {
  const closed = () => { Object.defineProperty(navigator, 'clipboard', { value: undefined }); };
  const page = await host(used, { skin: 'document', init: closed, body: '<velocity-gap-frame locale="en"></velocity-gap-frame>' });
  await takeFramed(page, { ...byScript, answer: answers.mixed });
  const before = [page.url(), page.frame.url()];
  await page.frame.getByRole('button', { name: 'Copy a link' }).click();
  await page.frame.getByText('This page may not use the clipboard. “Save my answers” saves the same as a file.').waitFor();
  assert.deepEqual([page.url(), page.frame.url()], before);
  await page.done();
});
