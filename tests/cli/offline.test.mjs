// cli/offline — somebody's own questionnaire in the page that is one file.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { file, run } from './program.mjs';

const page = file('page.html', '<div id="velocity-gap" class="vg" data-engine="0.1.0"></div><script type="text/plain" id="files">AAAA</script><script>1</script>');
const offline = (...words) => run(['offline', ...words]);
const held = (html) => JSON.parse(gunzipSync(Buffer.from(/id="files">([^<]*)</.exec(html)[1], 'base64')));

test('the page holds the questionnaire, the texts it has and those of the interface, and begins with it', async () => {
  const { code, out, err } = await offline(page, '--instrument', 'leadership-pipeline');
  assert.equal(code, 0, err);
  const files = held(out);
  const folder = 'assets/instruments/leadership-pipeline';
  assert.deepEqual(Object.keys(files).sort(), [`${folder}/instrument.json`, ...['de', 'en', 'es', 'fr'].flatMap((tag) => [`${folder}/${tag}.json`, `assets/locales/${tag}.json`])].sort());
  for (const [path, text] of Object.entries(files)) assert.equal(text, readFileSync(path, 'utf8'), path);
  assert.match(out, /^<div id="velocity-gap" class="vg" data-instrument="leadership-pipeline" data-engine="0.1.0">/);
  assert.match(out, /<\/script><script>1<\/script>$/);
});

test('what is no such page, of another version, or without texts is refused with what to do', async () => {
  const instrument = readFileSync('tests/web/every_kind/instrument.json', 'utf8');
  for (const [words, said] of [
    [[], /velocity-gap-offline\.html/],
    [[page], /--instrument/],
    [['-', '--instrument', '-'], /standard input/],
    [[file('other.html', '<p>'), '--instrument', 'leadership-pipeline'], /This is not velocity-gap-offline\.html/],
    [[file('cut.html', '<div data-engine="0.1.0"><script type="text/plain" id="files">AAAA'), '--instrument', 'leadership-pipeline'], /not whole/],
    [[file('older.html', readFileSync(page, 'utf8').replace('0.1.0', '0.0.9')), '--instrument', 'leadership-pipeline'], /version 0\.0\.9, this tool of version 0\.1\.0/],
    [[page, '--instrument', file('alone.json', instrument)], /--texts/],
    [[page, '--instrument', file('bad.json', '{')], /bad\.json/],
  ]) {
    const { code, out, err } = await offline(...words);
    assert.equal(code, 2, words.join(' '));
    assert.equal(out, '');
    assert.match(err, said);
  }
});
