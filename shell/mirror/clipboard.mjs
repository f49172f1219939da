// mirror/clipboard — what is selected goes to the clipboard as plain lines, one for each element that has a text.
//
// In      a copy event; root, in the canvas skin (in the document skin the browser's own way is right)
// Out     the clipboard's plain text; cells of one row are parted by tabs, empty ones too
// Errors  none: what is selected in a field, or reaches beyond root, is left to the browser
// Source  elements that are placed absolutely count as inline for a browser's copy: it would glue their texts, and take
//         along that they are transparent
// Tested  tests/browser/find.test.mjs

const block = 'h1,h2,h3,h4,h5,p,span,li,blockquote,button,legend,td,th';

function texts(range, root) {
  const found = [];
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE || !range.intersectsNode(node)) continue;
    if (!root.contains(node) && !node.data.trim()) continue;
    if (!root.contains(node)) return null;
    const element = node.parentElement.closest(block);
    if (!element?.closest('main,.embedded') || element.closest('[hidden]')) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    found.push({ element, text: node.data.slice(from, to) });
  }
  return found;
}

// In a shadow tree a document's selection is told as where that tree hangs, unless one asks for what is inside.
function selected(root) {
  const selection = document.getSelection();
  const tree = root.getRootNode();
  if (!selection?.rangeCount) return null;
  if (tree === document) return selection.getRangeAt(0);
  const [inside] = selection.getComposedRanges?.({ shadowRoots: [tree] }) ?? [];
  if (!inside) return tree.getSelection?.().getRangeAt(0) ?? null;
  const range = document.createRange();
  range.setStart(inside.startContainer, inside.startOffset);
  range.setEnd(inside.endContainer, inside.endOffset);
  return range;
}

export function copyAsLines(event, root) {
  const range = selected(root);
  if (!root.matches('.canvas') || event.target.closest?.('input,textarea') || !range || range.collapsed) return;
  const found = texts(range, root);
  if (!found?.length) return;
  let copied = '';
  let before = null;
  for (const { element, text } of found) {
    if (before && element !== before) {
      const sameRow = element.matches('td,th') && element.parentElement === before.parentElement;
      copied = copied.trimEnd() + (sameRow ? '\t'.repeat(element.cellIndex - before.cellIndex) : '\n');
    }
    copied += text;
    before = element;
  }
  event.clipboardData.setData('text/plain', copied.trimEnd());
  event.preventDefault();
}
