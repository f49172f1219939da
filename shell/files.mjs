// files — where everything comes from that is not in the script itself: fetched beside it, checked against the hashes
// that were published with it, and shared by all assessments of a page.
//
// In      base: address of the folder; hashes: {path: "sha384-…"}; a file without one is not ours (an instrument that
//         somebody put beside ours) and is taken as it is
// Out     text(path), wasm() a WebAssembly.Module, style() a CSSStyleSheet, module(path) the script's exports
// Errors  FileError {file}: missing, cut off or other than published; PolicyError: no WebAssembly here
// Source  W3C Subresource Integrity; PRODUCT.md §3 (several on one page, one download)
// Cost    each file once, however many assessments
// Tested  tests/browser/policy.test.mjs, tests/browser/element.test.mjs

export class FileError extends Error {
  constructor(file, cause) {
    super(`${file}: ${cause?.message ?? cause}`, { cause });
    this.reason = 'file';
    this.file = file;
  }
}

export class PolicyError extends Error {
  constructor(cause) {
    super(cause?.message ?? 'no WebAssembly', { cause });
    this.reason = 'policy';
  }
}

// The smallest module there is: where a page's policy forbids WebAssembly, it cannot be compiled either.
function mayCompile() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch (error) {
    throw new PolicyError(error);
  }
}

export function makeFiles(base, hashes = {}) {
  const kept = new Map();
  // What failed once is asked for again the next time.
  const once = (path, make) => {
    if (!kept.has(path)) kept.set(path, make().catch((error) => {
      kept.delete(path);
      throw error.reason ? error : new FileError(path, error);
    }));
    return kept.get(path);
  };
  const address = (path) => new URL(path, base).href;

  async function get(path) {
    const answer = await fetch(address(path), { integrity: hashes[path] ?? '', credentials: 'same-origin' });
    if (!answer.ok) throw new FileError(path, answer.status);
    return answer;
  }

  // A server that does not know what WebAssembly is serves it all the same.
  async function compile() {
    mayCompile();
    const answer = await get('velocity-gap.wasm');
    return answer.headers.get('content-type')?.startsWith('application/wasm')
      ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
  }

  // An import cannot be given a hash, but the preload that fills its place can.
  function preload(path) {
    const link = document.createElement('link');
    if (!hashes[path] || !link.relList.supports('modulepreload')) return null;
    Object.assign(link, { rel: 'modulepreload', integrity: hashes[path], crossOrigin: 'anonymous', href: address(path) });
    return new Promise((done, failed) => {
      link.addEventListener('load', done);
      link.addEventListener('error', () => failed(new FileError(path, 'refused')));
      document.head.append(link);
    }).finally(() => link.remove());
  }

  return {
    text: (path) => once(path, async () => (await get(path)).text()),
    wasm: () => once('velocity-gap.wasm', compile),
    style: () => once('style.css', async () => new CSSStyleSheet().replace(await (await get('style.css')).text())),
    module: (path) => once(path, async () => {
      await preload(path);
      return import(address(path));
    }),
  };
}
