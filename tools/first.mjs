// first — writes the first screens of one instrument, for a page to show before the engine is there.
//
// In      program     how the command line tool is started: a program and its first words
//         source      the path of an instrument's file, with its texts beside it
//         languages   [tag, name] of each language that the page can be read in
//         locales     the folder of the interface's texts
//         folder      where they go: first.<tag>.json
// Out     writeFirst: the files, one a language that the instrument speaks; holdFirst: a page with the texts in it that its
//         <script type="application/json" data-path> name
// Errors  what the command line tool says
// Tested  tests/browser/early.test.mjs

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function writeFirst([program, ...words], { source, languages, locales, folder }) {
  mkdirSync(folder, { recursive: true });
  const offer = languages.flatMap(([tag, name]) => ['--offer', `${tag}=${name}`]);
  for (const [tag] of languages) {
    const first = execFileSync(program, [...words, 'prerender', '--instrument', source, '--language', tag,
      '--interface', join(locales, `${tag}.json`), ...offer]);
    writeFileSync(join(folder, `first.${tag}.json`), first);
  }
}

// No text can end the element that it stands in, nor begin a comment.
export function holdFirst(html, textOf) {
  return html.replace(/(<script type="application\/json" data-path="([^"]+)">)[^<]*/g, (_, tag, path) => tag + textOf(path).trim().replaceAll('<', '\\u003c'));
}
