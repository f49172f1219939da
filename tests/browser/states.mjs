// states — brings the page into every screen and state that a visitor can meet, one after the other.
//
// In      the browser in use (browser.mjs), the skin, how to answer (act), options of visit()
// Out     everyState(used, options, look): calls look(name, page) in each state; names are file names
// Errors  those of the page, when it is closed
// Tested  tests/browser/tree.test.mjs, tests/browser/axe.test.mjs, tests/browser/ibm.test.mjs

import { api, mouse, press, ready, settled, takeAssessment, visit } from './browser.mjs';
import { byScript } from './visitor.mjs';

export const pages = ['context', 'advancement_criteria', 'readiness_evidence', 'development_before_step', 'pathways', 'progression',
  'capability_map', 'calibration', 'pipeline_visibility'];
const screens = ['intro', ...pages, 'review_with_open_questions', 'result'];

// The second time: another context, and some of it better.
const again = (question, count) => (question === 1 ? 0 : question % 9 === 8 ? -1 : (question * 5 + 2) % (count - 1));
// Leaves some open, and knows some not.
const answer = (question, count) => (question % 9 === 8 ? -1 : question % 11 === 10 ? count - 1 : (question * 7 + 3) % (count - 1));

export async function everyState(used, { skin = 'document', act = mouse, ...options }, look) {
  let page = await ready(await visit(used, { skin, ...options }), skin);
  const here = async (name) => {
    await settled(page);
    await page.waitForTimeout(150);  // a new status gets its text a little later
    await look(name, page);
  };

  // Every screen as one comes to it, and the first of the areas with answers given.
  await takeAssessment(page, {
    ...act, answer,
    async press(given) {
      if (await given.locator('fieldset').count() === 4) await here('advancement_criteria_answered');
      await act.press(given);
    },
    screen: (title, step) => here(screens[step]),
  });
  for (let left = 20; await page.locator('main button[aria-expanded=false]:not(.page_foot *)').count() && left > 0; --left) {
    await page.locator('main button[aria-expanded=false]:not(.page_foot *)').first().press('Enter');
  }
  await here('result_with_everything_open');
  await press(page, 'Erase my answers');
  await here('erase_confirmation');
  await press(page, 'Keep them');
  await press(page, 'Change my answers');
  await here('review_from_result');
  const draft = await api(page, 'draft');
  await page.reload();
  await ready(page, skin);
  await here('intro_with_resume');
  await page.done();

  // Taken again: the context is filled in, and the second result lies over the first; a file that is none.
  page = await ready(await visit(used, { skin, ...options }), skin);
  await takeAssessment(page, { ...byScript, answer });
  await press(page, 'Take it again');
  await press(page, 'Begin again');
  await here('context_again');
  await takeAssessment(page, { ...byScript, answer: again });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Compare with another result')]);
  await chooser.setFiles({ name: 'none.json', mimeType: 'application/json', buffer: Buffer.from('{"schema":') });
  await page.getByText('This file cannot be compared with.').first().waitFor();
  await page.getByRole('button', { name: 'Show as a table', exact: true }).first().click();
  await press(page, 'Take it again');
  await here('result_compared');
  await press(page, 'Forget the earlier result');
  await here('forget_confirmation');
  await page.done();

  // Kept answers that this version cannot open.
  page = await ready(await visit(used, { skin, ...options }), skin);
  await page.evaluate((text) => document.querySelector('#velocity-gap').velocityGap.load(text), draft.replace('"version":"1.0.0"', '"version":"0.9.0"'));
  await here('intro_with_refused_draft');
  await page.done();

  // Nothing answered: no number. And a browser that keeps nothing says so.
  page = await ready(await visit(used, { skin, ...options, init: () => {
    Storage.prototype.setItem = () => {};
    IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
  } }), skin);
  await mouse.press(page);
  await mouse.choose(page, page.locator('fieldset').first().locator('input'), 1);
  await page.waitForFunction(() => /^Not/.test(document.querySelector('#velocity-gap .saved').textContent));
  await here('context_not_saved');
  while (await page.locator('button.primary').count()) await mouse.press(page);
  await here('result_without_number');
  await page.done();
}
