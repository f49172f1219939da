// assessment — one running assessment in one element: fetches what it needs, keeps the draft, carries out requests.
//
// In      root        the element; what stands in it (data-say) is shown until the first screen is there
//         instrument  id; locale: BCP 47 tag or null, which counts more than what was chosen here before; prefer: tags
//                     for who has not chosen; skin: 'canvas' | 'document' | null
//         link        answers from the end of an address, or null; linkTo(answers): such an address
//         store       a Storage or null; titled(title), wrote(lang, dir), erased(): what the page around may want to do too
// Out     root.velocityGap, for tests and for the page around: see the end of this file
// Errors  the sentence in root for a browser that cannot start it; an instrument's own problems as sentences
// Source  PRODUCT.md §2, §5
// Tested  tests/browser

import { startEngine } from './engine.mjs';
import { makeGlyphs } from './glyphs.mjs';
import { saveFile } from './keep.mjs';
import { languagesOf, nameOf, negotiate } from './locales.mjs';
import { makePage } from './page.mjs';
import { drafts, keepsake } from './storage.mjs';

export const skins = ['canvas', 'document'];

// Today where the reader is, as 2026-11-22.
function civilDate(now = new Date()) {
  const two = (number) => String(number).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

async function read(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
}

export async function mount(root, { instrument, locale: asked, prefer = [], skin, store, link = null, linkTo, titled = () => {}, wrote = () => {}, erased = () => {} }) {
  const folder = `assets/instruments/${instrument}`;
  const languages = languagesOf(instrument);
  const chosenLocale = keepsake(store, 'velocity-gap/locale');
  let locale = negotiate([asked, chosenLocale.get(), ...prefer].filter(Boolean), languages);

  function say(which) {
    for (const part of root.querySelectorAll('[data-say]')) {
      part.hidden = part.dataset.say !== which;
      for (const words of part.querySelectorAll('p[lang]')) words.hidden = words.lang !== locale;
    }
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
  const textsOf = (tag) => Promise.all([read(`${folder}/${tag}.json`), read(`assets/locales/${tag}.json`)]);

  async function run() {
    say('loading');
    const glyphs = makeGlyphs(getComputedStyle(root).fontFamily);
    const [engine, parts, texts] = await Promise.all([
      startEngine(fetch('velocity-gap.wasm'), glyphs),
      read(`${folder}/instrument.json`),
      textsOf(locale),
    ]);
    const problems = engine.create(parts, ...texts);
    if (problems) {
      sayProblems(problems);
      return;
    }

    const draft = drafts(store, instrument);
    const refused = keepsake(store, `velocity-gap/refused/${instrument}`);  // a draft that cannot be opened here
    const choice = keepsake(store, 'velocity-gap/skin');
    const wantedSkin = [skin, choice.get()].find((name) => skins.includes(name)) ?? 'canvas';
    let draftTime = null;

    const requests = {
      save() { tell('saved', draft.write(engine.draft()) ? 'yes' : 'no'); },
      erase() {
        draft.erase();
        refused.remove();
        draftTime = null;
        tell('saved', '');
        tell('draft_date', '');
        erased();
      },
      save_file() { saveFile(`${instrument}-result.json`, engine.profile()); },
      save_kept() { saveFile(`${instrument}-kept.json`, refused.get() ?? ''); },
      save_answers() { saveFile(`${instrument}-answers.json`, engine.response()); },
      save_report() { saveFile(`${instrument}-report.html`, engine.report(civilDate()), 'text/html'); },
      save_calendar() { saveFile(`${instrument}-plan.ics`, engine.calendar(civilDate()), 'text/calendar'); },
      print() { window.print(); },
      skin_document() { choose('document'); },
      skin_canvas() { choose('canvas'); },
      language(tag) { setLocale(tag); },
      link() { copyLink(); },
    };
    function tell(key, value) {
      page.tell(key, value);
      page.update();
    }
    function choose(name) {
      choice.set(name);
      page.setSkin(name);
    }
    // Where the clipboard is closed, the address bar can be copied from.
    async function copyLink() {
      const address = linkTo(engine.link());
      try {
        await navigator.clipboard.writeText(address);
        tell('link', 'copied');
      } catch {
        history.replaceState(history.state, '', address);
        tell('link', 'shown');
      }
    }
    // Dates are words too, and differ by country within a language.
    function tellDates() {
      const region = prefer.find((tag) => tag.split('-')[0] === locale.split('-')[0]) ?? locale;
      const day = new Intl.DateTimeFormat(region, { dateStyle: 'long' });
      page.tell('today', day.format());
      page.tell('draft_date', draftTime === null ? '' : day.format(draftTime));
    }

    // The last one asked for wins, however long the others take to come.
    let latest = locale;
    async function setLocale(tag) {
      if (!languages.includes(tag)) return false;
      latest = tag;
      try {
        const spoken = await textsOf(tag);
        if (latest !== tag) return false;
        if (engine.speak(...spoken)) throw new Error(tag);
      } catch {
        tell('language_failed', nameOf(tag));
        return false;
      }
      locale = tag;
      chosenLocale.set(tag);
      page.tell('language_failed', '');
      tellDates();
      page.update();
      return true;
    }

    const page = makePage({
      root,
      engine,
      glyphs,
      wanted: wantedSkin,
      titled,
      wrote,
      carryOut(what) {
        const [name, value] = what.split(':');
        requests[name]?.(value);
      },
      failed(error) {
        console.error(error);
        say('stopped');
      },
    });
    page.tell('languages', languages.map((tag) => `${tag}\t${nameOf(tag)}`).join('\n'));
    const kept = draft.read();
    if (kept && !engine.loadDraft(kept.text)) draftTime = kept.time;
    else if (kept) refused.set(kept.text);  // the next save writes over its slot
    else if (refused.get()) engine.loadDraft(refused.get());
    tellDates();
    if (link !== null) engine.openLink(link);

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
      refreshTheme: page.refreshTheme,  // after the page around has changed a token
      get accent() { return page.accent(); },
      setSkin(name) { if (skins.includes(name)) page.setSkin(name); },
      locale: () => locale,
      setLocale,
    };
    say(null);
    await page.start();
  }

  try {
    await run();
  } catch (error) {
    console.error(error);
    say('failed');
  }
}
