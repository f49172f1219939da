// What people read stands in the catalogues; what the shell may call stands in web/exports.json.

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

// Symbols of the compiled module are the only members that begin with an underscore in the shell.
function symbolsOf({ path, text }) {
  return [...withoutComments(text).matchAll(/(?<!\bthis)\.(_[a-zA-Z]\w*)|\[['"](_[a-zA-Z]\w*)['"]\]/g)]
    .map((match) => ({ name: match[1] ?? match[2], at: `${path}:${lineOf(text, match.index)}` }));
}

test('the shell calls only symbols in web/exports.json', () => {
  const [list] = files(/^web\/exports\.json$/);
  const exported = new Set(list ? JSON.parse(list.text) : []);
  const rule = (file) => symbolsOf(file).filter(({ name }) => !exported.has(name)).map(({ name, at }) => `${at} calls ${name}, which web/exports.json does not list`);
  const shell = files(/^shell\/.*\.m?js$/);
  enforce(rule, shell, [{ path: 'shell/a.mjs', text: 'module._not_exported(1);' }]);

  const called = new Set(shell.flatMap(symbolsOf).map(({ name }) => name));
  const unused = ({ name }) => (called.has(name) ? [] : [`web/exports.json lists ${name}, which the shell never calls`]);
  enforce(unused, [...exported].map((name) => ({ name })), [{ name: '_not_called', path: '', text: '' }]);
});
