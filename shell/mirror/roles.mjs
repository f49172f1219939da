// mirror/roles — which native element stands for each role of web/ui/node.hpp.
//
// In      nothing
// Out     roles: name -> {make(node, {groupOf, scope, embedded}) -> {element, control?, lead?, place?}, update(record, node, placeAt)}
//         control  the element that is operated      lead  its last child that is no node of its own
//         placesFrom  in the canvas skin the boxes of what lies in it begin at its own top
//         canWait  whether new words may come a little later, where nobody sees them
//         large    whether the mirror watches if it is in the window, as it does what holds others
//         place    what stands at the node's box in the canvas skin (default: the element); null: nothing
//         What only pages have that are opened later comes with them (mirror.learn): mirror/sliders, mirror/plots
// Errors  none
// Source  HOUSE.md §2 (one row a role)
// Tested  tests/browser/mirror.test.mjs: every role has exactly one row

import { heading, holder, leaf, listitem, main, section, status } from './structure.mjs';
import { checkbox, group, radio } from './choices.mjs';
import { inputNumber, inputText } from './fields.mjs';
import { button } from './actions.mjs';
import { cell, columnHeader, row, rowHeader, table } from './tables.mjs';
import { figure, lane, progress } from './figures.mjs';

export const roles = {
  main,
  section,
  header: holder('header'),
  nav: holder('nav'),
  footer: holder('footer'),
  heading,
  text: leaf('p'),
  span: leaf('span'),
  status,
  quote: leaf('blockquote'),
  group,
  radio,
  checkbox,
  input_text: inputText,
  input_number: inputNumber,
  button,
  disclosure: button,
  progress,
  list: holder('ul', { role: 'list' }),
  listitem,
  table,
  row,
  columnheader: columnHeader,
  rowheader: rowHeader,
  cell,
  figure,
  lane,
};
