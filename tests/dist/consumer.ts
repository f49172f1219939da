// What a builder writes against the package; it must compile with every strict option, and the marked lines must not.

import { VelocityGapAssessment, type ExportFormat } from 'velocity-gap';
import 'velocity-gap/register';
import type { FromFrame } from 'velocity-gap/embed.js';
import { load, ProblemError, type Core, type Findings, type Format } from 'velocity-gap/core';

export async function report(response: string, instrument: object, texts: string[], words: Uint8Array): Promise<string> {
  const core: Core = await load();
  const format: Format = 'html';
  const found: Findings = core.lint(instrument, texts);
  const profile: string = core.score(instrument, response, { explain: found.errors === 0 });
  try {
    return core.report(instrument, texts, words, response, { format, date: '2026-11-22' }) + profile + core.version;
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ where, sentence }) => `${where} ${sentence}`).join();
    throw error;
  }
}

export async function atTheEdge(module: WebAssembly.Module, link: string): Promise<string> {
  const core = await load(module, { sentences: '{}' });
  // @ts-expect-error there is no such format
  core.report({}, [], [], {}, { format: 'docx' });
  // @ts-expect-error an instrument is no number
  core.score(1, {});
  return core.link({}, core.readLink({}, link));
}

export async function onAPage(): Promise<string | null> {
  VelocityGapAssessment.base = '/velocity-gap/';
  const element: VelocityGapAssessment = document.createElement('velocity-gap-assessment');
  element.locale = 'de';
  element.addEventListener('vg-progress', ({ detail }) => { document.title = `${detail.answered} / ${detail.of}`; });
  element.addEventListener('vg-error', ({ detail: { reason, message } }) => console.warn(reason, message));
  document.querySelector('velocity-gap-assessment')?.reset();
  const ready: VelocityGapAssessment = await element.ready;
  // @ts-expect-error there is no such file
  await ready.export('docx');
  const format: ExportFormat = 'report';
  return ready.export(format);
}

export async function inAFrame(answers: string): Promise<string | null> {
  const frame = document.createElement('velocity-gap-frame');
  frame.addEventListener('vg-complete', ({ detail }) => console.log(detail['schema']));
  document.body.append(frame);
  await frame.load(answers);
  // @ts-expect-error there is no such file
  await frame.export('docx');
  return frame.export('report');
}

export const heightOf = (message: FromFrame): number | null => (message.type === 'height' ? message.value : null);
