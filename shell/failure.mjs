// failure — says in words, where the assessment would stand, why it does not and what to do; tells the page around.
//
// In      root; language; an error: its reason is "file", "policy", "stopped" or "instrument" with {problems}
// Out     an element with the role of an alert in root; tell(detail) for the event vg-error
// Errors  none: a reason that is not known is said as one that is not
// Source  PRODUCT.md §3, §5; the sentences are the catalogues' (host.*), put in by tools/site.mjs
// Tested  tests/browser/fallback.test.mjs, tests/browser/policy.test.mjs

/* global VG_HOST_TEXTS */
const texts = VG_HOST_TEXTS;

const sentences = { blocked: 'failed_blocked', file: 'failed_file', policy: 'failed_policy', stopped: 'stopped' };

export function sayFailure(root, language, error, tell) {
  if (error.reason !== 'instrument') console.error(error);
  const reason = error.reason ?? 'start';
  const spoken = texts[language] ?? texts.en;
  const message = spoken[sentences[reason === 'policy' && error.file ? 'blocked' : reason] ?? 'failed'].replace('{file}', error.file ?? '');
  const alert = document.createElement('div');
  alert.className = 'vg-failure';
  alert.setAttribute('role', 'alert');
  alert.lang = language;
  root.querySelector('.vg-failure')?.remove();
  root.append(alert);
  const paragraph = document.createElement('p');
  paragraph.textContent = message;
  alert.append(paragraph);
  const problems = error.problems ?? [];
  if (problems.length > 0) {
    const list = document.createElement('ul');
    for (const { where, sentence } of problems) {
      const entry = document.createElement('li');
      entry.textContent = where ? `${where}: ${sentence}` : sentence;
      list.append(entry);
    }
    alert.append(list);
  }
  tell({ reason, message, ...(error.file && { file: error.file }), ...(problems.length > 0 && { problems }) });
}
