// bench/mirror — what the mirror costs after one answer on the fullest page of questions: from the engine's message to
// the DOM that shows it, script alone.
//
// In      the built site (VGAP_SITE), VGAP_CHROMIUM
// Out     µs of an update after an answer, and of building the whole page, in both skins
// Errors  a page whose messages cannot be replayed
// Source  messages of the real engine, replayed into shell/mirror many times over, because a browser's clock is coarse
// Cost    runs · 3 s
// Tested  tests/bench/run.test.mjs

import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../serve.mjs';
import { figure } from './figures.mjs';
import { flags, skins } from './visits.mjs';

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const updates = 2000;
const pages = 50;

// Keeps the engine's messages: it reads each of them with JSON.parse.
function keepMessages() {
  const own = JSON.parse;
  window.messages = [];
  JSON.parse = (text, ...more) => {
    const value = own(text, ...more);
    if (value && typeof value === 'object' && (value.nodes || value.order || value.gone)) window.messages.push(own(text));
    return value;
  };
}

// All messages up to a page that stands, and those of answering each of its questions and of changing each answer:
// replayed in a circle, each moves the bar, the words beside it or a radio.
async function record(browser, address, skin) {
  const page = await browser.newPage({ viewport: { width: 760, height: 900 } });
  await page.addInitScript(keepMessages);
  await page.goto(`${address}?skin=${skin}`);
  await page.waitForSelector(skin === 'canvas' ? '#velocity-gap.canvas main button' : '#velocity-gap main button');
  await page.waitForTimeout(300);
  await page.locator('button.primary').click();
  await page.waitForTimeout(300);
  const before = await page.evaluate(() => window.messages.length);
  const groups = await page.locator('fieldset').count();
  for (const place of [0, 1]) {
    for (let group = 0; group < groups; ++group) await page.locator('fieldset').nth(group).locator('input').nth(place).evaluate((input) => input.click());
  }
  const messages = await page.evaluate(() => window.messages);
  await page.close();
  const turns = messages.slice(before);
  if (turns.length < 2 * groups) throw new Error(`${skin}: ${turns.length} messages after ${2 * groups} answers`);
  return { build: messages.slice(0, before), turns, nodes: messages.slice(0, before).reduce((most, { order }) => Math.max(most, order?.length ?? 0), 0) };
}

function replay(browserPage, given) {
  return browserPage.evaluate(async ({ build, turns, times, rounds }) => {
    const { makeMirror } = await import('/shell/mirror/mirror.mjs');
    const fresh = () => {
      const root = document.createElement('div');
      root.id = 'velocity-gap';
      root.className = 'vg';
      document.querySelector('#velocity-gap').replaceWith(root);
      return makeMirror({ element: root, lead: null }, { send() {}, over() {} });
    };
    let mirror = fresh();
    let begin = performance.now();
    for (let round = 0; round < rounds; ++round) {
      mirror = fresh();
      build.forEach((message) => mirror.apply(message));
    }
    const building = (performance.now() - begin) / rounds;
    begin = performance.now();
    for (let time = 0; time < times; ++time) mirror.apply(turns[time % turns.length]);
    return { update_us: (1000 * (performance.now() - begin)) / times, build_us: 1000 * building };
  }, { ...given, times: updates, rounds: pages });
}

export async function measure({ runs }) {
  const site = await serve(process.env.VGAP_SITE ?? 'build/site');
  const sources = await serve(repository);
  const browser = await chromium.launch({ executablePath: process.env.VGAP_CHROMIUM ?? '/usr/bin/chromium', args: flags });
  const figures = [];
  try {
    for (const skin of skins) {
      const given = await record(browser, site.address, skin);
      const found = [];
      for (let run = 0; run < runs; ++run) {
        const page = await browser.newPage();
        await page.goto(`${sources.address}tests/browser/blank.html`);
        found.push(await replay(page, given));
        await page.close();
      }
      figures.push(figure(`mirror: update after an answer, ${given.nodes} nodes, ${skin}`, found.map((one) => one.update_us), 'µs'));
      figures.push(figure(`mirror: every message up to that page, ${skin}`, found.map((one) => one.build_us), 'µs'));
    }
  } finally {
    await browser.close();
    site.server.close();
    sources.server.close();
  }
  return figures;
}
