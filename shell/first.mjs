// first — what stands before the engine does: the mirror with its canvas, into which the first screens come.
//
// In      root: an empty element; files (files.mjs); the rest as assessment.mjs's run
// Out     mount(root, options): the running assessment, see assessment.mjs
// Errors  rejects with what failure.mjs can say; root is left empty
// Source  PRODUCT.md §3
// Tested  tests/browser

import { makeMirror } from './mirror/mirror.mjs';

export async function mount(root, options) {
  const { files, embedded = false, signal } = options;
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  root.append(canvas);
  const sink = { send() {}, over() {} };
  const mirror = makeMirror({ element: root, lead: canvas }, sink, { embedded, signal });
  signal.addEventListener('abort', () => root.replaceChildren(), { once: true });
  const { run } = await files.module('assessment.js');
  return run(root, { ...options, canvas, mirror, sink });
}
