// first — what stands before the engine does: the mirror with its canvas, and in it the first screens as they were
// printed, which a visitor can already answer.
//
// In      root: an empty element; files (files.mjs); ahead: a promise of the first screens (ahead.mjs); the rest as
//         assessment.mjs's run
// Out     mount(root, options): the running assessment, see assessment.mjs
// Errors  rejects with what failure.mjs can say; what stands is left. Without first screens in the language, with another
//         start or with answers stored, in the address or at hand, nothing stands before the engine
// Source  PRODUCT.md §3
// Tested  tests/browser/early.test.mjs

import { showEarly } from './early.mjs';
import { makeMirror } from './mirror/mirror.mjs';
import { browserStore, holdsDraft, journalOf, keepsake, nameOfDraft } from './store/local.mjs';
import { forcedColors } from './theme.mjs';

// The engine's files are asked for when the first screen has been painted: until then the line belongs to that. Where
// nothing is painted, as in a frame without a size, that is not waited for.
const painted = () => new Promise((done) => {
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, document.hidden ? 0 : 300);
});

async function beforeEngine(root, options) {
  const { ahead, mirror, sink, signal, instrument, draft: apart = '', skin = null, keeps = true,
    shown = () => {}, titled, wrote, begun } = options;
  const name = nameOfDraft(instrument, apart);
  const store = keeps ? browserStore() : null;
  // Without a journal an answer given here would not outlive the page; a slower store may hold a draft.
  if (keeps && holdsDraft(store, name)) return null;
  const first = await ahead;
  if (!first) return null;
  if (signal.aborted) return null;
  shown();
  const early = showEarly(root, {
    mirror,
    sink,
    first,
    journal: journalOf(store, name),
    plain: (skin ?? keepsake(store, 'skin').get()) === 'document',
    possible: typeof WebGL2RenderingContext === 'function' && !forcedColors(),
    titled,
    wrote,
    begun,
    signal,
  });
  root.velocityGap = { response: early.response };
  await painted();
  return early;
}

export async function mount(root, options) {
  const { files, embedded = false, signal } = options;
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  root.append(canvas);
  const sink = { send() {}, over() {} };
  const mirror = makeMirror({ element: root, lead: canvas }, sink, { embedded, signal });
  signal.addEventListener('abort', () => root.replaceChildren(), { once: true });
  const titled = (title) => {
    mirror.name(title);
    options.titled?.(title);
  };
  const early = await beforeEngine(root, { ...options, mirror, sink, titled });
  files.wasm().catch(() => {});  // who needs it says what went wrong
  const { run } = await files.module('assessment.js');
  return run(root, { ...options, canvas, mirror, sink, early, titled });
}
