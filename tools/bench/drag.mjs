// bench/drag — the page in people and months in Chromium on a processor slowed down four times: from a move of a slider to the
// next painted estimate, and the longest task while it goes on computing.
//
// In      the built site (VGAP_SITE), VGAP_CHROMIUM
// Out     ms of each skin, on the largest example
// Errors  a page that does not get there; an estimate that does not move
// Source  aimed at: 32 ms. "painted" as in bench/browser
// Cost    runs · 12 s
// Tested  tests/bench/run.test.mjs

import { figure, median } from './figures.mjs';
import { inTurns, skins } from './visits.mjs';

const slowdown = 4;
const moves = 12;

// Runs in the page: one move of the first slider that says months.
async function move(months) {
  const painted = () => new Promise((done) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(0);
    });
  });
  const said = () => document.querySelector('.say').textContent;
  const slider = [...document.querySelectorAll('input[type=range]')].find((each) => /month/.test(each.getAttribute('aria-valuetext')));
  const before = said();
  const start = performance.now();
  slider.value = months;
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  for (let frames = 0; frames < 120; ++frames) {
    const end = await painted();
    if (said() !== before) return end - start;
  }
  throw new Error('the estimate does not move');
}

async function visit(browser, address, skin) {
  const context = await browser.newContext({ viewport: { width: 760, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${address}?skin=${skin}`);
  await page.waitForSelector(skin === 'canvas' ? '#velocity-gap.canvas' : '#velocity-gap h1');
  await page.waitForFunction(() => document.querySelector('#velocity-gap').velocityGap?.skin);
  const open = page.getByRole('button', { name: 'See it in people and months' });
  for (let screen = 0; screen < 30 && await open.count() === 0; ++screen) {
    await page.locator('button.primary').click();
    await page.waitForTimeout(50);
  }
  await open.click();
  await page.waitForSelector('input[type=range]', { state: 'attached' });
  await page.waitForTimeout(1000);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration); }).observe({ entryTypes: ['longtask'] });
  });
  const times = [];
  for (let at = 0; at < moves; ++at) times.push(await page.evaluate(move, 20 - at));
  await page.waitForTimeout(500);
  const longest = await page.evaluate(() => window.longest);
  await context.close();
  return { paint: median(times), longest };
}

export async function measure({ runs }) {
  const visits = await inTurns(runs, visit);
  return skins.flatMap((skin) => [
    figure(`slider to painted estimate at 4x slowdown, ${skin}`, visits[skin].map(({ paint }) => paint), 'ms'),
    figure(`longest task of a drag at 4x slowdown (0: under 50), ${skin}`, visits[skin].map(({ longest }) => longest), 'ms'),
  ]);
}
