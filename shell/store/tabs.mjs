// store/tabs — tells the other tabs with the same assessment what was written, hears it from them, and looks again
// when this one was away.
//
// In      name of the channel; keys of the slots; signal; heard(packed), erased(roots), back(), away()
// Out     tell(packed version, or the roots of what was erased)
// Errors  without channels the stored slots tell it, at the next write at the latest
// Source  PRODUCT.md §5 (two tabs)
// Tested  tests/browser/store_tabs.test.mjs

export function watchTabs(name, keys, { signal, heard, erased, back, away }) {
  if (signal?.aborted) return () => {};
  let channel = null;
  try {
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => (typeof data === 'string' ? heard(data) : erased(data));
    signal?.addEventListener('abort', () => channel.close());
  } catch { /* blocked, as storage is */ }
  // Pages of the first layout tell nobody.
  addEventListener('storage', ({ key, newValue }) => { if (newValue && keys.includes(key)) heard(newValue); }, { signal });
  addEventListener('pageshow', ({ persisted }) => { if (persisted) back(); }, { signal });
  addEventListener('pagehide', away, { signal });
  document.addEventListener('visibilitychange', () => (document.hidden ? away() : back()), { signal });
  return (what) => { if (!signal?.aborted) channel?.postMessage(what); };
}
