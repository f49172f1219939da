// own_page — a page that is nothing but the assessment: what its address asks for, in the element #velocity-gap.
//
// In      mount(root, options) of first.mjs, with its files; ?instrument= (a–z, 0–9, hyphen; else the element's data-instrument) ?locale= ?skin=document|canvas #vg=answers
// Out     the running assessment; the document's title, language and direction are the assessment's
// Errors  as failure.mjs says them; what is no instrument's name or no language tag is passed over
// Source  PRODUCT.md §2, §5
// Tested  tests/browser

import { sayFailure } from './failure.mjs';

const root = document.getElementById('velocity-gap');
const parameters = new URLSearchParams(location.search);

function parameter(name, form) {
  const value = parameters.get(name);
  return value !== null && form.test(value) ? value : null;
}

// Answers stand behind the #, which no browser sends anywhere.
const linkForm = /^#vg=(.*)$/s;

const tell = (name, detail) => root.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));

// What the page says before there is any script, in every language; one is enough for who reads it.
function sayLoading() {
  const said = [...root.querySelectorAll('[data-say] > [lang]')];
  const wanted = [parameter('locale', /./), ...navigator.languages, 'en'].map((tag) => tag?.split('-')[0]);
  const language = wanted.find((tag) => said.some(({ lang }) => lang === tag));
  for (const words of said) words.hidden = words.lang !== language;
}
function hideLoading() {
  for (const part of root.querySelectorAll('[data-say]')) part.remove();
}

function fail(error) {
  hideLoading();
  const locale = parameter('locale', /^[A-Za-z]{2,3}/) ?? navigator.language;
  sayFailure(root, locale.split('-')[0], error, (detail) => tell('vg-error', detail));
}

// Resolves when the first screen stands, or its reason for not doing so is said.
export async function openPage(mount) {
  if (!root) return;
  sayLoading();
  addEventListener('hashchange', () => { if (linkForm.test(location.hash)) location.reload(); });
  try {
    await mount(root, {
      instrument: parameter('instrument', /^[a-z0-9-]{1,64}$/) ?? root.dataset.instrument ?? 'leadership-pipeline',
      locale: parameter('locale', /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
      prefer: navigator.languages,
      skin: parameter('skin', /^(canvas|document)$/),
      link: linkForm.exec(location.hash)?.[1] ?? null,
      shown: hideLoading,
      erased() { if (linkForm.test(location.hash)) history.replaceState(history.state, '', location.href.split('#')[0]); },
      titled(title) { document.title = title; },
      wrote(lang, dir) { Object.assign(document.documentElement, { lang, dir }); },
      failed: fail,
    });
    tell('vg-ready', {});
  } catch (error) {
    fail(error);
  }
}
