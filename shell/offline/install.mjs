// install — has the browser keep this site for the time without a network; only the site's own page asks for it.
//
// In      nothing: the worker lies beside the page
// Out     whether a worker was registered
// Errors  none: without a secure context, or where a policy forbids it, the site needs the network
// Source  Trusted Types §4.3: a worker's address is a TrustedScriptURL. The page's own policy names this one policy;
//         a server that sends `trusted-types 'none'` has the site without a worker
// Tested  tests/browser/installed.test.mjs

const worker = 'service-worker.js';

function address() {
  if (!globalThis.trustedTypes) return worker;
  return trustedTypes.createPolicy('velocity-gap-worker', {
    createScriptURL(name) {
      if (name !== worker) throw new TypeError(name);
      return name;
    },
  }).createScriptURL(worker);
}

export async function install() {
  if (!globalThis.isSecureContext || !navigator.serviceWorker) return false;
  try {
    await navigator.serviceWorker.register(address(), { updateViaCache: 'none' });
    return true;
  } catch {
    return false;
  }
}
