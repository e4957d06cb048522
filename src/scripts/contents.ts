// Marks, in the contents of the page, the section that is being read; folds them away on small screens.
const nav = document.querySelector('.on-this-page');
const details = nav?.querySelector('details');

if (nav && details) {
  const roomy = matchMedia('(min-width: 72rem)');
  const fold = (): void => {
    details.open = roomy.matches;
  };
  fold();
  roomy.addEventListener('change', fold);

  const links = new Map<string, HTMLAnchorElement>();
  for (const link of nav.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  }
  const above = new Set<string>();
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) above.add(target.id);
        else above.delete(target.id);
      }
      const reading = [...links.keys()].filter((id) => above.has(id)).at(-1);
      for (const [id, link] of links) {
        if (id === reading) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    // All that lies above counts as met: a jump leaps over headings without showing them.
    { rootMargin: '1000000px 0px -70% 0px' },
  );
  for (const id of links.keys()) {
    const heading = document.getElementById(id);
    if (heading) watcher.observe(heading);
  }
}

export {};
