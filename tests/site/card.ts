// An exercise's card as a reader meets it: found by the exercise's id, ready once the script has taken over.
import { expect, type Locator, type Page } from '@playwright/test';

export interface Card {
  readonly root: Locator;
  readonly field: Locator;
  readonly check: Locator;
  readonly verdict: Locator;
  readonly standing: Locator;
  /** The exercise's live region. */
  readonly live: Locator;
  /** Types a response into a one-line field and checks it by the Enter key. */
  answer(text: string): Promise<void>;
  expectVerdict(verdict: 'correct' | 'wrong' | 'form' | 'unreadable'): Promise<void>;
}

/** Scrolls to the card and waits until it can be filled. */
export async function cardOf(page: Page, exercise: string, part = ''): Promise<Card> {
  const id = part === '' ? exercise : `${exercise}-${part}`;
  const section = page.locator(`[data-exercise="${exercise}"]`);
  const root = section.locator(`[data-card="${id}"]`);
  await section.scrollIntoViewIfNeeded();
  await root.scrollIntoViewIfNeeded();
  await expect(root).toHaveAttribute('data-ready', 'true');
  const field = page.locator(`[id="${id}-field"]`);
  const verdict = root.locator('.verdict');
  return {
    root,
    field,
    check: root.locator('[data-action="check"]'),
    verdict,
    standing: root.locator('.card-standing'),
    live: section.locator('[data-live]'),
    async answer(text) {
      await field.fill(text);
      await field.press('Enter');
    },
    async expectVerdict(expected) {
      await expect(verdict).toHaveAttribute('data-verdict', expected);
      await expect(verdict).not.toHaveAttribute('data-stale');
    },
  };
}

/** Opens the chapter on computation graphs; faults of scripts fail the test that opened it. */
export async function openGraphs(page: Page): Promise<void> {
  page.on('pageerror', (fault) => {
    throw fault;
  });
  await page.goto('computation-graphs/');
}

/** Wraps every text node of the body in `<font>` twice, as browser translation does. */
export async function wrapTexts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (text.parentElement?.closest('script, style, svg, math, select, textarea')) continue;
      if (text.data.trim() === '') continue;
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      outer.append(inner);
      text.replaceWith(outer);
      // A translator makes new text nodes; the old one is dropped.
      inner.append(document.createTextNode(text.data));
    }
  });
}
