// mirror/sliders — the browser's own slider, so that keys, touch and voice are native; loaded with the pages that have one.
//
// In      n label, v "value least most step", d the value in words
// Out     a row of the table of roles
// Errors  none
// Source  ARIA in HTML; HTML Standard, input type=range
// Tested  tests/browser/controls.test.mjs

import { make, plain, setAttribute } from './text.mjs';

export const slider = {
  make() {
    const element = make('input', { type: 'range' });
    return { element, control: element };
  },
  // While it is held, the finger is ahead of what was last computed.
  update(record, node) {
    const { element } = record;
    const [value, min, max, step] = node.v.split(' ');
    for (const [name, given] of Object.entries({ min, max, step, 'aria-label': plain(node.n), 'aria-valuetext': plain(node.d) })) setAttribute(element, name, given);
    if (element.value !== value && !element.matches(':active')) record.told = element.value = value;
  },
};
