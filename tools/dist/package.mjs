// dist/package — the npm package: its folder, and the archive as npm packs it.
//
// In      core: folder of the headless core; site: the static folder, for the element; target: the folder to fill; archive: the folder for the .tgz
// Out     target, and velocity-gap-<version>.tgz, whose bytes depend on nothing but the files
// Errors  those of the file system and of npm
// Source  shell/package/package.json, whose version is that of the engine
// Tested  tests/dist/package.test.mjs

import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { engineVersion } from '../shell.mjs';
import { filesIn, root } from './tree.mjs';

export function assemblePackage({ core, site, target, archive }) {
  const source = join(root, 'shell/package');
  cpSync(core, join(target, 'core'), { recursive: true });
  // The element and the frame, and what they fetch from beside them.
  const data = filesIn(join(site, 'assets')).filter((path) => path.endsWith('.json')).map((path) => join('assets', path));
  for (const path of ['element.js', 'embed.js', 'embed-store.js', 'frame.html', 'frame.js', 'icon.svg', 'first.js', 'assessment.js', 'pipeline.js', 'reading.js', 'style.css', 'velocity-gap.wasm', 'pipeline.wasm', 'reading.wasm', ...data]) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), readFileSync(join(site, path)));
  }
  // In the site it is one script with the element; here it is the one that was imported.
  const register = readFileSync(join(root, 'shell/velocity_gap.mjs'), 'utf8');
  writeFileSync(join(target, 'register.js'), register.replace("'./element.mjs'", "'./element.js'"));
  writeFileSync(join(target, 'register.d.ts'), "export * from './element.js';\n");
  copyFileSync(join(root, 'shell/velocity_gap.d.ts'), join(target, 'element.d.ts'));
  const types = readFileSync(join(root, 'shell/embed.d.ts'), 'utf8');
  writeFileSync(join(target, 'embed.d.ts'), types.replace("'./velocity_gap'", "'./element.js'"));
  copyFileSync(join(source, 'react.d.ts'), join(target, 'react.d.ts'));
  copyFileSync(join(source, 'README.md'), join(target, 'README.md'));
  const about = { ...JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')), version: engineVersion() };
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--offline', '--pack-destination', archive], { cwd: target, stdio: ['ignore', 'ignore', 'inherit'] });
}
