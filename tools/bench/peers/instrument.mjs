// bench/peers/instrument — the thirty plain items on which the peers are compared, as an instrument and its texts:
// 6 pages of 5 five-point items, 8 dimensions, every seventh item reverse-keyed. Nothing in it is about leadership.
//
// In      node tools/bench/peers/instrument.mjs <folder>
// Out     <folder>/instrument.json and <folder>/en.json; the same as exports
// Errors  Node's own, when the folder cannot be written
// Tested  tests/bench/thirty_items.test.mjs

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const id = 'thirty-items';
const pages = 6, perPage = 5, dimensions = 8;
const labels = ['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree'];

const numbers = (count) => Array.from({ length: count }, (_, at) => at + 1);
const items = numbers(pages * perPage).map((number) => ({
  id: `q${number}`,
  dimension: `d${((number - 1) % dimensions) + 1}`,
  reverse: (number - 1) % 7 === 3,
}));

// The one pattern always holds: its evidence states each dimension's level in words.
export const instrument = {
  schema: 'instrument/1',
  id,
  version: '1.0.0',
  languages: ['en'],
  sources: [{ id: 'comparison' }],
  context: [],
  dimensions: numbers(dimensions).map((number) => ({ id: `d${number}`, required: { base: 100, rules: [] } })),
  items: items.map((item) => ({
    id: item.id, dimension: item.dimension, kind: 'scale', points: labels.length,
    ...(item.reverse ? { reverse: true } : {}), source: 'comparison',
  })),
  pages: numbers(pages).map((page) => ({
    id: `p${page}`, questions: items.slice((page - 1) * perPage, page * perPage).map((item) => item.id),
  })),
  patterns: [{
    id: 'levels', source: 'comparison',
    when: { all: numbers(dimensions).map((number) => ({ dimension: `d${number}`, at_least: 0 })) },
  }],
  actions: [],
};

const messages = {
  'instrument.title': 'Survey',
  'instrument.summary': 'Thirty statements about how you work.',
  'source.comparison.title': 'The survey that all compared programs show',
  'pattern.levels.name': 'Scores',
  'pattern.levels.about': 'Where each dimension stands, from 0 to 100.',
  'pattern.levels.why': 'Stated in words for whoever reads the page by ear.',
};
for (const page of numbers(pages)) messages[`page.p${page}.title`] = `Page ${page}`;
for (const number of numbers(dimensions)) {
  messages[`dimension.d${number}.name`] = `Dimension ${number}`;
  messages[`dimension.d${number}.about`] = 'The mean of its items.';
}
items.forEach((item, at) => {
  messages[`question.${item.id}.ask`] = `Item ${at + 1}: this statement describes how I usually work.`;
  messages[`question.${item.id}.why`] = 'Part of the comparison.';
  labels.forEach((label, point) => { messages[`question.${item.id}.point.${point}.label`] = label; });
});
for (const [band, name] of Object.entries({ on_pace: 'Small', drifting: 'Moderate', lagging: 'Large', stalled: 'Very large' })) {
  messages[`band.${band}.name`] = name;
  messages[`band.${band}.about`] = 'How far the scores lie below the top of the scale.';
}
export const texts = { schema: 'catalogue/1', language: 'en', messages };

export function write(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'instrument.json'), `${JSON.stringify(instrument)}\n`);
  writeFileSync(join(folder, 'en.json'), `${JSON.stringify(texts)}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!process.argv[2]) throw new Error('usage: node tools/bench/peers/instrument.mjs <folder>');
  write(process.argv[2]);
}
