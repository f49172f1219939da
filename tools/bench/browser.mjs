// bench/browser — the page in Chromium, both skins: from navigation to the first answerable question, from an
// answer to its paint, and the engine's own part of that.
//
// In      the built site (VGAP_SITE), VGAP_CHROMIUM
// Out     ms and µs of each skin; frames and timers of an idle page
// Errors  a page that does not get to its question
// Source  "painted" is a message posted from requestAnimationFrame: it arrives once that frame has been rendered
// Cost    runs · 15 s
// Tested  tests/bench/run.test.mjs

import { figure, median } from './figures.mjs';
import { inTurns, skins } from './visits.mjs';

const idle_ms = 5000;

// Runs in the page before its own scripts.
function instrumentPage() {
  const bench = { engine_ms: 0, frames: 0, timers: 0 };
  window.bench = bench;
  const painted = () => new Promise((done) => {
    window.requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(0);
    });
  });
  // Every call into the compiled module, timed; calls do not nest.
  const timed = (instance) => {
    const exports = {};
    for (const [name, value] of Object.entries(instance.exports)) {
      exports[name] = typeof value !== 'function' ? value : (...given) => {
        const start = performance.now();
        const out = value(...given);
        bench.engine_ms += performance.now() - start;
        return out;
      };
    }
    return { exports };
  };
  const own = WebAssembly.instantiate;  // of a module that is compiled already
  WebAssembly.instantiate = (...given) => own.apply(WebAssembly, given).then(timed);
  bench.firstQuestion = new Promise((done) => {
    let started = false;
    const look = async () => {
      const now = await painted();
      const start = document.querySelector('#velocity-gap button.primary');
      if (start && !started && !document.querySelector('fieldset')) {
        started = true;
        start.click();
      }
      if (document.querySelector('fieldset input')?.getBoundingClientRect().width > 0) done(now);
      else look();
    };
    look();
  });
  bench.answer = async (group, place) => {
    const input = document.querySelectorAll('fieldset')[group].querySelectorAll('input')[place];
    const before = bench.engine_ms;
    const start = performance.now();
    input.click();
    const end = await painted();
    if (!input.checked) throw new Error('the answer was not taken');
    return { ms: end - start, engine_us: 1000 * (bench.engine_ms - before) };
  };
  bench.idle = async (time_ms) => {
    const { requestAnimationFrame: frame, setTimeout: timer, setInterval: interval } = window;
    let frames = 0, timers = 0;
    window.requestAnimationFrame = (call) => { ++frames; return frame.call(window, call); };
    window.setTimeout = (...given) => { ++timers; return timer.apply(window, given); };
    window.setInterval = (...given) => { ++timers; return interval.apply(window, given); };
    await new Promise((done) => timer.call(window, done, time_ms));
    Object.assign(window, { requestAnimationFrame: frame, setTimeout: timer, setInterval: interval });
    return { frames, timers };
  };
}

async function visit(browser, address, skin, withIdle) {
  const context = await browser.newContext({ viewport: { width: 760, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(instrumentPage);
  await page.goto(`${address}?skin=${skin}`);
  const first_ms = await page.evaluate(() => window.bench.firstQuestion);
  if (skin === 'canvas') await page.waitForSelector('#velocity-gap.canvas');
  await page.waitForTimeout(300);
  const answers = [];
  let fullest = 0;
  for (let screen = 0; screen < 30 && await page.locator('fieldset').count() > 0; ++screen) {
    const inputs = await page.locator('fieldset input').count();
    const groups = await page.locator('fieldset').count();
    const here = [];
    for (let group = 0; group < groups; ++group) {
      for (const place of [1, 0]) here.push(await page.evaluate(([at, choice]) => window.bench.answer(at, choice), [group, place]));
    }
    answers.push(...here.map((one) => ({ ...one, inputs })));
    fullest = Math.max(fullest, inputs);
    await page.locator('button.primary').click();
    await page.waitForTimeout(50);
  }
  const idle = withIdle ? await page.evaluate((time) => window.bench.idle(time), idle_ms) : null;
  await context.close();
  return {
    first_ms, idle,
    paint_ms: median(answers.map((one) => one.ms)),
    engine_us: median(answers.filter((one) => one.inputs === fullest).map((one) => one.engine_us)),
  };
}

export async function measure({ runs }) {
  const visits = await inTurns(runs, (browser, address, skin, run) => visit(browser, address, skin, run === 0));
  return skins.flatMap((skin) => {
    const column = (name) => visits[skin].map((one) => one[name]);
    const { idle } = visits[skin][0];
    return [
      figure(`navigation to first answerable question, ${skin}`, column('first_ms'), 'ms'),
      figure(`answer to paint, ${skin}`, column('paint_ms'), 'ms'),
      figure(`engine's part of an answer on the fullest page, ${skin}`, column('engine_us'), 'µs'),
      { name: `idle: animation frames in 5 s, ${skin}`, value: idle.frames, unit: '' },
      { name: `idle: timers in 5 s, ${skin}`, value: idle.timers, unit: '' },
    ];
  });
}
