// Runs before the first paint: says that scripts run, sets the theme that the reader chose, and holds the page back until
// its faces are there, for two seconds at most, so that no line moves.
(() => {
  const root = document.documentElement;
  root.classList.add('script', 'waiting');
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Storage is forbidden here; the system's theme it is.
  }
  const show = () => root.classList.remove('waiting');
  const loaded = (face) => new Promise((done) => (face.onload = face.onerror = done));
  const frame = () => new Promise(requestAnimationFrame);
  const faces = [...document.querySelectorAll('link[rel=preload][as=font]')];
  const coming = faces.filter(({ href }) => performance.getEntriesByName(href).length === 0);
  // The first frame asks for the faces that only some formulas need.
  Promise.all(coming.map(loaded))
    .then(frame)
    .then(frame)
    .then(() => document.fonts.ready)
    .then(show);
  setTimeout(show, 2000);
})();
