// service_worker — lets the site open without a network: one version of it, whole, or none.
//
// In      VG_RELEASE {version, files: {path: integrity}}, written in by tools/site.mjs; '' is the page itself
// Out     known files from the cache of this version, whatever lies on the server; everything else is left to the browser
// Errors  a file that is missing, cut off or of another version ends the installation: the worker before it stays, with
//         all its files
// Source  PRODUCT.md §5; Service Workers §2.4 (a new worker waits until no page uses the old one)
// Tested  tests/browser/installed.test.mjs

/* global VG_RELEASE */
const scope = self.registration.scope;
const prefix = `velocity-gap ${scope} `;
const cacheName = prefix + VG_RELEASE.version;

// With its integrity, the browser refuses any other bytes than those this version was built with.
function fetchWhole(path, cache) {
  return fetch(new Request(new URL(path, scope), { integrity: VG_RELEASE.files[path], cache, redirect: 'error' })).then((answer) => {
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer;
  });
}

// What the browser has just loaded need not come again; where that is of another version, the server is asked.
const fetchOnce = (path) => fetchWhole(path, 'force-cache').catch(() => fetchWhole(path, 'reload'));

async function install() {
  await caches.delete(cacheName);  // what an installation that was broken off may have left
  try {
    const paths = Object.keys(VG_RELEASE.files);
    const answers = await Promise.all(paths.map(fetchOnce));
    const cache = await caches.open(cacheName);
    await Promise.all(paths.map((path, at) => cache.put(new URL(path, scope), answers[at])));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function removeOthers() {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== cacheName) await caches.delete(name);
  }
}

// Which of our files a request names; undefined: none, so it is no business of ours.
function pathOf({ method, mode, url }) {
  if (method !== 'GET' || !url.startsWith(scope)) return undefined;
  const path = url.slice(scope.length).split('#')[0];
  const name = mode === 'navigate' ? path.split('?')[0] : path;  // a page's own parameters are read in the page
  return Object.hasOwn(VG_RELEASE.files, name) ? name : undefined;
}

// A file that the browser has thrown away comes from the server, if that still has this version.
async function answer(path) {
  const cache = await caches.open(cacheName);
  return await cache.match(new URL(path, scope)) ?? fetchWhole(path, 'default');
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(removeOthers()));
addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path !== undefined) event.respondWith(answer(path));
});
