// A second attempt lies over the first: on the screen in both skins, after a reload, in every file with the bytes of the
// command line tool; and when it is erased nothing of either is left.

import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { api, heading, mouse, press, ready, sameText, settled, skins, takeAssessment, useBrowser, visit } from './browser.mjs';
import { decodePng, luminance } from './contrast.mjs';
import { byScript } from './visitor.mjs';

const used = useBrowser();
const first = (question, count) => (question * 7 + 3) % (count - 1);
const second = (question, count) => (question < 6 ? first(question, count) : (question * 5 + 1) % (count - 1));

// Words as they are read: the canvas skin breaks lines of its own.
const words = async (locator) => (await locator.textContent()).replace(/\s+/g, ' ').trim();
const number = async (page) => Number(await words(page.locator('.number')));
const sentence = (page) => page.locator('main p', { hasText: /^(On .* \d{4}|Earlier): / }).first();
const today = (page) => page.evaluate(() => new Intl.DateTimeFormat('sv').format());

async function takeAgain(page, answer = second) {
  await press(page, 'Take it again');
  await press(page, 'Begin again');
  await settled(page);
  await takeAssessment(page, { ...byScript, answer });
}

// A file is read some time after it was chosen: when the page says what these words say.
async function chooseFile(page, name, text, said) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, name)]);
  await chooser.setFiles({ name: 'answers.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByText(said).first().waitFor();
  await settled(page);
}

// What the command line tool makes of the two responses.
function told(format, response, { earlier, earlierDate, date }) {
  const folder = mkdtempSync(join(tmpdir(), 'velocity-gap-again-'));
  try {
    writeFileSync(join(folder, 'earlier.json'), JSON.stringify(earlier));
    const { status, stdout, stderr } = spawnSync(process.env.VGAP_CLI ?? 'build/native/velocity-gap',
      ['report', '--instrument', response.instrument.id, '--format', format, '--language', 'en', '--date', date,
        '--earlier', join(folder, 'earlier.json'), ...(earlierDate ? ['--earlier-date', earlierDate] : []), '-'],
      { input: JSON.stringify(response), encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const skin of skins) {
  test(`${skin} skin: taken again, the first result lies under the second, also after a reload, until it is erased`, async () => {
    const page = await ready(await visit(used, { skin }), skin);
    await takeAssessment(page, { ...byScript, answer: first });
    const before = await number(page);
    await press(page, 'Take it again');
    await page.getByText('This result stays').waitFor();
    await press(page, 'Begin again');
    await settled(page);
    assert.equal(await heading(page), 'Your context');
    assert.equal(await page.locator('input:checked').count(), await page.locator('fieldset').count(), 'the context is filled in');
    assert.equal(await page.getByText(/filled\s+in\s+as\s+you\s+described/).count(), 1);
    await takeAssessment(page, { ...(skin === 'canvas' ? mouse : byScript), answer: second });

    const look = async () => {
      const now = await number(page);
      assert.notEqual(now, before);
      const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format();
      assert.match(await words(sentence(page)), new RegExp(`^On ${day}: ${before}\\. Now: ${now}\\. The gap is ${Math.abs(now - before)} points? `));
      const lanes = page.locator('svg[aria-label*="Need"]');
      for (let at = 0; at < await lanes.count(); ++at) {
        const label = await lanes.nth(at).getAttribute('aria-label');
        assert.match(label, /^Now \S+, Need \d+, Gap \S+, Before \d+, Change [+−]?\d+$/);
        assert.equal(await lanes.nth(at).locator('.c-ring').count(), 1, label);
      }
      await isSeen(page);
    };
    await look();
    const draft = await api(page, 'draft');
    await page.reload();
    await ready(page, skin);
    await press(page, 'Go on where you were');
    await settled(page);
    if (skin === 'canvas') await page.waitForSelector('#velocity-gap.canvas');
    await look();
    assert.equal(await api(page, 'draft'), draft);

    await press(page, 'Erase my answers');
    await press(page, 'Erase them');
    await settled(page);
    assert.doesNotMatch(await api(page, 'draft'), /earlier/);
    const left = await page.evaluate(() => Object.entries(localStorage).filter(([, value]) => /earlier|response/.test(value)));
    assert.deepEqual(left, []);
    await page.reload();
    await ready(page, skin);
    await takeAssessment(page, { ...byScript, answer: first });
    assert.equal(await sentence(page).count(), 0);
    assert.equal(await page.locator('.c-ring').count(), 0);
    await page.done();
  });
}

// The ring is on the screen, whoever has drawn it: dark at its rim, and not in its middle.
async function isSeen(page) {
  // One that lies apart from the other marks of its row.
  const place = await page.evaluate(() => {
    for (const ring of document.querySelector('#velocity-gap').querySelectorAll('.c-ring')) {
      const middle = (mark) => { const { left, right } = mark.getBoundingClientRect(); return (left + right) / 2; };
      const others = [...ring.parentNode.querySelectorAll('circle:not(.c-ring), .c-need')];
      if (others.some((mark) => Math.abs(middle(mark) - middle(ring)) < 24)) continue;
      ring.parentNode.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = ring.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    return null;
  });
  assert.ok(place, 'a ring that stands alone');
  await settled(page);
  const image = decodePng(await page.screenshot({ clip: { x: Math.round(place.x) - 12, y: Math.round(place.y) - 12, width: 24, height: 24 } }));
  const above = Array.from({ length: 6 }, (_, y) => luminance(image.at(12, y + 2)));  // past the lane's line
  const within = luminance(image.at(12, 9));
  assert.ok((within + 0.05) / (Math.min(...above) + 0.05) > 3, `rim ${Math.min(...above)}, middle ${within}`);
}

test('every file tells of the earlier attempt with the bytes of the command line tool', async () => {
  const page = await ready(await visit(used, { skin: 'document' }), 'document');
  await takeAssessment(page, { ...byScript, answer: first });
  await takeAgain(page);
  const response = await api(page, 'response');
  const { earlier } = JSON.parse(await api(page, 'draft'));
  const date = await today(page);
  assert.equal(earlier.date, date);
  const given = { earlier: earlier.response, earlierDate: earlier.date, date };
  for (const [name, file, format] of [['Save a report', 'report.html', 'html'], ['Report as text', 'report.md', 'markdown'], ['Save a table', 'table.csv', 'csv']]) {
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, name)]);
    assert.equal(download.suggestedFilename(), `leadership-pipeline-${file}`);
    sameText(readFileSync(await download.path(), 'utf8'), told(format, response, given));
  }
  await page.done();
});

test('an earlier result comes out of a file; one that cannot be compared with is refused in words, and nothing changes', async () => {
  const page = await ready(await visit(used, { skin: 'document' }), 'document');
  await takeAssessment(page, { ...byScript, answer: first });
  const answers = await api(page, 'response');
  await chooseFile(page, 'Compare with an earlier result', '{"schema":"<img src=x onerror=alert(1)>"}', 'This file cannot be compared with.');
  assert.match(await words(page.locator('main')), /This file cannot be compared with\. Nothing has changed\..*<img src=x onerror=alert\(1\)>/);
  assert.equal(await page.locator('main img').count(), 0);
  assert.equal(await sentence(page).count(), 0);
  await chooseFile(page, 'Compare with an earlier result', 'x'.repeat(9 << 20), /at most 8388608/);
  assert.match(await words(page.locator('main')), /at most 8388608/);

  const file = structuredClone(answers);
  for (const item of Object.keys(file.answers)) if (typeof file.answers[item] === 'number') file.answers[item] = 0;
  await chooseFile(page, 'Compare with an earlier result', JSON.stringify(file), /^Earlier: /);
  assert.match(await words(sentence(page)), /^Earlier: \d+\. Now: \d+\. /);
  assert.doesNotMatch(await words(page.locator('main')), /cannot be compared/);
  assert.deepEqual(await api(page, 'response'), answers);
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.textContent ?? document.activeElement.textContent), 'Your velocity gap');

  await press(page, 'Forget the earlier result');
  await press(page, 'Forget it');
  await settled(page);
  assert.equal(await sentence(page).count(), 0);
  assert.doesNotMatch(await api(page, 'draft'), /earlier/);
  await page.done();
});

test('the report is copied as text; where the clipboard is closed that is said, and the file is offered', async () => {
  let page = await ready(await visit(used, { skin: 'document', permissions: ['clipboard-read', 'clipboard-write'] }), 'document');
  await takeAssessment(page, { ...byScript, answer: first });
  await press(page, 'Copy as text');
  await page.getByText('The report is copied as text.').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Report as text')]);
  sameText(await page.evaluate(() => navigator.clipboard.readText()), readFileSync(await download.path(), 'utf8'));
  await press(page, 'Copy a link');
  await page.getByText('The link is copied.').waitFor();
  await press(page, 'Copy as text');
  await page.getByText('The report is copied as text.').waitFor();
  await page.done();

  page = await ready(await visit(used, { skin: 'document', init: () => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) } });
  } }), 'document');
  await takeAssessment(page, { ...byScript, answer: first });
  await press(page, 'Copy as text');
  await page.getByText('This page may not use the clipboard. “Report as text” saves the same as a file.').waitFor();
  await page.done();
});
