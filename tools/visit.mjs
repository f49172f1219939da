// visit — which of the site's files a visitor takes, in one language, on our page or on somebody else's; the rest lies
// there for other doors and other readers.
//
// In      door: "page", "element" or "frame"; files: [{path, …}] of <site folder>-sizes.json
// Out     scripts, by door; filesOf(door, files): those of a visit; held: the file that our page has in itself
// Errors  none
// Tested  tests/site/size.test.mjs

export const scripts = {
  page: ['index.html', 'main.js', 'assessment.js', 'style.css'],
  frame: ['embed.js', 'frame.html', 'frame.js', 'first.js', 'assessment.js', 'style.css'],
  element: ['velocity-gap.js', 'first.js', 'assessment.js', 'style.css'],
};
const instrument = 'leadership-pipeline';
const language = 'en';

// What an instrument or a language has a folder or a file of its own for.
function isData(path) {
  if (path === 'velocity-gap.wasm') return true;
  if (!path.startsWith('assets/locales/') && !path.startsWith(`assets/instruments/${instrument}/`)) return false;
  return !/(^|[/.])[a-z]{2}(-[A-Za-z]+)?\.json$/.test(path) || new RegExp(`[/.]${language}\\.json$`).test(path);
}

export const held = `assets/instruments/${instrument}/first.${language}.json`;

export const filesOf = (door, files) => files.filter(({ path }) => scripts[door].includes(path) || (isData(path) && (door !== 'page' || path !== held)));
