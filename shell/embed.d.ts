// Types of <velocity-gap-frame> (embed.js), and of the messages behind it for who writes a side of their own.

import type { Answer, ExportFormat, Problem, VelocityGapEventMap } from './velocity_gap';

/** The assessment in a frame from another origin. Everything but `ready`, `load`, `reset` and `export` is an attribute. */
export interface VelocityGapFrame extends HTMLElement {
  /** The first screen stands. Rejects when none will. There once the element stands in a page. */
  readonly ready: Promise<void>;
  /** Opens answers (response/1) or a draft. Rejects with `reason`, and then nothing changed. */
  load(answers: string | object): Promise<void>;
  /** Erases the answers, also those kept in the browser, and goes to the beginning. */
  reset(): Promise<void>;
  /** The text of a file; null for those that need a result before there is one. */
  export(format?: ExportFormat): Promise<string | null>;

  addEventListener<K extends keyof VelocityGapEventMap>(type: K, listener: (this: this, event: VelocityGapEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** What a request was refused with: "busy", too many at once; "long", more than a million characters; "refused", by the
 *  assessment, which says why in `message` and `problems`. */
export interface Refusal { message: string; reason: 'busy' | 'long' | 'refused' | string; problems: Problem[] }

/** What the frame can be set to; all texts. `lang` and `scheme` (light, dark, normal) are those of the page around. */
export interface FrameSettings {
  instrument?: string; locale?: string; theme?: string; skin?: string; draft?: string; start?: string; lang?: string; scheme?: string;
  /** Values of --vg-NAME. */
  tokens?: Record<string, string>;
}

/** Frame to page, the first of them to the parent window, all others over the port. */
export type FromFrame = { vg: 1 } & (
  | { type: 'hello'; nonce: string; tokens: string[] }
  | { [K in keyof VelocityGapEventMap]: K extends `vg-${infer T}` ? { type: T; detail: VelocityGapEventMap[K]['detail'] } : never }[keyof VelocityGapEventMap]
  | { type: 'height'; value: number }
  | { type: 'shown' }
  | { type: 'top' }
  | { type: 'reply'; id: number; ok: true; value: string | null }
  | { type: 'reply'; id: number; ok: false; value: Refusal }
  | { type: 'versions'; id: number; versions: number[] }
  | { type: 'store'; id: number; op: 'get' | 'set' | 'remove'; key: string; value?: string }
);

/** Page to frame, the first of them to its window with one MessagePort, all others over the port. */
export type ToFrame = { vg: 1 } & (
  | { type: 'port'; nonce: string; value: FrameSettings }
  | { type: 'load'; id: number; value: string | { answers: Record<string, Answer> } }
  | { type: 'reset'; id: number }
  | { type: 'export'; id: number; value?: ExportFormat }
  | { type: 'set'; value: FrameSettings }
  | { type: 'store'; id: number; ok: boolean; value?: string | null }
);

declare global {
  interface HTMLElementTagNameMap {
    'velocity-gap-frame': VelocityGapFrame;
  }
}
