// keep — hands a text to the person as a file.
//
// In      name, text (JSON)
// Out     the browser's download
// Errors  none
// Source  PRODUCT.md §2 (keep it)
// Tested  tests/browser/keep.test.mjs

export function saveFile(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
