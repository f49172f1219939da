// listen — takes the assessment with Orca in Firefox, by keyboard alone, and writes down what is said at each step.
//
// In      node tools/orca/listen.mjs [site folder]; VGAP_FIREFOX (firefox-esr)
// Out     one line a step on standard output: what was done, and each sentence that was spoken then;
//         listen(folder): [{did, words, said}], words: what is written where it was done
// Errors  rejects when something that has to be spoken is not
// Source  the keys of Orca's manual: r goes to the next radio button, Insert+a lets the arrow keys through to the page
// Cost    about half a minute
// Tested  tests/engines/orca.test.mjs

import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { launch } from 'puppeteer-core';
import { serve } from '../serve.mjs';
import { sit } from './desk.mjs';

const width = 1000;
const height = 900;
const patience = 60_000;  // ms

const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const begins = (words) => new RegExp(`^${escaped(words)}`);

// In the page: the words around what has the focus, as they are written there.
function wordsHere() {
  const at = document.activeElement;
  const text = (element) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const group = at.closest('fieldset');
  const labels = group ? [...group.querySelectorAll('label')] : [];
  return {
    at: group ? '' : text(at),
    question: text(group?.querySelector('legend')),
    choices: labels.map((label) => text(label.querySelector('.n'))),
    anchors: labels.map((label) => text(label.querySelector('.d'))),
    place: group ? [...group.querySelectorAll('input')].indexOf(at) : -1,
    checked: group ? [...group.querySelectorAll('input')].findIndex(({ checked }) => checked) : -1,
    main: at.matches('button.primary'),
    result: document.querySelector('.hero') !== null,
    headline: ['.number', '.hero :is(.band_bad, .band_ok)', '.say'].map((part) => text(document.querySelector(part))),
  };
}

export async function listen(folder, tell = () => {}) {
  const desk = await sit({ width, height });
  const { server, address } = await serve(folder);
  const steps = [];
  let browser;
  try {
    browser = await launch({
      browser: 'firefox',
      executablePath: process.env.VGAP_FIREFOX ?? '/usr/bin/firefox-esr',
      headless: false,
      args: [`--width=${width}`, `--height=${height}`],
      env: { ...desk.environment, GNOME_ACCESSIBILITY: '1', MOZ_CRASHREPORTER_DISABLE: '1' },
      extraPrefsFirefox: { 'accessibility.force_disabled': -1, 'webgl.force-enabled': true },
    });
    const page = await browser.newPage();
    // Pressed on the X server, so that Orca hears of it as of any key.
    function key(name) {
      const { status, stderr } = spawnSync('xdotool', ['key', name], { env: desk.environment, encoding: 'utf8' });
      if (status !== 0) throw new Error(`xdotool key ${name}: ${stderr}`);
    }
    const words = () => page.evaluate(wordsHere);
    let from = desk.said().length;

    // Does something, waits until all that `expected` gives for the words there has been said, and writes it down.
    async function step(did, act, expected = () => []) {
      await act();
      const here = await words();
      for (const pattern of expected(here)) await desk.hear(pattern, from);
      const said = desk.said();
      steps.push({ did, words: here, said: said.slice(from) });
      tell(`${did}: ${said.slice(from).join(' | ')}`);
      from = said.length;
      return here;
    }
    // A key, until the page shows its effect, another focus or screen if nothing else is named: Orca takes its time.
    async function press(name, done) {
      const where = () => `${document.title} ${[...document.querySelectorAll('*')].indexOf(document.activeElement)}`;
      const before = await page.evaluate(where);
      key(name);
      for (const end = Date.now() + patience; !(done ? await page.evaluate(done) : await page.evaluate(where) !== before);) {
        if (Date.now() > end) throw new Error(`${name} had no effect`);
      }
    }
    const tab = () => press('Tab');
    async function mainButton() {
      while (!(await words()).main) await tab();
    }
    const checked = () => document.activeElement.checked;
    const option = (at, state) => ({ choices }) => [begins(choices[at]), new RegExp(`^${state} radio button`)];
    const point = (at, state) => (here) => [...option(at, state)(here), new RegExp(`${escaped(here.anchors[at])}\\.?$`)];
    const question = (here) => [begins(here.question), ...point(0, 'not selected')(here)];

    await step('open', () => page.goto(`${address}?locale=en`), () => [/^(Page has|Finished loading)/]);  // the summary comes or not, by what else is going on
    await step('Tab to the main button', mainButton, ({ at }) => [begins(at)]);
    await step('Enter', () => press('Return'), ({ at }) => [begins(at), /^Saved/]);
    await step('Tab to the first question', tab, question);
    await step('next radio button', () => key('r'), option(1, 'not selected'));
    await step('choose', () => press('space', checked), () => [/^selected/]);
    await step('Tab to Next', mainButton, ({ at }) => [begins(at)]);
    await step('Enter', () => press('Return'), ({ at }) => [begins(at)]);
    await step('Tab to a question on a scale', tab, question);
    await step('next radio button', () => key('r'), option(1, 'not selected'));
    await step('choose', () => press('space', checked), () => [/^selected/]);
    await step('focus mode', () => key('Insert+a'), () => [/^Focus mode/]);
    await step('arrow to the next answer', () => press('Down'), point(2, 'selected'));
    await step('answer the rest', async () => {
      for (let tabs = 0; tabs < 400; ++tabs) {
        await tab();
        const here = await words();
        if (here.place >= 0 && here.checked < 0) await press('space', checked);
        if (!here.main) continue;
        await press('Return');
        if ((await words()).result) return;
      }
      throw new Error('the result never came');
    }, ({ at }) => [begins(at)]);
    const { headline } = await words();
    await step('read on', async () => {
      const heard = () => desk.said().slice(from).join(' ');
      for (let lines = 0; lines < 12 && !headline.every((part) => heard().includes(part.slice(0, 30))); ++lines) {
        const before = desk.said().length;
        key('Down');
        await desk.hear(/./, before);
      }
    }, ({ headline: parts }) => parts.map((part) => new RegExp(escaped(part.slice(0, 30)))));
    return steps;
  } finally {
    await browser?.close();
    server.close();
    await desk.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await listen(process.argv[2] ?? process.env.VGAP_SITE ?? 'build/site', console.log);
}
