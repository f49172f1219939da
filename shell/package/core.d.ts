/** JSON as text, as UTF-8 bytes, or as the object itself. */
export type Document = string | Uint8Array | object;

export interface Problem {
  /** The argument of the call: "instrument", "texts", "response", ... */
  argument: string;
  /** A JSON pointer, "line:column" in a text that is not JSON, or "". */
  where: string;
  /** A stable id, such as "error.response.unknown_question". */
  code: string;
  /** What is wrong and what to do, for a person. */
  sentence: string;
  arguments: Record<string, string>;
}

/** Every problem of what was given, at once. */
export class ProblemError extends Error {
  readonly name: 'ProblemError';
  readonly problems: Problem[];
}

export type Severity = 'error' | 'warning' | 'note';

export interface Finding {
  severity: Severity;
  /** "instrument", or "texts/" and the language. */
  file: string;
  where: string;
  code: string;
  sentence: string;
  arguments: Record<string, string>;
}

export interface Findings {
  schema: 'findings/1';
  file: string;
  instrument: { id: string; version: string; hash: string };
  findings: Finding[];
  dimensions: { id: string; current: { least: number; most: number } | null; required: { least: number; most: number } }[];
  errors: number;
  warnings: number;
  notes: number;
}

export type Format = 'markdown' | 'html' | 'csv' | 'calendar' | 'json' | 'pack';

export interface Core {
  /** The engine's version, as it stands in every result. */
  readonly version: string;
  /** What an author should mend: `velocity-gap lint --json`. */
  lint(instrument: Document, texts?: Document | Document[]): Findings;
  /** The profile (profile/1), byte for byte a line of `velocity-gap score`; explain adds the trees of `--levels`. */
  score(instrument: Document, response: Document, options?: { explain?: boolean }): string;
  /** The bytes of `velocity-gap report`. The language is that of the first interface texts unless named; the date today. */
  report(
    instrument: Document, texts: Document | Document[], interfaceTexts: Document | Document[], response: Document,
    options?: { format?: Format; language?: string; date?: string },
  ): string;
  /** The answers in so few characters that they fit behind the # of an address. */
  link(instrument: Document, response: Document): string;
  /** What such a link holds, as a response (response/1). */
  readLink(instrument: Document, link: string): string;
}

/** core.wasm; under Node it is found without being given. */
export type Wasm = WebAssembly.Module | BufferSource | Response;

export function load(wasm?: Wasm | PromiseLike<Wasm>, options?: { sentences?: Document }): Promise<Core>;
