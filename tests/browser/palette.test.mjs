// Contrast of every pair of tokens that meet, in each palette, from the style sheet itself: light, dark, and both for
// whoever asks for more contrast.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { contrast, decodePng } from './contrast.mjs';

const css = readFileSync(new URL('../../shell/style.css', import.meta.url), 'utf8');

// The blocks of tokens in the order of the sheet, each under the condition of its query.
const blocks = [...css.matchAll(/(?:@(media|supports) ([^{]+) \{\s*(?:html \{[^}]*\}\s*)?)?\.vg \{([^}]*--vg-[^}]*)\}/g)].map(([, kind, condition = '', block]) => ({
  condition: condition.trim(),
  supports: kind === 'supports',
  tokens: Object.fromEntries([...block.matchAll(/--vg-([\w-]+): ((?:[^;()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+?)(?: !important)?;/g)].map(([, name, value]) => [name, value])),
}));
const names = { accent: 'house', 'accent-ink': 'own-ink', 'accent-wash': 'own-wash', focus: 'own-focus' };
const tokens = ['paper', 'card', 'ink', 'soft', 'line', 'accent', 'accent-ink', 'accent-wash', 'gap', 'gap-wash', 'ok', 'need', 'focus'];

// The palette of whoever has these preferences, as the cascade makes it where the page around sets nothing.
function palette(scheme, ...preferences) {
  const holds = ({ condition, supports }) => !supports && (condition === '' || preferences.includes(condition));
  const found = Object.assign({}, ...blocks.filter(holds).map((block) => block.tokens));
  const paper = preferences.includes('print');
  const value = (name) => found[name]
    .replace(/^var\(--vg-[\w-]+, (.*)\)$/, '$1').replace(/^light-dark\((#\w+), (#\w+)\)$/, scheme === 'dark' ? '$2' : '$1')
    .replace(/^var\(--vg-([\w-]+)\)$/, (all, other) => value(other));
  return Object.fromEntries(tokens.map((name) => [name, value(paper ? `use-${name}` : names[name] ?? `use-${name}`)]));
}

const more = '(prefers-contrast: more)';
const palettes = { light: palette('light'), dark: palette('dark'), 'light, more contrast': palette('light', more), 'dark, more contrast': palette('dark', more), 'paper of a dark screen': palette('light', 'print') };

const text = { paper: ['ink', 'soft', 'accent', 'gap', 'ok'], card: ['ink', 'soft', 'accent', 'gap', 'ok'], 'accent-wash': ['ink', 'soft', 'accent', 'ok'], 'gap-wash': ['gap'], accent: ['accent-ink'], ink: ['paper'] };
const shapes = { paper: ['focus', 'accent', 'need', 'gap', 'soft', 'ok'], card: ['focus', 'soft', 'accent', 'gap', 'need'], 'accent-wash': ['accent'], line: ['accent'] };
const moreShapes = { paper: ['line'], card: ['line'] };
const moreText = 7;

function below(colors, pairs, least) {
  return Object.entries(pairs).flatMap(([under, overs]) => overs
    .map((over) => ({ over, under, found: contrast(colors[under], colors[over]) }))
    .filter(({ found }) => found < least)
    .map(({ over, found }) => `${over} on ${under}: ${found.toFixed(2)}, not ${least}`));
}

for (const [name, colors] of Object.entries(palettes)) {
  test(`${name}: text 4.5, shapes and focus 3`, () => {
    assert.equal(Object.keys(colors).length, 13);
    for (const [token, color] of Object.entries(colors)) assert.match(color, /^#[0-9a-f]{6}$/, token);
    assert.deepEqual([...below(colors, text, 4.5), ...below(colors, shapes, 3)], []);
    if (name.includes('more')) assert.deepEqual([...below(colors, { paper: text.paper, card: text.card }, moreText), ...below(colors, moreShapes, 3)], []);
  });
}

test('the five palettes differ, and the rule sees a colour that is too pale', () => {
  assert.equal(new Set(Object.values(palettes).map((colors) => JSON.stringify(colors))).size, 5);
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.deepEqual(below({ ...palettes.light, soft: '#a0a0a0' }, { card: ['soft'] }, 4.5), ['soft on card: 2.61, not 4.5']);
});

test('a browser without light-dark() gets the light palette', () => {
  const [plain] = blocks.filter(({ supports }) => supports);
  for (const name of tokens) {
    const token = names[name] ?? `use-${name}`;
    assert.equal(plain.tokens[token].replace(/^var\(--vg-[\w-]+, (.*)\)$/, '$1'), palettes.light[name], name);
  }
});

test('a screenshot is read as it was written', () => {
  const chunk = (kind, data) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(kind, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0]);
  const rows = Buffer.from([1, 10, 20, 30, 1, 1, 1, 2, 5, 5, 5, 255, 0, 0]);  // filters "left" and "up"
  const image = decodePng(Buffer.concat([Buffer.alloc(8), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]));
  assert.deepEqual([image.at(0, 0), image.at(1, 0), image.at(0, 1), image.at(1, 1)], [[10, 20, 30], [11, 21, 31], [15, 25, 35], [10, 21, 31]]);
});
