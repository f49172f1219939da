// cli/prerender — the first screens as data: they fit their schema, say what the catalogues say, and end where answers decide.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { problems_of } from './json_schema.mjs';
import { file, root, run } from './program.mjs';
import { instrument as small, texts as smallTexts } from './small.mjs';

const schema = JSON.parse(readFileSync(join(root, 'assets/schemas/first_screens.schema.json'), 'utf8'));
const prerender = (...words) => run(['prerender', ...words]);
const everyKind = (name) => JSON.parse(readFileSync(join(root, 'tests/web/every_kind', name), 'utf8'));

async function screensOf(instrument, texts, ...words) {
  const { code, out, err } = await prerender('--instrument', file('instrument.json', JSON.stringify(instrument)),
    '--texts', file('en.json', JSON.stringify(texts)), '--language', 'en', ...words);
  assert.equal(code, 0, err);
  return JSON.parse(out);
}

const named = (screen, role) => screen.nodes.filter(({ r }) => r === role).map(({ n }) => n);

test('the shipped instrument has its three screens in every language, the same bytes each time', async () => {
  for (const language of ['en', 'de', 'fr', 'es']) {
    const words = ['--instrument', 'leadership-pipeline', '--language', language, '--offer', 'en=English', '--offer=de=Deutsch'];
    const { code, out, err } = await prerender(...words);
    assert.equal(code, 0, err);
    assert.equal((await prerender(...words)).out, out);
    const first = JSON.parse(out);
    assert.deepEqual(problems_of(schema, first), []);
    assert.deepEqual(first.writing, { lang: language, dir: 'ltr', shaped: false });
    assert.equal(first.screens.length, 3);
    const { messages } = JSON.parse(readFileSync(join(root, `assets/instruments/leadership-pipeline/${language}.json`), 'utf8'));
    const [intro, context, page] = first.screens;
    assert.ok(named(intro, 'heading').includes(messages['instrument.title']));
    assert.ok(named(context, 'heading').includes(messages['page.context.title']));
    assert.equal(named(context, 'group').length, 6);
    assert.ok(named(page, 'group').length >= 3);
    assert.ok(named(intro, 'button').includes('Deutsch'), 'a language that is offered');
  }
});

test('turns lead there and back, each node has a parent before it, and each choice says its answer', async () => {
  const first = JSON.parse((await prerender('--instrument', 'leadership-pipeline', '--language', 'en')).out);
  assert.deepEqual(first.screens.map(({ turns }) => Object.values(turns).sort()), [[1], [0, 2], [1]]);
  for (const { nodes, turns, focus } of first.screens) {
    const ids = new Set([0]);
    for (const { i, p } of nodes) {
      assert.ok(ids.has(p));
      ids.add(i);
    }
    for (const id of Object.keys(turns)) assert.equal(nodes.find(({ i }) => i === Number(id)).r, 'button');
    assert.equal(nodes.find(({ i }) => i === focus).r, 'heading');
  }
  const { context, items } = JSON.parse(readFileSync(join(root, 'assets/instruments/leadership-pipeline/instrument.json'), 'utf8'));
  const groups = first.screens.flatMap(({ nodes }) => nodes.filter(({ r }) => r === 'group'));
  assert.deepEqual(groups.map(({ a }) => a), [...context, ...items].slice(0, groups.length).map(({ id }) => id));
  const choices = first.screens[1].nodes.filter(({ r, p }) => r === 'radio' && p === groups[0].i).map(({ a }) => a);
  assert.deepEqual(choices, context[0].options);
  assert.equal(first.counted.length, groups.length);
});

test('screens end before what an answer decides or typing goes into, and the bar is left out where its length hangs on one', async () => {
  const [instrument, texts] = [everyKind('instrument.json'), everyKind('en.json')];
  assert.equal((await screensOf(instrument, texts)).screens.length, 1, 'a number and a text on the first page');

  const choices = { ...instrument, pages: [{ id: 'about', questions: ['tools'] }, ...instrument.pages.slice(1)] };
  const whole = await screensOf(choices, texts);
  assert.deepEqual(problems_of(schema, whole), []);
  assert.equal(whole.screens.length, 3);
  assert.deepEqual(whole.counted, [], 'the last page is asked when the one before it was answered so');
  assert.deepEqual(whole.screens[1].nodes.filter(({ r }) => r === 'checkbox').map(({ a }) => a), ['list', 'none']);

  const looking = { ...instrument.items[0], when: { context: 'tools', equals: 'list' } };
  const short = await screensOf({ ...choices, items: [looking, instrument.items[1]] }, texts);
  assert.equal(short.screens.length, 2);
  assert.deepEqual(Object.values(short.screens[1].turns), [0], 'on from here only the engine knows');

  const own = { ...instrument, pages: [{ id: 'about', questions: ['tools', 'asked', 'more'] }] };
  assert.equal((await screensOf(own, texts)).screens.length, 1, 'a question that appears on its own page');
});

test('wrong use and bad data are said with a remedy, and nothing is written', async () => {
  const broken = file('broken.json', JSON.stringify({ ...small, extra: 1 }));
  const texts = file('texts.json', JSON.stringify(smallTexts));
  for (const [words, what] of [
    [[], /--instrument/],
    [['--instrument', 'leadership-pipeline', '--language', 'it'], /no texts in the language “it”\. Use one of: /],
    [['--instrument', 'no such file', '--language', 'en'], /cannot be opened/],
    [['--instrument', broken, '--texts', texts, '--language', 'en'], /extra/],
    [['--instrument', 'leadership-pipeline', '--language', 'en', '--interface', broken], /messages/],
    [['--instrument', 'leadership-pipeline', '--language', 'en', '--interface', 'no such file'], /no such file: .*cannot be opened/],
    [['--instrument', 'leadership-pipeline', '--language', 'en', 'x'], /too much/],
  ]) {
    const { code, out, err } = await prerender(...words);
    assert.equal(code, 2, err);
    assert.match(err, what);
    assert.equal(out, '');
  }
});
