// Runs before the first paint: sets the theme that the reader chose, and says that scripts run.
(() => {
  const root = document.documentElement;
  root.classList.add('script');
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Storage is forbidden here; the system's theme it is.
  }
})();
