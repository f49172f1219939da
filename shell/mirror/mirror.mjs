// mirror — keeps native elements in step with the nodes that a frame describes, with the fewest changes to the DOM.
//
// In      frame messages (web/ui/diff.hpp): {nodes, gone, order, focus}; what a person does to the elements
//         embedded: in a page of somebody else's, which has a main part and a first heading of its own; signal
// Out     apply(message); catchUp(): what waits is told now; folded(): ids of what can be opened; name(text) of the whole;
//         sink.send(id, verb, value, turning: a slider) for each thing done; sink.over(box or null, down) for the pointer,
//         pointed() says it again; parts(shown or not) for ::part; learn(rows): roles that are needed from now on;
//         focused(): id of what has the focus, focus(id): gives it back
// Errors  none: a node of an unknown role is left out
// Source  HOUSE.md §2: never replace, move or blur what has the focus; focus after the update
// Cost    O(changed nodes); O(nodes) when the order changed
// Tested  tests/browser/mirror.test.mjs

import { copyAsLines } from './clipboard.mjs';
import { roles } from './roles.mjs';
import { setAttribute } from './text.mjs';

let mirrors = 0;

const press = 0;
const choose = 1;
const set = 2;

const expanded = 4;  // a state bit

const rest = 100;  // ms

export function makeMirror(root, sink, { embedded = false, signal } = {}) {
  const scope = mirrors++ === 0 ? '' : `${mirrors}-`;  // two assessments on one page share no id and no group of radios
  const records = new Map();     // id -> record
  const owners = new WeakMap();  // operated element -> record
  const placed = new WeakMap();  // element -> its box, as it was set
  const late = new Map();        // id -> node whose new words wait until the slider rests
  let order = [];
  let styled = false;            // by the page around, through ::part
  let turning = false;           // a slider; what is said meanwhile comes of that
  let catchingUp = null;

  const active = () => root.element.getRootNode().activeElement;

  function placeAt(element, box) {
    const before = placed.get(element);
    if (before && box ? box.every((side, at) => side === before[at]) : !before && !box) return;
    placed.set(element, box);
    element.style.cssText = box ? `left:${box[0]}px;top:${box[1]}px;width:${box[2]}px;height:${box[3]}px` : '';
  }

  // The question that a control belongs to, through any rows between them.
  function groupOf(node) {
    let at = records.get(node.p);
    while (at && at.node.r !== 'group') at = records.get(at.node.p);
    return at ? at.node.i : node.p;
  }

  function put(node) {
    const role = roles[node.r];
    if (!role) return;
    let record = records.get(node.i);
    if (record && (record.node.r !== node.r || record.node.l !== node.l)) {
      record.element.remove();
      record = null;
    }
    if (!record) {
      record = role.make(node, { groupOf, scope, embedded });
      record.role = role;
      if (record.place === undefined) record.place = record.element;
      records.set(node.i, record);
      if (record.placesFrom || role.large) watching.observe(record.element);
      if (record.control) owners.set(record.control, record);
      // On the button itself: a reader calls everything inside an element that listens for clicks clickable.
      if (record.control?.localName === 'button') record.control.addEventListener('click', () => sink.send(node.i, press));
    }
    record.node = node;
    const style = node.k ?? '';
    if ((record.style ?? '') !== style) record.element.setAttribute('class', record.style = style);
    if (styled) setAttribute(record.element, 'part', style || null);
    if (record.lang !== node.g) setAttribute(record.element, 'lang', record.lang = node.g);
    role.update(record, node, placeAt);
    if (record.place) placeAt(record.place, node.b);
  }

  // Each parent's children follow its own parts, in the order of the nodes. What has the focus stays where it
  // is: its neighbours move.
  function arrange() {
    const last = new Map();
    const focused = active();
    for (const [id, parentId] of order) {
      const record = records.get(id);
      const parent = parentId ? records.get(parentId) : root;
      if (!record || !parent) continue;
      const { element } = record;
      const inside = parent.element;
      const before = last.get(inside) ?? parent.lead ?? null;
      const next = () => (before ? before.nextSibling : inside.firstChild);
      if (next() !== element) {
        if (element.parentNode === inside && element.contains(focused)) {
          while (next() !== element) inside.append(next());
        } else {
          inside.insertBefore(element, next());
        }
      }
      last.set(inside, element);
    }
  }

  // What lies in an element that goes, goes with it. Chromium keeps a radio that was checked, and all around it, by its
  // name, unless that goes first.
  function remove(ids) {
    for (const id of ids) records.get(id)?.control?.removeAttribute('name');
    const going = new Set(ids);
    const tops = ids.map((id) => records.get(id)).filter((record) => record && !going.has(record.node.p));
    for (const { element } of tops) element.remove();
    for (const id of ids) {
      const record = records.get(id);
      if (record) watching.unobserve(record.element);
      records.delete(id);
    }
  }

  // Where what had the focus went, Orca follows silently to what gets it at once; two frames later it speaks.
  function focusLater(element) {
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (!active() || active() === document.body) element.focus({ preventScroll: true });
    }));
  }

  // What had the focus and went leaves it to the nearest control before it that is still there.
  function stepBack(before, from) {
    for (let at = from; at >= 0; --at) {
      const control = records.get(before[at][0])?.control;
      if (control?.isConnected) return control.focus({ preventScroll: true });
    }
  }

  // In the page.
  function boxOf({ node: { b, p } }) {
    if (!b) return null;
    let [x, y, w, h] = b;
    for (let at = records.get(p); at; at = records.get(at.node.p)) {
      if (at.placesFrom) y += at.node.b[1];
    }
    return [x, y, w, h];
  }

  // While a slider is turned, words that nobody sees need not follow every step: what the canvas paints, and what lies out of the
  // window. Only what is large is watched, since each costs a little of every frame.
  const far = new WeakSet();
  const watching = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) far[isIntersecting ? 'delete' : 'add'](target);
  });
  const isFar = (record) => record !== undefined && (far.has(record.element) || isFar(records.get(record.node.p)));
  function canWait({ i, r, b }) {
    const record = records.get(i);
    return record?.role.canWait && record.node.r === r && (b || isFar(record));
  }
  function catchUp() {
    clearTimeout(catchingUp);
    late.forEach(put);
    late.clear();
  }

  const recordOf = (target) => {
    const element = target.closest?.('label,button,input,textarea');
    return element ? owners.get(element) ?? owners.get(element.control) : undefined;
  };
  const isChoice = ({ type }) => type === 'radio' || type === 'checkbox';
  const listen = (type, call) => root.element.addEventListener(type, call, { signal });

  signal?.addEventListener('abort', () => {
    clearTimeout(catchingUp);
    watching.disconnect();
    remove([...records.keys()]);
  }, { once: true });

  listen('change', ({ target }) => {
    if (owners.has(target) && isChoice(target)) sink.send(owners.get(target).node.i, choose);
  });
  // An input method's text is told once, when it is composed; browsers differ in whether an input event follows.
  const typed = ({ target, isComposing }) => {
    const record = owners.get(target);
    if (!record || isChoice(target) || isComposing || record.told === target.value) return;
    record.told = target.value;
    turning = target.type === 'range';
    sink.send(record.node.i, set, target.value, turning);
    turning = false;
  };
  listen('input', typed);
  listen('compositionend', ({ target }) => typed({ target }));
  listen('focusout', ({ target }) => {
    const record = owners.get(target);
    record?.role.left?.(record, record.node);
  });

  listen('copy', (event) => {
    catchUp();
    copyAsLines(event, root.element);
  });

  // WebKit neither shows the focus on a radio that the arrow keys came to nor scrolls there; style.css shows it while
  // keys are used.
  const { classList } = root.element;
  listen('keydown', () => classList.add('keys'));
  listen('pointerdown', () => classList.remove('keys'));
  listen('focusin', ({ target }) => {
    if (classList.contains('keys') && isChoice(target)) target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  });

  // Only a mouse hovers; a finger that begins a swipe must not light up what it touches.
  let hovered;
  let held = false;
  for (const type of ['pointerover', 'pointerdown', 'pointerup', 'pointerleave', 'pointercancel']) {
    listen(type, (event) => {
      if (event.pointerType === 'touch') return;
      const inside = type !== 'pointerleave' && type !== 'pointercancel';
      const record = inside ? recordOf(event.target) : undefined;
      const down = inside && (event.buttons & 1) === 1;
      if (hovered === record && held === down) return;
      hovered = record;
      held = down;
      sink.over(record ? boxOf(record) : null, down);
    });
  }

  function inFooter({ node }) {
    const parent = records.get(node.p);
    return node.r === 'footer' || (parent !== undefined && inFooter(parent));
  }

  return {
    focused: () => owners.get(active())?.node.i,
    focus: (id) => records.get(id)?.control?.focus({ preventScroll: true }),
    learn: (rows) => { Object.assign(roles, rows); },
    pointed: () => sink.over(hovered ? boxOf(hovered) : null, held),
    // What is folded away on this screen; the footer's tools are none of it.
    folded: () => [...records.values()]
      .filter((record) => record.node.r === 'disclosure' && !(record.node.s & expanded) && !inFooter(record))
      .map(({ node }) => node.i),
    catchUp,
    name(text) {
      if (embedded) root.element.querySelector('.embedded')?.setAttribute('aria-label', text);
    },
    parts(shown) {
      if (!embedded || styled === shown) return;
      styled = shown;
      for (const { element, style } of records.values()) setAttribute(element, 'part', shown && style ? style : null);
    },
    apply(message) {
      const before = order;
      const gone = message.gone ?? [];
      const lost = gone.filter((id) => records.get(id)?.element.contains(active()));
      for (const node of message.nodes ?? []) {
        late.delete(node.i);
        if (turning && canWait(node)) late.set(node.i, node);
        else put(node);
      }
      for (const id of gone) late.delete(id);
      remove(gone);
      clearTimeout(catchingUp);
      if (late.size) catchingUp = setTimeout(catchUp, rest);
      if (message.order) {
        order = message.order;
        arrange();
      }
      const wanted = records.get(message.focus)?.element;
      if (wanted && lost.length) focusLater(wanted);
      else if (wanted) wanted.focus({ preventScroll: true });
      else if (lost.length) stepBack(before, before.findIndex(([id]) => id === lost[0]));
    },
  };
}
