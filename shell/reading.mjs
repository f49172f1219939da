// reading — the articles: their own WebAssembly, texts and packs, fetched when somebody asks what to read. Only which ones were
// opened is remembered, here.
//
// In      run's root, files, mirror, instrument, locale and signal (assessment.mjs); profile(): the result, or null; kept: {get, set}
//         of the slugs that were read; show(page): puts what web/pages/given reads on the screen, or what was there before
// Out     open(): {act(key, value), speak(locale), renew(), close()}; back is where one was, and what had the focus has it
// Errors  rejects with what failure.mjs can say; articles that cannot be read: {reason: 'articles', problems}
// Source  issue 7, HOUSE.md §2
// Cost    nothing before it is asked for
// Tested  tests/browser/reading.test.mjs

import { letGo, sayLater, wayBack } from './follow.mjs';
import { field } from './mirror/fields.mjs';
import { linked } from './mirror/links.mjs';
import { heading, leaf, listitem } from './mirror/structure.mjs';
import { cell, columnHeader, rowHeader } from './mirror/tables.mjs';
import { startModule } from './module.mjs';
import style from './reading.css';
import { wear } from './wear.mjs';

const substitute = 'en';  // has every article

/* global VG_INTEGRITY */
export async function open({ root, files, mirror, instrument, locale, profile, kept, show, signal }) {
  if (typeof VG_INTEGRITY === 'object') files.know(VG_INTEGRITY);
  const given = (tag) => Promise.all([
    files.text(`assets/reading/${tag}.json`), files.text(`assets/instruments/${instrument}/${tag}.json`),
    files.text(`assets/articles/${tag}.json`), tag === substitute ? '' : files.text(`assets/articles/${substitute}.json`),
  ]);
  const [{ call, text }, spoken] = await Promise.all([startModule(files.wasm('reading.wasm'), 'vgr_'), given(locale)]);
  signal.throwIfAborted();
  const problems = text(call('open', ...spoken));
  if (problems) throw Object.assign(new Error(locale), { reason: 'articles', problems: JSON.parse(problems) });
  mirror.learn({ input_search: field('input', { type: 'search' }), heading: linked(heading), text: linked(leaf('p')), quote: linked(leaf('blockquote')), listitem: linked(listitem), columnheader: linked(columnHeader), rowheader: linked(rowHeader), cell: linked(cell) });
  sayLater(mirror);
  wear(root, style);

  const places = [];  // where each page was left for the one over it
  const recommend = () => show(text(call('recommended')));
  function leave() {
    call('act', 'close', '');
    places.length = 0;
  }
  // The result is another one, or is there anew: nothing lies over it.
  function renew() {
    leave();
    call('know', profile() ?? '', kept.get() ?? '');
    recommend();
  }

  // Where the button was that asked for them is now the first of them.
  const { activeElement: asked } = root.getRootNode();
  const part = root.contains(asked) ? asked.parentElement.parentElement : null;
  await letGo(root);
  renew();
  const first = part?.querySelector('.card :is(h3, h4)');
  if (asked.isConnected) asked.focus({ preventScroll: true });
  else if (first) {
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
  }

  return {
    renew,
    close() {},
    act(key, value) {
      if (key === 'left') {
        leave();
        return;
      }
      const place = wayBack(root, mirror);
      const before = call('depth');
      if (!call('act', key, value)) return;
      const depth = call('depth');
      if (depth > before) {
        places.push(place);
        kept.set(text(call('read')));
      }
      if (depth === 0) recommend();
      show(text(call('page')));
      if (depth < before) places.splice(depth)[0]();
    },
    async speak(tag) {
      if (call('speak', ...await given(tag))) return;
      recommend();
      if (call('depth')) show(text(call('page')));
    },
  };
}
