// frame — the page that stands in an <iframe> of somebody else's page: the element, and a port to the page around.
//
// In      settings behind its #, and a page around that makes itself known: see protocol.mjs
//         <meta name="velocity-gap-hosts" content="https://one https://two">: who may; without it, whoever comes first
// Out     the element's events and height to that page; its requests carried out, one after another
// Errors  a page around that says nothing: after a while the assessment works by itself; without one it is a page of its own
// Source  PRODUCT.md §3, §5
// Cost    a message for each event; nothing while nothing happens
// Tested  tests/browser/frame_*.test.mjs

import { VelocityGapAssessment } from './element.mjs';
import { events, isOrigin, longest, most, offered, request, textsOf, version } from './protocol.mjs';
import { parentRung } from './store/parent.mjs';

const patience = 3000;  // ms
const tokens = ['paper', 'card', 'ink', 'soft', 'line', 'accent', 'accent-ink', 'accent-wash', 'gap', 'gap-wash', 'ok', 'need', 'focus', 'radius', 'font'];
const attributes = ['instrument', 'locale', 'skin', 'draft', 'start'];

const page = document.documentElement;
const asked = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
const host = asked.host ?? '';

// 'self' in a policy is nobody's address where a sandbox has taken this page's origin away (WebKit); that of this script is.
const own = new URL(import.meta.url).origin;
const policy = document.createElement('meta');
policy.httpEquiv = 'Content-Security-Policy';
policy.content = `default-src 'none'; script-src ${own} 'wasm-unsafe-eval'; style-src ${own}; connect-src ${own}; img-src ${own} data:`;
document.head.append(policy);

const sheet = new CSSStyleSheet();
sheet.replaceSync('html{background:transparent}body{margin:0}');
document.adoptedStyleSheets = [sheet];

function mayTalk() {
  const named = document.querySelector('meta[name=velocity-gap-hosts]')?.content.trim();
  return isOrigin(host) && (!named || named.split(/\s+/).includes(host));
}

// {port, value} of the page around, or null.
function meet() {
  if (window.parent === window || !asked.nonce || !mayTalk()) return Promise.resolve(null);
  return new Promise((done) => {
    const over = new AbortController();
    const end = (met) => {
      over.abort();
      done(met);
    };
    addEventListener('message', (event) => {
      const met = offered(event, { parent: window.parent, host, nonce: asked.nonce });
      if (met) end(met);
    }, { signal: over.signal });
    setTimeout(end, patience, null);
    window.parent.postMessage({ vg: version, type: 'hello', nonce: asked.nonce, tokens }, host === 'null' ? '*' : host);
  });
}

// A theme of its own, or that of the page around, so that a browser leaves the frame transparent.
function paint(element, { theme, scheme }) {
  const own = ['light', 'dark'].find((name) => name === theme);
  const around = { light: 'light', normal: 'light', dark: 'dark' }[scheme] ?? 'light dark';
  page.style.colorScheme = own ?? around;
  element.theme = own ?? (around === 'light dark' ? '' : around);
}

// The settings among what a message or the address says.
function settings(object) {
  return { ...textsOf(object, ['theme', 'scheme', 'lang', ...attributes]), tokens: textsOf(object.tokens, tokens) };
}

function set(element, wanted) {
  if ('theme' in wanted || 'scheme' in wanted) paint(element, wanted);
  for (const name of attributes.filter((each) => each in wanted)) {
    // Nobody is shown what was answered on another page.
    const value = name === 'draft' ? [host, wanted.draft].filter(Boolean).join(' ') : wanted[name];
    if (element[name] !== value) element[name] = value;
  }
  for (const [name, value] of Object.entries(wanted.tokens)) element.style.setProperty(`--vg-${name}`, value);
}

// Tells the page around of what happens, and carries out what it asks for.
function speak(element, port) {
  const say = (type, more) => port.postMessage({ vg: version, type, ...more });
  for (const type of events) element.addEventListener(`vg-${type}`, ({ detail }) => say(type, { detail }));

  let told = 0;
  let failed = false;
  element.addEventListener('vg-error', () => { failed = true; });
  new ResizeObserver(() => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === told || height === 0) return;  // in a frame without a size nothing would ever be laid out again
    if (told === 0 && !failed) say('shown');
    say('height', { value: told = height });
  }).observe(element);

  const reply = (id, ok, value = null) => say('reply', { id, ok, value });
  const refuse = (id, { message, reason = 'refused', problems = [] }) => reply(id, false, { message, reason, problems });
  element.ready.then(() => reply(0, true), (error) => refuse(0, error));

  const carryOut = {
    reset: () => element.reset(),
    load: (answers) => element.load(answers),
    export: (format) => element.export(format),
  };
  let waiting = 0;
  let before = Promise.resolve();
  // One after another, each a task of its own, so that painting and typing come between them.
  function queue({ type, id, value }) {
    waiting += 1;
    const turn = before;
    before = (async () => {
      await turn;
      await new Promise((next) => { setTimeout(next); });
      await carryOut[type](value).then((found) => reply(id, true, found), (error) => refuse(id, error));
      waiting -= 1;
    })();
  }
  function unfit(value) {
    if (waiting >= most) return 'busy';
    try {
      return (typeof value === 'string' ? value : JSON.stringify(value) ?? '').length > longest ? 'long' : '';
    } catch {
      return 'refused';  // nothing that JSON can say
    }
  }

  // However often it is set before the next task, it is set once.
  let wanted = null;
  function settle(value) {
    if (!wanted) {
      setTimeout(() => {
        set(element, wanted);
        wanted = null;
      });
    }
    const news = settings(value);
    wanted = { ...wanted, ...news, tokens: { ...wanted?.tokens, ...news.tokens } };
  }

  port.addEventListener('message', ({ data }) => {
    const one = request(data);
    if (!one) return;
    if (one.newer) say('versions', { id: one.id, versions: [version] });
    else if (one.type === 'set') settle(one.value);
    else if (Object.hasOwn(carryOut, one.type)) {
      const reason = unfit(one.value);
      if (reason) refuse(one.id, { message: reason, reason });
      else queue(one);
    }
  });
  port.start();
  return say;
}

const met = await meet();
let say = () => {};

customElements.define('velocity-gap-assessment', class extends VelocityGapAssessment {
  static around = {
    embedded: window.parent !== window,
    lastRung: met && ((signal) => parentRung(met.port, signal)),
    link: asked.vg ?? null,
    linkTo: (answers) => new URL(`./#vg=${answers}`, location.href).href,
    titled(title) { document.title = title; },
    wrote(lang, dir) { Object.assign(page, { lang, dir }); },
    begun() { say('top'); },
  };
});

const element = document.createElement('velocity-gap-assessment');
element.loading = 'eager';
const wanted = settings({ theme: '', draft: '', ...asked, ...met?.value });
page.lang = wanted.lang || navigator.language;
set(element, wanted);
if (met) {
  sheet.insertRule('html{scrollbar-width:none}');  // the page around scrolls; a bar that comes and goes changes the height
  say = speak(element, met.port);
}
document.body.append(element);
