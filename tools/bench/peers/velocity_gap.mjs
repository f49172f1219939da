// bench/peers/velocity_gap — the canvas skin, for the side-by-side harness (--add tools/bench/peers/velocity_gap.mjs).
//
// In      build/site
// Out     an entry, see adapter.mjs
// Errors  as there
// Tested  by use

import { entry } from './adapter.mjs';

export default entry('velocity-gap', 'Velocity Gap, painted on a canvas over native controls', 'canvas');
