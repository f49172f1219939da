// display — a virtual screen for browsers that draw into a window: Xvfb on a display number of its own choice.
//
// In      nothing; VGAP_XVFB (Xvfb)
// Out     startDisplay(): {name, stop}; ended(child): stops a process that was started here and waits for its end
// Errors  rejects with what Xvfb said when it ends before it is there
// Tested  tests/engines/*.test.mjs

import { spawn } from 'node:child_process';

const margin = 24;         // px, half of the page's own
const patience = 30_000;  // ms until a process that does not end is killed

export function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const last = setTimeout(() => child.kill('SIGKILL'), patience);
    child.once('exit', () => {
      clearTimeout(last);
      done();
    });
    child.kill();
  });
}

// width, height: of the window that will stand at its corner. The pointer is in the middle of the screen and there is no
// window manager, so the window has the keyboard only while it holds the pointer: in the page's margin, where nothing
// lights up under it.
export function startDisplay({ width, height }) {
  const child = spawn(process.env.VGAP_XVFB ?? 'Xvfb', ['-displayfd', '3', '-screen', '0', `${2 * (width - margin)}x${height + 200}x24`, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => { said += text; });
  return new Promise((done, failed) => {
    let number = '';
    child.stdio[3].on('data', (text) => {
      number += text;
      if (number.endsWith('\n')) done({ name: `:${number.trim()}`, stop: () => ended(child) });
    });
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`Xvfb ended with ${code}: ${said}`)));
  });
}
