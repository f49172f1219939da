// main — the page of its own: what its address asks for, in the element #velocity-gap.
//
// In      ?instrument= (a–z, 0–9, hyphen) ?locale= ?skin=document|canvas #vg=answers
// Out     the running assessment; the document's title, language and direction are the assessment's.
//         mount (assessment.mjs) and browserStore (storage.mjs) for a page with elements of its own
// Errors  as there; what is no instrument's name or no language tag is passed over
// Source  PRODUCT.md §2, §5
// Tested  tests/browser

import { mount, skins } from './assessment.mjs';
import { browserStore } from './storage.mjs';

export { browserStore, mount };

const root = document.getElementById('velocity-gap');
const parameters = new URLSearchParams(location.search);

function parameter(name, form) {
  const value = parameters.get(name);
  return value !== null && form.test(value) ? value : null;
}

// Answers stand behind the #, which no browser sends anywhere.
const linkForm = /^#vg=(.*)$/s;
const linkTo = (answers) => `${location.href.split('#')[0]}#vg=${answers}`;

if (root) {
  addEventListener('hashchange', () => { if (linkForm.test(location.hash)) location.reload(); });
  mount(root, {
    instrument: parameter('instrument', /^[a-z0-9-]{1,64}$/) ?? 'leadership-pipeline',
    locale: parameter('locale', /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    prefer: navigator.languages,
    skin: skins.find((name) => name === parameters.get('skin')) ?? null,
    store: browserStore(),
    link: linkForm.exec(location.hash)?.[1] ?? null,
    linkTo,
    erased() { if (linkForm.test(location.hash)) history.replaceState(history.state, '', location.href.split('#')[0]); },
    titled(title) { document.title = title; },
    wrote(lang, dir) { Object.assign(document.documentElement, { lang, dir }); },
  });
}
