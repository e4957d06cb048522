// What the reader of content gives to everybody else: the book as data, every piece with its place in a file.
import type { Exercise } from '../../engine/exercise/index.ts';

/** A point in a file of the book; the path is relative to the root, line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something that an author has to change (`error`) or may want to look at (`warning`). */
export interface Fault extends Place {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What to do about it, as a sentence. */
  readonly hint?: string;
}

export interface Author {
  readonly name: string;
  readonly url?: string;
}

/** A `model` block. */
export interface Model extends Place {
  readonly name: string;
  readonly text: string;
  /** Where the first line of the text stands. */
  readonly start: Place;
  readonly chapter: string;
}

/** A `derivation` block. */
export interface Derivation extends Place {
  readonly model: string;
  /** `matrix` after the name of the model: the lines are written in whole arrays. */
  readonly notation: 'entries' | 'matrix';
  /** Given after `#`; '' where nobody refers to it. */
  readonly id: string;
  readonly text: string;
  readonly start: Place;
}

/** A number in the text that the engine computes. */
export interface Value extends Place {
  readonly expression: string;
  readonly model: string;
}

/** Anything that can be linked to: its number is what a cross-reference prints. */
export interface Target extends Place {
  readonly type: 'exercise' | 'equation' | 'figure' | 'chapter' | 'section';
  readonly id: string;
  readonly title: string;
  readonly number: string;
  /** The chapter it stands in; its own id for a chapter. */
  readonly chapter: string;
  /** In a chapter that this edition leaves out. */
  readonly off: boolean;
}

export interface Reference extends Place {
  readonly to: string;
}

/** A work that the book cites; its place is that of its key in sources.yaml. */
export interface Source extends Place {
  readonly key: string;
  readonly authors: readonly string[];
  readonly title: string;
  readonly year: number;
  /** Journal, volume and pages, or the like; '' if not given. */
  readonly where: string;
  /** '' if not given. */
  readonly url: string;
  /** What the text says: `Lovelace and Babbage, 1843`. */
  readonly label: string;
}

export interface Citation extends Place {
  readonly key: string;
}

/** An exercise with what the page needs beside the engine's data. */
export interface AuthoredExercise extends Place {
  readonly exercise: Exercise;
  readonly number: string;
  readonly aliases: readonly string[];
  /** Names of the models it speaks of. */
  readonly models: readonly string[];
  /**
   * Where each piece was written: `''` the exercise, `find`, `answer`, `mistake-1`, ...; of a part `dx`, `dx.find`, `dx.answer`.
   * Mistakes are numbered through the whole exercise.
   */
  readonly places: ReadonlyMap<string, Place>;
  /** What the author says to each mistake, by its key, as plain text. */
  readonly messages: ReadonlyMap<string, string>;
  /** Whether nothing was wrong with how it is written; what it says is proven elsewhere. */
  readonly sound: boolean;
  /** For each part, the kinds of help that it offers. */
  readonly hints: number;
  readonly solutions: number;
}

export interface Chapter {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly description: string;
  /** '1', '2', ... in the order of book.yaml. */
  readonly number: string;
  readonly basedOn: string;
  readonly aliases: readonly string[];
  /** Left out of this edition; its ids are still known. */
  readonly off: boolean;
  readonly exercises: readonly AuthoredExercise[];
  readonly models: readonly Model[];
  readonly derivations: readonly Derivation[];
  readonly values: readonly Value[];
  readonly targets: readonly Target[];
  readonly references: readonly Reference[];
  readonly citations: readonly Citation[];
  readonly problems: readonly Fault[];
}

export interface Book {
  readonly root: string;
  readonly title: string;
  readonly description: string;
  readonly authors: readonly Author[];
  readonly language: string;
  /** Where the source is kept, '' if nowhere: the link behind "report this verdict". */
  readonly repository: string;
  /** The origin it is published under, '' if not known. */
  readonly site: string;
  /** Starts and ends with a slash. */
  readonly base: string;
  /** The chapters of this edition, in order. */
  readonly chapters: readonly Chapter[];
  /** The models of these chapters and of those that are off, by name. */
  readonly models: ReadonlyMap<string, Model>;
  /** Everything that a cross-reference can name, old names included, chapters that are off as well. */
  readonly targets: ReadonlyMap<string, Target>;
  /** What can be cited, by key, in the order of sources.yaml. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Faults of the whole book: book.yaml, the chapters in order, and what only shows across chapters. */
  readonly problems: readonly Fault[];
}

/** Takes note of a fault at a place. */
export type Complain = (place: Place, message: string, hint?: string, severity?: Fault['severity']) => void;
