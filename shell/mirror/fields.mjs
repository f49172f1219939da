// mirror/fields — text and number fields and sliders; the browser's own, so that typing, autofill, IME and keys are native.
//
// In      n label, v value, state bits 2 disabled, 32 invalid; slider: v "value least most step", d the value in words
// Out     rows of the table of roles
// Errors  what a field holds but the answers do not is marked as invalid when the field is left
// Source  ARIA in HTML; the legend above shows the question, so the field repeats it only as its name. The direction
//         is that of what is typed. No spelling is checked: some browsers send what they check to a server
// Tested  tests/browser/mirror.test.mjs

import { make, plain, setAttribute } from './text.mjs';

const disabled = 2;
const invalid = 32;

function field(tag, attributes) {
  return {
    make() {
      const element = make(tag, { ...attributes, dir: 'auto', autocomplete: 'off', spellcheck: false });
      return { element, control: element };
    },
    // Never over what someone is typing: "1." is on its way to 1.5.
    update(record, node) {
      const { element } = record;
      setAttribute(element, 'aria-label', plain(node.n));
      element.disabled = Boolean(node.s & disabled);
      setAttribute(element, 'aria-invalid', node.s & invalid ? true : null);
      const value = node.v ?? '';
      if (element !== element.getRootNode().activeElement && element.value !== value) record.told = element.value = value;
    },
    left({ element }, node) {
      const kept = element.value === (node.v ?? '') || (node.v && Number(element.value) === Number(node.v));
      setAttribute(element, 'aria-invalid', kept ? null : true);
    },
  };
}

export const inputText = field('textarea', { rows: 4 });
export const inputNumber = field('input', { type: 'text', inputmode: 'decimal' });

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
