// mirror/text — puts a node's text into an element: always as text, never as markup.
//
// In      text with U+0002..U+0003 around bold runs and "\n" where the canvas broke the line
// Out     setText(element, text), which touches the DOM only when the text differs
// Errors  none
// Source  web/ui/node.hpp (kBoldOn, kBoldOff)
// Tested  tests/browser/mirror.test.mjs

const shown = new WeakMap();

export function setText(element, text = '') {
  if (shown.get(element) === text) return;
  shown.set(element, text);
  const [first, ...rest] = text.split('\u0002');
  if (!rest.length && element.childNodes.length === 1 && element.firstChild.nodeType === Node.TEXT_NODE) {
    element.firstChild.data = first;
    return;
  }
  element.textContent = first;
  for (const part of rest) {
    const [bold, plain] = part.split('\u0003');
    const strong = document.createElement('b');
    strong.textContent = bold;
    element.append(strong, plain ?? '');
  }
}

// A text as the value of an attribute: without marks.
export const plain = (text = '') => text.replace(/[\u0002\u0003]/g, '').replace(/\n/g, ' ');

export function setAttribute(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

export function make(tag, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
