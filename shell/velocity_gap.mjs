// velocity_gap — gives the element its name. A page that wants another one takes element.mjs and does so itself.
//
// In      nothing
// Out     customElements: velocity-gap-assessment; VelocityGapAssessment
// Errors  none: who comes second finds the name taken and leaves it so
// Source  PRODUCT.md §3
// Tested  tests/browser/element.test.mjs

import { VelocityGapAssessment } from './element.mjs';

export { VelocityGapAssessment };

// On a server, where a page is rendered ahead, there are no elements.
const names = globalThis.customElements;
if (names?.get('velocity-gap-assessment') === undefined) names?.define('velocity-gap-assessment', VelocityGapAssessment);
