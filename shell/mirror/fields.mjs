// mirror/fields — text and number fields; the browser's own, so that typing, autofill and IME are native.
//
// In      n label, v value, state bits 2 disabled, 32 invalid
// Out     rows of the table of roles; field(tag, attributes): another one
// Errors  what a field holds but the answers do not is marked as invalid when the field is left
// Source  ARIA in HTML; the legend above shows the question, so the field repeats it only as its name. The direction
//         is that of what is typed. No spelling is checked: some browsers send what they check to a server
// Tested  tests/browser/mirror.test.mjs

import { make, plain, setAttribute } from './text.mjs';

const disabled = 2;
const invalid = 32;

export function field(tag, attributes) {
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
