// What a blind visitor hears: Orca in Firefox, from the first screen to the number of the result, by keyboard alone.

import test from 'node:test';
import assert from 'node:assert/strict';
import { listen } from '../../tools/orca/listen.mjs';

test('Orca speaks question, options, the chosen answer, the saved status and the result', async (t) => {
  const site = process.env.VGAP_SITE ?? 'build/site';
  const tell = (line) => t.diagnostic(line);
  // A busy machine can leave the reader without its first events; then it is started once more, and must speak.
  const steps = await listen(site, tell).catch((error) => {
    tell(`a second time, after: ${error.message.slice(0, 200)}`);
    return listen(site, tell);
  });
  const heard = (did, occurrence = 0) => {
    const { words, said } = steps.filter((step) => step.did === did)[occurrence];
    return { ...words, said, sentence: said.join(' ') };
  };
  const spoken = (said, words) => assert.ok(said.some((sentence) => sentence.startsWith(words)), `${words} | ${said}`);

  const start = heard('Enter');
  assert.match(start.sentence, /Your context heading level 1/);
  assert.equal(steps.slice(0, -2).flatMap(({ said }) => said).filter((sentence) => sentence.startsWith('Saved')).length, 1, 'the saved status is spoken once');

  const first = heard('Tab to the first question');
  assert.ok(first.question.length > 10 && first.choices.length > 3);
  spoken(first.said, first.question);
  spoken(first.said, first.choices[0]);
  spoken(first.said, 'not selected radio button');
  spoken(heard('next radio button').said, first.choices[1]);
  const chosen = heard('choose');
  assert.equal(chosen.checked, 1);
  spoken(chosen.said, 'selected');

  // On a scale the words at a point belong to its name.
  const scale = heard('Tab to a question on a scale');
  const ownWords = ({ choices, anchors }, at) => (sentence) => sentence.startsWith(choices[at]) && sentence.includes(anchors[at]);
  assert.ok(scale.anchors[0].length > 3);
  spoken(scale.said, scale.question);
  assert.ok(scale.said.some(ownWords(scale, 0)), scale.sentence);
  const moved = heard('arrow to the next answer');
  assert.equal(moved.checked, 2);
  assert.ok(moved.said.some(ownWords(moved, 2)), moved.sentence);
  spoken(moved.said, 'selected radio button');

  assert.match(heard('answer the rest').said.at(-1), /heading level 1/);
  const result = heard('read on');
  const [number, band, sentence] = result.headline;
  assert.match(number, /^\d+$/);
  spoken(result.said, number);
  spoken(result.said, band);
  assert.ok(result.sentence.includes(sentence.slice(0, 30)), result.sentence);

  const everything = steps.flatMap(({ said }) => said).join(' ');
  assert.doesNotMatch(everything, /clickable|unlabel|blank|undefined|null/i);
});
