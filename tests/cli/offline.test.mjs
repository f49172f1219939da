// cli/offline — somebody's own questionnaire or pipeline in the page that is one file.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { file, run } from './program.mjs';

const page = file('page.html', '<div id="velocity-gap" class="vg" data-engine="0.1.0"></div><script type="text/plain" id="files">AAAA</script><script>1</script>');
const offline = (...words) => run(['offline', ...words]);
const held = (html) => JSON.parse(gunzipSync(Buffer.from(/id="own">([^<]*)</.exec(html)[1], 'base64')));

test('the page holds the questionnaire and its texts beside what it held, and begins with it', async () => {
  const { code, out, err } = await offline(page, '--instrument', 'leadership-pipeline');
  assert.equal(code, 0, err);
  const files = held(out);
  const folder = 'assets/instruments/leadership-pipeline';
  assert.deepEqual(Object.keys(files).sort(), [`${folder}/instrument.json`, ...['de', 'en', 'es', 'fr'].map((tag) => `${folder}/${tag}.json`)].sort());
  for (const [path, text] of Object.entries(files)) assert.equal(text, readFileSync(path, 'utf8'), path);
  assert.match(out, /^<div id="velocity-gap" class="vg" data-instrument="leadership-pipeline" data-engine="0.1.0">/);
  assert.match(out, /<\/script><script type="text\/plain" id="files">AAAA<\/script><script>1<\/script>$/);
});

test('the page holds a pipeline of somebody\'s own, or one that ships, with a questionnaire or without', async () => {
  const scenario = readFileSync('assets/scenarios/team_of_8.json', 'utf8');
  const mine = file('mine.json', scenario.replace('"months": 18', '"months": 17'));
  for (const [name, text] of [[mine, readFileSync(mine, 'utf8')], ['team_of_8', scenario]]) {
    const { code, out, err } = await offline(page, '--scenario', name);
    assert.equal(code, 0, err);
    assert.deepEqual(held(out), { 'assets/scenarios/own.json': text });
    assert.match(out, /^<div id="velocity-gap" class="vg" data-engine/, 'the questionnaire is the one that ships');
  }
  const both = await offline(page, '--instrument', 'leadership-pipeline', '--scenario', mine);
  assert.equal(both.code, 0, both.err);
  assert.equal(Object.keys(held(both.out)).length, 6);
  const again = await offline(file('again.html', both.out), '--scenario', mine);
  assert.deepEqual([again.code, again.out], [2, '']);
  assert.match(again.err, /Take the one that the build put/);
});

test('what is no such page, of another version, or without texts is refused with what to do', async () => {
  const instrument = readFileSync('tests/web/every_kind/instrument.json', 'utf8');
  for (const [words, said] of [
    [[], /velocity-gap-offline\.html/],
    [[page], /--instrument/],
    [[page], /--scenario/],
    [['-', '--instrument', '-'], /standard input/],
    [[file('other.html', '<p>'), '--instrument', 'leadership-pipeline'], /This is not velocity-gap-offline\.html/],
    [[file('cut.html', '<div data-engine="0.1.0"><script type="text/plain" id="files">AAAA'), '--instrument', 'leadership-pipeline'], /not whole/],
    [[file('older.html', readFileSync(page, 'utf8').replace('0.1.0', '0.0.9')), '--instrument', 'leadership-pipeline'], /version 0\.0\.9, this tool of version 0\.1\.0/],
    [[page, '--instrument', file('alone.json', instrument)], /--texts/],
    [[page, '--instrument', file('bad.json', '{')], /bad\.json/],
    [[page, '--scenario', file('no_pipeline.json', '{"schema":"flow/1","months":0}')], /no_pipeline\.json:\/stages/],
    [[page, '--instrument', file('worse.json', '{'), '--scenario', 'nowhere.json'], /worse\.json[^]*nowhere\.json/],
  ]) {
    const { code, out, err } = await offline(...words);
    assert.equal(code, 2, words.join(' '));
    assert.equal(out, '');
    assert.match(err, said);
  }
});
