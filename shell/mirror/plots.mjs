// mirror/plots — a chart over time for the document skin and for print; loaded with the pages that have one.
//
// In      n finding; in the document skin v {"height", "areas": [{c, p}], "lines": [{c, w, d, p}], "left", "below": [{at, t}]} (web/ui/plot.cpp)
// Out     a row of the table of roles
// Errors  none
// Source  web/ui/plot.cpp: the same lines, the same measures
// Tested  tests/browser/controls.test.mjs

import { lane, shape } from './figures.mjs';
import { plain, setAttribute } from './text.mjs';

// The curves fill a drawing of 100 by 100 that is stretched; words keep their shape beside it.
function frame({ areas, lines, left, below }) {
  const inner = shape('svg', '', { viewBox: '0 0 100 100', preserveAspectRatio: 'none', width: '100%', height: '100%' });
  const curves = [...areas.map(({ c }) => shape('polygon', c, { opacity: 0.18 })),
    ...lines.map(({ c, w, d }) => shape('polyline', `${c} stroke`, { 'stroke-width': w, 'vector-effect': 'non-scaling-stroke', ...(d && { 'stroke-dasharray': '5 4' }) }))];
  inner.append(...curves);
  const word = (text, attributes) => Object.assign(shape('text', 'words', attributes), { textContent: text });
  return { curves, all: [...left.map(({ at }) => shape('rect', 'line', { y: `${100 - at}%`, width: '100%', height: 1 })), inner,
    ...left.map(({ at, t }) => word(t, { x: -8, y: `${100 - at}%`, dy: '.35em', 'text-anchor': 'end' })),
    ...below.map(({ at, t }) => word(t, { x: `${at}%`, y: '100%', dy: '1.4em', 'text-anchor': at <= 0 ? 'start' : at >= 100 ? 'end' : 'middle' }))] };
}

export const plot = {
  canWait: true,
  large: true,
  make: lane.make,
  // While a slider moves, curves move, and what stands around them is left alone. In the canvas skin nothing is drawn here.
  update(record, node) {
    setAttribute(record.element, 'aria-label', plain(node.n));
    if (node.b || record.drawn === node.v) return;
    record.drawn = node.v;
    const points = [];
    const around = node.v.replace(/"p":"([^"]*)"/g, (all, curve) => {
      points.push(curve);
      return '';
    });
    const given = record.around === around ? null : JSON.parse(node.v);
    const drawn = given && frame(given);
    if (drawn) Object.assign(record, { around, curves: drawn.curves });
    record.curves.forEach((curve, at) => setAttribute(curve, 'points', points[at]));
    if (!drawn) return;
    record.element.style.height = `${given.height}px`;
    record.element.replaceChildren(...drawn.all);
  },
};
