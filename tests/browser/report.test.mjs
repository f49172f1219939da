// The HTML report of the command line tool: opened by a double click it needs nothing, asks for nothing and is accessible.

import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { api, mouse, ready, takeAssessment, useBrowser, visit } from './browser.mjs';

const used = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test('the report of an assessment says the same number, without a request, a script or a violation', async () => {
  const page = await ready(await visit(used, { skin: 'document' }), 'document');
  await takeAssessment(page, mouse);
  const number = await page.locator('.hero').innerText();
  const response = await api(page, 'response');
  await page.done();
  const folder = mkdtempSync(join(tmpdir(), 'velocity-gap-report-'));
  try {
    for (const [language, colorScheme, width] of [['en', 'light', 360], ['de', 'dark', 1280]]) {
      const { status, stdout, stderr } = spawnSync(process.env.VGAP_CLI ?? 'build/native/velocity-gap',
        ['report', '--instrument', response.instrument.id, '--format', 'html', '--language', language, '-'], { input: JSON.stringify(response), encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      const path = join(folder, `report-${language}.html`);
      writeFileSync(path, stdout);
      const context = await used.browser.newContext({ colorScheme, viewport: { width, height: 800 } });
      const report = await context.newPage();
      const requests = [];
      const errors = [];
      report.on('request', (request) => requests.push(request.url()));
      report.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
      await report.goto(pathToFileURL(path).href);
      assert.equal(requests.length, 1);
      assert.deepEqual(errors, []);
      assert.equal(await report.locator('html').getAttribute('lang'), language);
      assert.ok((await report.locator('p strong').first().innerText()) === number.match(/\d+/)[0], number);
      assert.equal(await report.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      const { violations } = await context.newCDPSession(report).then(async (session) => {
        // The report's own policy forbids scripts; the inspector's are not the page's.
        await session.send('Page.setBypassCSP', { enabled: true });
        await report.reload();
        await report.evaluate(axe);
        return report.evaluate(() => window.axe.run(document));
      });
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
      await context.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
