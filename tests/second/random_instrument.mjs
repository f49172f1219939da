// second/random_instrument — valid instruments nobody thought of.
//
// In      random (random.mjs)
// Out     instrument/1: 1-10 dimensions, 0-7 context questions of every kind, scale items of 2-11 points among other
//         kinds, weights, reverse keys, skip logic in chains, required levels past both clamps, conditions three deep,
//         patterns, actions, own bands or none
// Tested  tests/second/scorer.test.mjs (same seed, same bytes; every construct occurs)

const kNoAnswers = ['dont_know', 'not_applicable', 'prefer_not_to_say'];
const kHorizons = ['week', 'month', 'quarter'];
const kSyllables = ['ka', 'lo', 'mi', 'ru', 'te', 'zu', 'po', 'ne', 'shi', 'gra', 'vel', 'x1', 'q', 'o9'];

export function random_instrument(r) {
  const name = namer(r);
  const dimensions = Array.from({ length: r.whole(1, 10) }, () => ({ id: name('d'), weight: weight(r) }));
  const context = Array.from({ length: r.whole(0, 7) }, () => question(r, name('c'), r.pick(
    ['single', 'single', 'multiple', 'number', 'text', 'scale'])));
  const items = dimensions.flatMap((dimension) => items_of(r, name, dimension));
  const extra = r.chance(0.4) ? r.whole(1, 3) : 0;
  for (let i = 0; i < extra; i++) {
    items.splice(r.whole(0, items.length), 0, question(r, name('e'), r.pick(['single', 'multiple', 'number', 'text'])));
  }

  for (const dimension of dimensions) dimension.required = required(r, name, context);
  const pages = lay_out(r, name, context, items);
  add_skip_logic(r, pages, context, items);
  const patterns = Array.from({ length: r.whole(0, 8) }, () => ({
    id: name('p'), when: condition(r, leaf_makers(context, items, dimensions), r.whole(1, 3)),
  }));
  const instrument = {
    schema: 'instrument/1', id: `${name('made')}-up`, version: `${r.whole(0, 3)}.${r.whole(0, 12)}.0`,
    languages: ['en'], context, dimensions, items, pages, patterns,
    actions: Array.from({ length: r.whole(0, 16) }, () => action(r, name('a'), dimensions, items, patterns)),
  };
  if (r.chance(0.5)) instrument.minimum_answered_pct = r.pick([0, 1, 25, 33.3, 50, 60, 75, 99, 100]);
  if (r.chance(0.3)) instrument.duration_min = { least: 1, most: r.whole(1, 30) };
  if (r.chance(0.5)) instrument.bands = bands(r, name);
  return instrument;
}

// Ids unlike one another and unlike the shipped instruments', never twice.
function namer(r) {
  const used = new Set();
  return (prefix) => {
    for (;;) {
      const id = `${prefix}_${Array.from({ length: r.whole(1, 3) }, () => r.pick(kSyllables)).join('')}`;
      if (used.has(id)) continue;
      used.add(id);
      return id;
    }
  };
}

// Plain ones, fractions that binary cannot hold, and far-apart ones.
function weight(r) {
  if (r.chance(0.5)) return 1;
  return r.chance(0.5) ? r.whole(1, 5) : r.pick([0.1, 0.25, 0.3, 0.7, 1.5, 2.75, 1 / 3, 12.5, r.whole(1, 999) / 100]);
}

function question(r, id, kind) {
  const made = { id, kind };
  if (kind === 'scale') made.points = r.whole(2, 11);
  if (kind === 'single' || kind === 'multiple') {
    made.options = Array.from({ length: r.whole(2, 6) }, (_, i) => `${r.pick(['up_to', 'over', 'o'])}_${i}`);
  }
  if (kind === 'number') {
    made.least = r.whole(-5, 10);
    made.most = made.least + r.whole(1, 500);
  }
  if (kind === 'text') made.max_length = r.whole(10, 400);
  if (r.chance(0.4)) made.no_answers = r.some(kNoAnswers, r.whole(1, 3));
  return made;
}

function items_of(r, name, dimension) {
  return Array.from({ length: r.whole(1, r.chance(0.2) ? 8 : 4) }, () => {
    const { id, kind, points, no_answers } = question(r, name('i'), 'scale');
    const item = { id, dimension: dimension.id, kind, points };
    if (r.chance(0.4)) item.weight = weight(r);
    if (r.chance(0.3)) item.reverse = r.chance(0.9);
    if (no_answers) item.no_answers = no_answers;
    return item;
  });
}

function required(r, name, context) {
  const base = r.pick([0, 0, 20, 40, 50, 55.5, 60, 70, 80, 90, 100, r.whole(0, 10000) / 100]);
  const makers = leaf_makers(context, [], []);
  const count = makers.length > 0 ? r.whole(0, 4) : 0;
  const rules = Array.from({ length: count }, () => ({
    id: name('r'), when: condition(r, makers, r.whole(1, 3)),
    add: r.pick([5, 10, 15, 7.25, 60, 100, -5, -20, -100, r.whole(-300, 300) / 10]),
  }));
  return rules.length > 0 || r.chance(0.7) ? { base, rules } : { base };
}

// Every leaf that can be written about these questions, as functions that make one.
function leaf_makers(context, items, dimensions) {
  const level = (r) => r.pick([0, 25, 33.3, 50, 50, 60, 66.6, 75, 100, r.whole(0, 1000) / 10]);
  const side = (r, threshold) => (r.chance(0.5) ? { below: threshold } : { at_least: threshold });
  const makers = [];
  for (const { id, kind } of items) if (kind === 'scale') makers.push((r) => ({ item: id, ...side(r, level(r)) }));
  for (const { id } of dimensions) makers.push((r) => ({ dimension: id, ...side(r, level(r)) }));
  for (const { id, kind, options, least, most } of context) {
    if (options) makers.push((r) => ({ context: id, equals: r.pick(options) }));
    if (kind === 'number') makers.push((r) => ({ context: id, ...side(r, r.whole(least, most)) }));
  }
  return makers;
}

function condition(r, makers, depth) {
  if (depth <= 0 || r.chance(0.3)) return r.pick(makers)(r);
  if (r.chance(0.2)) return { not: condition(r, makers, depth - 1) };
  const children = Array.from({ length: r.whole(1, 3) }, () => condition(r, makers, depth - 1));
  return r.chance(0.5) ? { all: children } : { any: children };
}

// Questions on pages, sometimes in an order that has nothing to do with the instrument's.
function lay_out(r, name, context, items) {
  let ids = [...context, ...items].map((each) => each.id);
  if (r.chance(0.3)) ids = r.shuffle(ids);
  if (ids.length > 1 && r.chance(0.03)) ids.pop();  // on no page: never shown
  const pages = [];
  while (ids.length > 0) pages.push({ id: name('pg'), questions: ids.splice(0, r.whole(1, 7)) });
  return pages;
}

// Conditions look only backwards, at questions shown (or not) earlier; several in a row make chains.
function add_skip_logic(r, pages, context, items) {
  const density = r.pick([0, 0, 0, 0.1, 0.2, 0.6]);
  const item_by_id = new Map(items.map((item) => [item.id, item]));
  const context_by_id = new Map(context.map((each) => [each.id, each]));
  const seen = { context: [], items: [] };
  // Near things make chains: prefer what was asked last.
  const recent = (list) => list.slice(-4);
  const made = () => {
    const makers = leaf_makers(recent(seen.context), recent(seen.items), []);
    return makers.length > 0 && r.chance(density) ? { when: condition(r, makers, r.whole(0, 3)) } : {};
  };
  for (const page of pages) {
    if (r.chance(0.4)) Object.assign(page, made());
    for (const id of page.questions) {
      if (item_by_id.has(id)) {
        Object.assign(item_by_id.get(id), made());
        seen.items.push(item_by_id.get(id));
      } else {
        seen.context.push(context_by_id.get(id));
      }
    }
  }
}

function action(r, id, dimensions, items, patterns) {
  const scale = items.filter((item) => item.kind === 'scale');
  const targets = {
    dimensions: r.some(dimensions, r.whole(0, 2)).map((each) => each.id),
    patterns: r.some(patterns, r.whole(0, 2)).map((each) => each.id),
  };
  if (targets.dimensions.length + targets.patterns.length === 0) targets.dimensions = [r.pick(dimensions).id];
  const near = scale.filter((item) => targets.dimensions.includes(item.dimension));
  const pool = near.length > 0 && r.chance(0.8) ? near : scale;
  const effort_days = r.chance(0.4) ? r.pick([0.25, 0.5, 1, 2, 5]) : r.whole(1, 4000) / 97;
  return {
    id, horizon: r.pick(kHorizons), effort_days, targets,
    moves: r.some(pool, r.whole(r.chance(0.1) ? 0 : 1, 3)).map((item) => (
      { item: item.id, points: r.whole(1, Math.min(4, item.points - 1)) })),
  };
}

function bands(r, name) {
  let edge = 0;
  const made = Array.from({ length: r.whole(1, 6) }, () => {
    edge += r.whole(1, 1500) / 100;
    return { id: name('b'), below: Math.round(edge * 100) / 100 };
  });
  return [...made, { id: name('b') }];
}
