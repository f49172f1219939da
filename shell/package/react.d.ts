// Types of the elements in JSX, for React 19: import 'velocity-gap/react' names the element and makes it known there.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { VelocityGapAssessment, VelocityGapEventMap } from './element.js';

/** Handlers by the events' own names: onvg-complete={({ detail }) => …}. */
export type VelocityGapHandlers = { [K in keyof VelocityGapEventMap as `on${K}`]?: ((event: VelocityGapEventMap[K]) => void) | undefined };

export type VelocityGapProps = DetailedHTMLProps<HTMLAttributes<VelocityGapAssessment>, VelocityGapAssessment> & VelocityGapHandlers
  & { [K in 'instrument' | 'locale' | 'theme' | 'skin' | 'loading' | 'draft' | 'start']?: string | undefined };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'velocity-gap-assessment': VelocityGapProps;
    }
  }
}

export { VelocityGapAssessment } from './element.js';
