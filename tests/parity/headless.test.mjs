// The headless core gives the bytes of the command line tool, under Node and in a sandbox like those at the edge, which
// has neither Node nor files nor a page, and compiles neither script nor WebAssembly.
//
// In      VGAP_DIST (default build/dist), VGAP_CLI
// Source  MODEL.md §1 (determinism); PRODUCT.md §3

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { transformSync } from 'esbuild';
import { file, lines, root, run } from '../cli/program.mjs';
import { pair, response } from '../second/generate.mjs';

const folder = resolve(process.env.VGAP_DIST ?? join(root, 'build/dist'), 'core');
const shipped = 'leadership-pipeline';
const languages = ['de', 'en', 'es', 'fr'];
const asset = (path) => readFileSync(join(root, 'assets', path), 'utf8');
const instrument = asset(`instruments/${shipped}/instrument.json`);
const texts = languages.map((tag) => asset(`instruments/${shipped}/${tag}.json`));
const interfaceTexts = languages.map((tag) => asset(`locales/${tag}.json`));

async function underNode() {
  const { load } = await import(pathToFileURL(join(folder, 'core_node.mjs')));
  return load();
}

// What the edge has of the web, and nothing else; a module comes compiled.
function edge() {
  const sandbox = vm.createContext({ TextEncoder, TextDecoder, URL }, { codeGeneration: { strings: false, wasm: false } });
  const source = readFileSync(join(folder, 'core.mjs'), 'utf8');
  const { code } = transformSync(source, { format: 'iife', globalName: 'core' });
  vm.runInContext(code, sandbox);
  return sandbox;
}
const atTheEdge = () => edge().core.load(new WebAssembly.Module(readFileSync(join(folder, 'core.wasm'))));

const places = [['Node', underNode], ['the edge', atTheEdge]];

test('the sandbox is as bare as the edge', async () => {
  const sandbox = edge();
  const is = (expression) => vm.runInContext(expression, sandbox);
  assert.equal(is('[typeof process, typeof require, typeof fetch, typeof document, typeof Buffer].join()'), 'undefined,undefined,undefined,undefined,undefined');
  assert.throws(() => is('new Function("return 1")()'), /Code generation from strings disallowed/);
  await assert.rejects(sandbox.core.load(readFileSync(join(folder, 'core.wasm'))), /Wasm code generation disallowed/);
  await assert.rejects(sandbox.core.load(), /needs core\.wasm/);
});

for (const [place, load] of places) {
  test(`${place}: every scenario and 1,000 random responses are scored to the same bytes`, async () => {
    const core = await load();
    const folder = join(root, 'tests/scenarios');
    const pairs = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
      .map((scenario) => ({ instrument: scenario.instrument_data ?? JSON.parse(instrument), response: scenario.response }));
    assert.ok(pairs.length > 40);
    const parsed = JSON.parse(instrument);
    for (let n = 0; n < 1000; ++n) pairs.push({ instrument: parsed, response: response(43, n, parsed) });
    for (let n = 0; n < 100; ++n) pairs.push(pair(44, n));
    for (const [explain, words] of [[false, []], [true, ['--levels']]]) {
      const { out, err, code } = await run(['score', '--pairs', ...words, '-'], pairs.map((each) => `${JSON.stringify(each)}\n`));
      assert.equal(code, 0, err);
      const expected = lines(out);
      assert.equal(expected.length, pairs.length);
      pairs.forEach((each, at) => assert.equal(core.score(each.instrument, each.response, { explain }), expected[at]));
    }
  });

  test(`${place}: every format in every language is the same bytes`, async () => {
    const core = await load();
    const given = response(45, 1, JSON.parse(instrument));
    const path = file('response.json', JSON.stringify(given));
    for (const format of ['markdown', 'html', 'csv', 'calendar', 'json', 'pack']) {
      for (const language of languages) {
        const { out, err, code } = await run(['report', '--instrument', shipped, '--format', format, '--language', language, '--date', '2026-11-22', path]);
        assert.equal(code, 0, err);
        const options = { format, language, date: '2026-11-22' };
        assert.equal(core.report(instrument, texts, interfaceTexts, given, options), out);
        const at = languages.indexOf(language);
        delete options.language;
        assert.equal(core.report(instrument, texts[at], interfaceTexts[at], JSON.stringify(given), options), out, 'one language alone needs no name');
      }
    }
    assert.equal(core.report(instrument, texts, interfaceTexts, core.report(instrument, texts, interfaceTexts, given, { format: 'pack' }), { format: 'csv' }),
      core.report(instrument, texts, interfaceTexts, given, { format: 'csv' }), 'a result pack tells the same');
  });

  test(`${place}: the linter finds the same`, async () => {
    const core = await load();
    const broken = JSON.parse(instrument);
    broken.languages.push('nl');
    const { out } = await run(['lint', '--json', file('broken.json', JSON.stringify(broken)), ...languages.flatMap((tag) => ['--texts', join(root, `assets/instruments/${shipped}/${tag}.json`)])]);
    const expected = JSON.parse(out);
    assert.ok(expected.errors > 0);
    const named = ({ file: path, ...rest }) => ({ ...rest, file: path.endsWith('broken.json') ? 'instrument' : `texts/${path.slice(-7, -5)}` });
    const found = JSON.parse(JSON.stringify(core.lint(broken, texts)));
    assert.deepEqual(found.findings, expected.findings.map(named).map((each) => ({ ...each })));
    assert.deepEqual({ ...found, findings: [], file: '' }, { ...expected, findings: [], file: '' });
    assert.equal(core.lint(instrument, texts).findings.length, 0);
  });

  test(`${place}: a link holds the answers, an altered one is refused`, async () => {
    const core = await load();
    const given = { ...response(46, 3, JSON.parse(instrument)) };
    delete given.id;
    const link = core.link(instrument, given);
    assert.match(link, /^[\w-]{10,64}$/);
    assert.equal(core.score(instrument, core.readLink(instrument, link)), core.score(instrument, given));
    const altered = link.slice(0, 8) + (link[8] === 'A' ? 'B' : 'A') + link.slice(9);
    assert.throws(() => core.readLink(instrument, altered), ({ name, problems }) => name === 'ProblemError' && problems[0].argument === 'link' && /^error\.link\./.test(problems[0].code));
  });

  test(`${place}: every problem comes at once, with place, code and sentence, and leaves nothing behind`, async () => {
    const core = await load();
    const good = { schema: 'response/1', instrument: { id: shipped }, answers: {} };
    const bad = { ...good, answers: { nobody: 1, nothing: 2 } };
    const problemsOf = (call) => {
      try {
        call();
      } catch (error) {
        assert.equal(error.name, 'ProblemError', String(error));
        for (const { code, sentence } of error.problems) {
          assert.notEqual(sentence, code, `${code} has no sentence`);
          assert.ok(error.message.includes(sentence));
        }
        return error.problems;
      }
      return assert.fail('nothing was refused');
    };
    const { err } = await run(['score', '--instrument', shipped, '--json', '-'], JSON.stringify(bad));
    const expected = lines(err).slice(0, 2).map((line) => JSON.parse(line)).map(({ where, code, sentence }) => ({ where, code, sentence }));
    const found = problemsOf(() => core.score(instrument, bad)).map(({ where, code, sentence }) => ({ where, code, sentence }));
    assert.equal(JSON.stringify(found), JSON.stringify(expected));
    const first = (call) => { const [{ argument, code }] = problemsOf(call); return `${argument} ${code}`; };
    assert.equal(first(() => core.score('{', good)), 'instrument error.json.unexpected_end');
    assert.equal(first(() => core.score(instrument, new Uint8Array([0xff]))), 'response error.json.invalid_utf8');
    assert.equal(first(() => core.lint(instrument, ['{}', ...texts])), 'texts error.json.missing');
    assert.equal(first(() => core.report(instrument, texts, '[]', good)), 'interfaceTexts error.json.wrong_kind');
    assert.equal(first(() => core.report(instrument, texts, interfaceTexts, good, { format: 'docx' })), 'format error.cli.unknown_format');
    assert.equal(first(() => core.report(instrument, texts, interfaceTexts, good, { language: 'nl' })), 'language error.cli.unknown_language');
    assert.equal(first(() => core.report(instrument, texts, interfaceTexts, good, { date: 'today' })), 'date error.cli.no_date');
    assert.throws(() => core.lint(undefined, texts), { name: 'TypeError' });
    assert.equal(core.lint({ ...JSON.parse(instrument), languages: ['en'] }).errors, 1, 'texts of a refused call do not stay');
    assert.match(core.score(instrument, good), /^\{"schema":"profile\/1"/);
  });
}

test('problems are told in the language that is asked for', async () => {
  const { load } = await import(pathToFileURL(join(folder, 'core_node.mjs')));
  const bytes = readFileSync(join(folder, 'core.wasm'));
  const core = await load(new Response(bytes), { sentences: interfaceTexts[0] });
  assert.throws(() => core.score(instrument, '{'), /response 1:2: Die Datei endet zu früh, in Zeile 1/);
  await assert.rejects(load(bytes, { sentences: '{}' }), { name: 'ProblemError' });
  assert.equal(core.version, JSON.parse(core.score(instrument, { schema: 'response/1', instrument: { id: shipped }, answers: {} })).engine);
});
