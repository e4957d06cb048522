// Narrows the list of exercises down by kind and by how far the reader is; the choice stays in the address.
const form = document.querySelector<HTMLFormElement>('[data-filters]');
const count = form?.querySelector<HTMLElement>('[data-count]');
const entries = [...document.querySelectorAll<HTMLElement>('[data-entry]')];
const sections = [...document.querySelectorAll<HTMLElement>('[data-filtered]')];

/** The choice in the page's words to what the marks say. */
const standings: Record<string, readonly string[]> = {
  new: ['untouched'],
  tried: ['tried', 'partly'],
  solved: ['solved'],
};

if (form && count) {
  const select = (name: string): HTMLSelectElement => form.elements.namedItem(name) as HTMLSelectElement;
  const given = new URLSearchParams(location.search);
  for (const name of ['kind', 'state']) {
    const value = given.get(name) ?? '';
    if ([...select(name).options].some((option) => option.value === value)) select(name).value = value;
  }
  const apply = (): void => {
    const kind = select('kind').value;
    const wanted = standings[select('state').value];
    let shown = 0;
    for (const entry of entries) {
      const standing = entry.querySelector<HTMLElement>('[data-standing]')?.dataset.standing ?? 'untouched';
      const fits =
        (kind === '' || (entry.dataset.kinds ?? '').split(' ').includes(kind)) &&
        (wanted === undefined || wanted.includes(standing));
      entry.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const section of sections) section.hidden = !section.querySelector('[data-entry]:not([hidden])');
    const text = (shown === 1 ? count.dataset.one : count.dataset.many) ?? '';
    count.textContent = text.replace(/\d+/, String(shown));
  };
  form.addEventListener('change', () => {
    const query = new URLSearchParams();
    for (const name of ['kind', 'state']) if (select(name).value !== '') query.set(name, select(name).value);
    history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}`);
    apply();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  // The marks are filled in by their own script; they may change while the page is open.
  new MutationObserver(apply).observe(document.body, { subtree: true, attributeFilter: ['data-standing'] });
  apply();
}

export {};
