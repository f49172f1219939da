// element — <velocity-gap-assessment>, the assessment on anybody's page. register.mjs gives it its name.
//
// In      attributes, which are properties too: instrument, locale (a tag or "auto": the page's language, then the
//         browser's), theme ("light", "dark" or "auto": the page's color-scheme), skin ("canvas", "document" or "auto"),
//         loading ("lazy" or "eager"), start (id of a dimension: its questions come first, where nobody has begun yet), draft (a name, where two of the same instrument on one page are to be kept apart)
//         What stands in it is shown until the first screen is there, and if it never comes; slot="after": on the result
// Out     events vg-ready, vg-start, vg-progress, vg-answer, vg-complete, vg-plan, vg-accent, vg-error;
//         methods reset, load, export; properties ready, response, profile
// Errors  an alert in words in its place, the page's own fallback beside it, and vg-error {reason, message}
// Source  PRODUCT.md §3; velocity_gap.d.ts
// Cost    nothing but this script until it comes near the window
// Tested  tests/browser/element*.test.mjs

import { askAhead } from './ahead.mjs';
import { sayFailure } from './failure.mjs';
import { makeFiles } from './files.mjs';

/* global VG_INTEGRITY */
let files = null;  // of all elements of the page
const reflected = ['instrument', 'locale', 'theme', 'skin', 'loading', 'draft', 'start'];
const skins = ['canvas', 'document'];
const isName = /^[a-z0-9-]{1,64}$/;
const isTag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

let base = null;
// What stands before style.css comes: nothing of ours, and the page's own fallback in a box.
function baseStyle() {
  if (!base) {
    base = new CSSStyleSheet();
    base.replaceSync(':host{display:block;-webkit-text-size-adjust:100%;text-size-adjust:100%}:host([hidden]),.vg[hidden]{display:none}.vg-failure{padding:16px 24px;border:1px solid}');
  }
  return base;
}

export class VelocityGapAssessment extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = reflected;
  // Where its files lie: beside this script, unless a bundler has carried it away from them.
  static base = import.meta.url;
  // Options of run (assessment.mjs) that a page of ours around it knows better: frame.mjs has some.
  static around = {};

  #box = null;
  #near = null;      // watches for it to come near the window
  #ending = null;    // ends what runs
  #control = null;   // what runs, once it does
  #kept = null;      // the draft of one that was taken off the page
  #slots = {};
  #ready = null;
  #answers = {};     // as the page was told last
  #screen = '';

  constructor() {
    super();
    const tree = this.attachShadow({ mode: 'open' });
    tree.adoptedStyleSheets = [baseStyle()];
    for (const name of ['', 'after']) {
      const slot = document.createElement('slot');
      if (name) slot.name = name;
      this.#slots[name] = slot;
    }
    this.#slots.after.hidden = true;
    this.#box = document.createElement('div');
    this.#box.className = 'vg';
    this.#box.hidden = true;
    tree.append(this.#slots[''], this.#box, this.#slots.after);
    this.#promise();
  }

  connectedCallback() {
    for (const name of reflected) this.#upgrade(name);
    if (this.#ending) return;
    if (this.loading === 'eager' || this.#kept) this.#start();
    else this.#watch();
  }

  // Moved within the page, it is back before this comes to anything.
  disconnectedCallback() {
    queueMicrotask(() => { if (!this.isConnected) this.#end(); });
  }

  connectedMoveCallback() {}

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === 'theme') this.#theme();
    if (name === 'locale') this.#control?.setLocale(this.#locale());
    if (name === 'skin') this.#control?.setSkin(skins.includes(now) ? now : 'canvas');
    if ((name === 'instrument' || name === 'draft') && this.#ending) {
      this.#end({ keep: false });
      if (this.isConnected) this.#start();
    }
  }

  // Resolves with the element when the first screen stands; rejects when none will.
  get ready() { return this.#ready.promise; }
  get response() { return this.#control?.response() ?? null; }
  get profile() { return this.#control?.profile() ?? null; }
  // For tests, and for who wants to look closer.
  get velocityGap() { return this.#control; }

  async reset() {
    await this.ready;
    this.#control.reset();
  }
  // Answers or a draft, as text or object; rejects with every problem, and then nothing has changed.
  async load(answers) {
    await this.ready;
    const problems = this.#control.open(typeof answers === 'string' ? answers : JSON.stringify(answers));
    this.#know();
    if (problems) throw Object.assign(new Error(problems.map(({ sentence }) => sentence).join('\n')), { problems });
  }
  async export(format = 'profile') {
    await this.ready;
    return this.#control.export(format);
  }

  // A property that was set before the class was known hides the accessor of the same name.
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  #promise() {
    this.#ready = {};
    this.#ready.promise = new Promise((done, failed) => Object.assign(this.#ready, { done, failed }));
    this.#ready.promise.catch(() => {});
  }

  #locale() {
    return isTag.test(this.locale) ? this.locale : null;
  }

  #theme() {
    for (const name of ['light', 'dark']) this.#box.classList.toggle(name, this.theme === name);
  }

  #watch() {
    this.#near ??= new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#start();
    }, { rootMargin: '100% 0px' });
    this.#near.observe(this);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  async #start() {
    this.#near?.disconnect();
    files ??= makeFiles(VelocityGapAssessment.base, VG_INTEGRITY);
    const ending = new AbortController();
    this.#ending = ending;
    const { signal } = ending;
    const kept = this.#kept;
    this.#kept = null;
    this.#screen = kept ? '' : 'intro';  // what was done before the engine came is told when it has come
    const options = {
      files,
      signal,
      embedded: true,
      instrument: isName.test(this.instrument) ? this.instrument : 'leadership-pipeline',
      draft: this.draft,
      locale: this.#locale(),
      prefer: [this.closest('[lang]')?.lang, ...navigator.languages].filter(Boolean),
      skin: skins.includes(this.skin) ? this.skin : null,
      start: isName.test(this.start) ? this.start : null,
      kept,
      link: /^#vg=(.*)$/s.exec(location.hash)?.[1] ?? null,
      shown: () => {
        this.#slots[''].hidden = true;
        this.#box.hidden = false;
      },
      ...this.constructor.around,
      changed: (...now) => this.#changed(...now),
      failed: (error) => this.#fail(error),
    };
    const { skin } = this;
    try {
      const ahead = askAhead(files, options);
      const [style, { mount }] = await Promise.all([files.style(), files.module('first.js')]);
      if (signal.aborted) return;
      this.shadowRoot.adoptedStyleSheets = [style, baseStyle()];
      this.#theme();
      const control = await mount(this.#box, { ...options, ahead });
      if (signal.aborted) return;
      this.#control = control;
      // What was set meanwhile.
      if (this.skin !== skin) control.setSkin(skins.includes(this.skin) ? this.skin : 'canvas');
      if (this.#locale() !== options.locale) await control.setLocale(this.#locale());
      if (signal.aborted) return;
      this.#know();
      this.#tell('vg-ready', { instrument: this.instrument || 'leadership-pipeline', locale: control.locale() });
      this.#ready.done(this);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  #fail(error) {
    // Of what never became whole nothing is left to press; what was answered there is kept for the next time.
    if (!this.#control) {
      this.#ending.abort();
      this.#box.replaceChildren();
    }
    this.#slots[''].hidden = false;
    this.#box.hidden = false;
    const language = (this.#locale() ?? this.closest('[lang]')?.lang ?? navigator.language).split('-')[0];
    sayFailure(this.#box, language, error, (detail) => this.#tell('vg-error', detail));
    this.#ready.failed(error);
  }

  // Where it stands, as the page around need not be told: it opened that itself, or its visitor was here before.
  #know() {
    const { screen, answered } = this.#control.state();
    this.#screen = this.start && answered === 0 ? 'intro' : screen;  // who has answered nothing has begun nothing
    this.#answers = this.#control.response().answers;
    this.#slots.after.hidden = screen !== 'result';
  }

  // state: {answered, of, screen}
  #changed(state, { answers }, profile) {
    const was = this.#screen;
    this.#screen = state.screen;
    if (was === 'intro' && state.screen !== 'intro') this.#tell('vg-start', {});
    const changed = [...new Set([...Object.keys(answers), ...Object.keys(this.#answers)])]
      .filter((question) => JSON.stringify(answers[question]) !== JSON.stringify(this.#answers[question]));
    this.#answers = answers;
    for (const question of changed) this.#tell('vg-answer', { question, answer: answers[question] ?? null });
    if (changed.length > 0) this.#tell('vg-progress', { answered: state.answered, of: state.of });
    this.#slots.after.hidden = state.screen !== 'result';
    if (state.screen === 'result' && was !== 'result') {
      const detail = JSON.parse(profile);
      this.#tell('vg-complete', detail);
      this.#tell('vg-plan', detail.plan ?? null);
    }
  }

  #end({ keep = true } = {}) {
    this.#near?.disconnect();
    this.#near = null;
    if (!this.#ending) return;
    this.#kept = keep ? this.#control?.draft() ?? null : null;
    this.#ending.abort();
    this.#ending = null;
    this.#control = null;
    this.#answers = {};
    this.#screen = '';
    this.#box.hidden = true;
    this.#slots[''].hidden = false;
    this.#slots.after.hidden = true;
    this.#box.replaceChildren();
    delete this.#box.velocityGap;
    this.#box.removeAttribute('style');
    this.#box.className = 'vg';
    this.#promise();
  }
}

// An attribute that is not there is an empty property, except where HTML has a default of its own.
for (const name of reflected) {
  Object.defineProperty(VelocityGapAssessment.prototype, name, {
    configurable: true,
    enumerable: true,
    get() { return this.getAttribute(name) ?? ''; },
    set(value) {
      if (value === null || value === undefined || value === '') this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}
