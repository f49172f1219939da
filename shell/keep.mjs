// keep — hands a text to the person as a file, and takes one from them.
//
// In      saveFile: name, text, its media type (JSON unless said)
// Out     saveFile: the browser's download. pickFile: the text of a file that the person chooses, or null
// Errors  a file that cannot be read is an empty text, which no reader takes for anything
// Source  PRODUCT.md §2 (keep it), §5 (files of any size)
// Tested  tests/browser/keep.test.mjs, tests/browser/again.test.mjs

export function saveFile(name, text, type = 'application/json') {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

// The engine refuses a file that is larger, so no more of it need be read.
const mostBytes = 8 << 20;

export function pickFile() {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  return new Promise((done) => {
    input.addEventListener('cancel', () => done(null));
    input.addEventListener('change', () => {
      const [file] = input.files;
      if (file) file.slice(0, mostBytes + 1).text().then(done, () => done(''));
      else done(null);
    });
    input.click();
  });
}
