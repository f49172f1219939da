// strangers/pages — pages as other people write them: each a name, and what it does to everything that stands on it.
//
// In      nothing
// Out     pages: {name: parts of a page (host.mjs)}; turned: in which the reader is given the document; zoomed
// Errors  none
// Source  issues that embedders of other elements met: resets, text in capitals, scaled panels, pages from right to left

import { tag } from './host.mjs';

const panel = (style) => ({ open: `<div id="panel" style="${style}">`, close: '</div>' });

export const pages = {
  plain: {},
  'a reset of everything': { style: '* { all: revert; margin: 0; padding: 0; box-sizing: content-box }' },
  'everything unset': { style: '* { all: unset } head, style, script, title { display: none } div, main, header, footer, p { display: block }' },
  'fonts, sizes and boxes forced on everything': { style: 'body, body * { font: 700 40px/3 cursive !important; box-sizing: content-box !important; max-width: none !important; float: none !important }' },
  'a root of 62.5%': { style: 'html { font-size: 62.5% } body { font-size: 1.6rem }' },
  'text set in every way': { style: 'body { letter-spacing: .3em; word-spacing: 1em; text-transform: uppercase; line-height: 1; text-align: center; text-indent: 3em; white-space: pre; font-style: italic; font-variant: small-caps; text-shadow: 2px 2px red; color: red; cursor: crosshair; hyphens: auto; quotes: "«" "»"; list-style: square inside; tab-size: 8; text-rendering: geometricPrecision; font-feature-settings: "smcp"; word-break: break-all; user-select: none }' },
  'elements of every kind styled': { style: 'h2, p, button, label, input, fieldset, legend, table, td, ul, li, svg, section, span { border: 9px dotted lime !important; padding: 33px !important; background: pink !important; transform: rotate(9deg) !important; color: red !important; display: inline-flex !important; position: fixed !important } .primary, .card, .title, .vg, .canvas, .option, .field { display: none !important }' },
  'from right to left': { attributes: 'lang="ar" dir="rtl"' },
  'smaller, by a transform': panel('transform: scale(.8); transform-origin: 0 0'),
  'larger, by a transform': panel('transform: scale(1.5); transform-origin: 0 0; width: 560px'),
  'larger, by zoom': panel('zoom: 1.25; width: 640px'),
  turned: panel('transform: rotate(3deg)'),
  'moved, in a box that scrolls': panel('transform: translate(13.5px, 7.25px); overflow: auto; height: 400px'),
  'a box that scrolls': panel('overflow: auto; height: 400px; border: 5px solid'),
  'a flex row': panel('display: flex; align-items: flex-start; gap: 20px'),
  'a flex column, centred': panel('display: flex; flex-direction: column; align-items: center'),
  'a grid': { style: '#panel { display: grid; grid-template-columns: 200px 1fr; }', open: '<div id="panel"><p>Beside</p>', close: '</div>' },
  columns: panel('columns: 2; column-gap: 40px'),
  'a float beside it': { open: '<div style="float: left; width: 150px; height: 3000px; background: #ddd"></div><div id="panel">', close: '</div>' },
  'a fixed panel': panel('position: fixed; inset: 40px 40px auto auto; width: 420px; height: 500px; overflow: auto; background: white; z-index: 5'),
  'a table cell': { open: '<table><tr><td>Beside</td><td id="panel">', close: '</td></tr></table>' },
  'a modal dialog': { open: '<dialog id="panel">', close: '</dialog>', after: () => document.querySelector('#panel').showModal() },
  'the shadow of another element, in a box that scrolls there': { after: (name) => {
    const it = document.querySelector(name);
    const around = document.createElement('div');
    it.before(around);
    const tree = around.attachShadow({ mode: 'open' });
    tree.innerHTML = '<style>:host { font: 30px/3 serif; text-align: right } div { overflow: auto; height: 420px }</style><div><slot></slot></div>';
    around.append(it);
  } },
  'a line of text': { style: `${tag} { display: inline-block }`, open: '<p id="panel">Here: ', close: '</p>' },
};

// Where the canvas may not know which slice of it is seen, and so leaves the page to the document.
export const turned = ['turned'];
// Where lines are as thin as the screen can draw them, and so are other than they were asked for.
export const zoomed = ['larger, by zoom'];
