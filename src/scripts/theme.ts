// The button that goes round: theme as the system, light, dark.
const root = document.documentElement;
const order = ['system', 'light', 'dark'] as const;
type Theme = (typeof order)[number];

for (const button of document.querySelectorAll<HTMLElement>('[data-theme-button]')) {
  const show = (): void => {
    const label = button.dataset[current()] ?? '';
    button.setAttribute('aria-label', label);
    button.title = label;
  };
  button.addEventListener('click', () => {
    const next = order[(order.indexOf(current()) + 1) % order.length] ?? 'system';
    if (next === 'system') delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      if (next === 'system') localStorage.removeItem('theme');
      else localStorage.setItem('theme', next);
    } catch {
      // Not kept, where storage is forbidden.
    }
    show();
  });
  show();
}

function current(): Theme {
  const theme = root.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export {};
