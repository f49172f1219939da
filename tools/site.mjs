// site — puts the static folder together: bundled shell, WebAssembly, data, each with .br and .gz beside it.
//
// In      node tools/site.mjs <folder of the modules> <folder of packed articles> <the command line tool for Node> <site folder>
// Out     the site folder, replaced as a whole, with integrity.json {files: {path: "sha384-…"}}; <site folder>-sizes.json {files: [{path, raw, gzip, brotli}]}
// Errors  the failing step's message and exit code 1; the old site stays
// Tested  tests/site/*.test.mjs

import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { holdFirst, writeFirst } from './first.mjs';
import { drawIcon } from './icons.mjs';
import { bundle, fill, fillManifest, filesIn, instrumentsOfSite, integrity, languages, root } from './shell.mjs';

/* global VG_LANGUAGES */
const [modules, packs, tool, siteFolder] = process.argv.slice(2).map((path) => resolve(path));
if (!siteFolder) throw new Error('usage: node tools/site.mjs <modules> <packs> <command line tool> <site folder>');
const staging = `${siteFolder}.new`;

// Scripts that come when somebody opens what they are for, and what they fetch then.
const later = {
  'pipeline.js': /^(?:pipeline\.wasm|assets\/(?:pipeline|scenarios)\/.*)$/,
  'reading.js': /^(?:reading\.wasm|assets\/(?:reading|articles)\/.*)$/,
};

function write(name, content) {
  const path = join(staging, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const hashes = () => Object.fromEntries(filesIn(staging).map((path) => [relative(staging, path), integrity(readFileSync(path))]));

// A page asks for a file by its name; this adds the hash under which it was made.
function pinned(html) {
  return html.replace(/<(?:script|link rel="(?:stylesheet|modulepreload)")[^>]*(?:src|href)="([\w-]+\.(?:js|css))"/g,
    (tag, name) => `${tag} integrity="${integrity(readFileSync(join(staging, name)))}"`);
}

// Without what only the command line says: its own words, and the faults of tables, cohorts, statistics and ratings.
function forVisitors(messages) {
  return Object.fromEntries(Object.entries(messages).filter(([id]) => !/^(?:reading\.|ui\.flow\.(?!title)|chart\.(?:growth|perception|quadrants|stages|waits)\.|articles\.|cli\.(?!result)|calibration\.|flow\.|metric\.|readiness\.|workspace\.|error\.(?:article|calibration|cli|cohort|csv|encoding|flow|people|readiness|stats|workspace)\.)/.test(id)));
}

// What the page in people and months says: it is fetched with it.
function forPipeline(messages) {
  return Object.fromEntries(Object.entries(messages).filter(([id]) => /^(?:flow\.|ui\.flow\.|error\.(?:flow|json)\.)/.test(id)));
}

// What stands around the articles: likewise.
function forReading(messages) {
  return Object.fromEntries(Object.entries(messages).filter(([id]) => /^(?:reading\.|articles\.(?:category|difficulty|minutes|related|sources))/.test(id)));
}

// The first screens of each instrument, in each language that a page can have it in.
async function writeFirstScreens() {
  globalThis.VG_LANGUAGES = languages();
  const { languagesOf, nameOf } = await import('../shell/locales.mjs');
  for (const instrument of Object.keys(VG_LANGUAGES.instruments)) {
    writeFirst([process.execPath, tool], {
      source: join(root, 'assets/instruments', instrument, 'instrument.json'),
      languages: languagesOf(instrument).map((tag) => [tag, nameOf(tag)]),
      locales: join(root, 'assets/locales'),
      folder: join(staging, 'assets/instruments', instrument),
    });
  }
}

async function assemble() {
  rmSync(staging, { recursive: true, force: true });
  const shell = join(root, 'shell');
  for (const file of readdirSync(shell)) {
    if (/\.(svg|png|ico|txt)$/.test(file)) cpSync(join(shell, file), join(staging, file));
    if (file.endsWith('.webmanifest')) write(file, fillManifest(readFileSync(join(shell, file), 'utf8')));
  }
  const icon = readFileSync(join(shell, 'icon.svg'), 'utf8');
  write('icon-192.png', drawIcon(icon, 192));
  write('icon-512.png', drawIcon(icon, 512));
  write('icon-512-full.png', drawIcon(icon, 512, { full: true }));
  for (const module of ['velocity-gap.wasm', 'pipeline.wasm', 'reading.wasm']) write(module, readFileSync(join(modules, module)));  // without its executable bit
  for (const tag of languages().shipped) {
    const pack = join(packs, `${tag}.json`);
    write(`assets/articles/${tag}.json`, existsSync(pack) ? readFileSync(pack) : JSON.stringify({ schema: 'articles/1', language: tag, articles: [] }));
  }
  for (const folder of [...instrumentsOfSite().map((name) => `instruments/${name}`), 'locales', 'scenarios']) {
    for (const path of filesIn(join(root, 'assets', folder))) {
      if (basename(path).endsWith('.json')) {
        const document = JSON.parse(readFileSync(path, 'utf8'));
        if (folder === 'locales') {
          write(join('assets/pipeline', basename(path)), JSON.stringify({ ...document, messages: forPipeline(document.messages) }));
          write(join('assets/reading', basename(path)), JSON.stringify({ ...document, messages: forReading(document.messages) }));
          document.messages = forVisitors(document.messages);
        }
        write(relative(root, path), JSON.stringify(document));
      }
    }
  }
  await writeFirstScreens();
  for (const name of ['style.css', 'first.js', 'assessment.js']) write(name, await bundle(name));
  // What these fetch, they check: so they are made when everything else is there. The page in people and months checks what
  // it alone fetches, so that nobody carries those hashes who never opens it; so do the articles.
  // Of data a shorter hash does: a visitor carries one for every language.
  const brief = ([path, hash]) => [path, /\.(wasm|json)$/.test(path) ? integrity(readFileSync(join(staging, path)), 'sha256') : hash];
  const fetched = Object.entries(hashes()).filter(([path]) => /\.(js|css|wasm|json)$/.test(path)).map(brief);
  const own = Object.entries(later);
  const pinning = (entries) => ({ defined: { VG_INTEGRITY: JSON.stringify(Object.fromEntries(entries)) } });
  for (const [name, its] of own) write(name, await bundle(name, pinning(fetched.filter(([path]) => its.test(path)))));
  const first = fetched.filter(([path]) => !own.some(([, its]) => its.test(path))).concat(Object.entries(hashes()).filter(([path]) => Object.hasOwn(later, path)));
  for (const name of ['element.js', 'velocity-gap.js', 'main.js', 'frame.js']) write(name, await bundle(name, pinning(first)));
  for (const name of ['embed.js', 'embed-store.js']) write(name, await bundle(name, { format: 'iife' }));  // classic: two lines are all that a page needs
  for (const file of readdirSync(shell).filter((each) => each.endsWith('.html'))) {
    const html = readFileSync(join(shell, file), 'utf8');
    const page = pinned(fill(html).replace(/<!--[\s\S]*?-->\n?/g, '').replace(/^\s+/gm, ''));
    write(file, holdFirst(page, (path) => readFileSync(join(staging, path), 'utf8')));
  }
  // Last of what is served: it keeps all the others. A folder's address is that of its index.
  const { 'index.html': index, ...files } = hashes();
  const release = JSON.stringify({ '': index, ...files });
  const version = createHash('sha256').update(release).digest('hex').slice(0, 16);
  write('service-worker.js', await bundle('service-worker.js', {
    entry: 'offline/service_worker.js', format: 'iife', defined: { VG_RELEASE: `{"version":"${version}","files":${release}}` },
  }));
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
