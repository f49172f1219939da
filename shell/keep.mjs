// keep — hands a text to the person as a file.
//
// In      name, text, its media type (JSON unless said)
// Out     the browser's download
// Errors  none
// Source  PRODUCT.md §2 (keep it)
// Tested  tests/browser/keep.test.mjs

export function saveFile(name, text, type = 'application/json') {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
