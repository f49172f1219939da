// open — takes a file from the person: chosen in the browser's own dialog, or dropped on the assessment.
//
// In      root, on which files are dropped; take(bytes) for what a file holds; refused(why): 'too_large', which is
//         said before anything is read, or 'unreadable'; signal: ends it
// Out     choose(): opens the dialog; call it while the person's press lasts
// Errors  none: what cannot be read goes to refused()
// Source  PRODUCT.md §5 (a clear limit, the source file is never written)
// Cost    nothing until a file comes
// Tested  tests/browser/open_file.test.mjs

const mostBytes = 5e6;  // kMostFileMegabytes in web/app/app.cpp

export function makeOpener(root, { take, refused, signal }) {
  let latest = null;
  async function open(file) {
    latest = file;
    if (file.size > mostBytes) {
      refused('too_large');
      return;
    }
    let bytes = null;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch { /* gone, or a folder */ }
    if (latest !== file || signal.aborted) return;  // another was chosen meanwhile
    if (bytes) take(bytes);
    else refused('unreadable');
  }

  // Text that is dragged into a field is the browser's own affair.
  const holdsFile = ({ dataTransfer }) => dataTransfer?.types.includes('Files');
  root.addEventListener('dragover', (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  }, { signal });
  root.addEventListener('drop', (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) open(event.dataTransfer.files[0]);
  }, { signal });

  return {
    choose() {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = '.json,application/json';
      input.addEventListener('change', () => { if (input.files.length > 0) open(input.files[0]); });
      input.click();
    },
  };
}
