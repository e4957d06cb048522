// The data of an exercise as the book reader makes it, and the verdict that a check gives back.

import type { Span } from '../formula/index.ts';

export type { Span };

/** A wrong answer that the author foresaw; its message is in the page under the same key. */
export interface Mistake {
  readonly key: string;
  /** The wrong answer, in the language of formulas (or the text form of the kind). */
  readonly is: string;
}

interface PartOf<Kind extends string> {
  /** '' where the exercise asks one thing only. */
  readonly name: string;
  readonly kind: Kind;
  readonly mistakes: readonly Mistake[];
}

/** Conditions on how a response is written, judged on its tree after equality. */
export interface Form {
  /** Functions that may be called; absent: any known function. */
  readonly functions?: readonly string[];
  /** At most this many exponentials, counted as written or as distinct ones. */
  readonly exponentials?: { readonly most: number; readonly count: 'written' | 'distinct' };
  /** At most this many nodes in the tree. */
  readonly size?: number;
}

/** A closed form, or a single number where the answer has no free names. */
export interface FormulaPart extends PartOf<'formula'> {
  /** What is asked, on the model: a name (`z_nd`) or a derivative (`d L / d W_kj^l`). */
  readonly find: string;
  /** The author's closed form; absent where the value of `find` on the model is the answer (a number). */
  readonly answer?: string;
  /** Names that a response may use; absent: every name of the model. */
  readonly using?: readonly string[];
  /** `entries`: every array carries its indices; `matrix`: whole arrays. */
  readonly notation: 'entries' | 'matrix';
  /** Names that stand for a formula: `t = tanh(z)`. */
  readonly short?: readonly string[];
  /** `*` between two arrays means entry by entry, as the source writes it. */
  readonly star?: 'entries';
  readonly form?: Form;
}

/** A vector or matrix of numbers, judged entry by entry; its value comes from the model. */
export interface TensorPart extends PartOf<'tensor'> {
  readonly find: string;
  /** Whether the reader has to find the shape too (the cells are then not laid out beforehand). */
  readonly shape: 'shown' | 'asked';
}

/** A computation graph to build, to label, or to fill with numbers. */
export interface GraphPart extends PartOf<'graph'> {
  readonly task: 'build' | 'edges' | 'numbers';
  readonly inputs: readonly string[];
  /** Operations that a node may be: `+`, `*`. */
  readonly ops: readonly string[];
  /** The function that the graph has to compute. */
  readonly computes: string;
  /** The graph to start from, as lines `a = x * x`; for `build` a right one, for the answer key. For `edges` it serves readers who have not built one. */
  readonly graph?: string;
}

export interface ChoicePart extends PartOf<'choice'> {
  /** Keys of the options in the order shown, `a`, `b`, ...; each option's word is in the page under its key. */
  readonly options: readonly { readonly key: string; readonly right: boolean }[];
  /** `one`: exactly one is right; `some`: mark all that are. */
  readonly pick: 'one' | 'some';
}

export interface OrderPart extends PartOf<'order'> {
  /** Keys of the steps in the order shown. */
  readonly steps: readonly string[];
  /** The right order; steps that belong nowhere are left out of it. */
  readonly right: readonly string[];
}

/** A derivation one line of which is wrong; the engine finds which when the book is built. */
export interface SlipPart extends PartOf<'slip'> {
  /** The lines as printed, numbered from 1; every one claims to equal `find`. */
  readonly lines: readonly string[];
  readonly find: string;
  readonly using?: readonly string[];
  readonly notation: 'entries' | 'matrix';
  /** What should stand in the wrong line, for the answer key: one spelling of it. */
  readonly answer?: string;
  /** Conditions on the mended line. */
  readonly form?: Form;
}

/** Weights to set so that every condition holds on the model, decided exactly; or a run of the engine judges. */
export interface NetworkPart extends PartOf<'network'> {
  readonly weights: readonly string[];
  /** Conditions on the model, each an equation or inequality: `y_0 <= 1/2`. */
  readonly require: readonly string[];
  /** The name of a run in engine/exercise/runs that judges instead of `require`. */
  readonly run?: string;
  /** A right response, for the answer key; the judge has to accept it before the book is published. */
  readonly example?: string;
}

/** Multipliers that prove a set of linear inequalities impossible. */
export interface CertificatePart extends PartOf<'certificate'> {
  readonly inequalities: readonly string[];
  readonly unknowns: readonly string[];
  /** A right response, for the answer key; the judge has to accept it before the book is published. */
  readonly example?: string;
}

/** A function in JavaScript, judged by the engine's gradient check. */
export interface CodePart extends PartOf<'code'> {
  readonly task: string;
  /** The text that the editor opens with. */
  readonly start: string;
  /** A right response, for the answer key; the judge has to accept it before the book is published. */
  readonly example?: string;
}

export type Part =
  | FormulaPart
  | TensorPart
  | GraphPart
  | ChoicePart
  | OrderPart
  | SlipPart
  | NetworkPart
  | CertificatePart
  | CodePart;

export type Kind = Part['kind'];

/** One thing asked of the reader, or several in parts. JSON: it crosses from the build into the page. */
export interface Exercise {
  readonly id: string;
  readonly title: string;
  readonly chapter: string;
  /** The text of the model blocks it speaks of, joined by newlines; '' for none. */
  readonly model: string;
  readonly parts: readonly Part[];
  /** True where the model draws random numbers, so that each seed is another variant. */
  readonly random: boolean;
}

/** Sentences are plain text; a formula in one stands between dollar signs, as TeX. */
export type Verdict =
  | { readonly verdict: 'correct'; readonly message: string }
  | {
      readonly verdict: 'wrong';
      readonly message: string;
      /** The key of an authored mistake (`mistake-1`) or the name of a general one (`sign`). */
      readonly misconception?: string;
      /** For each entry asked for, in reading order, whether it is right. */
      readonly entries?: readonly boolean[];
      readonly span?: Span;
    }
  | { readonly verdict: 'form'; readonly message: string; readonly span?: Span }
  | { readonly verdict: 'unreadable'; readonly message: string; readonly span?: Span };

/** What came out when the page ran a program: an output for each case, or why there is none. */
export type Ran =
  | { readonly outputs: readonly unknown[] }
  | { readonly fault: string; readonly line?: number };

/** What a check needs beside the exercise and the response. */
export interface Context {
  /** The variant's seed; 1 where none is given. */
  readonly seed?: number;
  /** Responses to earlier parts, by part name: a later part may be judged against the reader's own value. */
  readonly earlier?: Readonly<Record<string, string>>;
  /** Kind `code`: what came out of running the response. */
  readonly ran?: Ran;
}
