// The element's contract, as velocity_gap.d.ts states it: attributes, properties, events, methods, slots, when it loads.

import test from 'node:test';
import assert from 'node:assert/strict';
import { answerAll, frames, open, painted, profileOf, ready, responseOf, tag, useHost } from './strangers/host.mjs';
import { sameText, scored } from './browser.mjs';

const used = useHost();

const element = (page, call, ...words) => page.evaluate(([wanted, code, given]) => new Function('element', 'words', `return (${code})(element, ...words)`)(document.querySelector(wanted), given), [tag, call.toString(), words]);
const told = (page, name) => page.evaluate((wanted) => window.told.filter((event) => event.name === wanted).map(({ detail }) => detail), name);
const ours = (page) => page.seen.requests.map((url) => /velocity-gap\/(.*)$/.exec(new URL(url).pathname)?.[1]).filter(Boolean);
const slots = (page) => element(page, (it) => Object.fromEntries([...it.shadowRoot.querySelectorAll('slot')].map((slot) => [slot.name, getComputedStyle(slot).display !== 'none' && !slot.hidden])));
const text = (page, selector) => element(page, (it, wanted) => it.shadowRoot.querySelector(wanted)?.textContent.replace(/\s+/g, ' ') ?? null, selector);
const settle = (page) => frames(page, 3);

test('from the first screen to the result: events in their order, the profile of the command line tool', async () => {
  const page = await open(used, { parts: { element: 'id="it"', inside: '<p>Wait</p><p slot="after">Talk to us</p>' } });
  assert.deepEqual(await element(page, (it) => [it.response, it.profile]), [null, null]);
  await painted(page);
  assert.deepEqual(await told(page, 'vg-ready'), [{ instrument: 'leadership-pipeline', locale: 'en' }]);
  assert.deepEqual(await slots(page), { '': false, after: false });
  assert.equal(await profileOf(page), null);
  const asked = await answerAll(page);
  const events = await page.evaluate(() => window.told.map(({ name, from }) => `${name} ${from}`));
  const order = ['vg-ready', 'vg-start', 'vg-answer', 'vg-progress', 'vg-complete', 'vg-plan'].map((name) => events.indexOf(`${name} it`));
  assert.deepEqual(order, [...order].sort((a, b) => a - b));
  assert.ok(order.every((at) => at >= 0), events.join());
  for (const once of ['vg-start', 'vg-complete', 'vg-plan']) assert.equal((await told(page, once)).length, 1, once);
  const response = await responseOf(page);
  const answered = await told(page, 'vg-answer');
  assert.deepEqual(Object.fromEntries(answered.map(({ question, answer }) => [question, answer])), response.answers);
  assert.ok(answered.length > 25 && answered.length <= asked);
  const progress = await told(page, 'vg-progress');
  assert.ok(progress.every(({ answered: count, of }, at) => count <= of && count >= (progress[at - 1]?.answered ?? 0)));
  sameText(await profileOf(page), scored(response));
  assert.deepEqual((await told(page, 'vg-complete'))[0], JSON.parse(await profileOf(page)));
  assert.deepEqual((await told(page, 'vg-plan'))[0], JSON.parse(await profileOf(page)).plan);
  assert.deepEqual(await slots(page), { '': false, after: true });

  // Away from the result and back: the host's words go and come, and it is complete a second time.
  await page.getByRole('button', { name: 'Change my answers', exact: true }).click();
  await settle(page);
  assert.equal((await slots(page)).after, false);
  await page.done();
});

test('attributes are properties, whichever comes first; what they are not, they are not', async () => {
  const page = await open(used, { parts: { element: 'locale="de" theme="dark" skin="document"' } });
  await ready(page);
  assert.deepEqual(await element(page, (it) => [it.instrument, it.locale, it.theme, it.skin, it.loading, it.draft]), ['', 'de', 'dark', 'document', '', '']);
  assert.equal(await element(page, (it) => it.shadowRoot.querySelector('.vg').lang), 'de');
  assert.equal(await element(page, (it) => getComputedStyle(it.shadowRoot.querySelector('.vg')).backgroundColor), 'rgb(20, 23, 26)');
  await element(page, (it) => Object.assign(it, { locale: 'fr', theme: null, skin: undefined, draft: 'second' }));
  assert.deepEqual(await element(page, (it) => it.getAttributeNames()), ['locale', 'draft']);
  assert.equal(await element(page, (it) => String(Object.keys(Object.getPrototypeOf(it)).sort())), 'draft,instrument,loading,locale,skin,start,theme');
  await page.done();
});

test('start: the questions of a dimension come first, and the others after them; who has begun is asked first', async () => {
  const page = await open(used, { parts: { element: 'start="calibration" skin="document"' } });
  await ready(page);
  const way = [];
  for (let screen = 0; screen < 20; ++screen) {
    way.push(await text(page, 'h1, h2'));
    const next = page.getByRole('button', { name: 'Next', exact: true });
    if (await next.count() === 0) break;
    await page.locator('input[type=radio]').first().check({ force: true });
    await settle(page);
    if (screen === 0) {
      assert.equal((await told(page, 'vg-start')).length, 1);
      assert.match((await told(page, 'vg-answer'))[0].question, /^ca_/);
    }
    await next.click();
    await settle(page);
  }
  assert.equal(new Set(way).size, way.length, way.join());
  const pages = way.slice(0, -1);
  assert.ok(pages.length >= 9 && pages.indexOf('Calibration') === 0, way.join());
  const asked = Object.keys((await responseOf(page)).answers);
  assert.equal(asked.length, pages.length);
  await page.reload();
  await ready(page);
  assert.equal(await page.getByRole('button', { name: 'Go on where you were' }).count(), 1);
  await page.done();

  // No such dimension: as without it.
  const other = await open(used, { parts: { element: 'start="no_such_one"' } });
  await ready(other);
  assert.equal(await other.getByRole('button', { name: 'Start', exact: true }).count(), 1);
  await other.done();
});

test('properties set before the class is known are kept', async () => {
  const page = await open(used, { parts: { script: '', element: 'loading="lazy"' } });
  await element(page, (it) => Object.assign(it, { locale: 'es', skin: 'document', instrument: 'leadership-pipeline' }));
  await page.addScriptTag({ url: '/velocity-gap/velocity-gap.js', type: 'module' });
  await ready(page);
  assert.deepEqual(await element(page, (it) => [it.locale, it.skin, it.getAttribute('locale'), Object.hasOwn(it, 'locale')]), ['es', 'document', 'es', false]);
  assert.equal(await element(page, (it) => it.velocityGap.locale()), 'es');
  assert.equal(await element(page, (it) => it.velocityGap.skin()), 'document');
  await page.done();
});

test('made by a script, with nothing in the markup', async () => {
  const page = await open(used);
  await ready(page);
  const made = await page.evaluate(async (name) => {
    const it = document.createElement(name);
    it.setAttribute('instrument', 'leadership-pipeline');
    Object.assign(it, { loading: 'eager', draft: 'made', locale: 'fr' });
    document.body.prepend(it);
    const same = await it.ready === it;
    const second = new (customElements.get(name))();
    return [same, it.velocityGap.locale(), second.outerHTML];
  }, tag);
  assert.deepEqual(made, [true, 'fr', `<${tag}></${tag}>`]);
  await page.done();
});

test('nothing but its script is asked for until it comes near the window', async () => {
  const far = { style: `main { padding-top: 4000px }` };
  for (const [name, parts, show] of [
    ['far below', far, (page) => page.evaluate((wanted) => { document.querySelector(wanted).scrollIntoView(); }, tag)],
    ['not displayed', { open: '<div id="shut" style="display:none">', close: '</div>' }, (page) => page.evaluate(() => { document.querySelector('#shut').style.display = ''; })],
    ['in a closed dialog', { open: '<dialog id="shut">', close: '</dialog>' }, (page) => page.evaluate(() => document.querySelector('#shut').showModal())],
    ['hidden', { element: 'hidden' }, (page) => element(page, (it) => { it.hidden = false; })],
    ['in closed details', { open: '<details id="shut"><summary>More</summary>', close: '</details>' }, (page) => page.evaluate(() => { document.querySelector('#shut').open = true; })],
  ]) {
    const page = await open(used, { parts });
    await page.waitForFunction(() => customElements.get('velocity-gap-assessment'));
    await page.waitForTimeout(300);
    assert.deepEqual(ours(page), ['velocity-gap.js'], name);
    await show(page);
    await ready(page);
    await page.waitForFunction((wanted) => document.querySelector(wanted).velocityGap.skin() === 'canvas', tag);
    const canvas = await element(page, (it) => it.shadowRoot.querySelector('canvas').getBoundingClientRect().width);
    assert.ok(canvas > 300, `${name}: a canvas of ${canvas} px`);
    await page.done();
  }
  const eager = await open(used, { parts: { ...far, element: 'loading="eager"' } });
  await eager.waitForFunction(() => window.told.some(({ name }) => name === 'vg-ready'));
  assert.ok(ours(eager).includes('velocity-gap.wasm'));
  await eager.done();
});

test('where it is not displayed an eager one is ready all the same, and right when it is shown', async () => {
  const page = await open(used, { parts: { element: 'loading="eager"', open: '<div id="shut" style="display:none">', close: '</div>' } });
  await page.waitForFunction(() => window.told.some(({ name }) => name === 'vg-ready'));
  await page.evaluate(() => { document.querySelector('#shut').style.display = ''; });
  await painted(page);
  await settle(page);
  const [height, width] = await element(page, (it) => { const box = it.shadowRoot.querySelector('canvas').getBoundingClientRect(); return [box.height, box.width]; });
  assert.ok(height > 400 && width > 600, `${width} × ${height}`);
  await page.done();
});

test('what stands in it is shown until the first screen is', async () => {
  const page = await open(used, { parts: { inside: '<p id="wait">Wait</p>' }, init: () => {
    // Every state that is painted.
    window.states = [];
    const look = () => {
      const it = document.querySelector('velocity-gap-assessment');
      const wait = document.querySelector('#wait')?.getClientRects().length > 0;
      const shown = it?.shadowRoot?.querySelector('h2')?.getClientRects().length > 0;
      if (it?.shadowRoot) window.states.push(`${wait ? 'wait' : ''}${shown ? 'shown' : ''}`);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  } });
  await painted(page);
  const states = await page.evaluate(() => [...new Set(window.states)]);
  assert.deepEqual(states, ['wait', 'shown'], 'there was a moment with neither or with both');
  await page.done();
});

test('language, theme and skin change while it runs, and nothing is lost', async () => {
  const page = await open(used);
  await painted(page);
  await answerAll(page, { till: 4 });
  const before = await responseOf(page);
  const title = await text(page, 'h2');
  for (const [name, value, check] of [
    ['locale', 'de', (it) => it.shadowRoot.querySelector('.vg').lang === 'de'],
    ['skin', 'document', (it) => it.velocityGap.skin() === 'document'],
    ['theme', 'dark', (it) => getComputedStyle(it.shadowRoot.querySelector('.vg')).backgroundColor === 'rgb(20, 23, 26)'],
    ['skin', 'canvas', (it) => it.velocityGap.skin() === 'canvas'],
    ['theme', 'light', (it) => getComputedStyle(it.shadowRoot.querySelector('.vg')).backgroundColor === 'rgb(251, 250, 247)'],
    ['locale', 'en', (it) => it.shadowRoot.querySelector('.vg').lang === 'en'],
  ]) {
    await element(page, (it, key, to) => { it[key] = to; }, name, value);
    await page.waitForFunction(([wanted, code]) => new Function('it', `return (${code})(it)`)(document.querySelector(wanted)), [tag, check.toString()]);
    assert.deepEqual(await responseOf(page), before, `${name}=${value}`);
  }
  assert.equal(await text(page, 'h2'), title);
  // A language that there is none of changes nothing.
  await element(page, (it) => { it.locale = 'tlh'; });
  await settle(page);
  assert.equal(await text(page, 'h2'), title);
  await page.done();
});

test('another instrument is another assessment', async () => {
  const page = await open(used, { expectErrors: true });
  await painted(page);
  await answerAll(page, { till: 3 });
  await element(page, (it) => { it.instrument = 'no-such'; });
  await page.waitForFunction(() => window.told.some(({ name }) => name === 'vg-error'));
  const [error] = await told(page, 'vg-error');
  assert.equal(error.reason, 'file');
  assert.equal(error.file, 'assets/instruments/no-such/instrument.json');
  assert.equal(await element(page, (it) => it.response), null);
  await element(page, (it) => { it.instrument = ''; });
  await ready(page);
  assert.equal(await text(page, '.vg-failure'), null);
  assert.ok(await text(page, 'button.primary'));
  await page.done();
});

test('load, reset and export', async () => {
  const page = await open(used);
  await painted(page);
  await answerAll(page);
  const [response, profile] = [await responseOf(page), await profileOf(page)];
  const formats = await element(page, async (it) => Object.fromEntries(await Promise.all(['profile', 'answers', 'draft', 'link', 'report', 'calendar'].map(async (name) => [name, await it.export(name)]))));
  sameText(formats.profile, profile);
  assert.deepEqual(JSON.parse(formats.answers), response);
  assert.match(formats.report, /^<!doctype html>/i);
  assert.match(formats.calendar, /^BEGIN:VCALENDAR/);
  assert.ok(formats.link.length <= 64 && JSON.parse(formats.draft));
  assert.equal(await element(page, (it) => it.export()), formats.profile);
  await assert.rejects(element(page, (it) => it.export('csv or so')), /profile, answers/);

  await element(page, (it) => it.reset());
  await settle(page);
  assert.deepEqual((await responseOf(page)).answers, {});
  assert.equal(await profileOf(page), null);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => /[ab]$/.test(key))), []);
  await assert.doesNotReject(element(page, async (it) => { if (await it.export('profile') !== null) throw new Error('a profile of nothing'); }));

  // What cannot be opened says everything that is wrong, and changes nothing.
  const before = await element(page, (it) => it.export('draft'));
  const problems = await element(page, (it, bad) => it.load(bad).then(() => null, (error) => error.problems), { ...response, answers: { ...response.answers, nothing: 1 }, schema: 'response/1' });
  assert.ok(problems.length > 0 && problems.every(({ where, sentence, code }) => where !== undefined && sentence && code), JSON.stringify(problems));
  assert.ok(await element(page, (it) => it.load('{').then(() => null, (error) => error.problems.length)));
  assert.equal(await element(page, (it) => it.export('draft')), before);

  // As an object, as a text, as a draft.
  await element(page, (it, good) => it.load(good), response);
  assert.deepEqual((await responseOf(page)).answers, response.answers);
  await element(page, (it) => it.reset());
  await element(page, (it, good) => it.load(good), formats.draft);
  sameText(await profileOf(page), profile);
  await page.done();
});

test('five on a page: one download, five assessments', async () => {
  const names = ['', 'b', 'c', 'd', 'e'];
  const page = await open(used, { parts: { element: 'id="one"', close: names.slice(1).map((name) => `<${tag} draft="${name}" loading="eager"></${tag}>`).join('') } });
  await painted(page);
  await page.evaluate((wanted) => Promise.all([...document.querySelectorAll(wanted)].map((each) => each.ready)), tag);
  const asked = ours(page);
  assert.deepEqual(asked, [...new Set(asked)], 'a file was asked for twice');
  assert.equal(asked.filter((path) => path.endsWith('.wasm')).length, 1);
  await answerAll(page, { selector: '[draft=c]', till: 3 });
  const counts = await page.evaluate((wanted) => [...document.querySelectorAll(wanted)].map((each) => Object.keys(each.response.answers).length), tag);
  assert.deepEqual(counts.map((count) => count > 0), [false, false, true, false, false]);
  assert.deepEqual(await page.evaluate((wanted) => {
    const ids = [...document.querySelectorAll(wanted)].flatMap((each) => [...each.shadowRoot.querySelectorAll('[id]')].map(({ id }) => id));
    return ids.length - new Set(ids).size;
  }, tag), 0, 'two elements have one id');
  await page.done();
});

test('taken off the page and put back, it goes on where it was, also where nothing can be kept', async () => {
  for (const init of [undefined, () => { Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }); }]) {
    const page = await open(used, { init });
    await painted(page);
    await answerAll(page, { till: 5 });
    const [title, before] = [await text(page, 'h2'), await responseOf(page)];
    await page.evaluate(async (wanted) => {
      window.taken = document.querySelector(wanted);
      window.place = window.taken.nextSibling;
      window.taken.remove();
      await new Promise((done) => { setTimeout(done, 100); });
    }, tag);
    assert.deepEqual(await page.evaluate(() => [window.taken.response, window.taken.shadowRoot.querySelector('.vg').childNodes.length]), [null, 0]);
    await page.evaluate(() => window.place.before(window.taken));
    await ready(page);
    assert.equal(await text(page, 'h2'), title);
    assert.deepEqual(await responseOf(page), before);
    await answerAll(page);
    sameText(await profileOf(page), scored(await responseOf(page)));
    await page.done();
  }
});

test('moved within the page it runs on, with the focus where the browser keeps it', async () => {
  const page = await open(used, { parts: { close: '<div id="elsewhere"></div>' } });
  await painted(page);
  await answerAll(page, { till: 3 });
  const title = await text(page, 'h2');
  await element(page, (it) => { window.running = it.velocityGap; it.shadowRoot.querySelector('input').focus(); });
  for (const move of ['append', 'prepend', 'moveBefore']) {
    const moved = await element(page, (it, how) => {
      const to = how === 'prepend' ? document.body : document.querySelector('#elsewhere');
      if (how !== 'moveBefore') to[how](it);
      else if (to.moveBefore) to.moveBefore(it, null);
      return it.velocityGap === window.running && it.parentNode === to;
    }, move);
    assert.ok(moved, move);
    await settle(page);
    assert.ok(await element(page, (it) => it.velocityGap === window.running), `${move}: it was started anew`);
    assert.equal(await text(page, 'h2'), title);
  }
  await page.evaluate((wanted) => document.querySelector(wanted).scrollIntoView(), tag);
  await answerAll(page);
  sameText(await profileOf(page), scored(await responseOf(page)));
  assert.equal((await told(page, 'vg-ready')).length, 1);
  await page.done();
});

test('it never takes the focus by itself, and Tab goes through it from one link of the page to the next', async () => {
  for (const skin of ['canvas', 'document']) {
    const page = await open(used, { parts: { element: `skin="${skin}"` } });
    await ready(page);
    if (skin === 'canvas') await painted(page);
    await settle(page);
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'body');
    await page.locator('#before').focus();
    const way = [];
    for (let tabs = 0; tabs < 40; ++tabs) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => document.activeElement.id || document.activeElement.shadowRoot?.activeElement.textContent || document.activeElement.localName);
      way.push(at);
      if (at === 'after') break;
    }
    assert.equal(way.at(-1), 'after', way.join());
    assert.ok(way.length > 5, way.join());
    const back = [];
    for (let tabs = 0; tabs < 40 && back.at(-1) !== 'before'; ++tabs) {
      await page.keyboard.press('Shift+Tab');
      back.push(await page.evaluate(() => document.activeElement.id || document.activeElement.shadowRoot?.activeElement.textContent || document.activeElement.localName));
    }
    assert.deepEqual(back.slice(0, -1).reverse(), way.slice(0, -1));
    await page.done();
  }
});
