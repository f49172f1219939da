// kept — what this browser keeps for the site, in localStorage and in IndexedDB, looked at and changed from a test.
//
// In      functions to be run in a page of the site: page.evaluate(kept), engine.run(kept)
// Out     kept(): {local, indexed}: every key and its text; replace({local, indexed}): exactly that instead;
//         slotsOf(entries): the versions in them by age, the newest first
// Errors  none

import { unpack } from '../../shell/store/slot.mjs';

// Both stand alone: a browser gets their source.
export async function kept() {
  const database = await new Promise((done, failed) => {
    const asked = indexedDB.open('velocity-gap');
    asked.onupgradeneeded = () => asked.result.createObjectStore('kept');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const store = database.transaction('kept').objectStore('kept');
  const [keys, values] = await Promise.all(['getAllKeys', 'getAll'].map((call) => new Promise((done) => {
    store[call]().onsuccess = ({ target }) => done(target.result);
  })));
  database.close();
  return { local: { ...localStorage }, indexed: Object.fromEntries(keys.map((key, at) => [key, values[at]])) };
}

export async function replace({ local, indexed }) {
  localStorage.clear();
  for (const [key, text] of Object.entries(local)) localStorage.setItem(key, text);
  const database = await new Promise((done) => { indexedDB.open('velocity-gap').onsuccess = ({ target }) => done(target.result); });
  const work = database.transaction('kept', 'readwrite');
  work.objectStore('kept').clear();
  for (const [key, text] of Object.entries(indexed)) work.objectStore('kept').put(text, key);
  await new Promise((done) => { work.oncomplete = done; });
  database.close();
}

export const slotsOf = (entries) => Object.entries(entries).filter(([key]) => /\/[a-d]$/.test(key))
  .map(([key, packed]) => ({ key, packed, version: unpack(packed) })).sort((one, other) => other.version.sequence - one.version.sequence);
