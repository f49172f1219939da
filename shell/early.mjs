// early — the first screens before the engine is there: shown as they were printed, answered as native controls are, and
// handed over with all that was done to them.
//
// In      root, its mirror and sink (first.mjs); first: first_screens/1 (assets/schemas); journal: a keepsake (store/local.mjs)
//         plain: the reader chose the document; possible: whether there can be a canvas at all; titled(text),
//         wrote(lang, dir), begun() a screen: what the page around may want to do too; signal: ends it
// Out     what stands in root; response(), as the engine's; takeOver(engine); journalled events of a page that was closed
//         before the engine came: replay(journal, engine)
// Errors  none: what a damaged journal holds and no screen knows is passed over
// Source  PRODUCT.md §6 (killed after any event, no answer lost); web/app/first.hpp; answers are told to the engine as
//         they were given, in order, so that nothing here knows a rule
// Cost    O(nodes) a screen; one synchronous write of a few hundred bytes an event
// Tested  tests/browser/early.test.mjs

import { toTop } from './place.mjs';
import { phoneWidth, write } from './screen.mjs';

const documentSkin = 1;
const press = 0;       // Verb in web/ui/node.hpp
const checked = 1;     // a state bit
const nobody = 0;      // no node has this id
const most = 1000;     // events that a journal is believed to hold

const isChoice = ({ r }) => r === 'radio' || r === 'checkbox';

// {done: [[id, verb], ...] in order, asked: [id, ...] pressed for the engine to see to}
function read(journal) {
  try {
    const { done, asked } = JSON.parse(journal.get());
    const whole = (list, fits) => (Array.isArray(list) ? list.slice(0, most).filter(fits) : []);
    return { done: whole(done, (event) => Array.isArray(event) && event.every(Number.isInteger)), asked: whole(asked, Number.isInteger) };
  } catch {
    return { done: [], asked: [] };
  }
}

function tell(engine, { done, asked }) {
  for (const [id, verb] of done) engine.event(id, verb);
  // The reader is where they are: the heading that a page turn gives the focus to has had it.
  engine.event(nobody, press);
  for (const id of asked) engine.event(id, press);
}

// Whether there was anything to tell. What was asked of the engine was asked on another page.
export function replay(journal, engine) {
  const { done } = read(journal);
  if (done.length === 0) return false;
  tell(engine, { done, asked: [] });
  engine.frame(760, 0, 900, 1, documentSkin);
  return true;
}

export function showEarly(root, { mirror, sink, first, journal, plain = false, possible = true, titled = () => {}, wrote = () => {}, begun = () => {}, signal }) {
  const { screens, counted, as_document: asDocument } = first;
  const groups = new Map();    // id of a choice -> id of its question
  const types = new Map();     // id of a question -> what its choices are
  const given = new Map();     // id of a question's node -> ids of what is chosen
  let done = [];               // [id, verb, number of the screen]
  let asked = [];
  let at = 0;
  let shown = [];              // ids

  for (const { nodes } of screens) {
    const known = new Map(nodes.map((node) => [node.i, node]));
    for (const node of nodes.filter(isChoice)) {
      let group = node;
      while (group && group.r !== 'group') group = known.get(group.p);
      groups.set(node.i, group.i);
      types.set(group.i, node.r);
    }
  }
  const isGiven = (id) => given.get(groups.get(id))?.has(id) ?? false;

  // The bar of progress, as it is after so many answers.
  function bar() {
    const told = new Map();
    for (const nodes of counted.slice(0, given.size)) for (const node of nodes) told.set(node.i, node);
    return told;
  }

  function asItStands(nodes) {
    const told = bar();
    for (const node of plain ? asDocument : []) told.set(node.i, node);
    const left = possible ? nodes : nodes.filter(({ i }) => !asDocument.some((other) => other.i === i));
    return left.map((node) => (isGiven(node.i) ? { ...node, s: (node.s ?? 0) | checked } : told.get(node.i) ?? node));
  }

  function show(number, turned) {
    at = number;
    const { nodes: all, title, focus } = screens[at];
    const nodes = asItStands(all);
    const ids = new Set(nodes.map(({ i }) => i));
    const gone = shown.filter((id) => !ids.has(id));
    shown = [...ids];
    mirror.apply({ nodes, gone, order: nodes.map(({ i, p }) => [i, p]), ...(turned && { focus }) });
    titled(title);
    if (turned) {
      toTop(root);
      begun();
    }
  }

  function choose(id) {
    const group = groups.get(id);
    const chosen = given.get(group) ?? new Set();
    if (types.get(group) === 'radio') chosen.clear();
    if (!chosen.delete(id)) chosen.add(id);
    given.set(group, chosen);
  }

  // Only what still counts: the last choice of a question since the page was turned, and no page turned there and back.
  function note(id, verb) {
    const group = groups.get(id);
    if (verb === press) {
      const last = done.at(-1);
      if (last?.[1] === press && last[2] === screens[at].turns[id]) return done.pop();
    } else if (types.get(group) === 'radio') {
      const since = done.findLastIndex(([, other]) => other === press);
      done = done.filter(([other], place) => place <= since || groups.get(other) !== group);
    }
    return done.push([id, verb, at]);
  }

  // true: it is one of those that need no engine.
  function take(id, verb, turnTo) {
    const next = verb === press ? screens[at].turns[id] : undefined;
    if (next !== undefined) {
      note(id, verb);
      turnTo(next);
    } else if (verb !== press && groups.has(id)) {
      note(id, verb);
      choose(id);
    } else {
      return false;
    }
    return true;
  }

  const keep = () => journal.set(JSON.stringify({ done: done.map(([id, verb]) => [id, verb]), asked }));

  function send(id, verb) {
    const before = given.size;
    if (take(id, verb, (next) => show(next, true))) asked = asked.filter((other) => shown.includes(other));
    else if (verb === press && !asked.includes(id)) asked.push(id);
    keep();
    if (given.size > before) mirror.apply({ nodes: [...bar().values()].filter(({ i }) => shown.includes(i)) });
  }

  const mark = () => root.classList.toggle('phone', root.clientWidth < phoneWidth);
  const sized = new ResizeObserver(mark);
  signal?.addEventListener('abort', () => sized.disconnect(), { once: true });

  const kept = read(journal);
  for (const [id, verb] of kept.done) take(id, verb, (next) => { at = next; });
  asked = kept.asked.filter((id) => screens[at].nodes.some(({ i }) => i === id));
  write(root, first.writing, wrote);
  mark();
  show(at, false);
  sized.observe(root);
  Object.assign(sink, { send, over() {} });

  return {
    response() {
      const answers = {};
      for (const { nodes } of screens) {
        for (const { i, a: question } of nodes.filter((node) => given.has(node.i))) {
          const chosen = nodes.filter((node) => given.get(i).has(node.i)).map(({ a }) => a);
          answers[question] = types.get(i) === 'radio' ? chosen[0] : chosen;
        }
      }
      return { schema: 'response/1', instrument: first.instrument, answers };
    },
    takeOver(engine) {
      sized.disconnect();
      tell(engine, { done, asked });
    },
  };
}
