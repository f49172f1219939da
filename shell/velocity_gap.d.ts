// Types of the element, its events and what it gives back.

/** An answer: a point or option by its id, several of them, a number or a text, or why there is none. */
export type Answer = number | string | string[] | { state: string } | null;

export interface Response {
  schema: 'response/1';
  instrument: { id: string; version: string; hash: string };
  answers: Record<string, Answer>;
}

export interface Problem {
  /** Where: a JSON pointer, or line and column. */
  where: string;
  code: string;
  /** What is wrong and what to do, in the language of the assessment. */
  sentence: string;
}

/** "file": a file is missing or not the published one; "policy": the page forbids WebAssembly, or to fetch `file`; "instrument": its data are
 *  faulty; "stopped": something went wrong later; "start": anything else. */
export type FailureReason = 'file' | 'policy' | 'instrument' | 'stopped' | 'start';

export interface VelocityGapEventMap {
  'vg-ready': CustomEvent<{ instrument: string; locale: string }>;
  'vg-start': CustomEvent<Record<string, never>>;
  'vg-answer': CustomEvent<{ question: string; answer: Answer }>;
  'vg-progress': CustomEvent<{ answered: number; of: number }>;
  /** The profile, schema profile/1. */
  'vg-complete': CustomEvent<Record<string, unknown>>;
  'vg-plan': CustomEvent<unknown>;
  /** The accent that was asked for could not be read; this one is used. */
  'vg-accent': CustomEvent<{ asked: string; used: string; contrast: number }>;
  'vg-error': CustomEvent<{ reason: FailureReason; message: string; file?: string; problems?: Problem[] }>;
}

/** What ::part() reaches, in the document skin; the canvas skin takes tokens only. An element has one part: what it is. */
export type VelocityGapPart =
  | 'title' | 'heading' | 'subheading' | 'body' | 'lede' | 'small' | 'quiet' | 'meta' | 'say' | 'number'
  | 'number_unit' | 'band_bad' | 'band_ok' | 'legend' | 'help' | 'option' | 'aside' | 'field' | 'primary'
  | 'secondary' | 'plain' | 'linklike' | 'bar' | 'nav_row' | 'hero' | 'card' | 'columns' | 'column' | 'flow'
  | 'chart' | 'chart_row' | 'chart_label' | 'chart_value' | 'chart_value_ok' | 'key' | 'key_dot' | 'key_ring'
  | 'key_tick' | 'evidence' | 'bullet' | 'saved' | 'table' | 'table_head' | 'table_cell' | 'table_number'
  | 'review_row' | 'page_foot' | 'spaced' | 'language';

export type ExportFormat = 'profile' | 'answers' | 'draft' | 'link' | 'report' | 'text' | 'table' | 'calendar';

export class VelocityGapAssessment extends HTMLElement {
  /** Address of the folder with the element's files: beside its script, unless set before the first one starts. Where a
   *  bundler takes the script elsewhere, put the package's files on your server and name that folder here. */
  static base: string;

  /** Id of the instrument; "leadership-pipeline" when empty. */
  instrument: string;
  /** A BCP 47 tag, or "auto" or empty: the page's language, then the browser's. */
  locale: string;
  /** "light", "dark", or "auto" or empty: as the page's color-scheme. */
  theme: string;
  /** "canvas", "document", or "auto" or empty. ::part() reaches the document skin. */
  skin: string;
  /** "lazy" or empty: when it comes near the window; "eager": at once. */
  loading: string;
  /** A name for its draft, where two of one instrument are to be kept apart. */
  draft: string;
  /** Id of a dimension whose questions come first, the others after them; where nobody has begun yet. */
  start: string;

  /** The first screen stands. Rejects when none will. */
  readonly ready: Promise<this>;
  /** What is answered, or null before it is ready. */
  readonly response: Response | null;
  /** The result as canonical JSON, or null before it. */
  readonly profile: string | null;

  /** Erases the answers, also those kept in the browser, and goes to the beginning. */
  reset(): Promise<void>;
  /** Opens answers (response/1) for review or a draft where it was left. Rejects with `problems`; then nothing changed. */
  load(answers: string | object): Promise<void>;
  /** The text of a file; null for those that need a result before there is one. */
  export(format?: ExportFormat): Promise<string | null>;

  addEventListener<K extends keyof VelocityGapEventMap>(type: K, listener: (this: this, event: VelocityGapEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'velocity-gap-assessment': VelocityGapAssessment;
  }
}
