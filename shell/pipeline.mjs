// pipeline — the page "in people and months": its own WebAssembly and texts, fetched when somebody opens it. It is computed
// in slices of a few milliseconds, coarse at first and finer while nobody waits for it.
//
// In      files (files.mjs); mirror, which learns the page's controls; scenario: flow/1 as JSON, or the name of a shipped one;
//         locale; show(page): puts what web/pages/given reads on the screen; left(): back to where one was; signal
// Out     openPipeline(): {act(key, value), speak(locale), scenario(), close()}
// Errors  rejects with what failure.mjs can say; a scenario that cannot be read: {reason: 'scenario', problems}
// Source  MODEL.md §6, HOUSE.md §2
// Cost    a first picture after one slice; nothing at all once it rests
// Tested  tests/browser/pipeline.test.mjs

import { plot } from './mirror/plots.mjs';
import { slider } from './mirror/sliders.mjs';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const slice = 5;  // ms
const pictures = [50, 200, 800];  // futures after which the page is shown anew; then when they are all there, and the levers

async function start(files) {
  const compiled = await files.wasm('pipeline.wasm');
  const { exports } = await WebAssembly.instantiate(compiled, {
    env: { emscripten_notify_memory_growth() {} },
    wasi_snapshot_preview1: { proc_exit(code) { throw new Error(`pipeline.wasm: ${code}`); } },
  });
  exports._initialize();
  const text = (address) => (address ? decoder.decode(new Uint8Array(exports.memory.buffer, address, exports.vgp_out_length())) : null);
  // With texts as (address, length) pairs, freed after the call.
  function call(name, ...texts) {
    const places = texts.map((each) => {
      const bytes = encoder.encode(each);
      const address = exports.malloc(bytes.length + 1);
      new Uint8Array(exports.memory.buffer).set(bytes, address);
      return [address, bytes.length];
    });
    const result = exports[`vgp_${name}`](...places.flat());
    places.forEach(([address]) => exports.free(address));
    return result;
  }
  return { call, text };
}

export async function openPipeline({ files, mirror, scenario, locale, show, left, signal }) {
  const textsOf = (tag) => files.text(`assets/pipeline/${tag}.json`);
  const [engine, given, texts] = await Promise.all([
    start(files),
    /^\s*\{/.test(scenario) ? scenario : files.text(`assets/scenarios/${scenario}.json`),
    textsOf(locale),
  ]);
  signal.throwIfAborted();
  const { call, text } = engine;
  const problems = text(call('open', given, texts));
  if (problems) throw Object.assign(new Error(scenario), { reason: 'scenario', problems: JSON.parse(problems) });
  mirror.learn({ slider, plot });

  let timer = null;
  let futures = 0;  // since it was turned last
  const draw = () => show(text(call('page')));
  function work() {
    timer = null;
    const end = performance.now() + slice;
    let more = true;
    let seen = false;
    do {
      more = Boolean(call('advance'));
      futures += 50;
      seen ||= pictures.includes(futures);
    } while (more && performance.now() < end);
    if (seen || !more) draw();
    if (more) timer = setTimeout(work);
  }
  function stop() {
    clearTimeout(timer);
    timer = null;
  }
  function anew() {
    stop();
    futures = 0;
    draw();
    timer = setTimeout(work);
  }
  signal.addEventListener('abort', stop, { once: true });
  anew();

  return {
    act(key, value) {
      if (key === 'back') {
        stop();
        left();
      } else if (call('act', key, value)) anew();
    },
    async speak(tag) {
      const spoken = await textsOf(tag);
      if (!call('speak', spoken)) draw();
    },
    scenario: () => text(call('scenario')),
    close: stop,
  };
}
