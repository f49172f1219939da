// mirror/choices — a question with its answers: fieldset and legend around native radios or checkboxes.
//
// In      group: n legend, d help; radio and checkbox: n label, d second line, state bit 1 checked
// Out     rows of the table of roles
// Errors  none
// Source  ARIA in HTML; all radios of a question share a name, also those apart from the scale, so that
//         the arrow keys go through all of them
// Tested  tests/browser/mirror.test.mjs

import { make, setAttribute, setText } from './text.mjs';

const checked = 1;
const helpLine = 22.5;  // CSS px, as Style::kHelp in web/ui/theme.cpp

export const group = {
  make(node, { scope }) {
    const element = make('fieldset');
    const legend = make('legend');
    const words = make('span');
    const help = make('p', { class: 'help', id: `vg-${scope}help-${node.i}` });
    legend.append(words);
    element.append(legend, help);
    return { element, lead: help, place: words, words, help };
  },
  update(record, node, placeAt) {
    setText(record.words, node.n);
    setText(record.help, node.d);
    setAttribute(record.help, 'hidden', node.d ? null : '');
    setAttribute(record.element, 'aria-describedby', node.d ? record.help.id : null);
    if (!node.b || !node.d) return placeAt(record.help, null);
    const [x, y, w, h] = node.b;
    const height = node.d.split(/[\n\v\u0004]/).length * helpLine;
    placeAt(record.help, [x, y + h - height, w, height]);
  },
};

function choice(type) {
  return {
    make(node, { groupOf, scope }) {
      const element = make('label');
      const input = make('input', { type, name: `vg-${scope}${groupOf(node)}` });
      const name = make('span', { class: 'n' });
      const detail = make('span', { class: 'd' });
      element.append(input, name, ' ', detail);
      return { element, control: input, name, detail };
    },
    update(record, node) {
      setText(record.name, node.n);
      setText(record.detail, node.d);
      setAttribute(record.detail, 'hidden', node.d ? null : '');
      // Whoever listens needs the pause that eyes get from the new line.
      setAttribute(record.name, 'class', node.d && !/\p{P}$/u.test(node.n) ? 'n stop' : 'n');
      const on = Boolean(node.s & checked);
      if (record.control.checked !== on) record.control.checked = on;
    },
  };
}

export const radio = choice('radio');
export const checkbox = choice('checkbox');
