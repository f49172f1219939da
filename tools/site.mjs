// site — puts the static folder together: bundled shell, WebAssembly, data, each with .br and .gz beside it.
//
// In      node tools/site.mjs <folder of velocity-gap.mjs and .wasm> <site folder>
// Out     the site folder, replaced as a whole, with integrity.json {files: {path: "sha384-…"}}; <site folder>-sizes.json {files: [{path, raw, gzip, brotli}]}
// Errors  the failing step's message and exit code 1; the old site stays
// Tested  tests/site/*.test.mjs

import { build } from 'esbuild';
import { minify } from 'terser';
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [appFolder, siteFolder] = process.argv.slice(2).map((path) => resolve(path));
if (!appFolder || !siteFolder) throw new Error('usage: node tools/site.mjs <app folder> <site folder>');
const staging = `${siteFolder}.new`;

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  }).sort();
}

function write(name, content) {
  const path = join(staging, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

// The shell imports the compiled module as './velocity-gap.mjs'; it lives in the build tree.
const compiledModule = {
  name: 'compiled-module',
  setup(bundler) {
    bundler.onResolve({ filter: /(^|\/)velocity-gap\.m?js$/ }, () => ({ path: join(appFolder, 'velocity-gap.mjs') }));
  },
};

const tagsIn = (folder) => readdirSync(folder).filter((file) => /^[a-z]{2,3}(-\w+)*\.json$/.test(file)).map((file) => basename(file, '.json')).sort();

// Which catalogues there are, so that no page asks for one that is not.
function languages() {
  const assets = join(root, 'assets');
  const instruments = readdirSync(join(assets, 'instruments'))
    .map((name) => [name, tagsIn(join(assets, 'instruments', name))]);
  return { shipped: tagsIn(join(assets, 'locales')), instruments: Object.fromEntries(instruments) };
}

// What the page says before a catalogue is there, in every language: {{id}} becomes a paragraph of each, or in an
// attribute the English text.
function fill(html) {
  const texts = tagsIn(join(root, 'assets/locales')).map((tag) => [tag, JSON.parse(readFileSync(join(root, 'assets/locales', `${tag}.json`), 'utf8')).messages]);
  const escape = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  return html
    .replace(/"\{\{([\w.]+)\}\}"/g, (_, id) => `"${escape(texts.find(([tag]) => tag === 'en')[1][id])}"`)
    .replace(/<title>\{\{([\w.]+)\}\}/g, (_, id) => `<title>${escape(texts.find(([tag]) => tag === 'en')[1][id])}`)
    .replace(/\{\{([\w.]+)\}\}/g, (_, id) => texts.filter(([, messages]) => messages[id])
      .map(([tag, messages]) => `<p lang="${tag}">${escape(messages[id])}</p>`).join(''));
}

const integrity = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;
const hashes = () => Object.fromEntries(filesIn(staging).map((path) => [relative(staging, path), integrity(readFileSync(path))]));

// What failure.mjs says when no catalogue has come.
function hostTexts() {
  const ids = ['failed', 'failed_file', 'failed_policy', 'stopped'];
  return Object.fromEntries(tagsIn(join(root, 'assets/locales')).map((tag) => {
    const { messages } = JSON.parse(readFileSync(join(root, 'assets/locales', `${tag}.json`), 'utf8'));
    return [tag, Object.fromEntries(ids.map((id) => [id, messages[`host.${id}`]]))];
  }));
}

// name: what pages call it; "velocity-gap.js" is made of shell/velocity_gap.mjs.
async function bundle(name, defined = {}) {
  const entry = join(root, 'shell', name.replace(/\.js$/, '.mjs').replaceAll('-', '_'));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome105', 'firefox115', 'safari16.4'],
    legalComments: 'none',
    define: { VG_LANGUAGES: JSON.stringify(languages()), VG_HOST_TEXTS: JSON.stringify(hostTexts()), ...defined },
    plugins: [compiledModule],
    logLevel: 'warning',
  });
  const text = outputFiles[0].text;
  if (name.endsWith('.css')) return text;
  const { code } = await minify(text, { module: true, ecma: 2020, compress: { passes: 3 } });
  return code;
}

// A page asks for a file by its name; this adds the hash under which it was made.
function pinned(html) {
  return html.replace(/<(?:script|link rel="(?:stylesheet|modulepreload)")[^>]*(?:src|href)="([\w-]+\.(?:js|css))"/g,
    (tag, name) => `${tag} integrity="${integrity(readFileSync(join(staging, name)))}"`);
}

async function assemble() {
  rmSync(staging, { recursive: true, force: true });
  const shell = join(root, 'shell');
  for (const file of readdirSync(shell)) {
    if (/\.(svg|png|ico|webmanifest|txt)$/.test(file)) cpSync(join(shell, file), join(staging, file));
  }
  cpSync(join(appFolder, 'velocity-gap.wasm'), join(staging, 'velocity-gap.wasm'));
  for (const kind of ['instruments', 'locales']) {
    for (const path of filesIn(join(root, 'assets', kind))) {
      if (basename(path).endsWith('.json')) {
        write(relative(root, path), JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))));
      }
    }
  }
  for (const name of ['style.css', 'first.js', 'assessment.js']) write(name, await bundle(name));
  // What these two fetch, they check: so they are made when everything else is there.
  const defined = { VG_INTEGRITY: JSON.stringify(hashes()) };
  for (const name of ['element.js', 'velocity-gap.js', 'main.js']) write(name, await bundle(name, defined));
  for (const file of readdirSync(shell).filter((each) => each.endsWith('.html'))) {
    const html = readFileSync(join(shell, file), 'utf8');
    write(file, pinned(fill(html).replace(/<!--[\s\S]*?-->\n?/g, '').replace(/^\s+/gm, '')));
  }
  write('integrity.json', `${JSON.stringify({ files: hashes() }, null, 1)}\n`);
}

function compress() {
  return filesIn(staging).map((path) => {
    const content = readFileSync(path);
    const brotli = brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    });
    const gzip = gzipSync(content, { level: 9 });
    writeFileSync(`${path}.br`, brotli);
    writeFileSync(`${path}.gz`, gzip);
    return { path: relative(staging, path), raw: statSync(path).size, gzip: gzip.length, brotli: brotli.length };
  });
}

try {
  await assemble();
  const files = compress();
  rmSync(siteFolder, { recursive: true, force: true });
  renameSync(staging, siteFolder);
  writeFileSync(`${siteFolder}-sizes.json`, `${JSON.stringify({ files }, null, 1)}\n`);
} catch (error) {
  rmSync(staging, { recursive: true, force: true });
  console.error(`tools/site: ${error.message}`);
  process.exitCode = 1;
}
