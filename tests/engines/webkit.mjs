// webkit — WebKitGTK's MiniBrowser through its own WebDriver server, as one of the engines of engines.mjs.
//
// In      VGAP_WEBKIT_DRIVER (WebKitWebDriver), VGAP_WEBKIT (MiniBrowser, found below the system's library folder); {webgl, width, height}
// Out     open(): see engines.mjs
// Errors  rejects with what the driver says
// Source  W3C WebDriver; keys as code points of its Unicode private use area
// Tested  tests/engines/*.test.mjs

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ended, startDisplay } from '../../tools/display.mjs';

const keys = { Tab: '\uE004', Enter: '\uE007', Space: ' ', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015' };

// MiniBrowser lies in no folder of commands: lib/<machine>/webkit2gtk-<version>/.
function miniBrowser() {
  if (process.env.VGAP_WEBKIT) return process.env.VGAP_WEBKIT;
  for (const machine of readdirSync('/usr/lib')) {
    for (const version of ['4.1', '4.0', '6.0']) {
      const path = join('/usr/lib', machine, `webkit${version === '6.0' ? '' : '2'}gtk-${version}`, 'MiniBrowser');
      if (existsSync(path)) return path;
    }
  }
  throw new Error('MiniBrowser is not there; tools/setup/packages installs it');
}

// A port that was free a moment ago: the driver takes no 0.
function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

export async function open({ webgl, width, height }) {
  const display = await startDisplay({ width, height });
  const port = await freePort();
  const driver = spawn(process.env.VGAP_WEBKIT_DRIVER ?? 'WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    // As root there is no sandbox to be had; the page under test is our own.
    env: { ...process.env, DISPLAY: display.name, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', GTK_A11Y: 'none' },
  });

  async function call(method, path, body) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  }
  async function listening() {
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      try {
        await call('GET', '/status');
        return;
      } catch {
        await new Promise((again) => setTimeout(again, 50));
      }
    }
    throw new Error('WebKitWebDriver did not answer');
  }
  let session = '';
  async function close() {
    if (session) await call('DELETE', session).catch(() => {});
    await ended(driver);
    await display.stop();
  }

  try {
    await listening();
    const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: {
      'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation', `--enable-webgl=${webgl}`] },
    } } });
    session = `/session/${sessionId}`;
    await call('POST', `${session}/window/rect`, { x: 0, y: 0, width, height });
  } catch (error) {
    await close();
    throw error;
  }
  const run = (code, ...words) => call('POST', `${session}/execute/async`, {
    script: `const done = arguments[arguments.length - 1];
      Promise.resolve((${code})(...Array.prototype.slice.call(arguments, 0, -1))).then((value) => done([value]), (error) => done([null, String(error)]));`,
    args: words,
  }).then(([value, error]) => {
    if (error) throw new Error(error);
    return value;
  });
  return {
    errors: [],
    go: (url) => call('POST', `${session}/url`, { url }),
    run,
    key: (name) => call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: [
      { type: 'keyDown', value: keys[name] ?? name }, { type: 'keyUp', value: keys[name] ?? name },
    ] }] }),
    picture: async () => Buffer.from(await call('GET', `${session}/screenshot`), 'base64'),
    close,
  };
}
