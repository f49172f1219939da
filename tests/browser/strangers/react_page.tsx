// strangers/react_page — a React 19 tree with two assessments in a list, as an application has one: properties and
// handlers from state, a list in any order, a ref.
//
// In      tell(what, ...words): called with what the handlers hear
// Out     Page; how it is changed from outside: window.page, set when it has mounted
// Errors  as marked, for the compiler (tests/dist/package.test.mjs)
// Tested  tests/browser/element_react.test.mjs

import { useEffect, useRef, useState } from 'react';
import type { VelocityGapAssessment } from 'velocity-gap';
import 'velocity-gap/react';

export interface State { names: string[]; locale?: string | undefined; round: number }

declare global {
  interface Window { page: { set(next: Partial<State>): void; first(): VelocityGapAssessment | null } }
}

export function Page({ tell }: { tell: (what: string, ...words: unknown[]) => void }) {
  const [state, setState] = useState<State>({ names: ['a', 'b'], locale: 'en', round: 1 });
  const [progress, setProgress] = useState('Not begun');
  const first = useRef<VelocityGapAssessment>(null);
  useEffect(() => {
    window.page = { set: (next) => setState((before) => ({ ...before, ...next })), first: () => first.current };
  }, []);
  return (
    <main>
      <h1>A page of our own</h1>
      <p role="status">{progress}</p>
      {state.names.map((name) => (
        <section key={name}>
          <velocity-gap-assessment
            ref={name === 'a' ? first : null}
            className="assessment"
            draft={name}
            locale={state.locale}
            loading="eager"
            skin="document"
            onvg-ready={({ detail, target }) => tell('ready', name, detail.locale, target !== null)}
            onvg-answer={({ detail }) => tell(`answer in round ${state.round}`, name, detail.question)}
            onvg-progress={({ detail: { answered, of } }) => setProgress(`${answered} of ${of}`)}
            onvg-complete={(event) => tell('complete', name, event.detail['schema'])}
          >
            <p>Soon.</p>
            <p slot="after">Talk to us.</p>
          </velocity-gap-assessment>
        </section>
      ))}
    </main>
  );
}

// @ts-expect-error there is no such property
export const wrong = <velocity-gap-assessment langauge="de" />;
// @ts-expect-error a locale is a text
export const number = <velocity-gap-assessment locale={3} />;
// @ts-expect-error progress is no text
export const detail = <velocity-gap-assessment onvg-progress={({ detail }) => detail.trim()} />;
