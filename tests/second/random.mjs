// second/random — a small seeded generator (mulberry32), so that any generated pair can be replayed.
//
// In      a 32-bit seed; seed_of(seed, n) gives the n-th of a family of unrelated seeds
// Out     {next: [0,1), whole(least, most), chance(p), pick(list), some(list, count), shuffle(list)}
// Source  mulberry32, T. Ettinger 2017; the mixing constants of seed_of are MurmurHash3's finaliser
// Tested  tests/second/scorer.test.mjs

export function seed_of(seed, n) {
  let h = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (least, most) => least + Math.floor(next() * (most - least + 1));
  const pick = (list) => list[whole(0, list.length - 1)];
  const shuffle = (list) => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = whole(0, i);
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  };
  return {
    next, whole, pick, shuffle,
    chance: (p) => next() < p,
    some: (list, count) => shuffle(list).slice(0, count),
  };
}
