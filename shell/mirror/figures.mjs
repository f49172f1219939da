// mirror/figures — charts and progress: one sentence for those who listen, marks for those who look.
//
// In      figure, lane: n finding; lane: v {"marks":[{m kind, a from, b to (percent), c colour token}]};
//         progress: n label, v done, d most
// Out     rows of the table of roles
// Errors  none: a mark of an unknown kind is left out
// Source  web/ui/composites.cpp (paint_lane): the same marks, the same measures
// Tested  tests/browser/mirror.test.mjs

import { make, plain, setAttribute } from './text.mjs';

const svg = 'http://www.w3.org/2000/svg';

export function shape(tag, color, attributes) {
  const element = document.createElementNS(svg, tag);
  if (color) element.setAttribute('class', `c-${color}`);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function bar({ a, b, c }, y, height, rx) {
  return shape('rect', c, { x: `${a}%`, width: `${Math.max(0, b - a)}%`, y, height, rx });
}

const marks = {
  line: (mark) => bar(mark, 10, 2, 0),
  bar: (mark) => bar(mark, 7, 8, 4),
  range: (mark) => bar(mark, 9.5, 3, 1),
  dot: ({ a, c }) => shape('circle', c, { cx: `${a}%`, cy: 11, r: 8 }),
  ring: ({ a }) => shape('circle', 'ring', { cx: `${a}%`, cy: 11, r: 7 }),
  tick: ({ a, c }) => shape('rect', c, { x: `${a}%`, y: 0, width: 3, height: 22, rx: 1.5, transform: 'translate(-1)' }),
};

export const lane = {
  make() {
    const element = document.createElementNS(svg, 'svg');
    element.setAttribute('role', 'img');
    return { element };
  },
  update(record, node) {
    setAttribute(record.element, 'aria-label', plain(node.n));
    if (record.marks === node.v) return;
    record.marks = node.v;
    const list = JSON.parse(node.v || '{"marks":[]}').marks;
    record.element.replaceChildren(...list.filter(({ m }) => marks[m]).map((mark) => marks[mark.m](mark)));
  },
};

export const figure = {
  make: () => ({ element: make('figure', { role: 'group' }), placesFrom: true }),
  update({ element }, node) { setAttribute(element, 'aria-label', plain(node.n) || null); },
};

export const progress = {
  make: () => ({ element: make('progress') }),
  update({ element }, node) {
    setAttribute(element, 'aria-label', plain(node.n));
    setAttribute(element, 'max', node.d || 1);
    setAttribute(element, 'value', node.v || 0);
  },
};
