// stores — stand-ins for what shell/store asks of a browser, for tests that run without one.
//
// In      nothing
// Out     memory(): a Storage; slowly(storage): a rung that answers later, as IndexedDB does; world(): tabs with a channel
//         whose messages are delivered when the test says so; answersOf, merged: a draft that is a small JSON object
// Errors  none

import { localRung } from '../../shell/store/local.mjs';
import { openStore } from '../../shell/store/ladder.mjs';

export function memory() {
  const kept = new Map();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => { kept.set(key, String(value)); },
    removeItem: (key) => { kept.delete(key); },
  };
}

export const blocked = { swap() { throw new DOMException('blocked', 'SecurityError'); } };
export const silent = { swap: () => new Promise(() => {}) };
export const refusing = { swap: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };

export function slowly(storage) {
  const rung = localRung(storage);
  return { swap: async (changes, keys) => rung.swap(changes, keys) };
}

globalThis.addEventListener ??= () => {};
globalThis.document ??= { addEventListener() {}, hidden: false };

// A draft here is {question: answer}; of two answers to one question mine stays, as in core/answers/merge.
export function merged(base, ours, theirs) {
  const [was, mine, yours] = [base, ours, theirs].map((text) => JSON.parse(text ?? '{}'));
  const both = {};
  for (const question of [...new Set([...Object.keys(mine), ...Object.keys(yours)])].sort()) {
    const answer = mine[question] === was[question] ? yours[question] : mine[question];
    if (answer !== undefined) both[question] = answer;
  }
  return JSON.stringify(both);
}

// One tab: its answers, and the store that keeps them.
export function world() {
  const channels = new Set();
  let writing = null;
  globalThis.BroadcastChannel = class {
    constructor(name) {
      Object.assign(this, { name, queue: [], tab: writing });
      channels.add(this);
    }
    postMessage(data) {
      for (const other of channels) if (other !== this && other.name === this.name) other.queue.push(data);
    }
    close() { channels.delete(this); }
  };
  // Delivers what tabs that are awake were told; whether there was anything.
  function deliver() {
    let any = false;
    for (const channel of channels) {
      if (channel.tab?.frozen || !channel.queue.length) continue;
      any = true;
      channel.onmessage({ data: channel.queue.shift() });
    }
    return any;
  }
  async function open(rungs, instrument = 'x') {
    const ending = new AbortController();
    const tab = { answers: {}, frozen: false, status: [], merges: 0, end: () => ending.abort() };
    writing = tab;
    tab.store = openStore(instrument, {
      ...rungs,
      signal: ending.signal,
      said: (what) => tab.status.push(what),
      merge(theirs, base) {
        tab.merges += 1;
        const both = merged(base, JSON.stringify(tab.answers), theirs);
        tab.answers = JSON.parse(both);
        return both;
      },
      erased() { tab.answers = {}; },
    });
    writing = null;
    tab.opened = await tab.store.open();
    tab.answers = JSON.parse(tab.opened.text ?? '{}');
    tab.answer = (question, value) => {
      tab.answers[question] = value;
      tab.store.write(JSON.stringify(Object.fromEntries(Object.entries(tab.answers).sort())));
    };
    return tab;
  }
  return { open, deliver };
}
