// What a page may want to do with the result; nothing of it leaves the page unless the page sends it.

const assessment = document.querySelector('velocity-gap-assessment');
const output = document.querySelector('output');

assessment.addEventListener('vg-complete', ({ detail }) => {
  output.textContent = detail.index.value === null ? 'too few answers' : detail.index.value.toFixed(1);
});
assessment.addEventListener('vg-error', ({ detail }) => {
  output.textContent = detail.message;
});
