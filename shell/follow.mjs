// follow — how a page that opens later comes and goes for who listens and for who uses keys.
//
// In      root, mirror (assessment.mjs)
// Out     letGo(root): resolves when nothing that may go has the focus any more; wayBack(root, mirror): what leads back to where
//         one is and what has the focus; sayLater(mirror): from now on a status gets its text after all else that changes with it
// Errors  none
// Source  Orca: what takes the place of what had the focus is taken for known, and is not spoken when it gets the focus; of many
//         changes at once it hears but the first ones
// Tested  tests/browser/pipeline.test.mjs, tests/browser/reading.test.mjs

import { status } from './mirror/structure.mjs';
import { placeOf } from './place.mjs';

const rest = 300;  // ms: by then the other changes have been heard

export async function letGo(root) {
  const { activeElement } = root.getRootNode();
  if (!root.contains(activeElement)) return;
  activeElement.blur();
  await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
}

export function wayBack(root, mirror) {
  const focused = mirror.focused();
  const scrolled = placeOf(root);
  return () => {
    mirror.focus(focused);
    scrolled();
  };
}

const late = {
  ...status,
  update(record, node, placeAt) {
    const say = (text) => status.update(record, { ...node, n: record.said = text }, placeAt);
    clearTimeout(record.saying);
    if (!node.n || node.n === record.said || node.n === record.standing) say(node.n);
    else {
      say('');
      record.saying = setTimeout(say, rest, node.n);
    }
  },
};

// Whichever page is opened first.
export function sayLater(mirror) {
  if (mirror.later) return;
  mirror.later = true;
  mirror.learn({ status: late });
}
