// What people read stands in the catalogues; what the shell may call stands in lists of its own.

import test from 'node:test';
import { enforce, files, lineOf, withoutComments } from './tree.mjs';

test('pages hold no sentence of their own', () => {
  const rule = ({ path, text }) => {
    const code = withoutComments(text).replace(/^[ \t]*#[^\n]*/gm, '');
    return [...code.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)]
      .filter(([, literal]) => /[A-Za-z]/.test(literal) && /\s/.test(literal.trim()))
      .map((match) => `${path}:${lineOf(code, match.index)} ${match[0]}: belongs in assets/locales`);
  };
  enforce(rule, files(/^web\/(pages|app)\/.*\.[ch]pp$/), [{ path: 'web/pages/a.cpp', text: 'ui.button("Start now");' }]);
});

// Symbols of the compiled modules: what the shell calls by name, behind the prefix that the module was started with.
const named = /\b(?:call|told|said|done)\('(\w+)'|\$\{prefix\}(\w+)|\bexports\.(malloc|free)\b/g;
const modules = [
  { list: 'web/exports.json', callers: /^shell\/(?:engine|module)\.mjs$/, symbol: named, prefix: '_vg_', bad: "told('not_exported')" },
  { list: 'web/pipeline_exports.json', callers: /^shell\/(?:pipeline|module)\.mjs$/, symbol: named, prefix: '_vgp_', bad: "call('not_exported');" },
  { list: 'web/reading_exports.json', callers: /^shell\/(?:reading|module)\.mjs$/, symbol: named, prefix: '_vgr_', bad: "call('not_exported');" },
  { list: 'web/core_exports.json', callers: /^shell\/package\/core\.mjs$/, symbol: /\b(vgc_\w+)|\bcore\.(malloc|free)\b/g, prefix: '_', bad: "call('vgc_not_exported', []);" },
];

for (const { list, callers, symbol, prefix, bad } of modules) {
  test(`the shell calls only symbols in ${list}, and all of them`, () => {
    const symbolsOf = ({ path, text }) => [...withoutComments(text).matchAll(symbol)]
      .map((match) => ({ name: /^(?:malloc|free)$/.test(match.at(-1)) ? `_${match.at(-1)}` : prefix + (match[1] ?? match[2]), at: `${path}:${lineOf(text, match.index)}` }));
    const [{ text }] = files(new RegExp(`^${list.replaceAll('.', '\\.')}$`));
    const exported = new Set(JSON.parse(text));
    const rule = (file) => symbolsOf(file).filter(({ name }) => !exported.has(name)).map(({ name, at }) => `${at} calls ${name}, which ${list} does not list`);
    const shell = files(callers);
    enforce(rule, shell, [{ path: 'shell/a.mjs', text: bad }]);

    const called = new Set(shell.flatMap(symbolsOf).map(({ name }) => name));
    const unused = ({ name }) => (called.has(name) ? [] : [`${list} lists ${name}, which the shell never calls`]);
    enforce(unused, [...exported].map((name) => ({ name })), [{ name: '_not_called', path: '', text: '' }]);
  });
}
