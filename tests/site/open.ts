// Opens a page as somebody who reads on.
import type { Page } from '@playwright/test';

/** Gives the page a reader's first sign, at which it reads in what it keeps back. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.mouse.move(1, 1);
}
