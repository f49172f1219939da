// pipeline — the page "in people and months": its own WebAssembly and texts, fetched when somebody opens it. It is computed
// in slices of a few milliseconds, coarse at first and finer while nobody waits for it.
//
// In      run's files, mirror, root, locale and signal (assessment.mjs), response: the answers that say which example is nearest;
//         turned: {get, set} what was turned, kept with the answers (core/answers/pipeline.hpp); show(page): puts what web/pages/given reads on the screen, or what was there before, if it is empty
// Out     open(): {act(key, value), speak(locale), close()}; act('whole'): no block is held back any more, since paper does not wait
// Errors  rejects with what failure.mjs can say; a scenario that cannot be read: {reason: 'scenario', problems}
// Source  MODEL.md §6, HOUSE.md §2
// Cost    a first picture after one slice, the top of the page first; nothing at all once it rests
// Tested  tests/browser/pipeline.test.mjs

import { sayLater, wayBack } from './follow.mjs';
import { plot } from './mirror/plots.mjs';
import { slider } from './mirror/sliders.mjs';
import { startModule } from './module.mjs';
import style from './pipeline.css';
import { wear } from './wear.mjs';

/* global VG_INTEGRITY */
const slice = 4;  // ms, so that no task keeps anybody waiting for more than twice that
const rest = 40;  // ms after which what is turned is held still, and is worked out further
const [first, perSlice] = [32, 64];  // futures (web/pipeline/simulation.hpp)
const steps = [2, 5];  // how much of the page is shown first: its heading, which gets the focus; what it finds
const partly = 8;  // so much more each time
const weights = { plot: 5, table: 5, lever: 3 };  // what takes as long as so many others
const [all, whatChanges, whileItMoves] = [0, 1, 2];  // Telling in web/pipeline/told.hpp
const frame = 16;  // ms: each is laid out and painted before the next
const pictures = [256, 1024, 4096];  // futures after which the page is shown anew, the last of them all; then with what each lever buys

// The example that is nearest to what was said of the organisation's size.
const scenarios = { up_to_10: 'team_of_8', from_11: 'team_of_8', from_26: 'engineering_of_60', from_61: 'engineering_of_60' };
const scenarioOf = ({ answers }) => scenarios[answers?.size] ?? 'company_of_400';

// The beginning of a page, and of its sections: as many blocks as weigh so much.
const weigh = ({ kind, blocks }) => (blocks ? blocks.reduce((sum, each) => sum + weigh(each), 0) : weights[kind] ?? 1);
function beginning(blocks, most) {
  let left = most;
  let whole = true;
  const part = (list) => {
    const taken = [];
    for (const block of list) {
      if (left <= 0) {
        whole = false;
        break;
      }
      const section = block.kind === 'section';
      left -= section ? 1 : weigh(block);
      taken.push(section ? { ...block, blocks: part(block.blocks) } : block);
    }
    return taken;
  };
  return { blocks: part(blocks), whole };
}

export async function open({ root, files, mirror, locale, response, turned, show, signal }) {
  if (typeof VG_INTEGRITY === 'object') files.know(VG_INTEGRITY);
  const textsOf = (tag) => files.text(`assets/pipeline/${tag}.json`);
  const shipped = (name) => files.text(`assets/scenarios/${name}.json`);
  const nearest = () => shipped(scenarioOf(JSON.parse(response())));
  // What was turned goes on from where it began: a scenario of its own, or one that ships still.
  const before = turned.get() ?? {};
  const numbers = JSON.stringify(before.turned ?? {});
  const began = () => (typeof before.scenario === 'string' ? shipped(before.scenario).catch(nearest) : JSON.stringify(before.scenario));
  const [engine, start, texts] = await Promise.all([startModule(files.wasm('pipeline.wasm'), 'vgp_'), before.scenario ? began() : nearest(), textsOf(locale)]);
  // Reading texts and scenario, what is worked out by hand, the first futures and the first picture are tasks of their own.
  const breath = async () => {
    await new Promise((done) => { setTimeout(done); });
    signal.throwIfAborted();
  };
  await breath();
  const { call, text, raw } = engine;
  let given = start;
  let problems = text(call('speak', texts));
  await breath();
  problems ||= text(call('open', given, numbers));
  if (problems && before.scenario) {
    given = await nearest();
    problems = text(call('open', given, numbers));
  }
  if (problems) throw Object.assign(new Error('scenario'), { reason: 'scenario', problems: JSON.parse(problems) });
  mirror.learn({ slider, plot });
  sayLater(mirror);
  wear(root, style);
  await breath();
  call('advance');
  await breath();
  call('advance');
  await breath();

  let timer = null;
  let futures = first;  // since it was turned last
  let told = false;  // all of the page
  let moves = false;  // a lever, and nothing else was done since; what each of them buys is not known
  function draw(telling) {
    show(raw(call('page', told ? telling : all)));  // nobody but the screen's module reads it
    told = true;
  }
  let kept = numbers;
  function keep() {
    const now = text(call('turned'));
    if (now === kept) return;
    kept = now;
    turned.set(now === '{}' ? '' : `{"scenario":${given},"turned":${now}}`);
  }
  let grows = false;
  function stop() {
    clearTimeout(timer);
    timer = null;
    grows = false;
  }
  function later(task, wait = 0) {
    stop();
    timer = setTimeout(task, wait);
  }
  // What is computed and what is shown of it are tasks of their own.
  function work() {
    const end = performance.now() + slice;
    let more = true;
    let seen = false;
    do {
      more = Boolean(call('advance'));
      futures += futures < perSlice ? first : perSlice;
      seen = !more || pictures.includes(futures);
    } while (!seen && performance.now() < end);
    later(seen ? () => { picture(more); } : work);
  }
  function picture(more) {
    stop();
    if (!more) keep();
    draw(whatChanges);
    moves &&= more;
    if (more) later(work);
  }
  // The first picture from the top down, so that a long page keeps nobody waiting either. What is there as a whole is only named.
  function grow(page, step = 0, there = 0) {
    stop();
    const most = steps[step] ?? steps.at(-1) + (step + 1 - steps.length) * partly;
    const { blocks, whole } = beginning(page.blocks, most);
    show(JSON.stringify({ ...page, blocks: blocks.map((block, at) => (at < there ? { kind: 'kept', key: block.key } : block)) }));
    told = whole;
    later(whole ? work : () => { grow(page, step + 1, blocks.length - 1); }, frame);
    grows = !whole;
  }
  // What was turned is painted before anything else is computed.
  function anew(turned = false) {
    stop();
    futures = first;
    draw(moves && turned ? whileItMoves : whatChanges);
    moves = turned;
    later(work, rest);
  }
  signal.addEventListener('abort', stop, { once: true });
  const back = wayBack(root, mirror);
  const top = JSON.parse(text(call('page', all)));
  await breath();
  grow(top);

  return {
    act(key, value) {
      if (key === 'back') {
        stop();
        keep();
        show('');
        back();
      } else if (key === 'whole') {
        if (grows) anew();
      } else if (call('act', key, value)) anew(key.startsWith('turn.'));
    },
    async speak(tag) {
      const spoken = await textsOf(tag);
      if (call('speak', spoken)) return;
      draw(all);
      if (timer) later(work);  // and no more of what was said before
    },
    close: stop,
  };
}
