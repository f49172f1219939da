// bench/tasks — the tasks of a page's main thread while something is done, as Chromium's own tracing has them.
//
// In      browser; a call that does something in one of its pages
// Out     ms of each task of the page's thread that worked most, longest first: of the processor's time, since a task that other
//         work on the same machine does not let run takes none
// Errors  what the call throws; no task at all
// Source  Chrome DevTools Protocol, Tracing; the events RunTask, which hold all that a task does
// Tested  tests/bench/run.test.mjs

export async function tasksOf(browser, call) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline'], excludedCategories: ['*'] } });
  await call();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const runs = threads.map(({ pid, tid }) => events.filter((each) => each.pid === pid && each.tid === tid && each.name === 'RunTask' && each.ph === 'X'));
  const time = (all) => all.reduce((sum, { tdur = 0 }) => sum + tdur, 0);
  const [most] = runs.sort((a, b) => time(b) - time(a));
  if (!most?.length) throw new Error('no task was traced');
  return most.map(({ tdur = 0 }) => tdur / 1000).sort((a, b) => b - a);
}
