// engine — the module that holds the assessment, as plain functions: strings in, strings out, draw data as views.
//
// In      wasm        promise of a WebAssembly.Module, which several assessments may share
//         glyphs      the letters' source (glyphs.mjs), called by the module
// Out     an object of functions; texts are JavaScript strings, null where the module has nothing to say
// Errors  rejects when the module cannot be compiled or started
// Source  web/exports.json, web/main.cpp
// Tested  tests/browser

import { startModule } from './module.mjs';

export async function startEngine(wasm, glyphs) {
  const { call, text, bytes } = await startModule(wasm, 'vg_', { glyphs });
  glyphs.memory(bytes);

  const json = (address) => (address ? JSON.parse(text(address)) : null);
  const told = (name) => (...given) => json(call(name, ...given));
  const said = (name) => (...given) => text(call(name, ...given));
  const done = (name) => (...given) => { call(name, ...given); };

  return {
    create: told('create'),
    speak: told('speak'),
    loadDraft: told('load_draft'),
    load: told('load'),
    reset: done('reset'),
    state: said('state'),
    fact: done('fact'),
    event: (id, verb, value = '') => { call('event', id, verb, value); },
    pointer: (x, y, down) => { call('pointer', x, y, down ? 1 : 0); },
    theme: done('theme'),
    frame: told('frame'),
    draw: () => ({ header: call('draw') >> 2, buffer: bytes().buffer }),
    lost: done('lost'),
    profile: said('profile'),
    response: said('response'),
    draft: said('draft'),
    file: said('file'),
    compare: done('compare'),
    link: said('link'),
    openFile: told('open_file'),
    merge: told('merge'),
    give: told('give'),
    openLink: done('open_link'),
  };
}
