// mirror/text — puts a node's text into an element: always as text, never as markup.
//
// In      text with U+0002..U+0003 around bold runs, "\n" where the canvas broke the line between words, U+0004 where it
//         broke it inside one, "\v" for a newline of the text's own
// Out     setText(element, text), which touches the DOM only when the text differs
// Errors  none
// Source  web/ui/node.hpp (kBoldOn, kBoldOff, kBreakInWord), web/ui/text_layout.hpp (kNewLine); the canvas's breaks are
//         seen as new lines, but neither spoken, found nor copied: there a sentence is one
// Tested  tests/browser/mirror.test.mjs, tests/browser/find.test.mjs

const shown = new WeakMap();
const newlines = (text) => text.replaceAll('\v', '\n');

function* runs(text) {
  const [first, ...rest] = text.split('\u0002');
  if (first) yield newlines(first);
  for (const part of rest) {
    const [bold, after] = part.split('\u0003');
    const strong = make('b');
    strong.textContent = newlines(bold);
    yield strong;
    if (after) yield newlines(after);
  }
}

// As many lines as there were, and no bold run in them: their words alone change.
function sayAnew(element, lines) {
  const nodes = [];
  for (let node = element.firstChild; node; node = node.nextSibling) nodes.push(node);
  const isLine = (line, at) => line && nodes[2 * at].nodeType === Node.TEXT_NODE && (!at || nodes[2 * at - 1].localName === 'i');
  if (nodes.length !== 2 * lines.length - 1 || !lines.every(isLine)) return false;
  lines.forEach((line, at) => { nodes[2 * at].data = newlines(line); });
  return true;
}

export function setText(element, text = '') {
  if (shown.get(element) === text) return;
  shown.set(element, text);
  const lines = text.split(/[\u0004\n]/);
  if (!text.includes('\u0002') && sayAnew(element, lines)) return;
  element.replaceChildren(...lines.flatMap((line, at) => [...(at > 0 ? [make('i', { class: 'br' })] : []), ...runs(line)]));
}

// A text as the value of an attribute: without marks.
export const plain = (text = '') => text.replace(/[\u0002-\u0004\n]/g, '').replaceAll('\v', ' ');

export function setAttribute(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

export function make(tag, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
