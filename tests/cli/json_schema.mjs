// cli/json_schema — checks a value against the part of JSON Schema that our schemas use.
//
// In      schema, value
// Out     problems: ["/place: what"], empty when the value fits
// Errors  a keyword that is not known here throws, so that no schema is checked by half
// Source  JSON Schema 2020-12

const annotations = new Set(['$schema', '$id', '$defs', 'title', 'description']);

const kinds = {
  object: (v) => v !== null && typeof v === 'object' && !Array.isArray(v),
  array: Array.isArray,
  string: (v) => typeof v === 'string',
  number: (v) => typeof v === 'number',
  integer: Number.isInteger,
  boolean: (v) => typeof v === 'boolean',
  null: (v) => v === null,
};

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

const keywords = {
  type: (kind, v) => kinds[kind](v),
  const: (expected, v) => same(expected, v),
  enum: (allowed, v) => allowed.some((each) => same(each, v)),
  pattern: (pattern, v) => typeof v !== 'string' || new RegExp(pattern, 'u').test(v),
  minLength: (least, v) => typeof v !== 'string' || [...v].length >= least,
  maxLength: (most, v) => typeof v !== 'string' || [...v].length <= most,
  minimum: (least, v) => typeof v !== 'number' || v >= least,
  exclusiveMinimum: (least, v) => typeof v !== 'number' || v > least,
  maximum: (most, v) => typeof v !== 'number' || v <= most,
  minItems: (least, v) => !Array.isArray(v) || v.length >= least,
  maxItems: (most, v) => !Array.isArray(v) || v.length <= most,
  uniqueItems: (_, v) => !Array.isArray(v) || new Set(v.map((each) => JSON.stringify(each))).size === v.length,
  required: (names, v) => !kinds.object(v) || names.every((name) => Object.hasOwn(v, name)),
};

export function problems_of(schema, value, root = schema, where = '') {
  if (schema === false) return [`${where}: not allowed`];
  if (schema.$ref) return problems_of(root.$defs[schema.$ref.replace('#/$defs/', '')], value, root, where);
  const problems = [];
  for (const [keyword, rule] of Object.entries(schema)) {
    if (annotations.has(keyword)) continue;
    if (keyword in keywords) {
      if (!keywords[keyword](rule, value)) problems.push(`${where}: ${keyword} ${JSON.stringify(rule)}`);
    } else if (keyword === 'properties' || keyword === 'additionalProperties' || keyword === 'propertyNames') {
      problems.push(...members(schema, value, root, where, keyword));
    } else if (keyword === 'items') {
      if (Array.isArray(value)) value.forEach((each, i) => problems.push(...problems_of(rule, each, root, `${where}/${i}`)));
    } else if (keyword === 'oneOf') {
      const tried = rule.map((each) => problems_of(each, value, root, where));
      if (tried.filter((each) => each.length === 0).length !== 1) problems.push(`${where}: oneOf`, ...tried.flat().slice(0, 3));
    } else {
      throw new Error(`json_schema does not know ${keyword}`);
    }
  }
  return problems;
}

function members(schema, value, root, where, keyword) {
  if (!kinds.object(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const place = `${where}/${name}`;
    if (keyword === 'propertyNames') return problems_of(schema.propertyNames, name, root, place);
    const own = schema.properties && Object.hasOwn(schema.properties, name);
    if (keyword === 'properties') return own ? problems_of(schema.properties[name], member, root, place) : [];
    return own ? [] : problems_of(schema.additionalProperties, member, root, place);
  });
}
