// Runs before the first paint: says that scripts run, sets the theme that the reader chose, has a page that is opened at its
// top laid out piecemeal, and holds it back until its faces are there, for two seconds at most, so that no line moves.
(() => {
  const root = document.documentElement;
  const readIn = (parts) => {
    for (const part of document.querySelectorAll(parts))
      part.replaceWith(document.createRange().createContextualFragment(part.textContent));
  };
  root.classList.add('script', 'waiting');
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Storage is forbidden here; the system's theme it is.
  }
  // Who comes back or follows a link into the page is shown a place in it, which is known when all of it is laid out.
  const [visit] = performance.getEntriesByType('navigation');
  if (visit?.type === 'navigate' && location.hash === '') root.classList.add('piecemeal');
  else document.addEventListener('readystatechange', () => readIn('noscript.later'), { once: true });
  const show = () => {
    if (!root.classList.contains('waiting')) return;
    root.classList.remove('waiting');
    // Asked what stands at a point, a browser does now all but the drawing: the next frame has only that to do.
    document.elementFromPoint(0, 0);
  };
  const loaded = (face) => new Promise((done) => (face.onload = face.onerror = done));
  const facesLoaded = () => {
    const faces = [...document.querySelectorAll('link[rel=preload][as=font]')];
    return Promise.all(faces.filter(({ href }) => performance.getEntriesByName(href).length === 0).map(loaded));
  };
  const turn = () => new Promise((done) => setTimeout(done));
  // Laid out, the page asks for the faces that only some formulas need. Style, layout and what is shown have a turn each, so that
  // a slow phone can answer in between; a frame is not waited for, which may come a second later where some came empty before.
  new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }))
    .then(facesLoaded)
    .then(turn)
    .then(() => getComputedStyle(root).color)
    .then(turn)
    .then(() => root.offsetHeight && document.fonts.ready)
    .then(turn)
    .then(show);
  setTimeout(show, 2000);
  // A page whose scripts cannot be had stands as it does without any.
  const forgo = ({ target }) => {
    if (target.type !== 'module') return;
    root.classList.remove('script', 'piecemeal');
    readIn('noscript');
  };
  addEventListener('error', forgo, true);
})();
