// Lighthouse over every page of the built book, on mobile settings: `npm run lighthouse [-- part-of-an-address ...]`.
//
// Accessibility, best practices and search have to be whole, performance at least 95: the middle one of three runs, since a
// busy machine makes a single one worth little. The book is built first: an older `dist` would be measured unnoticed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../browser.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
if (!existsSync(join(here, 'node_modules'))) {
  console.log('Installing Lighthouse once (tests/lighthouse/package.json) ...');
  const install = ['install', '--no-package-lock', '--ignore-scripts', '--silent'];
  const { status } = spawnSync('npm', install, { cwd: here, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

/** What is used of the two packages, which are not there when the book's types are checked. */
interface Launcher {
  launch(options: object): Promise<{ port: number; kill(): void }>;
  readonly Launcher: { defaultFlags(): string[] };
}
interface Audit {
  readonly score: number | null;
  readonly displayValue?: string;
}
interface Category {
  readonly score: number | null;
  readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
}
interface Report {
  readonly runtimeError?: { readonly message: string };
  readonly audits: Record<string, Audit>;
  readonly categories: Record<string, Category>;
}
interface Lighthouse {
  default(address: string, flags: object): Promise<{ lhr: Report } | undefined>;
}
const load = async <T>(name: string): Promise<T> => import(name) as Promise<T>;
const { launch, Launcher } = await load<Launcher>('chrome-launcher');
const { default: lighthouse } = await load<Lighthouse>('lighthouse');

const least = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
const categories = Object.keys(least) as (keyof typeof least)[];
const dist = 'dist';
const port = Number(process.env.TEST_PORT ?? 4396);
const address = `http://localhost:${port}/`;

/** Every page; of the exercises that stand alone every tenth will do, since they are cut out of the chapters. */
function pages(): string[] {
  const found = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[\\/])index\.html$/.test(file))
    .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
    .sort();
  const alone = found.filter((page) => page.startsWith('embed/'));
  return [...found.filter((page) => !alone.includes(page)), ...alone.filter((_, i) => i % 10 === 0)];
}

type Scores = Record<keyof typeof least, number>;

/** The scores of one visit, and what cost points where all of them are asked for. */
async function visit(page: string, chrome: number): Promise<{ scores: Scores; faults: string[] }> {
  // Prints, progress and exercises alone ask search engines to leave them out, on purpose.
  const unlisted = /<meta name="robots" content="noindex"/.test(
    readFileSync(join(dist, page, 'index.html'), 'utf8'),
  );
  const result = await lighthouse(address + page, {
    port: chrome,
    output: 'json',
    onlyCategories: categories,
    skipAudits: unlisted ? ['is-crawlable'] : [],
  });
  if (!result) throw new Error(`Lighthouse says nothing on /${page}.`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`/${page}: ${lhr.runtimeError.message}`);
  const scores = Object.fromEntries(
    categories.map((name) => [name, Math.round(100 * (lhr.categories[name]?.score ?? 0))]),
  ) as Scores;
  const faults = categories.flatMap((name) =>
    (lhr.categories[name]?.auditRefs ?? [])
      .filter(
        ({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < (name === 'performance' ? 0.9 : 1),
      )
      .map(({ id }) => `${id} ${lhr.audits[id]?.displayValue ?? ''}`.trim()),
  );
  return { scores, faults };
}

const chromePath = findBrowser();
const server = spawn(process.execPath, ['src/tasks/serve.ts', '--port', String(port), '--base', '/'], {
  stdio: 'ignore',
});
// The launcher has Chromium draw a new page into the frame of the last one, which readers' Chromium does not. A page that is not
// there within four frames then waits one or two seconds for its next: 2.3 s to the first line here in place of 0.5.
const flags = Launcher.defaultFlags().map((flag) => flag.replace(/,RenderDocument\b/, ''));
const chrome = await launch({
  ...(chromePath && { chromePath }),
  ignoreDefaultFlags: true,
  chromeFlags: [...flags, '--headless=new', '--no-sandbox'],
});
let failed = 0;
try {
  const wanted = process.argv.slice(2);
  const chosen = pages().filter(
    (page) => wanted.length === 0 || wanted.some((part) => `/${page}`.includes(part)),
  );
  console.log(`${'page'.padEnd(40)}  ${categories.join('  ')}`);
  for (const page of chosen) {
    const runs: Awaited<ReturnType<typeof visit>>[] = [];
    for (let run = 0; run < 3; run += 1) {
      runs.push(await visit(page, chrome.port));
      // A good run needs no second opinion: only noise can make it better or worse.
      if (categories.every((name) => (runs.at(-1)?.scores[name] ?? 0) >= least[name])) break;
    }
    const middle = runs.sort((a, b) => a.scores.performance - b.scores.performance)[
      runs.length === 2 ? 1 : Math.floor(runs.length / 2)
    ];
    if (!middle) continue;
    const short = categories.filter((name) => middle.scores[name] < least[name]);
    const row = categories.map((name) => String(middle.scores[name]).padStart(name.length)).join('  ');
    console.log(`/${page.padEnd(39)}  ${row}${short.length > 0 ? `  ${middle.faults.join(', ')}` : ''}`);
    if (short.length > 0) failed += 1;
  }
  console.log(
    failed === 0
      ? `${chosen.length} pages, all as they should be.`
      : `${failed} of ${chosen.length} pages fall short.`,
  );
} finally {
  chrome.kill();
  server.kill();
}
process.exitCode = failed === 0 ? 0 : 1;
