// engine — the compiled module as plain functions: strings in, strings out, draw data as views.
//
// In      wasm        promise of a WebAssembly.Module, which several assessments may share
//         glyphs      the letters' source (glyphs.mjs), called by the module
// Out     an object of functions; texts are JavaScript strings, null where the module has nothing to say
// Errors  rejects when the module cannot be compiled or started
// Source  web/exports.json, web/main.cpp
// Tested  tests/browser

import create from './velocity-gap.mjs';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export async function startEngine(wasm, glyphs) {
  const module = await new Promise((done, failed) => {
    create({
      glyphs,
      onAbort: failed,
      instantiateWasm(imports, started) {
        wasm.then((compiled) => WebAssembly.instantiate(compiled, imports)).then(started, failed);
        return {};
      },
    }).then(done, failed);
  });
  glyphs.memory(() => module.HEAPU8);

  // Calls with texts as (address, length) pairs, freed after the call.
  function withTexts(texts, call) {
    const places = texts.map((text) => {
      const bytes = typeof text === 'string' ? encoder.encode(text) : text;
      const address = module._malloc(bytes.length + 1);
      module.HEAPU8.set(bytes, address);
      return [address, bytes.length];
    });
    const result = call(...places.flat());
    places.forEach(([address]) => module._free(address));
    return result;
  }

  function text(address) {
    if (!address) return null;
    return decoder.decode(module.HEAPU8.subarray(address, address + module._vg_out_length()));
  }

  const json = (address) => (address ? JSON.parse(text(address)) : null);

  return {
    create: (...texts) => withTexts(texts, (...words) => json(module._vg_create(...words))),
    speak: (...texts) => withTexts(texts, (...words) => json(module._vg_speak(...words))),
    loadDraft: (draft) => withTexts([draft], (...words) => json(module._vg_load_draft(...words))),
    load: (answers) => withTexts([answers], (...words) => json(module._vg_load(...words))),
    reset: () => module._vg_reset(),
    state: () => text(module._vg_state()),
    fact: (key, value) => withTexts([key, value], (...words) => module._vg_fact(...words)),
    event: (id, verb, value = '') => withTexts([value], (...words) => module._vg_event(id, verb, ...words)),
    pointer: (x, y, down) => module._vg_pointer(x, y, down ? 1 : 0),
    theme(colors) {
      const address = module._malloc(colors.length);
      module.HEAPU8.set(colors, address);
      module._vg_theme(address);
      module._free(address);
    },
    frame: (width, top, height, density, skin) => json(module._vg_frame(width, top, height, density, skin)),
    draw: () => ({ header: module._vg_draw() >> 2, buffer: module.HEAPU8.buffer }),
    lost: () => module._vg_lost(),
    profile: () => text(module._vg_profile()),
    response: () => text(module._vg_response()),
    draft: () => text(module._vg_draft()),
    file: (format, today) => withTexts([format, today], (...words) => text(module._vg_file(...words))),
    compare: (answers) => withTexts([answers], (...words) => module._vg_compare(...words)),
    link: () => text(module._vg_link()),
    openFile: (bytes) => withTexts([bytes], (...words) => json(module._vg_open_file(...words))),
    merge: (base, theirs) => withTexts([base, theirs], (...words) => json(module._vg_merge(...words))),
    give: (page) => withTexts([page], (...words) => json(module._vg_give(...words))),
    openLink: (link) => withTexts([link], (...words) => module._vg_open_link(...words)),
  };
}
