// When the page has been shown for the first time: what only wakes an island has no business before.

/** Settled once something of the page is painted; at once where a browser does not tell. */
export const painted = new Promise<void>((done) => {
  if (!PerformanceObserver.supportedEntryTypes.includes('paint')) done();
  new PerformanceObserver((list, observer) => {
    if (!list.getEntries().some(({ name }) => name === 'first-contentful-paint')) return;
    observer.disconnect();
    done();
  }).observe({ type: 'paint', buffered: true });
});
