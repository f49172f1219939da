// mirror/tables — tables with their caption and headers.
//
// In      table: n caption; cells: n text
// Out     rows of the table of roles
// Errors  none
// Source  ARIA in HTML; the roles are said again because the canvas skin takes the cells out of the
//         table's layout, and some browsers then drop what they are
// Tested  tests/browser/mirror.test.mjs

import { make, setText } from './text.mjs';
import { holder, leaf } from './structure.mjs';

export const table = {
  make() {
    const element = make('table', { role: 'table' });
    const caption = make('caption');
    element.append(caption);
    return { element, lead: caption, caption, placesFrom: true };
  },
  update({ caption }, node) { setText(caption, node.n); },
};

export const row = holder('tr', { role: 'row' });
export const columnHeader = leaf('th', { scope: 'col', role: 'columnheader' });
export const rowHeader = leaf('th', { scope: 'row', role: 'rowheader' });
export const cell = leaf('td', { role: 'cell' });
