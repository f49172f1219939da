// visitor — quicker ways through the assessment, for tests that are about what a screen looks like and not how one acts.
//
// In      a page (browser.mjs), or a browser context
// Out     byScript: actions for takeAssessment; withEveryKind: the small instrument with every kind of question;
//         openEverything; faults in the layout of what is shown
// Errors  none

import { readFileSync } from 'node:fs';
import { settled } from './browser.mjs';

export const byScript = {
  choose: (page, radios, wanted) => radios.nth(wanted).evaluate((input) => input.click()),
  press: (page) => page.locator('button.primary').evaluate((button) => button.click()),
};

const fixture = (name) => readFileSync(new URL(`../web/every_kind/${name}`, import.meta.url), 'utf8');

// Serves other files than those that were published, and takes away the hashes that would refuse them.
export async function replaceFiles(context, bodies) {
  const own = async (route, change) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: change(await answer.text()) });
  };
  for (const [path, body] of Object.entries(bodies)) await context.route(`**/${path}`, (route) => route.fulfill({ contentType: 'application/json', body }));
  await context.route('**/main.js', (route) => own(route, (text) => Object.keys(bodies)
    .reduce((script, path) => script.replace(new RegExp(`"${path}":"sha(?:256|384)-[^"]+",?`), ''), text)));
  await context.route(/\/(\?.*)?$/, (route) => own(route, (html) => html.replace(/ integrity="[^"]*"/g, '')));
}

// Serves tests/web/every_kind beside the shipped instrument, and lets visit() open it; change(texts) may alter
// {instrument, catalogue}.
export async function withEveryKind(context, change = (texts) => texts) {
  context.instrument = 'every-kind';
  const { instrument, catalogue } = change({ instrument: fixture('instrument.json'), catalogue: fixture('en.json') });
  // Somebody's own instrument need not have its first screens printed.
  await context.route('**/assets/instruments/every-kind/first.en.json', (route) => route.fulfill({ contentType: 'application/json', body: '' }));
  await context.route('**/assets/instruments/every-kind/instrument.json', (route) => route.fulfill({ contentType: 'application/json', body: instrument }));
  await context.route('**/assets/instruments/every-kind/en.json', (route) => route.fulfill({ contentType: 'application/json', body: catalogue }));
}

// The number of things that were opened on this screen.
export async function openEverything(page) {
  const closed = page.locator('main > div button[aria-expanded=false]');
  let opened = 0;
  for (; await closed.count(); ++opened) await closed.first().evaluate((button) => button.click());
  await settled(page);
  return opened;
}

// What is too wide, cut off, or reaches out of its own box; a list of sentences.
export const layoutFaults = (page) => page.evaluate(() => {
  const faults = [];
  const root = document.querySelector('#velocity-gap');
  const frame = root.getBoundingClientRect();
  const { scrollWidth, clientWidth } = document.scrollingElement;
  if (scrollWidth > clientWidth) faults.push(`the page scrolls sideways: ${scrollWidth} > ${clientWidth}`);
  const name = (element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${element.textContent.slice(0, 40)}`;
  for (const element of root.querySelectorAll('main, main *')) {
    if (element.closest('caption, svg, [hidden]') || element.clientWidth === 0 || root.matches('.canvas')) continue;
    if (element.scrollWidth > element.clientWidth + 1) faults.push(`${name(element)}: ${element.scrollWidth} px in ${element.clientWidth}`);
  }
  const walker = document.createTreeWalker(root.querySelector('main'), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('caption, textarea, [hidden]') || getComputedStyle(element).visibility === 'hidden') continue;
    range.setStart(node, 0);
    range.setEnd(node, node.data.trimEnd().length);
    const box = range.getBoundingClientRect();
    if (box.left < frame.left - 0.5 || box.right > frame.right + 0.5) faults.push(`${name(element)}: ${box.left}–${box.right} of ${frame.left}–${frame.right}`);
    if (box.top < frame.top - 0.5 || box.bottom > frame.bottom + 0.5) faults.push(`${name(element)}: cut off above or below`);
    if (element.closest('svg')) continue;  // beside a chart's axes
    const own = element.closest('h1, h2, h3, h4, p, li, blockquote, button, label, legend, th, td, span').getBoundingClientRect();
    // Letters' boxes are higher than lines that are set tightly, such as the large number's.
    const tight = 1.5 + 0.15 * parseFloat(getComputedStyle(element).fontSize);
    if (box.bottom > own.bottom + tight) faults.push(`${name(element)}: its text ends ${box.bottom - own.bottom} px below it`);
    if (box.right > own.right + 0.5) faults.push(`${name(element)}: its text ends ${box.right - own.right} px beside it`);
  }
  return faults;
});
