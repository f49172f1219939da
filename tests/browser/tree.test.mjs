// The accessibility tree of every screen and state equals its reviewed snapshot, and is the same in both skins.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { skins, useBrowser } from './browser.mjs';
import { golden, rewrites, sameLines, snapshots, withoutDay } from './golden.mjs';
import { everyState } from './states.mjs';
import { accessibilityTree, lines } from './tree.mjs';

const used = useBrowser();
const trees = Object.fromEntries(skins.map((skin) => [skin, new Map()]));

// The button that leads to the other skin is what tells the two apart.
const oneSkin = (text) => text.replace(/"Show as (?:drawn|a plain document)"/, '"<the other skin>"');
const file = (name) => `tree_${name}.txt`;

for (const skin of skins) {
  test(`${skin} skin: every state is reached and read`, async () => {
    await everyState(used, { skin }, async (name, page) => {
      assert.ok(!trees[skin].has(name), `${name} comes twice`);
      trees[skin].set(name, withoutDay(oneSkin(lines(await accessibilityTree(page)))));
    });
    assert.ok(trees[skin].size >= 20, `${trees[skin].size} states`);
  });
}

test('both skins have the same tree in every state', () => {
  const [canvas, plain] = skins.map((skin) => trees[skin]);
  assert.deepEqual([...canvas.keys()], [...plain.keys()]);
  for (const [name, tree] of canvas) sameLines(tree, plain.get(name), `${name}: the canvas skin`);
});

test('every tree is the one that was reviewed', () => {
  const kept = readdirSync(snapshots).filter((name) => name.startsWith('tree_'));
  const wanted = new Set([...trees.document.keys()].map(file));
  const idle = kept.filter((name) => !wanted.has(name));
  if (rewrites) idle.forEach((name) => rmSync(snapshots + name));
  else assert.deepEqual(idle, [], 'snapshots of no state');
  for (const [name, tree] of trees.document) golden(file(name), tree);
});
