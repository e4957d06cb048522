// The check where Astro runs: a build with faults stops, and the dev server reports after each save, in the terminal and on the page.
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import type { Plugin, ViteDevServer } from 'vite';
import { bookRoot, currentBook, stampOf } from '../book/current.ts';
import { contentFolder, evened } from '../book/index.ts';
import { prove } from './prove.ts';
import { hasErrors, type Report, reportOn } from './report.ts';
import type { Question, Reply } from './watcher.ts';

export function gate(): AstroIntegration {
  let watcher: Watcher;
  return {
    name: 'gate',
    hooks: {
      'astro:config:setup': ({ command, injectScript, updateConfig }) => {
        updateConfig({ vite: { plugins: [even()] } });
        if (command !== 'dev') return;
        watcher = startWatcher();
        const script = fileURLToPath(new URL('../scripts/report.ts', import.meta.url));
        injectScript('page', `import ${JSON.stringify(script)};`);
        updateConfig({ vite: { plugins: [standIn((file) => watcher.refuses(file))] } });
      },
      'astro:server:setup': ({ server }) => watch(server, watcher),
      'astro:server:done': () => watcher.stop(),
      'astro:build:start': () => {
        // `npm run build` has checked the book already.
        if (process.env.BOOK_CHECKED) return;
        const book = currentBook();
        const { faults, text } = reportOn(book, prove(book).faults);
        if (!hasErrors(faults)) return;
        console.error(text);
        process.exit(1);
      },
    },
  };
}

/** What is made a page is what was checked: see `evened`. */
function even(): Plugin {
  return {
    name: 'gate:even',
    enforce: 'pre',
    transform: (code, id) => (isText(pathOf(id)) ? evened(code) : undefined),
  };
}

/** A chapter with faults may not even be a page: while it has some, a sentence stands in its place. */
function standIn(refuses: (file: string) => Promise<boolean>): Plugin {
  return {
    name: 'gate:stand-in',
    enforce: 'pre',
    async transform(_, id) {
      const file = pathOf(id);
      if (!isText(file)) return undefined;
      return (await refuses(file)) ? 'This page is not shown as long as it has faults.\n' : undefined;
    },
  };
}

/** Has the book checked when the server starts and after each save, and passes the report on. */
function watch(server: ViteDevServer, watcher: Watcher): void {
  let last: Report = { text: '', faults: [] };
  watcher.onReport((report) => {
    if (report.text === last.text) return;
    last = report;
    console.log(report.text);
    server.ws.send('book:report', report);
  });
  server.watcher.add(join(bookRoot, contentFolder));
  server.watcher.on('change', (path) => repeatIfChanged(server.watcher, path));
  for (const event of ['add', 'change', 'unlink'] as const) {
    server.watcher.on(event, (path) => {
      const file = pathOf(path);
      if (isContent(file)) watcher.look(file);
    });
  }
  server.ws.on('book:ask', (_, client) => client.send('book:report', last));
  watcher.look('');
}

/**
 * A save empties the file before it is written, and of two changes within a few milliseconds the file watcher tells
 * only the first: whoever read the empty file would never learn of the text.
 */
function repeatIfChanged(files: ViteDevServer['watcher'], path: string): void {
  const told = stampOf(path);
  setTimeout(() => {
    if (stampOf(path) !== told) files.emit('change', path);
  }, 50);
}

interface Watcher {
  /** Starts a look at the book, at the file that was saved first. */
  look(saved: string): void;
  refuses(file: string): Promise<boolean>;
  onReport(use: (report: Report) => void): void;
  stop(): void;
}

/** A proof may take a second: it runs in a thread of its own, so that pages are served meanwhile. */
function startWatcher(): Watcher {
  const thread = new Worker(new URL('./watcher.ts', import.meta.url));
  thread.unref();
  const asked = new Map<number, (refused: boolean) => void>();
  let use: (report: Report) => void = () => {};
  thread.on('message', (reply: Reply) => {
    if ('report' in reply) use(reply.report);
    else asked.get(reply.number)?.(reply.refused);
  });
  const ask = (question: Question): void => thread.postMessage(question);
  let number = 0;
  return {
    look: (saved) => ask({ saved }),
    refuses: (file) =>
      new Promise((resolve) => {
        number += 1;
        asked.set(number, resolve);
        ask({ file, number });
      }),
    onReport: (next) => {
      use = next;
    },
    stop: () => void thread.terminate(),
  };
}

function isContent(file: string): boolean {
  return file.startsWith(`${contentFolder}/`);
}

function isText(file: string): boolean {
  return isContent(file) && file.endsWith('.mdx');
}

function pathOf(file: string): string {
  return relative(bookRoot, file).replaceAll('\\', '/');
}
