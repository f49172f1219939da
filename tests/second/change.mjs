// second/change — the fewest one-point moves that bring the index under its band's lower edge.
//
// In      levels, keyed points, the bands, the index
// Out     null in the first band, else {possible, exact, to_band, index, moves}
// Errors  none: an edge out of reach is possible: false
// Source  MODEL.md §1, smallest change. Exact without any claim about greedy choices: for every number of moves the
//         largest fall is found by dynamic programming over items, then over dimensions
// Cost    O(moves²) over all possible moves
// Tested  tests/second/scorer.test.mjs (against trying every combination)

import { index_of, required_total } from './levels.mjs';
import { round9 } from './numbers.mjs';

export const kDefaultBands = [
  { id: 'on_pace', below: 10 }, { id: 'drifting', below: 25 }, { id: 'lagging', below: 45 }, { id: 'stalled' },
];

export function band_of(bands, index, trace) {
  for (const band of bands) {
    if (band.below !== undefined && Math.abs(index - band.below) < 1e-9) trace.near.add(`band ${band.id}`);
  }
  return bands.findIndex((band) => band.below === undefined || round9(index) < band.below);
}

export function smallest_change(compiled, levels, points, index, trace) {
  const bands = compiled.bands;
  const now = band_of(bands, index, trace);
  if (now === 0) return null;
  const edge = bands[now - 1].below;

  const best = best_falls(levels, points);
  for (let count = 1; count < best.length; count++) {
    const reached = index - best[count].fall;
    if (Math.abs(reached - edge) < 1e-9) trace.near.add('smallest change');
    if (!(round9(reached) < edge)) continue;
    const moved = new Map(points);
    for (const [id, steps] of moves_of(best[count])) moved.set(id, moved.get(id) + steps);
    const moves = compiled.scale_items
      .filter((item) => moved.has(item.id) && moved.get(item.id) !== points.get(item.id))
      .map((item) => ({ item: item.id, points: moved.get(item.id) - points.get(item.id) }));
    const after = index_of(levels, moved);
    return {
      possible: true,
      exact: !moves.some((move) => compiled.feeds_when.has(move.item)),
      to_band: bands[band_of(bands, after, trace)].id,
      index: round9(after),
      moves,
    };
  }
  return { possible: false, exact: true, to_band: bands[now - 1].id, index: round9(index), moves: [] };
}

// best[n] = the largest fall of the index by exactly n moves, and the choice that gives it.
function best_falls(levels, points) {
  const total = required_total(levels);
  let best = [{ fall: 0, previous: null, id: null, steps: 0 }];
  for (const level of levels) {
    if (!level.sufficient) continue;
    const within = best_rises(level, points);
    const scale = total === 0 ? 0 : (100 * level.W) / total;
    best = merge(best, within, (rise) => scale * Math.min(level.gap, rise));
  }
  return best;
}

// The largest rise of one dimension's current level by exactly n moves.
function best_rises(level, points) {
  let best = [{ fall: 0, previous: null, id: null, steps: 0 }];
  for (const item of level.answered) {
    const room = item.points - 1 - points.get(item.id);
    const step = ((item.weight ?? 1) * 100) / (item.points - 1) / level.weight;
    const own = Array.from({ length: room + 1 }, (_, steps) => ({ fall: step * steps, id: item.id, steps }));
    best = merge(best, own, (rise) => rise);
  }
  return best;
}

// Maximum over every way to split n moves between the earlier ones and the next.
function merge(earlier, next, value_of) {
  const merged = Array.from({ length: earlier.length + next.length - 1 }, () => null);
  for (let j = 0; j < next.length; j++) {
    const gain = value_of(next[j].fall);
    for (let i = 0; i < earlier.length; i++) {
      const fall = earlier[i].fall + gain;
      if (merged[i + j] === null || fall > merged[i + j].fall) {
        merged[i + j] = { fall, earlier: earlier[i], next: next[j] };
      }
    }
  }
  return merged;
}

function moves_of(choice) {
  if (choice.earlier) return [...moves_of(choice.earlier), ...moves_of(choice.next)];
  return choice.steps > 0 ? [[choice.id, choice.steps]] : [];
}
