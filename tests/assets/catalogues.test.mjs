// assets/catalogues — every language says everything that English says, in its own plural forms and with its own marks.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { run } from '../cli/program.mjs';

const read = (path) => JSON.parse(readFileSync(new URL(`../../assets/${path}`, import.meta.url), 'utf8'));
const list = (path) => readdirSync(new URL(`../../assets/${path}`, import.meta.url));
const isCatalogue = (name) => /^[a-z]{2,3}(-\w+)*\.json$/.test(name);
const folders = ['locales', ...list('instruments').map((id) => `instruments/${id}`)];

const forms = (message) => (typeof message === 'string' ? [message] : Object.values(message));
const placeholders = (text) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join();
const bold = (text) => text.split('**').length - 1;

for (const folder of folders) {
  const english = read(`${folder}/en.json`).messages;
  for (const file of list(folder).filter(isCatalogue)) {
    const { language, messages } = read(`${folder}/${file}`);

    test(`${folder}/${file} has every message and no other`, () => {
      assert.equal(`${language}.json`, file);
      assert.deepEqual(Object.keys(messages).filter((id) => !(id in english)), []);
      assert.deepEqual(Object.keys(english).filter((id) => !(id in messages)), []);
    });

    test(`${folder}/${file}: placeholders, bold marks and plural forms are those that are needed`, () => {
      // "many" is French and Spanish for millions, which no sentence here counts to.
      const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((form) => form !== 'many');
      const wrong = [];
      for (const [id, message] of Object.entries(messages)) {
        const own = english[id] ?? message;
        const expected = [...new Set(forms(own).map(placeholders))];
        for (const text of forms(message)) {
          if (text.trim() !== text || text === '') wrong.push(`${id}: empty, or blanks around it`);
          if (!expected.includes(placeholders(text))) wrong.push(`${id}: {${placeholders(text)}} instead of {${expected.join('} or {')}}`);
          if (bold(text) % 2 !== 0 || bold(text) !== bold(forms(own)[0])) wrong.push(`${id}: ${bold(text)} bold marks`);
        }
        // A sentence that needs no plural may do without; forms that nothing chooses between are a mistake.
        if (typeof own === 'string' && typeof message === 'object') wrong.push(`${id}: plural forms, but English has none`);
        else if (typeof message === 'object') {
          const missing = needed.filter((form) => !(form in message));
          if (missing.length > 0) wrong.push(`${id}: no form ${missing.join()}`);
        }
      }
      assert.deepEqual(wrong, []);
    });

    if (language !== 'en') {
      test(`${folder}/${file}: typed as the language is typed`, () => {
        const rules = {
          de: [[/"|“[^„]*“/, 'quotes are „ and “'], [/\d %/, 'no break before %']],
          es: [[/["“”]/, 'quotes are « and »'], [/\d %/, 'no break before %'], [/(^|[^¿\w])[A-ZÁÉÍÓÚ][^.¿?!:]*\?$/, 'a question begins with ¿']],
          fr: [[/["“”]/, 'quotes are « and »'], [/[^\u00a0\u202f ] ?[;!?](\s|$)|[^\u00a0\u202f] :(\s|$)| [;!?:%»]|« /, 'no-break space before ; : ! ? % » and after «'], [/'/, 'the apostrophe is ’']],
        };
        const wrong = [];
        // Titles of books and papers stay as they are.
        for (const [id, message] of Object.entries(messages).filter(([id]) => !/^source\..*\.title$/.test(id))) {
          for (const text of forms(message)) {
            for (const [pattern, why] of rules[language] ?? []) {
              if (pattern.test(text)) wrong.push(`${id}: ${why}: ${text}`);
            }
          }
        }
        assert.deepEqual(wrong, []);
      });
    }
  }
}

test('the linter finds nothing missing in the instruments, in all their languages', async () => {
  for (const id of list('instruments')) {
    const { languages } = read(`instruments/${id}/instrument.json`);
    assert.deepEqual([...languages].sort(), list(`instruments/${id}`).filter(isCatalogue).map((file) => file.replace('.json', '')).sort());
    const { code, out } = await run(['lint', `assets/instruments/${id}/instrument.json`]);
    assert.equal(code, 0, out);
  }
});
