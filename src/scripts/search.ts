// Search by keyboard: `/` opens it, arrows go through the results, Enter follows one. Pagefind is loaded when it opens.
import { isHit } from './hits.ts';
import { TEX_SIGN } from './tex-sign.ts';

interface Result {
  readonly data: () => Promise<{
    readonly url: string;
    readonly meta: { readonly title?: string };
    readonly sub_results: readonly {
      readonly title: string;
      readonly url: string;
      readonly excerpt: string;
    }[];
  }>;
}
interface Pagefind {
  readonly options: (options: { readonly excerptLength: number }) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly debouncedSearch: (query: string) => Promise<{ readonly results: readonly Result[] } | null>;
}

const dialog = document.querySelector<HTMLDialogElement>('[data-search]');
const input = dialog?.querySelector<HTMLInputElement>('[data-search-input]');
const list = dialog?.querySelector('[data-search-results]');
const state = dialog?.querySelector<HTMLElement>('[data-search-state]');
let engine: Promise<Pagefind> | undefined;

if (dialog && input && list && state) {
  const open = (): void => {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    load().catch(() => say('failed'));
  };
  const say = (what: 'none' | 'failed' | '', query = ''): void => {
    state.textContent = what === '' ? '' : (state.dataset[what] ?? '').replace('%', () => query);
  };
  /** What the list belongs to, and what is to be followed when its results come. */
  let listed = '';
  let awaited = '';
  const follow = (): void => list.querySelector('a')?.click();
  const search = async (): Promise<void> => {
    const query = input.value.trim();
    if (query !== awaited) awaited = '';
    if (query === '') {
      list.replaceChildren();
      listed = '';
      say('');
      return;
    }
    try {
      const found = await (await load()).debouncedSearch(query);
      if (found === null) return;
      const pages = await Promise.all(found.results.slice(0, 8).map((result) => result.data()));
      if (input.value.trim() !== query) return;
      const rows = pages.flatMap(({ meta, sub_results }) =>
        sub_results
          .filter(({ excerpt }) => isHit(excerpt, query))
          .slice(0, 3)
          .map((sub) => row(sub.url, meta.title ?? '', sub.title, sub.excerpt)),
      );
      list.replaceChildren(...rows);
      listed = query;
      say(rows.length === 0 ? 'none' : '', query);
      if (awaited === query) follow();
    } catch {
      say('failed');
    }
  };

  for (const button of document.querySelectorAll('[data-open-search]'))
    button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event);
    const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!slash && !k) return;
    event.preventDefault();
    open();
  });
  input.addEventListener('input', search);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    // What is listed may still be the results of what stood there before.
    const query = input.value.trim();
    if (listed === query) follow();
    else awaited = query;
  });
  dialog.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const stops = [input, ...list.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement as HTMLInputElement);
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || (event.target as Element).closest('a')) dialog.close();
  });
  dialog.addEventListener('close', () => {
    awaited = '';
  });
}

async function load(): Promise<Pagefind> {
  const from = `${document.body.dataset.base ?? '/'}pagefind/pagefind.js`;
  engine ??= import(/* @vite-ignore */ from).then(async (module: Pagefind) => {
    // In words; those of TeX are counted, and left out.
    await module.options({ excerptLength: 40 });
    await module.init();
    return module;
  });
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
}

function row(url: string, page: string, title: string, excerpt: string): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  const heading = document.createElement('span');
  heading.className = 'search-title';
  // The dot ends a line rather than begin one.
  heading.textContent = title === page ? page : `${page}\u00a0· ${title}`;
  const text = document.createElement('span');
  text.className = 'search-excerpt';
  text.append(...marked(excerpt));
  link.append(heading, text);
  item.append(link);
  return item;
}

/**
 * Pagefind's excerpt is escaped text with `<mark>` around the hits: rebuilt node by node, never as HTML. The TeX of formulas is
 * left out, since their words follow it, unless what was searched is found in nothing else.
 */
function marked(excerpt: string): Node[] {
  const decode = (text: string): string =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  const words = excerpt.split(' ').filter((word) => !word.includes(TEX_SIGN));
  const shown = words.join(' ');
  const text = shown.includes('<mark>') ? shown : excerpt.replaceAll(TEX_SIGN, '');
  return text.split(/(<mark>.*?<\/mark>)/s).map((piece) => {
    const hit = /^<mark>(.*)<\/mark>$/s.exec(piece);
    if (!hit) return document.createTextNode(decode(piece));
    const mark = document.createElement('mark');
    mark.textContent = decode(hit[1] ?? '');
    return mark;
  });
}

/** Whether it goes into a field; the editor of programs hides its own in a shadow root. */
function typing(event: Event): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
