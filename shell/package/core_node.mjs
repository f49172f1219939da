// core_node — the same core under Node, where it finds its module by itself.
//
// In      as core; load() without a module reads core.wasm from beside this file
// Out     as core
// Errors  as core
// Tested  tests/parity/headless.test.mjs

import { readFile } from 'node:fs/promises';
import * as core from './core.mjs';

export const { ProblemError } = core;

export function load(wasm, options) {
  return core.load(wasm ?? readFile(new URL('./core.wasm', import.meta.url)), options);
}
