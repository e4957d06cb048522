// The fixture book keeps the budget of the real one, which is tested in ../budgets.spec.ts.
import { expect, test } from '@playwright/test';
import { budget, weigh } from '../weights.ts';

for (const path of ['', 'first/', 'second/', 'about/', 'exercises/', 'progress/']) {
  test(`/${path} keeps its budget`, async ({ page }) => {
    const weights = await weigh(page, path);
    expect(weights.foreign).toEqual([]);
    expect(weights.script, 'script').toBeLessThanOrEqual(budget.script);
    expect(weights.document, 'HTML').toBeLessThanOrEqual(budget.document);
    expect(weights.font, 'fonts').toBeLessThanOrEqual(budget.font);
    expect(weights.late).toEqual([]);
    expect(weights.moved).toEqual([]);
  });
}
