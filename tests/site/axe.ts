// What axe finds on a page, in light and in dark. The colours of formulas are looked at in hues.test.ts.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type Scheme = 'light' | 'dark';

/** One line for each rule that is broken in the page, or in what the selector `within` names. */
export async function axeFaults(
  page: Page,
  within = 'html',
  schemes: readonly Scheme[] = ['light', 'dark'],
): Promise<string[]> {
  // What is not laid out yet has no true size.
  await page.evaluate(() => document.documentElement.classList.remove('piecemeal'));
  await page.evaluate(() => document.fonts.ready);
  await blankFormulas(page);
  const faults: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    // Colours may fade from one scheme to the other.
    await page.evaluate(() => {
      for (const fade of document.getAnimations()) fade.finish();
    });
    // In legacy mode axe closes its report in the page itself, which is twice as quick; it looks into no frame of another origin,
    // and the book has none but the empty one of programs.
    const axe = new AxeBuilder({ page })
      .setLegacyMode()
      .include(within)
      .options({ resultTypes: ['violations'] });
    // Between the schemes only colours differ.
    const { violations } = await (colorScheme !== schemes[0]
      ? axe.withRules('color-contrast')
      : axe
    ).analyze();
    faults.push(
      ...violations.map(
        ({ id, nodes }) =>
          `${id} in ${colorScheme}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      ),
    );
  }
  return faults;
}

/** Puts an empty box in the place of each drawn formula: they are three quarters of a page, and nothing that axe can judge. */
async function blankFormulas(page: Page): Promise<void> {
  await page.evaluate(() => {
    const drawn = [...document.querySelectorAll<HTMLElement>('.katex-html')];
    const sizes = drawn.map((formula) => formula.getBoundingClientRect());
    drawn.forEach((formula, i) => {
      const blank = document.createElement('span');
      blank.style.display = 'inline-block';
      blank.style.width = `${sizes[i]!.width}px`;
      blank.style.height = `${sizes[i]!.height}px`;
      formula.replaceWith(blank);
    });
  });
}
