// cli/small — a questionnaire with one question of every kind, its texts and a response to it.

export const instrument = {
  schema: 'instrument/1', id: 'small', version: '1.0.0', languages: ['en'],
  sources: [{ id: 'book' }],
  context: [
    { id: 'size', kind: 'single', options: ['few', 'many'], no_answers: ['prefer_not_to_say'] },
    { id: 'places', kind: 'multiple', options: ['here', 'there'] },
    { id: 'heads', kind: 'number', least: 0, most: 500 },
    { id: 'note', kind: 'text', max_length: 20 },
  ],
  dimensions: [{
    id: 'clarity',
    required: { base: 60, rules: [{ id: 'r', when: { context: 'size', equals: 'many' }, add: 20, source: 'book' }] },
  }],
  items: [
    { id: 'a', dimension: 'clarity', kind: 'scale', points: 5, no_answers: ['dont_know'], source: 'book' },
    { id: 'b', dimension: 'clarity', kind: 'scale', points: 5, reverse: true, source: 'book' },
  ],
  pages: [{ id: 'p', questions: ['size', 'places', 'heads', 'note', 'a', 'b'] }],
  patterns: [{ id: 'low', when: { item: 'a', below: 50 }, source: 'book' }],
  actions: [{
    id: 'mend', horizon: 'week', effort_days: 1, targets: { dimensions: ['clarity'], patterns: ['low'] },
    moves: [{ item: 'a', points: 1 }, { item: 'b', points: 1 }], source: 'book',
  }],
};

export const response = {
  schema: 'response/1', id: 'r-1', instrument: { id: 'small' },
  answers: { size: 'many', places: ['here'], heads: 12, note: 'hello', a: 1, b: 1 },
};

const both = (start, names) => Object.fromEntries(names.map((name) => [`${start}.${name}`, `${start} ${name}`]));

export const texts = {
  schema: 'catalogue/1', language: 'en',
  messages: {
    ...both('instrument', ['title', 'summary']), ...both('page.p', ['title']),
    ...both('dimension.clarity', ['name', 'about']), ...both('rule.r', ['why']),
    ...both('pattern.low', ['name', 'about', 'why']), ...both('action.mend', ['do', 'how', 'signal', 'why']),
    ...both('source.book', ['title']),
    ...Object.assign({}, ...['on_pace', 'drifting', 'lagging', 'stalled'].map((id) => both(`band.${id}`, ['name', 'about']))),
    ...Object.assign({}, ...['size', 'places', 'heads', 'note', 'a', 'b'].map((id) => both(`question.${id}`, ['ask', 'why']))),
    ...both('question.size.option', ['few.label', 'many.label']),
    ...both('question.places.option', ['here.label', 'there.label']),
    ...both('question.a.point', ['0.label', '1.label', '2.label', '3.label', '4.label']),
    ...both('question.b.point', ['0.label', '1.label', '2.label', '3.label', '4.label']),
  },
};
