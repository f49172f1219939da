// The npm package holds exactly what it says, weighs what it may, installs without running anything, resolves, and its
// types compile in a strict project.

import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { filesIn, root } from '../../tools/dist/tree.mjs';

const dist = resolve(process.env.VGAP_DIST ?? join(root, 'build/dist'));
const folder = join(dist, 'npm');
const archiveBytes = 700_000;
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const archive = join(dist, `velocity-gap-${about.version}.tgz`);

const scratch = mkdtempSync(join(tmpdir(), 'velocity-gap-package-'));
after(() => rmSync(scratch, { recursive: true }));

// A project that has installed the archive, with nothing to reach for outside.
const project = join(scratch, 'project');
mkdirSync(project);
writeFileSync(join(project, 'package.json'), '{"name":"consumer","private":true,"type":"module"}\n');
execFileSync('npm', ['install', '--silent', '--offline', '--no-audit', '--no-fund', archive], { cwd: project });
const installed = join(project, 'node_modules/velocity-gap');

const tags = ['de', 'en', 'es', 'fr'];
const data = [...tags.map((tag) => `instruments/leadership-pipeline/first.${tag}`), 'instruments/leadership-pipeline/de', 'instruments/leadership-pipeline/en', 'instruments/leadership-pipeline/es', 'instruments/leadership-pipeline/fr',
  'instruments/leadership-pipeline/instrument', 'locales/de', 'locales/en', 'locales/es', 'locales/fr'].map((path) => `assets/${path}.json`);
// What the page in people and months fetches, and checks by itself; and what the articles do.
const reading = ['reading.wasm', ...['articles', 'reading'].flatMap((name) => tags.map((tag) => `assets/${name}/${tag}.json`))];
const later = ['pipeline.wasm', ...[...tags.map((tag) => `pipeline/${tag}`), ...['company_of_400', 'engineering_of_60', 'team_of_8', 'two_stages'].map((name) => `scenarios/${name}`)].map((path) => `assets/${path}.json`)];
const framed = ['embed-store.js', 'embed.d.ts', 'embed.js', 'frame.html', 'frame.js', 'icon.svg'];
const element = ['assessment.js', 'element.d.ts', 'element.js', 'first.js', 'pipeline.js', 'react.d.ts', 'reading.js', 'register.d.ts', 'register.js', 'style.css', 'velocity-gap.wasm'];
const expected = ['README.md', ...element, ...framed, ...data, ...later, ...reading, 'core/core.d.ts', 'core/core.mjs', 'core/core.wasm', 'core/core_node.mjs', 'package.json'].sort();

test('npm packs exactly these files, and not more than so many bytes', (t) => {
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] }));
  t.diagnostic(`${packed.filename}: ${packed.size} bytes, ${packed.unpackedSize} unpacked`);
  assert.deepEqual(packed.files.map(({ path }) => path).sort(), expected);
  assert.deepEqual(filesIn(folder), expected);
  assert.deepEqual(filesIn(installed), expected);
  assert.ok(packed.size <= archiveBytes, `${packed.size} bytes`);
  assert.deepEqual(packed.files.filter(({ mode }) => mode !== 0o644), []);
  assert.equal(packed.bundled.length, 0);
});

test('nothing runs when it is installed, and nothing else is installed with it', () => {
  for (const key of ['scripts', 'dependencies', 'peerDependencies', 'optionalDependencies', 'bin', 'gypfile']) assert.equal(about[key], undefined, key);
  assert.deepEqual(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.')), ['velocity-gap']);
  assert.equal(about.license, 'UNLICENSED');
  assert.equal(about.version, /kEngineVersion = "([^"]+)"/.exec(readFileSync(join(root, 'core/base/version.hpp'), 'utf8'))[1]);
});

test('every export is there, and every file is exported or fetched by the element', () => {
  const targets = (entry) => (typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(targets));
  const named = targets(about.exports).map((path) => path.replace('./', ''));
  for (const path of named) assert.ok(existsSync(join(installed, path.replace(/\*$/, ''))), path);
  const reached = (path) => named.some((target) => target === path || (target.endsWith('*') && path.startsWith(target.slice(0, -1))));
  const fetched = ['assessment.js', 'first.js', 'pipeline.js', 'reading.js', 'style.css', 'velocity-gap.wasm'];
  const beside = framed.filter((path) => !path.startsWith('embed.'));
  assert.deepEqual(expected.filter((path) => !reached(path)), ['README.md', ...fetched, ...beside, ...later, ...reading].sort());
  for (const [script, files] of [['element.js', [...fetched, ...data]], ['pipeline.js', later], ['reading.js', reading]]) {
    const hashes = readFileSync(join(installed, script), 'utf8');
    for (const path of files) {
      const kind = /\.(wasm|json)$/.test(path) ? 'sha256' : 'sha384';
      const hash = createHash(kind).update(readFileSync(join(installed, path))).digest('base64');
      assert.ok(hashes.includes(`${kind}-${hash}`), `${script} does not know the hash of ${path}`);
    }
  }
});

// Runs a module in the project.
function run(source, ...words) {
  writeFileSync(join(project, 'main.mjs'), source);
  return execFileSync(process.execPath, [...words, 'main.mjs'], { cwd: project, encoding: 'utf8' });
}

test('the core is found by its name, with its module under Node and without it elsewhere', () => {
  const score = `
    import { createRequire } from 'node:module';
    import { readFileSync } from 'node:fs';
    import { load } from 'velocity-gap/core';
    const file = (name) => readFileSync(createRequire(import.meta.url).resolve('velocity-gap/' + name));
    const core = await load(LOAD);
    const instrument = file('instruments/leadership-pipeline/instrument.json');
    console.log(core.lint(instrument, [file('instruments/leadership-pipeline/en.json')]).instrument.id, core.version);`;
  assert.equal(run(score.replace('LOAD', '')), `leadership-pipeline ${about.version}\n`);
  assert.equal(run(score.replace('LOAD', "file('core.wasm')")), `leadership-pipeline ${about.version}\n`);
  const modules = JSON.parse(run(`import * as core from 'velocity-gap/core'; console.log(JSON.stringify(Object.keys(core)));`));
  assert.deepEqual(modules, ['ProblemError', 'load']);
});

test('the element is imported without being registered, registered by its own export alone, and neither needs a page', async () => {
  const out = run(`import { VelocityGapAssessment } from 'velocity-gap';
    import * as named from 'velocity-gap/register';
    console.log(typeof VelocityGapAssessment, named.VelocityGapAssessment === VelocityGapAssessment, VelocityGapAssessment.observedAttributes.join());`);
  assert.match(out, /^function true instrument,locale,theme/);
  const bundled = async (contents) => {
    const { outputFiles: [{ text }] } = await build({ stdin: { contents, resolveDir: project }, absWorkingDir: project, bundle: true, write: false, format: 'esm' });
    return text;
  };
  assert.doesNotMatch(await bundled("import { VelocityGapAssessment } from 'velocity-gap'; console.log(VelocityGapAssessment)"), /\.define\(/);
  assert.match(await bundled("import 'velocity-gap/register'"), /\.define\("velocity-gap-assessment"/);
  assert.equal((await bundled("import { load } from 'velocity-gap/core'; import { VelocityGapAssessment } from 'velocity-gap';")).length, 0, 'what is not used is left out');
});

test('a bundle for the edge holds the core alone', async () => {
  const stdin = { contents: "import { load } from 'velocity-gap/core'; export default load;", resolveDir: project };
  for (const conditions of [[], ['worker'], ['workerd'], ['edge-light'], ['browser']]) {
    const { metafile } = await build({ stdin, absWorkingDir: project, bundle: true, write: false, metafile: true, format: 'esm', platform: 'neutral', conditions });
    assert.deepEqual(Object.keys(metafile.inputs), ['node_modules/velocity-gap/core/core.mjs', '<stdin>'], conditions.join());
  }
});

test("the README's example runs as it stands", () => {
  const [example] = /(?<=```js\n)import \{ readFile \}[\s\S]*?(?=```)/.exec(readFileSync(join(installed, 'README.md'), 'utf8'));
  const response = { schema: 'response/1', instrument: { id: 'leadership-pipeline' }, answers: {} };
  const flags = process.versions.node.startsWith('18.') ? ['--experimental-import-meta-resolve'] : [];
  const out = run(`const response = ${JSON.stringify(response)};\n${example.replace('} catch', '  console.log(page.slice(0, 15), profile.schema);\n} catch')}`, ...flags);
  assert.equal(out, '<!doctype html> profile/1\n');
});

// An application in React beside it, which has React's own types.
const application = join(scratch, 'application');
mkdirSync(join(application, 'node_modules/@types'), { recursive: true });
for (const [name, target] of [['velocity-gap', installed], ...['@types/react', 'csstype'].map((each) => [each, join(root, 'node_modules', each)])]) {
  symlinkSync(target, join(application, 'node_modules', name));
}
writeFileSync(join(application, 'package.json'), '{"private":true,"type":"module"}');

for (const [folder, source, file] of [[project, 'tests/dist', 'consumer.ts'], [application, 'tests/browser/strangers', 'react_page.tsx']]) {
  for (const resolution of ['bundler', 'node16']) {
    test(`its types compile in a strict project (${file}, ${resolution})`, () => {
      copyFileSync(join(root, source, file), join(folder, file));
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({
        compilerOptions: {
          module: resolution === 'bundler' ? 'esnext' : 'node16', moduleResolution: resolution, target: 'es2022', lib: ['es2022', 'dom'], types: [],
          strict: true, noEmit: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false,
          jsx: 'react-jsx', preserveSymlinks: true,
        },
        files: [file],
      }));
      const compiler = join(root, 'node_modules/typescript/bin/tsc');
      assert.doesNotThrow(() => execFileSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' }), ({ stdout }) => assert.fail(stdout));
    });
  }
}
