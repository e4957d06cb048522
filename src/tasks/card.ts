// Draws the pictures that other sites show of the book, from the built first page: `npm run build && npm run card`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { basePath } from '../book/current.ts';
import { cardFile, cardSize } from '../card.ts';

const built = 'dist';
const pictures = fileURLToPath(new URL('../public/', import.meta.url));
const base = basePath();
if (!existsSync(join(built, 'index.html')))
  throw new Error('There is no built book; run `npm run build` first.');

/** The head of the first page alone, as large as the card. */
const alone = `
  body > :not(main), .home-sheet > :not(.hero), .hero-ways { display: none !important; }
  .home-sheet { max-width: none; padding: 0 4.5rem; }
  .hero { grid-template-columns: 1fr 1fr; height: 100vh; padding: 0; gap: 5rem; }
  .hero h1 { font-size: 5.5rem; }
  .hero .lede { font-size: 1.75rem; }
  .hero-picture figcaption { font-size: 1.375rem; flex-wrap: nowrap; }
`;

const executablePath = process.env.CHROMIUM_PATH;
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath && { executablePath }),
});
const page = await browser.newPage({ bypassCSP: true, colorScheme: 'light' });
// The files of the build stand in for a server.
await page.route('**/*', (route) => {
  const path = new URL(route.request().url()).pathname.slice(base.length - 1);
  return route.fulfill({ path: join(built, path.endsWith('/') ? `${path}index.html` : path) });
});
await page.setViewportSize(cardSize);
await page.goto(`http://book.invalid${base}`);
await page.addStyleTag({ content: alone });
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: join(pictures, cardFile) });
const icon = { width: 180, height: 180 };
await page.setViewportSize(icon);
await page.goto(`http://book.invalid${base}icon.svg`);
await page.screenshot({ path: join(pictures, 'icon.png') });
await browser.close();
