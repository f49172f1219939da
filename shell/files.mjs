// files — where everything comes from that is not in the script itself: fetched beside it, checked against the hashes
// that were published with it, and shared by all assessments of a page.
//
// In      base: address of the folder; hashes: {path: "sha384-…" or, of data, "sha256-…"}; a file without one is not ours (an instrument that
//         somebody put beside ours) and is taken as it is
// Out     text(path), wasm(path) a WebAssembly.Module, style() a CSSStyleSheet, module(path) the script's exports; know(hashes)
//         of what a script fetches that was itself fetched later
// Errors  FileError {file}: missing, cut off or other than published; PolicyError: no WebAssembly here, or {file} is refused
// Source  W3C Subresource Integrity; PRODUCT.md §3 (several on one page, one download)
// Cost    each file once, however many assessments
// Tested  tests/browser/damaged.test.mjs, tests/browser/policy.test.mjs, tests/browser/element.test.mjs

export class FileError extends Error {
  constructor(file, cause) {
    super(`${file}: ${cause?.message ?? cause}`, { cause });
    this.reason = 'file';
    this.file = file;
  }
}

export class PolicyError extends Error {
  constructor(cause, file) {
    super(`${file ?? 'WebAssembly'}: ${cause?.message ?? cause}`, { cause });
    this.reason = 'policy';
    this.file = file;
  }
}

// The smallest module there is: where a page's policy forbids WebAssembly, it cannot be compiled either.
export function mayCompile() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch (error) {
    throw new PolicyError(error);
  }
}

export function makeFiles(base, given = {}) {
  const hashes = { ...given };
  const kept = new Map();
  const times = new Map();  // that a file was asked for
  // What failed once is asked for again the next time.
  const once = (path, make) => {
    if (!kept.has(path)) {
      times.set(path, (times.get(path) ?? -1) + 1);
      kept.set(path, told(path, make).catch((error) => {
        kept.delete(path);
        throw error.reason ? error : new FileError(path, error);
      }));
    }
    return kept.get(path);
  };
  // What the page's policy refuses fails like anything else; this event alone says so, a moment later.
  async function told(path, make) {
    let refused = false;
    const hear = ({ blockedURI }) => { refused ||= /^http/.test(blockedURI) && address(path).startsWith(blockedURI); };
    document.addEventListener('securitypolicyviolation', hear);
    try {
      return await make();
    } catch (error) {
      await new Promise((later) => setTimeout(later));
      throw refused ? new PolicyError(error, path) : error;
    } finally {
      document.removeEventListener('securitypolicyviolation', hear);
    }
  }
  const address = (path) => new URL(path, base).href;

  async function get(path, href = address(path)) {
    const answer = await fetch(href, { integrity: hashes[path] ?? '', credentials: 'same-origin' });
    if (!answer.ok) throw new FileError(path, answer.status);
    return answer;
  }

  // A server that does not know what WebAssembly is serves it all the same.
  async function compile(path) {
    const answer = await get(path);
    try {
      return await (answer.headers.get('content-type')?.startsWith('application/wasm')
        ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer()));
    } catch (error) {
      // Asked beforehand, this would stand in the way of a slow phone's first answer.
      mayCompile();
      throw error;
    }
  }

  // An import cannot be given a hash, but what takes its place beforehand can.
  function stand(kind, path, attributes) {
    const element = document.createElement(kind);
    Object.assign(element, { integrity: hashes[path], crossOrigin: 'anonymous' }, attributes);
    return new Promise((done, failed) => {
      element.addEventListener('load', done);
      element.addEventListener('error', () => failed(new FileError(path, 'refused')));
      document.head.append(element);
    }).finally(() => element.remove());
  }

  // WebKit heeds the hash of a script but not of a preload. Where a policy lets no text be a script's address, or the
  // server is the page's own, which could as well lie about the page, the file is fetched and checked first.
  async function check(path, href) {
    if (!hashes[path]) return;
    // Firefox takes a second preload of what the page has preloaded itself for one that failed.
    const laid = navigator.vendor === '' && document.querySelector(`link[rel=modulepreload][integrity="${hashes[path]}"]`);
    if (!laid && !navigator.vendor.startsWith('Apple')) {
      await stand('link', path, { rel: 'modulepreload', href });
      return;
    }
    if (!laid && new URL(href).origin !== location.origin) {
      try {
        await stand('script', path, { type: 'module', src: href });
        return;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
    }
    await (await get(path, href)).blob();
  }

  return {
    know: (more) => { Object.assign(hashes, more); },
    text: (path) => once(path, async () => (await get(path)).text()),
    wasm: (path = 'velocity-gap.wasm') => once(path, () => compile(path)),
    style: () => once('style.css', async () => new CSSStyleSheet().replace(await (await get('style.css')).text())),
    // A page keeps a script that did not come as one that never will, under its address.
    module: (path) => once(path, async () => {
      const href = address(path) + (times.get(path) ? `?again=${times.get(path)}` : '');
      await check(path, href);
      return import(href);
    }),
  };
}
