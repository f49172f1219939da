// Two tabs and more on one assessment: in turn, at once, one frozen, one killed. Nobody's answer is written over.

import test from 'node:test';
import assert from 'node:assert/strict';
import { localRung } from '../../shell/store/local.mjs';
import { blocked, memory, slowly, world } from './stores.mjs';

const turn = () => new Promise((done) => { setImmediate(done); });

// Rungs of one browser, whose tabs all see the same stores.
const browsers = {
  both() {
    const [near, far] = [memory(), memory()];
    return { stores: [near, far], rungs: () => ({ local: localRung(near), slow: [slowly(far)] }) };
  },
  'IndexedDB alone'() {
    const far = memory();
    return { stores: [far], rungs: () => ({ local: blocked, slow: [slowly(far)] }) };
  },
};

// Until nobody has anything more to say; time passes for who waits. Two that do not hear each other may never be done.
async function quiet(t, tabs, most = 500) {
  for (let still = 0, rounds = 0; still < 3; ++rounds) {
    if (rounds > most) return;
    assert.ok(rounds < 500, 'they never agree');
    await turn();
    if (tabs.deliver()) still = 0;
    else {
      t.mock.timers.tick(400);
      still += 1;
    }
    await turn();
  }
}

for (const [name, browser] of Object.entries(browsers)) {
  test(`${name}: edits in turn reach the other tab without asking`, async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const tabs = world();
    const { rungs } = browser();
    const [one, other] = [await tabs.open(rungs()), await tabs.open(rungs())];
    for (const [at, tab] of [one, other, one, one, other].entries()) {
      tab.answer(`q${at}`, at);
      tab.answer('same', at);
      await quiet(t, tabs);
      assert.deepEqual(one.answers, other.answers);
      assert.equal(one.answers.same, at);
    }
    assert.equal(Object.keys(one.answers).length, 6);
    one.end();
    other.end();
  });

  test(`${name}: edits at once are all kept, whoever hears first`, async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const tabs = world();
    const { rungs } = browser();
    const [one, other] = [await tabs.open(rungs()), await tabs.open(rungs())];
    for (let round = 0; round < 5; ++round) {
      one.answer(`one${round}`, 1);
      other.answer(`other${round}`, 2);
      one.answer(`more${round}`, 3);
      await quiet(t, tabs);
      assert.deepEqual(one.answers, other.answers);
      assert.equal(Object.keys(one.answers).length, 3 * (round + 1));
    }
    const third = await tabs.open(rungs());
    assert.deepEqual(third.answers, one.answers);
    [one, other, third].forEach((tab) => tab.end());
  });

  test(`${name}: a tab that was frozen takes in what happened before it writes`, async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const tabs = world();
    const { rungs } = browser();
    const [one, frozen] = [await tabs.open(rungs()), await tabs.open(rungs())];
    one.answer('before', 1);
    await quiet(t, tabs);
    frozen.frozen = true;
    for (let at = 0; at < 10; ++at) one.answer(`while${at}`, at);
    one.answer('before', 2);
    await quiet(t, tabs);
    assert.equal(frozen.answers.while3, undefined);
    frozen.answer('after', 1);  // before any message has reached it
    await quiet(t, tabs);
    assert.deepEqual([frozen.answers.while3, frozen.answers.before, frozen.answers.after, one.answers.after], [3, 2, 1, 1]);
    frozen.frozen = false;
    await quiet(t, tabs);
    assert.deepEqual(one.answers, frozen.answers);
    one.end();
    frozen.end();
  });

  test(`${name}: erased in one tab is erased in the other, also when it had just written`, async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const tabs = world();
    const { rungs, stores } = browser();
    const [one, other] = [await tabs.open(rungs()), await tabs.open(rungs())];
    one.answer('q', 1);
    await quiet(t, tabs);
    one.store.erase();
    one.answers = {};
    other.answer('late', 1);
    await quiet(t, tabs);
    assert.deepEqual([one.answers, other.answers], [{}, {}]);
    assert.deepEqual(stores.map(({ kept }) => [...kept.keys()]), stores.map(() => []));
    // And what is begun anew stays, though a tab hears of the erasing only now.
    other.frozen = true;
    one.answer('q', 1);
    one.store.erase();
    one.answers = {};
    one.answer('new', 1);
    await quiet(t, tabs);
    other.frozen = false;
    await quiet(t, tabs);
    assert.deepEqual([one.answers, other.answers], [{ new: 1 }, { new: 1 }]);
    one.end();
    other.end();
  });

  test(`${name}: many tabs, any order, frozen and killed in between: every answer is in the end everywhere`, async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    for (let seed = 1; seed <= 150; ++seed) {
      let state = seed * 2654435761 >>> 0;
      const random = (count) => {
        state = Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9 >>> 0;
        return (state >>> 8) % count;
      };
      const tabs = world();
      const { rungs } = browser();
      const open = [await tabs.open(rungs()), await tabs.open(rungs()), await tabs.open(rungs())];
      const given = {};
      for (let step = 0; step < 40; ++step) {
        const tab = open[random(open.length)];
        const what = random(10);
        if (what < 5) {
          given[`q${step}`] = step;
          tab.answer(`q${step}`, step);
          if (random(3) === 0) tab.answer('same', step);
          if (random(2)) await turn();
        } else if (what < 8) {
          for (let count = random(4); count > 0; --count) tabs.deliver();
          await turn();
        } else if (what === 8) {
          tab.frozen = !tab.frozen;
        } else {
          await quiet(t, tabs, 30);
        }
      }
      open.forEach((tab) => { tab.frozen = false; });
      await quiet(t, tabs);
      for (const [at, { answers }] of open.entries()) {
        const { same, ...others } = answers;
        assert.deepEqual(others, Object.fromEntries(Object.entries(given).sort()), `seed ${seed}, tab ${at}`);
        assert.equal(same, open[0].answers.same, `seed ${seed}: tab ${at} holds another answer than tab 0`);
      }
      open.forEach((tab) => tab.end());
      const last = await tabs.open(rungs());
      assert.deepEqual(last.answers, open[0].answers, `seed ${seed}, afterwards`);
      last.end();
    }
  });
}

test('the one that should give way is gone: the other takes it in', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const tabs = world();
  const { rungs } = browsers.both();
  const open = [await tabs.open(rungs()), await tabs.open(rungs())];
  open[0].answer('zero', 1);
  open[1].answer('one', 1);
  // Whoever it is that would give way, each in its turn does not live to hear of the other.
  for (const [dying, living] of [[0, 1], [1, 0]]) {
    const tabs_here = world();
    const here = browsers.both();
    const both = [await tabs_here.open(here.rungs()), await tabs_here.open(here.rungs())];
    both[0].answer('zero', 1);
    both[1].answer('one', 1);
    both[dying].end();
    await quiet(t, tabs_here);
    assert.deepEqual(both[living].answers, { one: 1, zero: 1 });
    const next = await tabs_here.open(here.rungs());
    assert.deepEqual(next.answers, { one: 1, zero: 1 });
    both[living].end();
    next.end();
  }
  open.forEach((tab) => tab.end());
});
