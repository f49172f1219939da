// core — lint, score, report and link without a screen: one small module that runs wherever WebAssembly does.
//
// In      load(wasm): core.wasm as a module, its bytes, a Response, or a promise of one
//         sentences: a catalogue in whose language problems are told; without it they are told in English
//         documents (instrument, texts, response): JSON as text, as UTF-8 bytes, or as the object itself
// Out     {lint, score, report, link, readLink, version}: the bytes that the command line tool writes
// Errors  ProblemError: every problem with its place, code and sentence; TypeError for a wrong use
// Source  web/core_exports.json, web/core_main.cpp
// Cost    one instance of the module; the last instrument stays read
// Tested  tests/parity/headless.test.mjs

/* global VG_SENTENCES */

export class ProblemError extends Error {
  constructor(problems) {
    super(problems.map(({ argument, where, sentence }) => `${argument}${where && ` ${where}`}: ${sentence}`).join('\n'));
    this.name = 'ProblemError';
    this.problems = problems;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function bytesOf(document) {
  if (typeof document === 'string') return encoder.encode(document);
  if (ArrayBuffer.isView(document)) return new Uint8Array(document.buffer, document.byteOffset, document.byteLength);
  const text = JSON.stringify(document);
  if (text === undefined) throw new TypeError(`a document is missing: ${document}`);
  return encoder.encode(text);
}

// One language may stand alone.
const listOf = (texts) => (Array.isArray(texts) ? texts : [texts]);

// Today where this runs, as 2026-11-22.
function civilDate(now = new Date()) {
  const two = (number) => String(number).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

async function start(given) {
  const wasm = await given;
  if (!wasm) throw new TypeError('load() needs core.wasm: a module, its bytes or a Response.');
  const imports = {
    env: { emscripten_notify_memory_growth() {} },
    wasi_snapshot_preview1: { proc_exit(code) { throw new Error(`The core stopped with ${code}.`); } },
  };
  const source = typeof wasm.arrayBuffer === 'function' ? await wasm.arrayBuffer() : wasm;
  const made = await WebAssembly.instantiate(source, imports);
  const { exports } = made.instance ?? made;
  exports._initialize();
  return exports;
}

export async function load(wasm, { sentences = VG_SENTENCES } = {}) {
  const core = await start(wasm);

  // Calls with documents as (address, length) pairs, freed after the call.
  function call(name, documents, ...numbers) {
    const places = [];
    let refused;
    try {
      const words = documents.flatMap((document) => {
        const bytes = bytesOf(document);
        const address = core.malloc(bytes.length + 1);
        if (!address) throw new RangeError(`no memory for ${bytes.length} bytes`);
        places.push(address);
        new Uint8Array(core.memory.buffer).set(bytes, address);
        return [address, bytes.length];
      });
      refused = core[name](...words, ...numbers);
    } finally {
      places.forEach((address) => core.free(address));
    }
    const address = core.vgc_out();
    const text = decoder.decode(new Uint8Array(core.memory.buffer, address, core.vgc_out_length()));
    if (refused) throw new ProblemError(JSON.parse(text));
    return text;
  }

  // Everything is looked at before anything is given, so that a wrong use leaves nothing behind.
  function callWithTexts(name, documents, ...lists) {
    const given = documents.map(bytesOf);
    lists.flatMap((texts, kind) => listOf(texts).map((each) => [bytesOf(each), kind]))
      .forEach(([bytes, kind]) => call('vgc_texts', [bytes], kind));
    return call(name, given);
  }

  call('vgc_sentences', [sentences]);
  return {
    version: call('vgc_version', []),
    lint: (instrument, texts = []) => JSON.parse(callWithTexts('vgc_lint', [instrument], texts)),
    score: (instrument, response, { explain = false } = {}) => call('vgc_score', [instrument, response], explain ? 1 : 0),
    report(instrument, texts, interfaceTexts, response, { format = 'markdown', language = '', date = civilDate() } = {}) {
      return callWithTexts('vgc_report', [instrument, response, String(format), String(language), String(date)], texts, interfaceTexts);
    },
    link: (instrument, response) => call('vgc_link', [instrument, response]),
    readLink: (instrument, link) => call('vgc_read_link', [instrument, String(link)]),
  };
}
