// mirror/text — puts a node's text into an element: always as text, never as markup.
//
// In      text with U+0002..U+0003 around bold runs, "\n" where the canvas broke the line between words and U+0004
//         where it broke it inside one: seen as a new line, but neither spoken, found nor copied
// Out     setText(element, text), which touches the DOM only when the text differs
// Errors  none
// Source  web/ui/node.hpp (kBoldOn, kBoldOff, kBreakInWord)
// Tested  tests/browser/mirror.test.mjs

const shown = new WeakMap();

export function setText(element, text = '') {
  if (shown.get(element) === text) return;
  shown.set(element, text);
  const marked = /[\u0002\u0004]/.test(text);
  if (!marked && element.childNodes.length === 1 && element.firstChild.nodeType === Node.TEXT_NODE) {
    element.firstChild.data = text;
    return;
  }
  element.textContent = marked ? '' : text;
  if (!marked) return;
  text.split('\u0004').forEach((line, at) => {
    if (at > 0) element.append(make('i', { class: 'br' }));
    const [first, ...rest] = line.split('\u0002');
    element.append(first);
    for (const part of rest) {
      const [bold, plain] = part.split('\u0003');
      const strong = make('b');
      strong.textContent = bold;
      element.append(strong, plain ?? '');
    }
  });
}

// A text as the value of an attribute: without marks.
export const plain = (text = '') => text.replace(/[\u0002-\u0004]/g, '').replace(/\n/g, ' ');

export function setAttribute(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

export function make(tag, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
