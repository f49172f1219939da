// mirror/actions — what is pressed: buttons, and those that open and close something.
//
// In      n text; state bits 2 disabled, 4 expanded, 8 expandable, 16 current
// Out     a row of the table of roles
// Errors  none
// Source  ARIA APG, disclosure
// Tested  tests/browser/mirror.test.mjs

import { make, setAttribute, setText } from './text.mjs';

export const button = {
  make() {
    const element = make('button', { type: 'button' });
    return { element, control: element };
  },
  update({ element }, node) {
    const state = node.s ?? 0;
    setText(element, node.n);
    element.disabled = Boolean(state & 2);
    setAttribute(element, 'aria-expanded', state & 8 ? Boolean(state & 4) : null);
    setAttribute(element, 'aria-current', state & 16 ? true : null);
  },
};
