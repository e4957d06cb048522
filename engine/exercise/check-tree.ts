// Judges a formula that has been read: does it fit, is it equal, is its form the one asked for, and if not, what went wrong.

import {
  type Difference,
  difference,
  type Expr,
  FitFault,
  mapChildren,
  type Prepared,
  prepare,
  shapeOf,
  shapeText,
} from '../formula/index.ts';
import { diagnose, type Named } from './diagnose.ts';
import { formFault } from './form.ts';
import { repair } from './repair.ts';
import { same } from './same.ts';
import { shapeHint } from './shape-hint.ts';
import { leavesArrays, partlyRight, showDifference } from './show-difference.ts';
import type { Subject } from './subject.ts';
import type { FormulaPart, Verdict } from './types.ts';

/** Judges a tree that has been read: fit, equality, form, then what went wrong. */
export function checkTree(
  tree: Expr,
  subject: Subject,
  part: FormulaPart,
  others: () => readonly Expr[] = () => [],
): Verdict {
  const { ground } = subject;
  let typed: Prepared;
  try {
    typed = prepare(tree, ground);
    const wrongShape = ground.notation === 'matrix' ? shapeDifference(tree, subject) : null;
    if (wrongShape) return wrongShape;
  } catch (error) {
    if (!(error instanceof FitFault)) throw error;
    const swapped = exchanged(tree, subject);
    if (swapped) return { verdict: 'wrong', misconception: 'transpose', message: swapped, span: error.span };
    const named = repair(tree, subject);
    return {
      verdict: 'wrong',
      misconception: named?.name ?? error.misconception,
      message:
        ground.notation === 'matrix'
          ? shapeMessage(error, tree, named, subject)
          : (named?.message ?? error.message),
      span: error.span,
    };
  }
  const found = difference(typed, subject.prepared, subject.ground);
  if (!found) return rightFormula(tree, subject, part);
  return wrong(typed, found, subject, part, others);
}

/** The shapes that do not fit, and what to do about them where that is known. */
function shapeMessage(error: FitFault, tree: Expr, named: Named | null, subject: Subject): string {
  if (named?.name === 'layer-shift') return `${error.message} ${named.message}`;
  return error.message + (error.node ? shapeHint(tree, error.node, subject) : '');
}

/** What is right in value is looked at for its form. */
export function rightFormula(tree: Expr, { ground }: Subject, part: FormulaPart): Verdict {
  const fault = part.form && formFault(tree, part.form, ground);
  if (fault) return { verdict: 'form', message: fault.message, span: fault.span };
  return { verdict: 'correct', message: 'Right.' };
}

/** Says so where two free indices exchanged would make the formula right: it is the transpose. */
function exchanged(tree: Expr, subject: Subject): string | null {
  const [a, b, ...more] = subject.ground.free.keys();
  if (a === undefined || b === undefined || more.length > 0) return null;
  const turn = (node: Expr): Expr => {
    if (node.type !== 'name' || node.indices.length > 0) return mapChildren(node, turn);
    return { ...node, name: node.name === a ? b : node.name === b ? a : node.name };
  };
  return same(turn(tree), subject.prepared, subject.ground)
    ? `The indices $${a}$ and $${b}$ have changed places: yours is the transpose.`
    : null;
}

function wrong(
  typed: Prepared,
  found: Difference,
  subject: Subject,
  part: FormulaPart,
  others: () => readonly Expr[],
): Verdict {
  const entries = found.entries.length > 1 ? { entries: found.entries } : {};
  const named = leavesArrays(found)
    ? repair(typed.tree, subject)
    : diagnose(typed, subject, part.mistakes, others());
  if (named) return { verdict: 'wrong', misconception: named.name, message: `${named.message}`, ...entries };
  const partly = partlyRight(found, subject);
  return {
    verdict: 'wrong',
    ...(partly && { misconception: partly }),
    message: showDifference(found, subject),
    ...entries,
  };
}

function shapeDifference(tree: Expr, subject: Subject): Verdict | null {
  const { names } = subject.ground.model;
  const got = shapeOf(tree, names);
  const want = shapeOf(subject.answer, names);
  const same = (i: 0 | 1) => got[i].key === want[i].key || got[i].key === '?' || want[i].key === '?';
  if (same(0) && same(1)) return null;
  const transposed = got[0].key === want[1].key && got[1].key === want[0].key;
  return {
    verdict: 'wrong',
    misconception: transposed ? 'transpose' : 'shape',
    message: `Your formula has the shape ${shapeText(got)}; what is asked for has the shape ${shapeText(want)}.${transposed ? ' Yours is the transpose of that shape.' : ''}`,
    span: tree.span,
  };
}
