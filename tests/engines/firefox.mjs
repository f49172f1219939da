// firefox — Firefox ESR through WebDriver BiDi, as one of the engines of engines.mjs.
//
// In      VGAP_FIREFOX (firefox-esr); {webgl, width, height}
// Out     open(): see engines.mjs
// Errors  rejects when Firefox cannot be started
// Source  without a screen Firefox has no WebGL; with one it takes the software renderer when forced to
// Tested  tests/engines/*.test.mjs

import { launch } from 'puppeteer-core';
import { startDisplay } from '../../tools/display.mjs';

const chrome = 130;  // CSS px that Firefox's own bars take from the window's height, at most

export async function open({ webgl, width, height }) {
  const display = webgl ? await startDisplay({ width, height: height + chrome }) : null;
  const stop = async () => display?.stop();
  let browser;
  try {
    browser = await launch({
      browser: 'firefox',
      executablePath: process.env.VGAP_FIREFOX ?? '/usr/bin/firefox-esr',
      headless: !webgl,
      defaultViewport: { width, height },
      args: [`--width=${width}`, `--height=${height + chrome}`],
      env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1', MOZ_CRASHREPORTER_DISABLE: '1', ...(display ? { DISPLAY: display.name } : {}) },
      extraPrefsFirefox: { 'webgl.force-enabled': webgl, 'webgl.disabled': !webgl },
    });
  } catch (error) {
    await stop();
    throw error;
  }
  // Of its own: at the start the address bar has the focus, and a page that has it not is not pressed by Enter.
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  return {
    errors,
    go: (address) => page.goto(address),
    run: (call, ...words) => page.evaluate(call, ...words),
    key: (name) => page.keyboard.press(name === 'Space' ? ' ' : name),
    picture: async () => Buffer.from(await page.screenshot()),
    async close() {
      await browser.close();
      await stop();
    },
  };
}
