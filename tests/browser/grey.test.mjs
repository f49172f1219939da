// Charts without colour: in a greyscale screenshot every mark stands out from the paper, marks that mean different things
// have different shapes, and bars of one shape carry their words.

import test from 'node:test';
import assert from 'node:assert/strict';
import { contrast, decodePng } from './contrast.mjs';
import { mouse, ready, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser();
const clear = 12;  // CSS px that a place must be away from the other marks

// Every lane with its marks' boxes, the words of its row, and its finding.
const charts = (page) => page.evaluate(() => [...document.querySelectorAll('.chart')].map((chart) => ({
  finding: chart.parentElement.querySelector('h2 + p')?.textContent ?? '',
  rows: [...chart.querySelectorAll('.chart_row')].map((row) => {
    const lane = row.querySelector('svg').getBoundingClientRect();
    return {
      words: [...row.querySelectorAll('span')].map(({ textContent }) => textContent.trim()),
      said: row.querySelector('svg').getAttribute('aria-label'),
      top: lane.top + scrollY, height: lane.height,
      marks: [...row.querySelectorAll('svg > *')].map((mark) => {
        const { left, width, height } = mark.getBoundingClientRect();
        const kind = mark.tagName === 'circle' ? 'dot' : width < 4 && height > 20 ? 'tick' : height > 7 ? 'bar' : height > 2.5 ? 'range' : 'line';
        return { kind, color: mark.getAttribute('class'), left, right: left + width };
      }),
    };
  }),
})));

// Where a mark can be seen by itself, or null.
function place(mark, marks) {
  const others = marks.filter((other) => other !== mark && other.kind !== 'line' && !(other.kind === 'bar' && mark.kind !== 'range') && !(other.kind === 'range'));
  for (let x = (mark.left + mark.right) / 2, step = 0; step < (mark.right - mark.left) / 2; ++step) {
    for (const at of [x + step, x - step]) {
      if (at > mark.left && at < mark.right && others.every(({ left, right }) => at < left - clear || at > right + clear || mark.kind === 'tick' || (mark.kind === 'dot' && right - left < 4 && Math.abs(at - left) > 4))) return Math.floor(at);
    }
  }
  return null;
}

for (const skin of skins) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${skin} skin, ${colorScheme}: in grey every mark is seen and known by its shape`, async () => {
      const page = await ready(await visit(used, { skin, colorScheme, height: 900 }), skin);
      await takeAssessment(page, mouse);
      await page.mouse.move(1, 1);
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' });
      const heights = new Map();
      for (const { finding, rows } of await charts(page)) {
        assert.match(finding, /^[^.]+\.$/, 'a finding in one sentence that everybody sees');
        for (const { words, said, top, height, marks } of rows) {
          assert.ok(words.length === 2 && words.every(Boolean), `a row without its words: ${words}`);
          assert.match(said, /\d|known/, `${words[0]} says no number`);
          await page.evaluate((y) => scrollTo(0, y), top - 300);
          await settled(page);
          const offset = await page.evaluate(() => scrollY);
          const image = decodePng(await page.screenshot({ clip: { x: 0, y: Math.round(top - offset) - 6, width: 760, height: Math.round(height) + 12 } }));
          const paper = image.at(20, 2);
          assert.ok(Math.max(...paper) - Math.min(...paper) <= 2, 'the screenshot is not grey');
          for (const mark of marks.filter(({ kind }) => kind !== 'line')) {
            const x = place(mark, marks);
            if (x === null) continue;
            let thick = 0;
            for (let y = 0; y < image.height; ++y) thick += contrast(image.at(x, y), paper) >= 3 ? 1 : 0;
            const meaning = `${mark.kind} ${mark.color}`;
            heights.set(meaning, [...(heights.get(meaning) ?? []), thick]);
          }
        }
      }
      const measured = [...heights].map(([meaning, list]) => ({ meaning, shape: meaning.split(' ')[0], least: Math.min(...list), most: Math.max(...list) }));
      const known = measured.map(({ meaning }) => meaning);
      for (const wanted of ['dot c-accent', 'tick c-need', 'bar c-gap', 'bar c-accent', 'bar c-soft']) assert.ok(known.includes(wanted), `${wanted} was not measured: ${known}`);
      for (const one of measured) {
        assert.ok(one.least >= 2, `${one.meaning} does not stand out from the paper in grey`);
        // Within one chart, shapes differ by their height; bars of the other chart have a row and words each.
        for (const other of measured) {
          if (one.shape === other.shape) continue;
          assert.ok(one.least > other.most + 1 || other.least > one.most + 1, `in grey ${one.meaning} (${one.least}–${one.most} px) looks like ${other.meaning} (${other.least}–${other.most} px)`);
        }
      }
      await page.done();
    });
  }
}

test('each chart’s data stands beside it as a table with headers', async () => {
  const page = await ready(await visit(used, { skin: 'document' }), 'document');
  await takeAssessment(page, mouse);
  const rows = (await charts(page)).map((chart) => chart.rows.map(({ words }) => words[0]));
  for (let left = 2; left > 0; --left) await page.getByRole('button', { name: 'Show as a table' }).first().press('Enter');
  const tables = await page.evaluate(() => [...document.querySelectorAll('table')].map((table) => ({
    caption: table.caption.textContent, head: [...table.rows[0].cells].map(({ scope }) => scope), names: [...table.rows].slice(1).map((row) => row.cells[0].textContent),
    scopes: [...table.rows].slice(1).map((row) => row.cells[0].scope), empty: [...table.querySelectorAll('td')].filter(({ textContent }) => !textContent.trim()).length,
  })));
  assert.equal(tables.length, 2);
  for (const [at, { caption, head, names, scopes, empty }] of tables.entries()) {
    assert.ok(caption && head.every((scope) => scope === 'col') && scopes.every((scope) => scope === 'row') && empty === 0);
    assert.deepEqual(names, rows[at], 'a row of the table for each row of the chart');
  }
  await page.done();
});
