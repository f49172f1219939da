// bench/figures — numbers of several runs as one figure.
//
// In      a name, the values of the runs, a unit
// Out     {name, value: the median, unit, least, most}
// Errors  none
// Tested  tests/bench/run.test.mjs

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function figure(name, values, unit) {
  return { name, value: median(values), unit, least: Math.min(...values), most: Math.max(...values) };
}

// Of runs that took turns, the ratio of each turn; the median of these.
export function ratio(name, values, others) {
  return figure(name, values.map((value, at) => value / others[at]), '×');
}
