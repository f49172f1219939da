// What each role of the facade is for someone with a screen reader, a keyboard or a finger: found out on the mirror by
// trying it, and written as the table of web/ui/README.md. A table that no longer tells what is found fails.

import test, { before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { useBrowser } from './browser.mjs';
import { rewrites, sameLines } from './golden.mjs';
import { accessibilityTree, line } from './tree.mjs';

const top = new URL('../../', import.meta.url);
const used = useBrowser({ folder: fileURLToPath(top) });
const readme = fileURLToPath(new URL('web/ui/README.md', top));
const [begin, end] = ['<!-- controls: written by tests/browser/controls.test.mjs -->', '<!-- end of controls -->'];
const keys = ['Enter', 'Space', 'ArrowDown', 'ArrowUp', 'a'];
const keyNames = { ArrowDown: '↓', ArrowUp: '↑', a: 'letters' };

const node = (i, p, r, more = {}) => ({ i, p, r, ...more });
const scale = (more = {}) => [node(2, 1, 'group', { n: 'How often?', d: 'In the last year' }), node(3, 2, 'radio', { n: 'Seldom', d: 'Once or twice', k: 'option' }),
  node(4, 2, 'radio', { n: 'Often', k: 'option', s: 1, ...more }), node(5, 2, 'radio', { n: 'I don’t know', k: 'aside' })];
const table = [node(2, 1, 'table', { n: 'Where the gap is' }), node(3, 2, 'row'), node(4, 3, 'columnheader', { n: 'Area' }), node(5, 3, 'columnheader', { n: 'Gap' }),
  node(6, 2, 'row'), node(7, 6, 'rowheader', { n: 'Pathways' }), node(8, 6, 'cell', { n: '50' })];

// A sample of each role: the nodes beside main, and which of them it is.
const samples = {
  main: { nodes: [node(2, 1, 'text', { n: 'Words' })], at: 1 },
  section: { nodes: [node(2, 1, 'section'), node(3, 2, 'text', { n: 'Words' })], at: 2 },
  header: { nodes: [node(2, 1, 'header'), node(3, 2, 'text', { n: 'Words' })], at: 2 },
  nav: { nodes: [node(2, 1, 'nav'), node(3, 2, 'button', { n: 'Next' })], at: 2 },
  footer: { nodes: [node(2, 1, 'footer'), node(3, 2, 'button', { n: 'Erase' })], at: 2 },
  heading: { nodes: [node(2, 1, 'heading', { n: 'Your context', l: 1, s: 64 })], at: 2 },
  text: { nodes: [node(2, 1, 'text', { n: 'Words' })], at: 2 },
  span: { nodes: [node(2, 1, 'span', { n: 'Words' })], at: 2 },
  status: { nodes: [node(2, 1, 'status', { n: '' })], then: [node(2, 1, 'status', { n: 'Saved' })], at: 2 },
  quote: { nodes: [node(2, 1, 'quote', { n: 'You said' })], at: 2 },
  group: { nodes: scale(), at: 2 },
  radio: { nodes: scale({ s: 0 }), at: 3 },
  checkbox: { nodes: [node(2, 1, 'group', { n: 'Which?' }), node(3, 2, 'checkbox', { n: 'A list', k: 'option', s: 1 })], at: 3 },
  input_text: { nodes: [node(2, 1, 'input_text', { n: 'A note', v: 'x', k: 'field' })], at: 2 },
  input_number: { nodes: [node(2, 1, 'input_number', { n: 'How many', v: '5', k: 'field', s: 32 })], at: 2 },
  input_search: { nodes: [node(2, 1, 'input_search', { n: 'Search', v: 'x', k: 'field' })], at: 2 },
  slider: { nodes: [node(2, 1, 'slider', { n: 'Months to ready', v: '18 1 60 1', d: '18 months', k: 'range' })], at: 2 },
  button: { nodes: [node(2, 1, 'button', { n: 'Next', k: 'primary' })], at: 2 },
  disclosure: { nodes: [node(2, 1, 'disclosure', { n: 'Show as a table', s: 8 })], at: 2 },
  progress: { nodes: [node(2, 1, 'progress', { n: 'Questions answered', v: '3', d: '31' })], at: 2 },
  list: { nodes: [node(2, 1, 'list'), node(3, 2, 'listitem', { n: 'One' })], at: 2 },
  listitem: { nodes: [node(2, 1, 'list'), node(3, 2, 'listitem', { n: 'One' })], at: 3 },
  table: { nodes: table, at: 2 }, row: { nodes: table, at: 3 }, columnheader: { nodes: table, at: 4 }, rowheader: { nodes: table, at: 7 }, cell: { nodes: table, at: 8 },
  figure: { nodes: [node(2, 1, 'figure', { n: 'Where the gap is' }), node(3, 2, 'span', { n: 'Pathways' })], at: 2 },
  lane: { nodes: [node(2, 1, 'figure', { n: 'Where the gap is' }), node(3, 2, 'lane', { n: 'Now 0, Need 50', v: '{"marks":[]}' })], at: 3 },
  plot: { nodes: [node(2, 1, 'plot', { n: 'Two seats stay empty.', k: 'plot', v: '{"height":200,"areas":[],"lines":[],"left":[],"below":[]}' })], at: 2 },
};

let page;
before(async () => {
  await used.started;
  const context = await used.browser.newContext({ hasTouch: true, viewport: { width: 760, height: 600 } });
  page = await context.newPage();
  await page.goto(`${used.address}tests/browser/blank.html`);
  await page.evaluate(() => document.querySelector('#outside').remove());
});

// A fresh mirror that shows the sample, and what is sent from it.
const show = ({ nodes, then, at }) => page.evaluate(async ([all, later, which]) => {
  const { makeMirror } = await import('/shell/mirror/mirror.mjs');
  const { roles } = await import('/shell/mirror/roles.mjs');
  const [{ slider }, { plot }, { field }] = await Promise.all(['sliders', 'plots', 'fields'].map((name) => import(`/shell/mirror/${name}.mjs`)));
  Object.assign(roles, { slider, plot, input_search: field('input', { type: 'search' }) });
  const root = document.createElement('div');
  root.className = 'vg';
  document.querySelector('#velocity-gap').replaceWith(root);
  root.id = 'velocity-gap';
  window.sent = [];
  const mirror = makeMirror({ element: root, lead: null }, { send: (id, verb) => window.sent.push(verb), over() {} });
  // The element of a node is what its row of the table makes: caught while it is made.
  const made = new Map();
  const own = Object.fromEntries(Object.entries(roles).map(([name, row]) => [name, row.make]));
  for (const [name, row] of Object.entries(roles)) roles[name].make = (given, ...rest) => { const record = own[name].call(row, given, ...rest); made.set(given.i, record); return record; };
  mirror.apply({ nodes: all, order: all.map(({ i, p }) => [i, p]) });
  if (later) {
    mirror.apply({ nodes: later });
    await new Promise((done) => setTimeout(done, 200));  // a new status gets its text a little later
  }
  for (const [name, row] of Object.entries(roles)) row.make = own[name];
  const record = made.get(which);
  window.operated = made.get(which)?.control ?? null;
  window.touched = record.element;
  const parts = [record.element.tagName.toLowerCase(), ...[...record.element.children].filter(({ tagName }) => ['LEGEND', 'INPUT', 'CAPTION'].includes(tagName)).map(({ tagName }) => tagName.toLowerCase())];
  const type = record.control?.type && ['radio', 'checkbox', 'range'].includes(record.control.type) ? ` type=${record.control.type}` : '';
  return { element: parts.join(' + ') + type, operable: Boolean(record.control) };
}, [[node(1, 0, 'main'), ...nodes], then, at]);

// What the tree says of the sample: the words by which it can be told from its neighbours.
async function spoken({ nodes, at }, role) {
  const tree = await accessibilityTree(page);
  const sample = [node(1, 0, 'main'), ...nodes].find(({ i }) => i === at);
  const kinds = { nav: 'navigation', footer: 'sectionfooter', header: 'sectionheader', text: 'paragraph', span: 'text', quote: 'blockquote', input_text: 'textbox', input_number: 'textbox', input_search: 'searchbox',
    disclosure: 'button', progress: 'progressbar', lane: 'image', plot: 'image', figure: 'group' };
  const wanted = kinds[role] ?? role;
  const found = tree.find((one) => one.role === wanted && (!sample.n || one.name.startsWith(sample.n) || role === 'status' || role === 'quote'));
  return found ? line({ ...found, depth: 0 }) : null;
}

async function works(act) {
  await page.evaluate(() => { window.sent.length = 0; });
  await act();
  return page.evaluate(() => window.sent.length > 0);
}

async function row(role) {
  const sample = samples[role];
  const { element, operable } = await show(sample);
  const said = await spoken(sample, role);
  if (!operable) return [role, element, said ?? '(its content)', '', ''];
  const pressed = [];
  for (const key of keys) {
    await show(sample);
    await page.evaluate(() => document.body.focus());
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement === window.operated), `${role}: Tab does not come to it`);
    if (await works(() => page.keyboard.press(key))) pressed.push(keyNames[key] ?? key);
  }
  await show(sample);
  const box = await page.evaluate(() => { const { left, top: y, width, height } = window.touched.getBoundingClientRect(); return [left + width - 6, y + height / 2]; });
  const tapped = await works(() => page.touchscreen.tap(...box));
  const focusedByTap = await page.evaluate(() => document.activeElement === window.operated);
  return [role, element, said, ['Tab', ...pressed].join(', '), tapped ? 'a tap anywhere on it' : focusedByTap ? 'a tap, then typing' : assert.fail(`${role}: a tap does nothing`)];
}

test('the table of controls tells what is', async () => {
  const source = readFileSync(new URL('web/ui/node.cpp', top), 'utf8');
  const names = [...source.slice(source.indexOf('to_string(Role'), source.indexOf('to_string(Style')).matchAll(/"(\w+)"/g)].map(([, name]) => name);
  assert.deepEqual(Object.keys(samples).sort(), [...names].sort(), 'every role has its sample');
  const rows = [];
  for (const name of names) rows.push(await row(name));
  const cell = (text) => text.replaceAll('|', '\\|');
  const written = ['| role | native element | what is spoken | keys | touch |', '|---|---|---|---|---|',
    ...rows.map((cells) => `| ${cells.map((text, at) => (text && at < 3 && text !== '(its content)' ? `\`${cell(text)}\`` : cell(text))).join(' | ')} |`.replace(/ {2}\|/g, ' |'))].join('\n');
  const text = readFileSync(readme, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  assert.ok(from >= 0 && to > from, 'web/ui/README.md has lost its markers');
  const wanted = `${text.slice(0, from)}${begin}\n${written}\n${text.slice(to)}`;
  if (rewrites) return writeFileSync(readme, wanted);
  sameLines(wanted, text, 'web/ui/README.md (VGAP_REWRITE=1 writes it)');
});

test('operable roles are operated by keyboard and by touch', async () => {
  for (const [role, wanted] of Object.entries({ button: ['Enter', 'Space'], disclosure: ['Enter', 'Space'], checkbox: ['Space'], radio: ['Space', '↓', '↑'], input_text: ['letters'], input_number: ['letters'], input_search: ['letters'] })) {
    const [, , , pressed, touch] = await row(role);
    for (const key of wanted) assert.ok(pressed.split(', ').includes(key), `${role}: ${key} does nothing`);
    assert.ok(touch, role);
  }
});
