// bench/run — every benchmark in one call: bytes, scoring, frames, statistics, futures, the mirror, the page in Chromium, a long stream, a cohort,
// reliability beside R's psych.
//
// In      --json --only size,score,frame,stats,flow,articles,mirror,browser,drag,stream,cohort,psych --runs N --responses N --slowdown N; the programs and the site of tools/run
// Out     a line a figure, or {"schema":"bench_run/1","runs":..,"figures":[{name, value, unit, least?, most?}]}
// Errors  a part that is not built, or a case that fails: said with its name; exit code 1
// Source  medians, and ratios of runs that took turns; other figures hold for one machine only
// Cost    about two minutes, the stream another
// Tested  tests/bench/run.test.mjs

import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: {
  json: { type: 'boolean' }, only: { type: 'string' }, runs: { type: 'string', default: '5' }, responses: { type: 'string', default: '1000000' },
  slowdown: { type: 'string', default: '4' },
} });
const cases = ['size', 'score', 'frame', 'stats', 'flow', 'articles', 'mirror', 'browser', 'drag', 'stream', 'cohort', 'psych'];
const wanted = values.only?.split(',') ?? cases;
const options = { runs: Math.max(1, Number(values.runs) || 1), responses: Math.max(1, Number(values.responses) || 1), slowdown: Math.max(1, Number(values.slowdown) || 1) };

const figures = [];
for (const name of wanted) {
  try {
    if (!cases.includes(name)) throw new Error(`there is no such case; choose of ${cases.join(', ')}`);
    const { measure } = await import(`./${name}.mjs`);
    for (const figure of await measure(options)) {
      figures.push(figure);
      if (!values.json) print(figure);
    }
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`bench ${name}: ${error.message}\n`);
  }
}
if (values.json) process.stdout.write(`${JSON.stringify({ schema: 'bench_run/1', runs: options.runs, figures })}\n`);

function print({ name, value, unit, least, most }) {
  const short = (number) => (Math.abs(number) >= 1000 ? Math.round(number).toLocaleString('en') : Number(number.toPrecision(3)).toString());
  const range = least === undefined ? '' : `  (${short(least)} to ${short(most)})`;
  process.stdout.write(`${name.padEnd(58)} ${short(value).padStart(12)} ${unit}${range}\n`);
}
