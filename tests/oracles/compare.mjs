// oracles/compare — does an answer have every value that a case asks for, within its tolerance?
//
// In      a case of open.json; the answer: {name: value}, or nested objects for a name with points
// Out     problems(case, answer): sentences, [] when all is well
// Tested  tests/cli/stats.test.mjs

const isNumber = (x) => typeof x === 'number' && Number.isFinite(x);

export function valueAt(answer, name) {
  if (answer !== null && typeof answer === 'object') {
    if (Object.hasOwn(answer, name)) return answer[name];
    for (let i = name.indexOf('.'); i >= 0; i = name.indexOf('.', i + 1)) {
      const found = Object.hasOwn(answer, name.slice(0, i)) ? valueAt(answer[name.slice(0, i)], name.slice(i + 1)) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function near(found, wanted, relative, absolute) {
  if (Array.isArray(wanted)) {
    return Array.isArray(found) && found.length === wanted.length && wanted.every((each, i) => near(found[i], each, relative, absolute));
  }
  if (isNumber(wanted)) return isNumber(found) && Math.abs(found - wanted) <= absolute + relative * Math.abs(wanted);
  return found === wanted;
}

function fits(found, expected) {
  if (!expected.band) return near(found, expected.value, expected.rtol ?? 0, expected.atol ?? 0);
  const [low, high] = expected.band;
  const edge = 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
  return isNumber(found) && found >= low - edge && found <= high + edge;
}

export function problems({ id, expected }, answer) {
  return Object.entries(expected).filter(([, each]) => !each.alternative).flatMap(([name, each]) => {
    const found = valueAt(answer, name);
    if (fits(found, each)) return [];
    return [`${id} ${name}: ${JSON.stringify(found)}, wanted ${JSON.stringify(each.band ?? each.value)}`];
  });
}
