// second/numbers — fixed-point billionths, so that parts add up exactly and two builds print the same.
//
// In      doubles
// Out     billionths(x): integer, half up; round9(x): the multiple of 1e-9 nearest to x
// Source  MODEL.md §1 (determinism: no NaN, no -0, shortest round-trip numbers)
// Tested  tests/second/scorer.test.mjs

export const kBillion = 1e9;

export const billionths = (x) => Math.floor(x * kBillion + 0.5);

export const round9 = (x) => billionths(x) / kBillion;

// Rounds the parts of a whole; what rounding left over goes to the part of largest magnitude (the first of
// several), so that the parts add exactly to the whole. All in integer billionths.
export function parts_that_add_up(raw_parts, whole) {
  const parts = raw_parts.map(billionths);
  if (parts.length === 0) return parts;
  let largest = 0;
  for (let i = 1; i < parts.length; i++) {
    if (Math.abs(parts[i]) > Math.abs(parts[largest])) largest = i;
  }
  let sum = 0;
  for (const part of parts) sum += part;
  parts[largest] += whole - sum;
  return parts;
}
