// Articles as pages: axe finds nothing, light and dark, at a phone's and a desk's width; nothing moves when the assessment
// comes, which it does only near the window.

import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { useBrowser } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const used = useBrowser({ asPeopleHaveIt: true });  // how near a lazy frame is when it is fetched is the browser’s own
const scratch = mkdtempSync(join(tmpdir(), 'velocity-gap-articles-'));
let articles;
after(() => {
  articles?.close();
  rmSync(scratch, { recursive: true });
});

// The site as it is built, with the assessment of this machine in place of the one at an address.
async function open({ path, ...options }) {
  if (!articles) {
    await used.started;
    const assessment = 'https://assessment.example/';
    execFileSync(process.env.VGAP_CLI ?? 'build/native/velocity-gap', ['articles', 'build', 'assets/articles', scratch, '--address', 'https://example.org', '--assessment', assessment]);
    for (const file of readdirSync(scratch, { recursive: true })) {
      if (file.endsWith('.html')) {
        writeFileSync(join(scratch, file), readFileSync(join(scratch, file), 'utf8').replaceAll(assessment, used.address).replaceAll(assessment.slice(0, -1), used.address.slice(0, -1)));
      }
    }
    // A server as anybody has one, without a policy: the pages bring their own.
    const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css' };
    articles = createServer(({ url }, response) => {
      const file = join(scratch, url);
      response.writeHead(types[extname(file)] ? 200 : 404, { 'Content-Type': types[extname(file)] ?? 'text/plain' }).end(types[extname(file)] ? readFileSync(file) : '');
    });
    await new Promise((done) => { articles.listen(0, '127.0.0.1', done); });
  }
  const context = await used.browser.newContext(options);
  const page = await context.newPage();
  page.errors = [];
  page.asked = [];
  page.on('console', (message) => { if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico')) page.errors.push(message.text()); });
  page.on('request', (request) => page.asked.push(new URL(request.url()).pathname));
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`http://127.0.0.1:${articles.address().port}/${path}`);
  return page;
}

const looks = [
  { path: 'en/readiness-evidence/index.html', colorScheme: 'light', viewport: { width: 360, height: 800 } },
  { path: 'de/four-early-signs/index.html', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  { path: 'en/index.html', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { path: 'fr/by/dimension/advancement-criteria/index.html', colorScheme: 'dark', viewport: { width: 360, height: 800 } },
];

for (const look of looks) {
  test(`${look.path}, ${look.colorScheme}, ${look.viewport.width} px: no violation, nothing beside the page`, async () => {
    const page = await open({ ...look, bypassCSP: true });
    await page.evaluate(axe);
    const { violations, incomplete, passes } = await page.evaluate(() => window.axe.run({ exclude: ['velocity-gap-frame'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    const told = (list) => list.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)}: ${any[0]?.message}`));
    assert.deepEqual(told(violations), []);
    assert.deepEqual(told(incomplete), []);
    assert.ok(passes.length > 15);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.context().close();
  });
}

test('the assessment comes when it is near, under the page’s own policy, and nothing moves', async () => {
  const page = await open({ path: 'en/run-a-calibration/index.html', viewport: { width: 760, height: 600 } });
  assert.ok(!page.asked.includes('/frame.html'), 'not before');
  await page.locator('velocity-gap-frame').evaluate((element) => { element.scrollIntoView(); });
  await page.frameLocator('velocity-gap-frame iframe').locator('h1, h2').first().waitFor();
  await page.frameLocator('velocity-gap-frame iframe').getByRole('heading', { name: 'Calibration', exact: true }).waitFor();  // what the article is about
  await page.waitForFunction(() => parseFloat(document.querySelector('velocity-gap-frame').shadowRoot.querySelector('iframe').style.height) > 300);
  assert.equal(await page.evaluate(() => window.shift), 0);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
