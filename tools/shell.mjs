// shell — what is made of shell/ for a browser: its modules bundled, its pages with the catalogues' sentences in them.
//
// In      the name of a file; {{ids}} of messages
// Out     bundle(): the text of one script or style sheet; fill(), fillManifest(): a page with its {{ids}} said; integrity():
//         a file's hash; engineVersion; instrumentsOfSite(); languages(): those of the interface and of each instrument; filesIn(): the paths of all files below a folder
// Errors  those of the bundler
// Tested  tests/site/*.test.mjs, tests/dist/*.test.mjs

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minify } from 'terser';

export const root = resolve(fileURLToPath(import.meta.url), '../..');

export const engineVersion = () => /kEngineVersion = "([^"]+)"/.exec(readFileSync(join(root, 'core/base/version.hpp'), 'utf8'))[1];

export function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  }).sort();
}

const engines = ['chrome105', 'firefox115', 'safari16.4'];

// A style sheet that a module imports is its text, for what is shown only when somebody opens it.
const styleText = {
  name: 'style-text',
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await styleOf(path), loader: 'text' }));
  },
};

async function styleOf(path) {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, minify: true, write: false, target: engines, legalComments: 'none', logLevel: 'warning' });
  return outputFiles[0].text.trim();
}

const tagsIn = (folder) => readdirSync(folder).filter((file) => /^[a-z]{2,3}(-\w+)*\.json$/.test(file)).map((file) => basename(file, '.json')).sort();

// What a visitor can be given alone. An instrument with rules of readiness beside it is answered by several raters about
// somebody else and read together; the site has no screen for that, and each of its files would weigh on every visit.
export const instrumentsOfSite = () => readdirSync(join(root, 'assets/instruments'))
  .filter((name) => !existsSync(join(root, 'assets/instruments', name, 'readiness.json')));

// Which catalogues there are, so that no page asks for one that is not.
export function languages() {
  const assets = join(root, 'assets');
  const instruments = instrumentsOfSite()
    .map((name) => [name, tagsIn(join(assets, 'instruments', name))]);
  return { shipped: tagsIn(join(assets, 'locales')), instruments: Object.fromEntries(instruments) };
}

const catalogues = () => tagsIn(join(root, 'assets/locales'))
  .map((tag) => [tag, JSON.parse(readFileSync(join(root, 'assets/locales', `${tag}.json`), 'utf8')).messages]);

// The web app's manifest, whose texts are English: it is one file for all readers.
export function fillManifest(json) {
  const [, messages] = catalogues().find(([tag]) => tag === 'en');
  return JSON.stringify(JSON.parse(json, (key, value) => (typeof value === 'string' ? value.replace(/^\{\{([\w.]+)\}\}$/, (_, id) => messages[id]) : value)));
}

// What a page says before a catalogue is there, in every language: {{id}} becomes a paragraph of each, or between quotes
// the English text.
export function fill(html) {
  const texts = catalogues();
  const escape = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  return html
    .replace(/"\{\{([\w.]+)\}\}"/g, (_, id) => `"${escape(texts.find(([tag]) => tag === 'en')[1][id])}"`)
    .replace(/<title>\{\{([\w.]+)\}\}/g, (_, id) => `<title>${escape(texts.find(([tag]) => tag === 'en')[1][id])}`)
    .replace(/\{\{([\w.]+)\}\}/g, (_, id) => texts.filter(([, messages]) => messages[id])
      .map(([tag, messages]) => `<p lang="${tag}">${escape(messages[id])}</p>`).join(''));
}

export const integrity = (content, kind = 'sha384') => `${kind}-${createHash(kind).update(content).digest('base64')}`;

// What failure.mjs says when no catalogue has come.
function hostTexts() {
  const ids = ['failed', 'failed_blocked', 'failed_file', 'failed_policy', 'stopped'];
  return Object.fromEntries(catalogues().map(([tag, messages]) => [tag, Object.fromEntries(ids.map((id) => [id, messages[`host.${id}`]]))]));
}

// name: what pages call it; "velocity-gap.js" is made of shell/velocity_gap.mjs.
export async function bundle(name, { defined = {}, format = 'esm', entry = name.replace(/\.js$/, '.mjs').replaceAll('-', '_') } = {}) {
  if (name.endsWith('.css')) return styleOf(join(root, 'shell', entry));
  const { outputFiles } = await build({
    entryPoints: [join(root, 'shell', entry)],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: engines,
    legalComments: 'none',
    define: { VG_LANGUAGES: JSON.stringify(languages()), VG_HOST_TEXTS: JSON.stringify(hostTexts()), ...defined },
    plugins: [styleText],
    logLevel: 'warning',
  });
  const { code } = await minify(outputFiles[0].text, { module: format === 'esm', toplevel: true, ecma: 2020, compress: { passes: 3 } });
  return code;
}
