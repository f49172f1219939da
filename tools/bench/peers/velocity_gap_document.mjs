// bench/peers/velocity_gap_document — the document skin, for the side-by-side harness.
//
// In      build/site
// Out     an entry, see adapter.mjs
// Errors  as there
// Tested  by use

import { entry } from './adapter.mjs';

export default entry('velocity-gap-document', 'Velocity Gap, as a plain document', 'document');
