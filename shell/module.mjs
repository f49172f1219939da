// module — a WebAssembly module as functions: texts in, texts out.
//
// In      compiled: a WebAssembly.Module or a promise of one, which several may share; prefix of its functions' names;
//         imports: what it calls, beside memory that grew
// Out     call(name, ...given): a number goes as it is, a text or bytes as (address, length), freed after the call;
//         text(address): what a call gave back, null for nothing; raw(address): its bytes, until the next call; bytes(): the whole
//         memory, as long
// Errors  rejects when it cannot be fetched, compiled or started
// Source  web/exports.json, web/pipeline_exports.json, web/reading_exports.json
// Tested  tests/browser

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export async function startModule(compiled, prefix, imports) {
  const { exports } = await WebAssembly.instantiate(await compiled, {
    env: { emscripten_notify_memory_growth() {} },
    wasi_snapshot_preview1: { proc_exit(code) { throw new Error(prefix + code); } },
    ...imports,
  });
  exports._initialize();
  const bytes = () => new Uint8Array(exports.memory.buffer);
  const raw = (address) => bytes().subarray(address, address + exports[`${prefix}out_length`]());
  return {
    bytes,
    raw,
    call(name, ...given) {
      const taken = [];
      const words = given.flatMap((each) => {
        if (typeof each === 'number') return each;
        const content = typeof each === 'string' ? encoder.encode(each) : each;
        const address = exports.malloc(content.length + 1);
        taken.push(address);
        bytes().set(content, address);
        return [address, content.length];
      });
      const result = exports[prefix + name](...words);
      for (const address of taken) exports.free(address);
      return result;
    },
    text: (address) => (address ? decoder.decode(raw(address)) : null),
  };
}
