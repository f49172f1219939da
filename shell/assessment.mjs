// assessment — one running assessment in one element: starts the engine, keeps the draft, carries out requests.
//
// In      root, its canvas, mirror and sink (first.mjs); early: what stands there already, or null; files (files.mjs)
//         instrument  id; draft: a name, where two of one instrument are to be kept apart
//         locale      BCP 47 tag or null, which counts more than what was chosen here before; prefer: tags for who has
//                     not chosen; skin: 'canvas' | 'document' | null
//         link        answers from the end of an address, or null; linkTo(answers): such an address
//         kept        a draft to go on with at once, or null; keeps: whether anything is to be stored at all
//         flowAlone   whether the page in people and months is offered before anything is answered
//         start       id of the dimension whose questions come first, where nobody has begun yet; or null
//         lastRung(signal)    where to keep it if this browser will not: store/parent.mjs in a frame, or null
//         shown(), titled(title), wrote(lang, dir), begun() a screen, erased(), changed(state, response, profile),
//         failed(error): what the page around may want to do too; signal: ends everything
// Out     what the page around may do with it: see the end of this file
// Errors  rejects with what failure.mjs can say: files, policy, an instrument's own problems; failed() for what comes later
// Source  PRODUCT.md §2, §3, §5
// Tested  tests/browser

import { languageOf } from './ahead.mjs';
import { replay } from './early.mjs';
import { startEngine } from './engine.mjs';
import { makeGlyphs } from './glyphs.mjs';
import { pickFile, saveFile } from './keep.mjs';
import { languagesOf, nameOf } from './locales.mjs';
import { makeOpener } from './open.mjs';
import { makePage } from './page.mjs';
import { indexedRung } from './store/indexed.mjs';
import { openStore } from './store/ladder.mjs';
import { browserStore, journalOf, localRung, nameOfDraft } from './store/local.mjs';

// Today where the reader is, as 2026-11-22.
function civilDate(now = new Date()) {
  const two = (number) => String(number).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const skins = ['canvas', 'document'];
const explained = 'leadership-pipeline';  // what the articles are about

export async function run(root, {
  canvas, mirror, sink, early = null, files, signal, embedded = false,
  instrument, draft: apart = '', locale: asked = null, prefer = [], skin = null, start = null, flowAlone = false, kept = null, link = null,
  linkTo = (answers) => `${location.href.split('#')[0]}#vg=${answers}`, keeps = true, lastRung = null,
  shown = () => {}, titled = () => {}, wrote = () => {}, begun = () => {}, erased = () => {}, changed = null, failed = () => {},
}) {
  signal.throwIfAborted();  // taken off the page before it had come
  const folder = `assets/instruments/${instrument}`;
  const languages = languagesOf(instrument);
  const name = nameOfDraft(instrument, apart);
  const storage = keeps ? browserStore() : null;
  const slow = keeps ? [indexedRung(signal), lastRung?.(signal)].filter(Boolean) : [];
  const store = openStore(name, { local: localRung(storage), slow, alone: !keeps, signal, said, merge, erased: erasedElsewhere });
  const journal = journalOf(storage, name);
  const [chosenLocale, choice, refused, read] = ['locale', 'skin', `refused/${name}`, `read/${name}`].map(store.keep);  // refused: a draft that cannot be opened here; read: articles
  const glyphs = makeGlyphs(getComputedStyle(root).fontFamily);
  const starting = startEngine(files.wasm(), glyphs);
  starting.catch(() => {});  // told below
  await store.ready;
  signal.throwIfAborted();
  let locale = languageOf({ instrument, locale: asked, prefer, chosen: chosenLocale.get() });
  const textsOf = (tag) => Promise.all([files.text(`${folder}/${tag}.json`), files.text(`assets/locales/${tag}.json`)]);

  const [engine, parts, texts] = await Promise.all([starting, files.text(`${folder}/instrument.json`), textsOf(locale)]);
  signal.throwIfAborted();
  const problems = engine.create(parts, ...texts);
  if (problems) throw Object.assign(new Error(instrument), { reason: 'instrument', problems });

  const stored = await store.open();
  signal.throwIfAborted();
  // Done on a page that was closed before the engine came, where this one shows no first screens: it is a draft.
  let replayed = null;
  if (!early && stored.text === null && replay(journal, engine)) {
    replayed = engine.draft();
    engine.create(parts, ...texts);
  }
  const wantedSkin = [skin, choice.get()].find((each) => skins.includes(each)) ?? 'canvas';
  let draftTime = null;
  let offered = null;    // a draft, as it was stored
  let heard = false;     // that another tab has erased
  let standing = false;  // whether there is a screen to tell it on

  const requests = {
    save() {
      const draft = engine.draft();
      tellDates(draft);
      store.write(draft);
      page.update();
      if (engine.profile()) opened.reading?.renew();
      report();
    },
    erase() {
      if (!heard) store.erase();
      delete opened.reading;
      draftTime = null;
      for (const fact of ['saved', 'stored', 'kept', 'elsewhere', 'draft_date']) page.tell(fact, '');
      page.update();
      erased();
      report();
    },
    save_file() { saveFile(`${instrument}-result.json`, engine.profile()); },
    // What the next save writes over, and this version could not take over whole.
    keep_earlier() {
      refused.set(offered);
      tell('kept', 'yes');
    },
    save_kept() { saveFile(`${instrument}-kept.json`, refused.get() ?? ''); },
    save_newer() { saveFile(`${instrument}-newer.json`, stored.newer); },
    save_answers() { saveFile(`${instrument}-answers.json`, made('pack')); },
    save_report() { saveFile(`${instrument}-report.html`, made('html'), 'text/html'); },
    save_text() { saveFile(`${instrument}-report.md`, made('markdown'), 'text/markdown'); },
    save_table() { saveFile(`${instrument}-table.csv`, made('csv'), 'text/csv'); },
    save_calendar() { saveFile(`${instrument}-plan.ics`, made('calendar'), 'text/calendar'); },
    copy_text() { copy(made('markdown'), 'text_copied', () => 'text_not_copied'); },
    open_earlier() { compare(); },
    print() { window.print(); },
    skin_document() { choose('document'); },
    skin_canvas() { choose('canvas'); },
    language(tag) { setLocale(tag); },
    link() { copyLink(); },
    open_file() { opener.choose(); },
    flow() { open('flow', 'pipeline.js'); },
    given(what) { act('flow', what); },
    reading(what) {
      if (what) act('reading', what);
      else open('reading', 'reading.js');
    },
  };
  function said(saved) {
    if (saved === 'yes') journal.remove();
    page.tell('saved', saved);
    if (standing) page.update();
  }
  // What was written in another tab: the text that holds both, or null when nothing was begun here.
  function merge(theirs, base) {
    const { screen, answered } = JSON.parse(engine.state());
    const begun = screen !== 'intro' || answered > 0 || JSON.parse(engine.draft()).pipeline !== undefined;
    const { problems, taken, differing } = engine.merge(base ?? '', theirs);
    if (problems) refused.set(theirs);
    else if (begun) page.tell('elsewhere', differing.length > 0 ? 'differs' : taken > 0 ? 'merged' : 'same');
    else draftTime = Date.now();
    tellDates();
    page.update();
    report();
    return begun ? engine.draft() : null;
  }
  function erasedElsewhere() {
    heard = true;
    engine.reset();
    page.update();
    heard = false;
  }
  function report() {
    changed?.(JSON.parse(engine.state()), JSON.parse(engine.response()), engine.profile() || null);
  }
  // Its problems, or null.
  function offer(draft) {
    offered = draft;
    return engine.loadDraft(draft);
  }
  function tell(key, value) {
    page.tell(key, value);
    page.update();
  }
  function choose(name) {
    choice.set(name);
    page.setSkin(name);
  }
  const made = (format) => engine.file(format, civilDate());
  async function copy(text, copied, closed) {
    page.tell('shared', '');  // the same once more is said once more
    try {
      await navigator.clipboard.writeText(text);
      tell('shared', copied);
    } catch {
      tell('shared', closed());
    }
  }
  // Where the clipboard is closed, the address bar can be copied from, if it is that of this page.
  function copyLink() {
    const address = linkTo(engine.link());
    copy(address, 'link_copied', () => {
      if (window.parent !== window) return 'link_not_copied';
      history.replaceState(history.state, '', address);
      return 'link_shown';
    });
  }
  async function compare() {
    const text = await pickFile();
    if (text === null || signal.aborted) return;
    engine.compare(text);
    page.update();
  }
  // A page that is fetched when it is opened (web/pages/given); while it comes, the screen before it says so.
  const opened = {};
  async function open(fact, path) {
    tell(fact, 'coming');
    try {
      const { open: begin } = await files.module(path);
      opened[fact]?.close();
      opened[fact] = await begin({
        root, files, mirror, instrument, locale, response: engine.response, profile: engine.profile, kept: read, signal,
        turned: { get: () => JSON.parse(engine.draft()).pipeline, set: (pipeline) => engine.fact('pipeline', pipeline) },
        show(given) {
          engine.give(given);
          page.update();
        },
      });
      page.tell(fact, '');
    } catch {
      tell(fact, signal.aborted ? '' : 'failed');
    }
  }
  function act(fact, what) {
    const at = what.indexOf('=');
    opened[fact]?.act(what.slice(0, at), what.slice(at + 1));
  }
  // Dates are words too, and differ by country within a language.
  function tellDates(draft = engine.draft()) {
    const region = prefer.find((tag) => tag.split('-')[0] === locale.split('-')[0]) ?? locale;
    const day = new Intl.DateTimeFormat(region, { dateStyle: 'long' });
    page.tell('today', day.format());
    page.tell('civil_today', civilDate());
    const earlier = JSON.parse(draft).earlier?.date;
    page.tell('earlier_date', earlier ? day.format(new Date(`${earlier}T12:00`)) : '');
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
    for (const each of Object.values(opened)) each.speak(tag).catch(() => {});
    return true;
  }

  const page = makePage({
    root,
    canvas,
    mirror,
    sink,
    signal,
    engine,
    glyphs,
    wanted: wantedSkin,
    titled,
    wrote,
    begun,
    carryOut(what) {
      const [name] = what.split(':', 1);
      requests[name]?.(what.slice(name.length + 1));
    },
    failed(error) {
      root.classList.remove('canvas');
      root.style.height = '';
      failed(Object.assign(error, { reason: 'stopped' }));
    },
  });
  const opener = makeOpener(root, {
    signal,
    take(bytes) {
      engine.openFile(bytes);
      page.update();
    },
    refused(why) { tell('file', why); },
  });
  page.tell('languages', languages.map((tag) => `${tag}\t${nameOf(tag)}`).join('\n'));
  page.tell('stored', stored.found);
  if (instrument === explained) page.tell('reading', '');
  const text = stored.text ?? replayed;
  if (kept && !engine.load(kept)) {
    draftTime = stored.time;
    if (stored.text !== null && stored.text !== kept) engine.merge(kept, stored.text);  // changed in another tab meanwhile
  } else if (text !== null && !offer(text)) {
    draftTime = stored.time ?? Date.now();
    if (refused.get()) page.tell('kept', 'yes');
  } else if (text !== null) refused.set(text);  // the next save writes over its slot
  else if (refused.get()) offer(refused.get());
  if (replayed !== null) store.write(replayed);
  tellDates();
  if (link !== null) engine.openLink(link);
  if (start) page.tell('start', start);
  if (flowAlone) page.tell('flow_alone', 'yes');

  const control = {
    state: () => JSON.parse(engine.state()),
    response: () => JSON.parse(engine.response()),
    profile: () => engine.profile() || null,
    draft: () => engine.draft(),
    // Offers a draft on the intro.
    load(text) {
      const found = offer(text);
      page.update();
      return found;
    },
    // Goes on with a draft, or opens answers for review; the problems, or null.
    open(text) {
      const found = engine.load(text);
      page.update();
      return found;
    },
    reset() {
      engine.reset();
      page.update();
    },
    export(format) {
      const files = { profile: engine.profile, answers: engine.response, draft: engine.draft, link: engine.link, report: () => made('html'), text: () => made('markdown'), table: () => made('csv'), calendar: () => made('calendar') };
      if (!Object.hasOwn(files, format)) throw new RangeError(`${format}: ${Object.keys(files).join(', ')}`);
      return files[format]() || null;
    },
    skin: page.skin,
    refreshTheme: page.refreshTheme,
    get accent() { return page.accent(); },
    setSkin(wanted) { if (skins.includes(wanted)) page.setSkin(wanted); },
    locale: () => locale,
    setLocale,
  };
  if (!early) shown();
  early?.takeOver(engine);
  standing = true;
  await page.start();
  root.velocityGap = control;
  return control;
}
