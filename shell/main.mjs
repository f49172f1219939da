// main — starts the assessment on the page: everything is fetched at once, the first screen stands as soon as it can.
//
// In      ?instrument= (a–z, 0–9, hyphen) ?locale= ?skin=document|canvas; the element #velocity-gap
// Out     the running assessment; #velocity-gap's property velocityGap (see below)
// Errors  the sentence in index.html for a browser that cannot start it; an instrument's own problems as sentences
// Source  PRODUCT.md §2, §5
// Tested  tests/browser

import { startEngine } from './engine.mjs';
import { makeGlyphs } from './glyphs.mjs';
import { saveFile } from './keep.mjs';
import { makePage } from './page.mjs';
import { browserStore, drafts, keepsake } from './storage.mjs';

const root = document.getElementById('velocity-gap');
const parameters = new URLSearchParams(location.search);
const skins = ['canvas', 'document'];

function parameter(name, form, otherwise) {
  const value = parameters.get(name);
  return value !== null && form.test(value) ? value : otherwise;
}

const instrument = parameter('instrument', /^[a-z0-9-]{1,64}$/, 'leadership-pipeline');
const locale = parameter('locale', /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, document.documentElement.lang || 'en');

async function read(path, otherwise) {
  const answer = await fetch(path);
  if (answer.ok) return answer.text();
  if (otherwise) return read(otherwise);
  throw new Error(`${path}: ${answer.status}`);
}

function say(which) {
  for (const part of root.querySelectorAll('[data-say]')) part.hidden = part.dataset.say !== which;
}

function sayProblems(problems) {
  say('failed');
  const list = document.createElement('ul');
  for (const { where, sentence } of problems) {
    const entry = document.createElement('li');
    entry.textContent = where ? `${where}: ${sentence}` : sentence;
    list.append(entry);
  }
  root.querySelector('[data-say="failed"]').append(list);
}

async function start() {
  const family = getComputedStyle(root).fontFamily;
  const glyphs = makeGlyphs(family);
  const folder = `assets/instruments/${instrument}`;
  const [engine, ...texts] = await Promise.all([
    startEngine(fetch('velocity-gap.wasm'), glyphs),
    read(`${folder}/instrument.json`),
    read(`${folder}/${locale}.json`, locale === 'en' ? null : `${folder}/en.json`),
    read(`assets/locales/${locale}.json`, locale === 'en' ? null : 'assets/locales/en.json'),
  ]);
  const problems = engine.create(...texts);
  if (problems) return sayProblems(problems);

  const store = browserStore();
  const draft = drafts(store, instrument);
  const refused = keepsake(store, `velocity-gap/refused/${instrument}`);  // a draft that cannot be opened here
  const choice = keepsake(store, 'velocity-gap/skin');
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const wanted = [parameters.get('skin'), choice.get()].find((name) => skins.includes(name)) ?? 'canvas';

  const requests = {
    save() { tell('saved', draft.write(engine.draft()) ? 'yes' : 'no'); },
    erase() {
      draft.erase();
      refused.remove();
      tell('saved', '');
      tell('draft_date', '');
    },
    save_file() { saveFile(`${instrument}-result.json`, engine.profile()); },
    save_kept() { saveFile(`${instrument}-kept.json`, refused.get() ?? ''); },
    save_answers() { saveFile(`${instrument}-answers.json`, engine.response()); },
    print() { window.print(); },
    skin_document() { choose('document'); },
    skin_canvas() { choose('canvas'); },
  };
  function tell(key, value) {
    page.tell(key, value);
    page.update();
  }
  function choose(skin) {
    choice.set(skin);
    page.setSkin(skin);
  }

  const page = makePage({
    root,
    engine,
    glyphs,
    wanted,
    carryOut: (what) => requests[what]?.(),
    failed(error) {
      console.error(error);
      say('stopped');
    },
  });
  page.tell('today', day.format());
  const kept = draft.read();
  if (kept && !engine.loadDraft(kept.text)) page.tell('draft_date', day.format(kept.time));
  else if (kept) refused.set(kept.text);  // the next save writes over its slot
  else if (refused.get()) engine.loadDraft(refused.get());

  // For tests and for the page around: what has been answered so far, and the result's exact bytes.
  root.velocityGap = {
    response: () => JSON.parse(engine.response()),
    profile: () => engine.profile() || null,
    draft: () => engine.draft(),
    load(text) {
      const found = engine.loadDraft(text);
      page.update();
      return found;
    },
    skin: page.skin,
    setSkin(name) { if (skins.includes(name)) page.setSkin(name); },
  };
  say(null);
  await page.start();
}

start().catch((error) => {
  console.error(error);
  say('failed');
});
