// Kind `slip`: find the wrong line of a derivation and mend it.

import {
  difference,
  type Expr,
  FitFault,
  type Prepared,
  parse,
  prepare,
  printTex,
  ReadFault,
} from '../formula/index.ts';
import { type Cell, spanOf, splitAt } from './brackets.ts';
import { checkTree } from './check-tree.ts';
import { bare } from './dress.ts';
import { closeness, numericValue } from './number.ts';
import { same } from './same.ts';
import { read } from './sides.ts';
import { readAt } from './single.ts';
import { readSlip } from './slip-text.ts';
import { makeSubject, modelOf, type Subject } from './subject.ts';
import { refuseTautology } from './tautology.ts';
import type { Context, Exercise, SlipPart, Verdict } from './types.ts';

const ARROW = /[-=]>|→|⇒|\\(?:to|rightarrow)(?![a-z])/y;

export interface SlipLine {
  /** What the line claims to give. */
  readonly claim: string;
  readonly text: string;
}

/** The lines with what each claims: `lhs = rhs`, or `= rhs` for the claim of the line before. */
export function slipLines(part: SlipPart): SlipLine[] {
  let claim = part.find;
  return part.lines.map((line) => {
    const at = topLevelEquals(line);
    if (at < 0) return { claim, text: line.trim() };
    const left = line.slice(0, at).trim();
    if (left !== '') claim = left;
    return { claim, text: line.slice(at + 1).trim() };
  });
}

function topLevelEquals(line: string): number {
  let depth = 0;
  for (let i = 0; i < line.length; i += 1) {
    if ('([{'.includes(line[i] as string)) depth += 1;
    if (')]}'.includes(line[i] as string)) depth -= 1;
    if (depth === 0 && line[i] === '=') return i;
  }
  return -1;
}

/** The subject of one line: its claim as what is to be found. */
export function lineSubject(exercise: Exercise, part: SlipPart, line: SlipLine, seed: number): Subject {
  return makeSubject(
    modelOf(exercise.model),
    {
      find: line.claim,
      answer: line.claim,
      notation: part.notation,
      ...(part.using && { using: part.using }),
    },
    seed,
  );
}

/** Whether a line holds on the model. */
export function lineHolds(exercise: Exercise, part: SlipPart, line: SlipLine, seed: number): boolean {
  const subject = lineSubject(exercise, part, line, seed);
  const tree = parse(line.text, subject.author);
  return difference(prepare(tree, subject.ground), subject.prepared, subject.ground) === null;
}

const WRONG = new WeakMap<SlipPart, number>();

/** The number, from 1, of the first line that does not hold; 0 where all do. */
export function wrongLine(exercise: Exercise, part: SlipPart): number {
  let found = WRONG.get(part);
  if (found === undefined) {
    found = slipLines(part).findIndex((line) => !lineHolds(exercise, part, line, 1)) + 1;
    WRONG.set(part, found);
  }
  return found;
}

export function checkSlip(exercise: Exercise, part: SlipPart, response: string, context: Context): Verdict {
  if (/^\s*:/.test(response)) throw new ReadFault('Choose the line that is wrong first.', [0, 0]);
  const lines = slipLines(part);
  const wrong = wrongLine(exercise, part);
  const { line: given, mend, doubt } = readSlip(bare(response));
  const judged = (cell: Cell) => checkMend(exercise, part, lines[wrong - 1] as SlipLine, cell, context);
  if (given === null) return judged(mend);
  if (doubt !== undefined) {
    const verdict = judged(mend);
    if (verdict.verdict === 'correct' || given < 1 || given > lines.length) return verdict;
    throw new ReadFault(doubt, [0, response.length]);
  }
  // No line has the number 0, but a line may end in it.
  if (given === 0 && mend.text.trim() === '') {
    const verdict = judged({ text: '0', start: response.indexOf('0') });
    if (verdict.verdict === 'correct') return verdict;
  }
  if (given < 1 || given > lines.length)
    throw new ReadFault(`There are lines 1 to ${lines.length}.`, [0, response.length]);
  if (given !== wrong)
    return {
      verdict: 'wrong',
      misconception: 'other-line',
      message:
        given < wrong
          ? `Line ${given} holds. The slip comes later.`
          : `Line ${given} ${lineHolds(exercise, part, lines[given - 1] as SlipLine, 1) ? 'holds' : 'only carries on an earlier slip'}. Look further up.`,
    };
  if (mend.text.trim() === '')
    return {
      verdict: 'form',
      message: 'That is the line. Now put it right: type what should stand there.',
    };
  return judged(mend);
}

function checkMend(
  exercise: Exercise,
  part: SlipPart,
  line: SlipLine,
  mend: Cell,
  context: Context,
): Verdict {
  const subject = lineSubject(exercise, part, line, context.seed ?? 1);
  const wrongTree = parse(line.text, subject.author);
  const sides = splitAt(withoutOld(mend, wrongTree, subject), (text, i) => Number(text[i] === '='));
  const tree = readAt(sides.at(-1) as Cell, (text) => parse(text, subject.scope));
  for (const side of sides.slice(0, -1)) refuseOtherClaim(side, subject);
  refuseTautology(tree, subject);
  if (subject.numeric && part.notation === 'entries') {
    const value = numericValue(subject.answer, subject.ground);
    if (value && closeness(tree, value, subject.ground) === 'rounded')
      return { verdict: 'correct', message: 'To the digits you typed.' };
  }
  if (difference(prepareOr(tree, subject), prepare(wrongTree, subject.ground), subject.ground) === null)
    return {
      verdict: 'wrong',
      misconception: 'same-slip',
      message:
        printTex(tree) === printTex(wrongTree)
          ? 'That is what stands there already.'
          : 'That has the same value as what stands there already.',
    };
  return checkTree(tree, subject, {
    kind: 'formula',
    name: part.name,
    mistakes: part.mistakes,
    find: line.claim,
    notation: part.notation,
    ...(part.form && { form: part.form }),
  });
}

/** `old -> new`: what is to stand in place of the wrong right side. */
function withoutOld(mend: Cell, wrongTree: Expr, { author, ground }: Subject): Cell {
  const [left, right, ...more] = splitAt(mend, arrow);
  const old =
    left && right && more.length === 0 ? splitAt(left, (text, i) => Number(text[i] === '=')).at(-1) : null;
  const tree = old && read(old.text, author);
  return tree && same(tree, prepare(wrongTree, ground), ground) ? (right as Cell) : mend;
}

function arrow(text: string, i: number): number {
  ARROW.lastIndex = i;
  return ARROW.exec(text)?.[0].length ?? 0;
}

function prepareOr(tree: Expr, subject: Subject) {
  try {
    return prepare(tree, subject.ground);
  } catch {
    return { tree, bound: new Map() }; // checkTree says what does not fit
  }
}

/** The line is mended on its right side. What stands left of a sign may be left out, but it is not to be changed. */
function refuseOtherClaim(left: Cell, subject: Subject): void {
  let typed: Prepared;
  try {
    typed = prepare(parse(left.text, subject.author), subject.ground);
  } catch (error) {
    if (error instanceof ReadFault || error instanceof FitFault) return; // another spelling of the claim
    throw error;
  }
  if (difference(typed, subject.prepared, subject.ground) !== null)
    throw new ReadFault(
      `The line says what $${printTex(subject.find)}$ is: mend its right side.`,
      spanOf(left),
    );
}
