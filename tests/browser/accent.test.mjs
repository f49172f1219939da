// Whatever accent the page around sets, letters in it and on it can be read, in both skins; what had to change is told.

import test from 'node:test';
import assert from 'node:assert/strict';
import { contrast as readAs, fitAccent } from '../../shell/accent.mjs';
import { contrast } from './contrast.mjs';
import { api, mouse, press, ready, settled, useBrowser, visit } from './browser.mjs';

const used = useBrowser();
const accents = ['#ffff00', '#ffffff', '#000000', 'transparent', 'nonsense', 'red', '#0f0', 'blue', 'hotpink', 'rebeccapurple', '#0f5f63', '#777', '#ff8c00',
  'rgb(10 20 30)', 'rgba(255, 0, 0, 0.3)', 'hsl(200 100% 50%)', 'oklch(0.8 0.2 140)', 'oklch(0.3 0.3 300)', 'color-mix(in srgb, red, white)', '#fbfaf7',
  'currentcolor', 'var(--nothing)', '#5cc2bd', 'navy', '#e3e0d8'];

// Sets the accent where a host would, has the theme read again, and tells what is in use.
async function host(page, accent) {
  return page.evaluate(async (value) => {
    const root = document.querySelector('#velocity-gap');
    document.documentElement.style.setProperty('--vg-accent', value);
    let told = null;
    root.addEventListener('vg-accent', ({ detail }) => { told = detail; }, { once: true });
    root.velocityGap.refreshTheme();
    const probe = root.appendChild(document.createElement('span'));
    const token = (name) => {
      probe.style.color = `var(--vg-use-${name})`;
      return `#${getComputedStyle(probe).color.match(/\d+/g).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
    };
    const names = ['paper', 'card', 'line', 'ink', 'soft', 'ok', 'accent', 'accent-ink', 'accent-wash', 'focus'];
    const own = document.documentElement.style.getPropertyValue('--vg-accent');
    const colors = Object.fromEntries(names.map((name) => [name, token(name)]));
    probe.remove();
    return { told, own, colors, accent: root.velocityGap.accent };
  }, accent);
}

const hue = (hex) => {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return (Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180) / Math.PI;
};

for (const colorScheme of ['light', 'dark']) {
  for (const preference of ['no-preference', 'more']) {
    test(`${colorScheme}, contrast ${preference}: ${accents.length} accents, each readable everywhere`, async () => {
      const page = await ready(await visit(used, { skin: 'document', colorScheme, contrast: preference }), 'document');
      for (const asked of accents) {
        const { told, own, accent, colors } = await host(page, asked);
        assert.equal(own, asked, 'the host’s own property is as the host has set it');
        const pairs = [['accent', 'paper', 4.5], ['accent', 'card', 4.5], ['accent', 'accent-wash', 4.5], ['accent-ink', 'accent', 4.5],
          ['ink', 'accent-wash', 4.5], ['soft', 'accent-wash', 4.5], ['ok', 'accent-wash', 4.5], ['accent', 'line', 3], ['focus', 'paper', 3], ['focus', 'card', 3]];
        for (const [over, under, least] of pairs) {
          const found = contrast(colors[over], colors[under]);
          assert.ok(found >= least, `${asked}: ${over} ${colors[over]} on ${under} ${colors[under]} has ${found.toFixed(2)}`);
        }
        assert.equal(accent.used, colors.accent);
        assert.ok(accent.contrast >= 4.5, `${asked}: ${accent.contrast} is told`);
        assert.deepEqual(told ?? accent, accent, `${asked}: what is told is what is used`);
      }
      await page.done();
    });
  }
}

test('an accent that can be read stays as it is; one that cannot keeps its hue', async () => {
  const page = await ready(await visit(used, { skin: 'document', colorScheme: 'light' }), 'document');
  for (const fine of ['#0f5f63', '#663399', '#000080', '#8b0000']) assert.equal((await host(page, fine)).accent.used, fine);
  for (const faint of ['#ffff00', '#ff8c00', '#00ff00', '#ff69b4', '#00bfff']) {
    const { accent, told } = await host(page, faint);
    assert.notEqual(accent.used, faint);
    assert.ok(Math.abs(hue(accent.used) - hue(faint)) < 15, `${faint} became ${accent.used}`);
    assert.deepEqual(told, accent, 'it is not said');
  }
  for (const none of ['nonsense', 'transparent']) assert.equal((await host(page, none)).accent.used, '#0f5f63', 'that of the house');
  await page.done();
});

test('both skins show it, and follow the system', async () => {
  for (const skin of ['canvas', 'document']) {
    const page = await ready(await visit(used, { skin, colorScheme: 'light' }), skin);
    const at = async () => {
      const box = await page.locator('button.primary').boundingBox();
      const shot = await page.screenshot({ clip: { x: Math.round(box.x) + 8, y: Math.round(box.y) + 24, width: 2, height: 2 } });
      return (await import('./contrast.mjs')).decodePng(shot).at(0, 0);
    };
    await page.mouse.move(1, 1);
    for (const colorScheme of ['light', 'dark', 'light']) {
      await page.emulateMedia({ colorScheme });
      const { colors } = await host(page, '#ffd000');
      await settled(page);
      assert.deepEqual(await at(), [1, 3, 5].map((place) => parseInt(colors.accent.slice(place, place + 2), 16)), `${skin}, ${colorScheme}`);
    }
    await mouse.press(page);
    await page.done();
  }
});

test('on paper the accent can be read, whatever the screen’s was', async () => {
  const page = await ready(await visit(used, { skin: 'document', colorScheme: 'dark' }), 'document');
  const accent = () => page.locator('#velocity-gap').evaluate((root) => getComputedStyle(root).getPropertyValue('--vg-use-accent').trim());
  await host(page, '#ffff00');
  assert.equal(await accent(), '#ffff00');
  await page.emulateMedia({ media: 'print' });
  assert.ok(contrast(await accent(), '#ffffff') >= 4.5, await accent());
  await page.done();
});

test('the arithmetic agrees with another one, and says when it had to change something', () => {
  for (let round = 0; round < 500; ++round) {
    const [a, b] = [1, 2].map((salt) => [7, 13, 29].map((step) => (round * step * salt * 31 + salt * 57) % 256));
    assert.ok(Math.abs(readAs(a, b) - contrast(a, b)) < 1e-9);
  }
  const light = { paper: [251, 250, 247], card: [255, 255, 255], line: [227, 224, 216], texts: [[27, 31, 36], [91, 100, 112], [42, 114, 72]] };
  assert.equal(fitAccent([255, 255, 0], light).adjusted, true);
  assert.equal(fitAccent([102, 51, 153], light).adjusted, false);
  assert.deepEqual(fitAccent([102, 51, 153], light).accent, [102, 51, 153]);
});
