// module — a WebAssembly module without a screen, as functions: strings in, strings out.
//
// In      files (files.mjs); the module's file; the name of the function that tells the length of what was given back
// Out     call(name, ...texts): each text goes as (address, length) and is freed after the call; text(address): what a call
//         gave back, null for nothing
// Errors  rejects when it cannot be fetched, compiled or started
// Source  web/pipeline_exports.json, web/reading_exports.json
// Tested  tests/browser/pipeline.test.mjs, tests/browser/reading.test.mjs

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export async function startModule(files, file, length) {
  const compiled = await files.wasm(file);
  const { exports } = await WebAssembly.instantiate(compiled, {
    env: { emscripten_notify_memory_growth() {} },
    wasi_snapshot_preview1: { proc_exit(code) { throw new Error(`${file}: ${code}`); } },
  });
  exports._initialize();
  return {
    call(name, ...texts) {
      const places = texts.map((each) => {
        const bytes = encoder.encode(each);
        const address = exports.malloc(bytes.length + 1);
        new Uint8Array(exports.memory.buffer).set(bytes, address);
        return [address, bytes.length];
      });
      const result = exports[name](...places.flat());
      places.forEach(([address]) => exports.free(address));
      return result;
    },
    text: (address) => (address ? decoder.decode(new Uint8Array(exports.memory.buffer, address, exports[length]())) : null),
  };
}
