// second/random_response — answers of every kind to a given instrument, also where nobody asked.
//
// In      random (random.mjs), instrument/1, optionally an id
// Out     response/1: chosen points, every permitted no-answer, null, absent keys, answers to unreachable questions
// Tested  tests/second/scorer.test.mjs

const kTexts = ['', 'fine', 'a "quoted" \\ line\nand another', '<b>bold?</b>', 'Zoë 漢字 🙂', '\u202eright to left'];

export function random_response(r, instrument, id) {
  // One temperament a response, so that all bands and all degrees of completeness occur.
  const manner = { answers: r.pick([1, 1, 1, 1, 0.95, 0.9, 0.8, 0.5, 0.1, 0]), good: r.pick([0, 0.1, 0.3, 0.5, 0.5, 0.8, 1]) };
  const answers = {};
  for (const question of r.shuffle([...(instrument.context ?? []), ...instrument.items])) {
    const answer = answer_to(r, question, manner);
    if (answer !== undefined) answers[question.id] = answer;
  }
  const asked = { id: instrument.id };
  if (r.chance(0.5)) asked.version = instrument.version;
  return { schema: 'response/1', ...(id === undefined ? {} : { id }), instrument: asked, answers };
}

function answer_to(r, question, manner) {
  if (!r.chance(manner.answers)) {
    const kinds = ['absent', 'null', ...(question.no_answers ?? [])];
    const kind = r.pick(kinds);
    if (kind === 'absent') return undefined;
    return kind === 'null' ? null : { no_answer: kind };
  }
  if (question.no_answers && r.chance(0.05)) return { no_answer: r.pick(question.no_answers) };
  switch (question.kind) {
    case 'scale': return point(r, question, manner.good);
    case 'single': return r.pick(question.options);
    case 'multiple': return r.some(question.options, r.whole(r.chance(0.1) ? 0 : 1, question.options.length));
    case 'number': {
      const number = r.whole(question.least, question.most);
      return r.chance(0.2) && number < question.most ? number + 0.25 : number;
    }
    default: return r.pick(kTexts).slice(0, question.max_length);
  }
}

function point(r, question, good) {
  const top = question.points - 1;
  if (r.chance(0.4)) return r.whole(0, top);
  const keyed = Math.round(good * top);
  return question.reverse ? top - keyed : keyed;
}
