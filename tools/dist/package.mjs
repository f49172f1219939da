// dist/package — the npm package: its folder, and the archive as npm packs it.
//
// In      core: folder of the headless core; target: the folder to fill; archive: the folder for the .tgz
// Out     target, and velocity-gap-<version>.tgz, whose bytes depend on nothing but the files
// Errors  those of the file system and of npm
// Source  shell/package/package.json, whose version is that of the engine
// Tested  tests/dist/package.test.mjs

import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn, root } from './tree.mjs';

const version = /kEngineVersion = "([^"]+)"/.exec(readFileSync(join(root, 'core/base/version.hpp'), 'utf8'))[1];

export function assemblePackage({ core, target, archive }) {
  const source = join(root, 'shell/package');
  cpSync(core, join(target, 'core'), { recursive: true });
  for (const kind of ['instruments', 'locales']) {
    for (const path of filesIn(join(root, 'assets', kind)).filter((name) => name.endsWith('.json'))) {
      const to = join(target, 'assets', kind, path);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, JSON.stringify(JSON.parse(readFileSync(join(root, 'assets', kind, path), 'utf8'))));
    }
  }
  copyFileSync(join(source, 'README.md'), join(target, 'README.md'));
  const about = { ...JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')), version };
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--offline', '--pack-destination', archive], { cwd: target, stdio: ['ignore', 'ignore', 'inherit'] });
}
