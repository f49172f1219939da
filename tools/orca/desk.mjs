// desk — a desk of its own for a blind visitor: a screen, a session bus, speech and Orca; nothing of the machine's own.
//
// In      width, height of the browser's window, CSS px
// Out     sit(): {environment, said, hear, stop}
//         environment  for a browser that sits at this desk
//         said         every sentence that Orca has handed to the synthesizer so far
//         hear         waits until a sentence after `from` matches; gives its place in `said`
// Errors  rejects with the end of Orca's log when something does not start or is not said
// Source  Orca's debug log: what goes to speech-dispatcher, whose dummy module makes no sound
// Tested  tests/engines/orca.test.mjs

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, startDisplay } from '../display.mjs';

const patience = 60_000;  // ms
// Orca runs this at its start. Its log must not lag behind its voice; it reads a page only where one goes.
const customizations = `import orca.debug, orca.settings
orca.debug.debugFile.reconfigure(line_buffering=True)
orca.settings.sayAllOnLoad = False
`;
const plain = (sentence) => sentence.replace(/<mark [^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim();
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

// Sound that goes nowhere: the machine need not have any.
const sound = 'pcm.!default { type null }\n';
const speech = `AddModule "dummy" "sd_dummy" ""
DefaultModule dummy
AudioOutputMethod "alsa"
LogLevel 3
`;

export async function sit({ width, height }) {
  const home = mkdtempSync(join(tmpdir(), 'vgap-orca-'));
  const display = await startDisplay({ width, height });
  const children = [];
  const environment = { ...process.env, HOME: home, DISPLAY: display.name, XDG_RUNTIME_DIR: join(home, 'run'), XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'), XDG_CACHE_HOME: join(home, 'cache'), LANG: 'C.UTF-8', LIBGL_ALWAYS_SOFTWARE: '1',
    ACCESSIBILITY_ENABLED: '1', GSETTINGS_BACKEND: 'memory' };
  for (const name of ['DBUS_SESSION_BUS_ADDRESS', 'WAYLAND_DISPLAY', 'AT_SPI_BUS_ADDRESS']) delete environment[name];
  mkdirSync(environment.XDG_RUNTIME_DIR, { mode: 0o700 });
  mkdirSync(join(home, 'speech'));
  writeFileSync(join(home, 'speech', 'speechd.conf'), speech);
  writeFileSync(join(home, 'sound.conf'), sound);
  environment.ALSA_CONFIG_PATH = join(home, 'sound.conf');
  mkdirSync(join(home, 'data', 'orca'), { recursive: true });
  writeFileSync(join(home, 'data', 'orca', 'orca-customizations.py'), customizations);
  const log = join(home, 'orca.log');

  function start(command, words) {
    const child = spawn(command, words, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    child.said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { child.said += text; });
    children.push(child);
    return child;
  }
  const written = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
  async function until(condition, what) {
    for (const end = Date.now() + patience; Date.now() < end; await wait(50)) {
      const found = condition();
      if (found) return found;
    }
    throw new Error(`${what}\n${children.map(({ spawnfile, said }) => `${spawnfile}: ${said.slice(-500)}`).join('\n')}`);
  }
  async function stop() {
    for (const child of children.reverse()) await ended(child);
    await display.stop();
    rmSync(home, { recursive: true, force: true });
  }

  const said = () => [...written().matchAll(/ - SPEECH DISPATCHER: Speaking '<speak>(.*?)<\/speak>' \n/gs)].map(([, sentence]) => plain(sentence));
  try {
    const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address=1']);
    environment.DBUS_SESSION_BUS_ADDRESS = await until(() => /^\S+\n/.exec(bus.said)?.[0].trim(), 'the session bus did not start');
    const socket = join(environment.XDG_RUNTIME_DIR, 'speech.sock');
    environment.SPEECHD_ADDRESS = `unix_socket:${socket}`;
    start('speech-dispatcher', ['--run-single', '--communication-method', 'unix_socket', '--socket-path', socket, '--config-dir', join(home, 'speech'),
      '--log-dir', join(home, 'speech'), '--pid-file', join(home, 'speech', 'pid'), '--timeout', '0']);
    await until(() => existsSync(socket), 'speech-dispatcher did not start');
    start('orca', ['--replace', '--debug-file', log]);
    await until(() => said().length > 0, 'Orca did not speak');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    environment,
    said,
    async hear(pattern, from = 0) {
      return until(() => {
        const at = said().findIndex((sentence, place) => place >= from && pattern.test(sentence));
        return at >= 0 ? at + 1 : 0;
      }, `Orca never said ${pattern}; it said:\n${said().slice(from).join('\n')}`);
    },
    stop,
  };
}
