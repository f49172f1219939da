// bench/peers/adapter — one skin of this program as an entry of the side-by-side harness.
//
// In      skin: canvas or document; build/site (or VGAP_SITE) and build/native/velocity-gap (or VGAP_CLI), which must be there
// Out     {name, title, dir, url, hook, scorer}: a copy of build/site beside it, with the thirty items as its instrument
// Errors  Node's own, when there is no build/site
// Source  the harness's README; its survey.mjs is what instrument.mjs repeats
// Tested  tests/bench/thirty_items.test.mjs (the instrument), by use

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { holdFirst, writeFirst } from '../../first.mjs';
import * as thirty from './instrument.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function site(skin) {
  const folder = join(root, 'build/peers', skin);
  rmSync(folder, { recursive: true, force: true });
  cpSync(resolve(root, process.env.VGAP_SITE ?? 'build/site'), folder, { recursive: true });
  const instrument = join(folder, 'assets/instruments', thirty.id);
  thirty.write(instrument);
  writeFirst([resolve(root, process.env.VGAP_CLI ?? 'build/native/velocity-gap')],
    { source: join(instrument, 'instrument.json'), languages: [['en', 'English']], locales: join(root, 'assets/locales'), folder: instrument });
  // The page begins with this instrument, as ours does with its own.
  const page = join(folder, 'index.html');
  const html = readFileSync(page, 'utf8').replace('/leadership-pipeline/first.en.json', `/${thirty.id}/first.en.json`);
  writeFileSync(page, holdFirst(html, (path) => readFileSync(join(folder, path), 'utf8')));
  return folder;
}

// Runs in the page. Peers begin with the first question and end without a review, this program does neither: the hook
// presses "Start" and "See the result" as soon as they are there, and their time counts as ours.
const hook = () => {
  const host = () => document.getElementById('velocity-gap');
  const groups = () => [...document.querySelectorAll('fieldset')];
  const group = (item) => groups().find((each) => each.querySelector('legend')?.textContent.startsWith(`Item ${item + 1}:`));
  const radios = (item) => [...(group(item)?.querySelectorAll('input[type=radio]') ?? [])];
  const label = (radio) => radio?.closest('label') ?? radio;
  const buttons = () => [...document.querySelectorAll('button.primary, button.secondary')];
  const pressed = new WeakSet();
  const press = (button) => {
    if (!button || pressed.has(button)) return;
    pressed.add(button);
    button.click();
  };
  const round = (value) => Math.round(value * 100) / 100;
  return {
    on(item) {
      if (groups().length === 0) press(buttons().filter((button) => /^Start/.test(button.textContent)).at(-1));
      return __dom.visible(radios(item)[4]);
    },
    point: (item, value) => __dom.center(label(radios(item)[value - 1])),
    next: () => __dom.center(buttons().find((button) => button.textContent === 'Next')),
    shown: (item) => radios(item).findIndex((radio) => radio.checked) + 1,
    answers() {
      const { answers } = host().velocityGap.response();
      return Array.from({ length: 30 }, (_, item) => (answers[`q${item + 1}`] ?? -1) + 1);
    },
    scores() {
      if (groups().length > 0) return null;
      const result = host().velocityGap.profile?.();
      if (!result) press(buttons().find((button) => button.textContent === 'See the result'));
      if (!result || !document.body.textContent.includes('Your velocity gap')) return null;
      return JSON.parse(result).dimensions.map((dimension) => round(1 + dimension.current / 25));
    },
  };
};

export function entry(name, title, skin) {
  return { name, title, dir: site(skin), url: `index.html?instrument=${thirty.id}&skin=${skin}`, hook };
}
