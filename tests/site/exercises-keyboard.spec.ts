// An exercise of each kind, reached and solved by keyboard alone, the focus plain to see at every key.
import { expect, test } from '@playwright/test';
import { readSlip } from '../../components/exercise/slip.ts';
import { readList, readWeights } from '../../components/exercise/weights.ts';
import { readGraph } from '../../components/figure/graph/text.ts';
import { answerText, type Exercise, type Kind, type Part } from '../../engine/exercise/index.ts';
import { readBook } from '../../src/book/index.ts';
import { books } from './books.ts';
import { cardOf } from './card.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';

type Solve<K extends Kind> = (
  keys: Keyboard,
  part: Extract<Part, { kind: K }>,
  answer: string,
  card: string,
) => Promise<void>;

/** Options and steps stand where the build put them, beside the card. */
const around = (card: string) => `[data-exercise]:has(${card})`;

/** Fills entries that follow each other, and checks in the last. */
async function fill(keys: Keyboard, card: string, entries: readonly string[]): Promise<void> {
  await keys.reach(`${card} .entry-input`);
  for (const [i, entry] of entries.entries()) {
    if (i > 0) await keys.press('Tab');
    await keys.type(entry);
  }
  await keys.press('Enter');
}

/** A kind that cannot be solved by keyboard does not compile. */
const solve: { readonly [K in Kind]: Solve<K> } = {
  async formula(keys, _, answer, card) {
    await keys.reach(`${card} .formula-input`);
    await keys.type(answer);
    await keys.press('Enter');
  },
  async tensor(keys, _, answer, card) {
    await fill(keys, card, answer.split(/[^-\d./]+/).filter(Boolean));
  },
  async graph(keys, part, answer, card) {
    const names = [...part.inputs];
    for (const node of readGraph(answer, part.inputs)!.slice(part.inputs.length)) {
      await keys.reach(`${card} [data-row="new"] select`);
      for (const index of [
        names.indexOf(node.from[0]!),
        part.ops.indexOf(node.op),
        names.indexOf(node.from[1]!),
      ]) {
        await keys.press('Home');
        await keys.press('ArrowDown', index);
        await keys.press('Tab');
      }
      await keys.press('Enter');
      names.push(node.name);
    }
    await keys.reach(`${card} [data-action="check"]`);
    await keys.press('Enter');
  },
  async choice(keys, part, answer, card) {
    await keys.reach(`${around(card)} .choice-option input`);
    await keys.press('Space');
    await keys.press(
      'ArrowDown',
      part.options.findIndex(({ key }) => key === answer),
    );
    await keys.press('Enter');
  },
  async order(keys, part, answer, card) {
    const list = [...part.steps];
    const up = (key: string) => `${around(card)} [data-key="${key}"] [data-by="-1"]`;
    const down = (key: string) => `${around(card)} [data-key="${key}"] [data-by="1"]`;
    const right = answer.split(', ');
    for (const [place, key] of right.entries()) {
      const from = list.indexOf(key);
      if (from > place) {
        await keys.reach(up(key));
        await keys.press('Enter', from - place);
      }
      list.splice(from, 1);
      list.splice(place, 0, key);
    }
    for (const [i, key] of list.slice(right.length).reverse().entries()) {
      await keys.reach(down(key));
      await keys.press('Enter', i + 1);
    }
    await keys.reach(`${card} [data-action="check"]`);
    await keys.press('Enter');
  },
  async slip(keys, _, answer, card) {
    const { line, mended } = readSlip(answer);
    await keys.reach(`${card} select`);
    await keys.press('ArrowDown', line);
    await keys.reach(`${card} .formula-input`);
    await keys.type(mended);
    await keys.press('Enter');
  },
  network: (keys, part, answer, card) => fill(keys, card, readWeights(answer, part.weights)),
  certificate: (keys, part, answer, card) => fill(keys, card, readList(answer, part.inequalities.length)),
  async code(keys, _, answer, card) {
    await keys.reach(`${card} .code-field`);
    await keys.handedTo(`${card} .cm-content`);
    await keys.press('Control+a');
    await keys.type(answer);
    await keys.press('Control+Enter');
    await keys.press('Escape');
    await keys.press('Tab');
  },
};

/** The first part of a kind in the book that asks for nothing beside the kind. */
function firstOf(kind: Kind): { chapter: string; exercise: Exercise; part: Part } {
  for (const { id, exercises } of readBook(books.book.root).chapters) {
    for (const { exercise } of exercises) {
      const part = exercise.parts.find(
        (one) =>
          one.kind === kind &&
          !(one.kind === 'tensor' && one.shape === 'asked') &&
          !(one.kind === 'choice' && one.pick === 'some'),
      );
      if (part) return { chapter: id, exercise, part };
    }
  }
  throw new Error(`No exercise of kind ${kind}.`);
}

for (const kind of Object.keys(solve) as Kind[]) {
  test(`kind ${kind}: by keyboard alone, the focus always visible`, async ({ page }) => {
    // Some hundred keys, each looked at.
    test.setTimeout(400_000);
    const { chapter, exercise, part } = firstOf(kind);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`${chapter}/#${exercise.id}`);
    const card = await cardOf(page, exercise.id, part.name);
    const keys = await keyboardOf(page);
    await keys.press('Tab');
    const id = part.name === '' ? exercise.id : `${exercise.id}-${part.name}`;
    const solveKind = solve[kind] as Solve<Kind>;
    await solveKind(keys, part, answerText(exercise, part.name, 1), `[data-card="${id}"]`);
    await card.expectVerdict('correct');
    await expect(card.live).toContainText('Right');
  });
}
