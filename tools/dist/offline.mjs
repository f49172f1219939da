// dist/offline — the assessment as one file that opens by a double click.
//
// In      site: the static folder, whose style, modules and data go in; target: the file to write
// Out     HTML with a policy that allows its own script and style by their hashes and no request whatever
// Errors  those of the bundler; a script that would end its own element
// Source  CSP Level 3 §2.3.1 (hashes); PRODUCT.md §4
// Tested  tests/browser/one_file.test.mjs, tests/dist/reproducible.test.mjs

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundle, engineVersion, fill, root } from '../shell.mjs';
import { filesIn } from './tree.mjs';

const packed = (content) => gzipSync(content, { level: 9 }).toString('base64');
const hash = (text) => createHash('sha256').update(text).digest('base64');

export async function assembleOffline({ site, target }) {
  const data = filesIn(join(site, 'assets')).filter((path) => path.endsWith('.json'));
  const texts = Object.fromEntries(data.map((path) => [`assets/${path}`, readFileSync(join(site, 'assets', path), 'utf8')]));
  const script = (await bundle('one-file.js', {
    entry: 'offline/one_file.mjs', format: 'iife', defined: { 'import.meta.url': 'location.href' },  // a name is made of it, never a request
  })).replaceAll('</script', '<\\/script');
  const style = readFileSync(join(site, 'style.css'), 'utf8');
  if (/<!--|<\/style/i.test(script + style)) throw new Error('the script or the style holds what HTML would take for its own');
  const parts = {
    "'sha256-SCRIPT'": `'sha256-${hash(script)}'`,
    "'sha256-STYLE'": `'sha256-${hash(style)}'`,
    ICON: `data:image/svg+xml;base64,${readFileSync(join(root, 'shell/icon.svg')).toString('base64')}`,
    '<style>STYLE': `<style>${style}`,
    'data-engine="ENGINE"': `data-engine="${engineVersion()}"`,
    '>FILES<': `>${packed(JSON.stringify(texts))}<`,
    '>MODULE<': `>${packed(readFileSync(join(site, 'velocity-gap.wasm')))}<`,
    '>PIPELINE<': `>${packed(readFileSync(join(site, 'pipeline.wasm')))}<`,
    '>READING<': `>${packed(readFileSync(join(site, 'reading.wasm')))}<`,
    '<script>SCRIPT': `<script>${script}`,
  };
  const template = fill(readFileSync(join(root, 'shell/offline/one_file.html'), 'utf8'));
  const names = new RegExp(Object.keys(parts).map((name) => name.replace(/[-<>]/g, '\\$&')).join('|'), 'g');
  writeFileSync(target, template.replace(names, (name) => parts[name]));
}
