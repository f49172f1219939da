// bench/visits — the built site in Chromium, once in each skin in every run, each time in a browser of its own.
//
// In      the built site (VGAP_SITE), VGAP_CHROMIUM; runs; visit(browser, address, skin, run)
// Out     {canvas: [...], document: [...]}: what the visits gave, by run; flags of a browser that has WebGL
// Errors  no site, which a visit would wait for without end; what a visit throws; browsers and server are closed
// Tested  tests/bench/run.test.mjs

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serve } from '../serve.mjs';

// The canvas needs WebGL, which is software where there is no GPU; there Chromium by itself gives the document no GPU process to draw in.
const plain = ['--headless=new', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
export const flags = [...plain, '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
export const skins = ['canvas', 'document'];

export async function inTurns(runs, visit) {
  const site = process.env.VGAP_SITE ?? 'build/site';
  if (!existsSync(`${site}/index.html`)) throw new Error(`${site} holds no page; tools/setup/build web makes it`);
  const { server, address } = await serve(site);
  const visits = Object.fromEntries(skins.map((skin) => [skin, []]));
  try {
    for (let run = 0; run < runs; ++run) {
      for (const skin of skins) {
        const browser = await chromium.launch({ executablePath: process.env.VGAP_CHROMIUM ?? '/usr/bin/chromium', args: skin === 'canvas' ? flags : plain });
        try {
          visits[skin].push(await visit(browser, address, skin, run));
        } finally {
          await browser.close();
        }
      }
    }
  } finally {
    server.close();
  }
  return visits;
}
