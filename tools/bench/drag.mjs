// bench/drag — the page in people and months in Chromium: from a move of a slider to the next painted estimate on a processor
// slowed down (as told, four times), and how long the tasks are that open the page and work it out, at full speed.
//
// In      the built site (VGAP_SITE), VGAP_CHROMIUM
// Out     ms of each skin, on the largest example, and of a page that has a slider, a number and nothing else, in the same browser;
//         tasks by the processor's time, which other work on the machine leaves alone
// Errors  a page that does not get there; an estimate that does not move
// Source  aimed at: 32 ms, and no task over 8 ms. "painted" as in bench/browser
// Cost    runs · 14 s
// Tested  tests/bench/run.test.mjs

import { figure, median, ratio } from './figures.mjs';
import { tasksOf } from './tasks.mjs';
import { inTurns, skins } from './visits.mjs';

const moves = 24;
const most = 40;  // months; below 16 everybody is ready in time, and the estimate stays as it is
const rests_ms = 2500;
const task_ms = 8;
const plainest = '<!doctype html><title>Plain</title><input type="range" min="0" max="60" aria-valuetext="a month"><p class="say">0</p>';

// Runs in the page: one move of the first slider that says months.
async function move(months) {
  const painted = () => new Promise((done) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(0);
    });
  });
  const shown = () => window.drawn || document.querySelector('.say').textContent;
  const slider = [...document.querySelectorAll('input[type=range]')].find((each) => /month/.test(each.getAttribute('aria-valuetext')));
  const before = shown();
  const start = performance.now();
  slider.value = months;
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  for (let frames = 0; frames < 120; ++frames) {
    const end = await painted();
    if (shown() !== before) return end - start;
  }
  throw new Error('the estimate does not move');
}

// Runs in the page: the canvas is drawn with the estimate, and its words follow (tests/browser/pipeline.test.mjs).
function countDrawn() {
  const { prototype } = WebGL2RenderingContext;
  const { drawElements } = prototype;
  prototype.drawElements = function draw(...given) {
    window.drawn = (window.drawn ?? 0) + 1;
    drawElements.apply(this, given);
  };
}

// The median of moves one after another, the page slowed down.
async function paintOf(page, slowdown) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const times = [];
  for (let at = 0; at < moves; ++at) times.push(await page.evaluate(move, most - at));
  return median(times);
}

async function visit(browser, address, skin, slowdown) {
  const context = await browser.newContext({ viewport: { width: 760, height: 900 } });
  await context.addInitScript(countDrawn);
  const page = await context.newPage();
  await page.goto(`${address}?skin=${skin}`);
  await page.waitForSelector(skin === 'canvas' ? '#velocity-gap.canvas' : '#velocity-gap h1');
  await page.waitForFunction(() => document.querySelector('#velocity-gap').velocityGap?.skin);
  const open = page.getByRole('button', { name: 'See it in people and months' });
  for (let screen = 0; screen < 30 && await open.count() === 0; ++screen) {
    await page.locator('button.primary').click();
    await page.waitForTimeout(50);
  }
  const settle = () => page.waitForTimeout(rests_ms);
  const opening = await tasksOf(browser, async () => {
    await open.click();
    await page.waitForSelector('input[type=range]', { state: 'attached' });
    await settle();
  });
  await page.evaluate(move, 25);  // whatever comes with the first one
  await settle();
  const turning = await tasksOf(browser, async () => {
    await page.evaluate(move, 24);
    await settle();
  });
  const paint = await paintOf(page, slowdown);
  const plain = await context.newPage();
  await plain.setContent(plainest);
  await plain.evaluate(() => { document.querySelector('input').oninput = ({ target }) => { document.querySelector('p').textContent = target.value; }; });
  const floor = await paintOf(plain, slowdown);
  await context.close();
  return { paint, floor, opening, turning };
}

export async function measure({ runs, slowdown }) {
  const visits = await inTurns(runs, (browser, address, skin) => visit(browser, address, skin, slowdown));
  return skins.flatMap((skin) => {
    const of = (name, value, unit) => figure(`${name}, ${skin}`, visits[skin].map(value), unit);
    return [
      of(`slider to painted estimate at ${slowdown}x slowdown`, ({ paint }) => paint, 'ms'),
      of("a plain page's slider to painted number", ({ floor }) => floor, 'ms'),
      ratio(`slider: to the plain page's, ${skin}`, visits[skin].map(({ paint }) => paint), visits[skin].map(({ floor }) => floor)),
      ...['opening', 'turning'].flatMap((when) => [
        of(`longest task, ${when}`, ({ [when]: [longest] }) => longest, 'ms'),
        of(`tasks over ${task_ms} ms, ${when}`, ({ [when]: tasks }) => tasks.filter((ms) => ms > task_ms).length, ''),
      ]),
    ];
  });
}
