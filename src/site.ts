// The book as its pages see it, and the one function that makes addresses.
import type { Kind } from '../engine/exercise/index.ts';
import { currentBook } from './book/current.ts';
import type { AuthoredExercise, Book, Chapter, Target } from './book/index.ts';

export const book = (): Book => currentBook();

/** The address of a page of this site under its base path: `path('progress/')`. */
export function path(to = ''): string {
  return `${import.meta.env.BASE_URL}/${to}`.replace(/\/{2,}/g, '/');
}

export const chapterPath = (chapter: Pick<Chapter, 'id'>): string => path(`${chapter.id}/`);

/** The address of anything that can be referred to. */
export function targetPath({ type, id, chapter }: Target): string {
  return type === 'chapter' ? path(`${chapter}/`) : `${path(`${chapter}/`)}#${id}`;
}

export function findExercise(id: string): { chapter: Chapter; found: AuthoredExercise } | undefined {
  for (const chapter of book().chapters) {
    const found = chapter.exercises.find(({ exercise }) => exercise.id === id);
    if (found) return { chapter, found };
  }
  return undefined;
}

/** What lists of exercises show of one: where it is, what it is called, what its parts are. */
export interface Listing {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly address: string;
  readonly parts: readonly string[];
  readonly kinds: readonly Kind[];
  readonly aliases: readonly string[];
}

export function listingsOf(chapter: Chapter): Listing[] {
  return chapter.exercises.map(({ exercise, number, aliases }) => ({
    id: exercise.id,
    title: exercise.title,
    number,
    address: `${chapterPath(chapter)}#${exercise.id}`,
    parts: exercise.parts.map(({ name }) => name),
    kinds: [...new Set(exercise.parts.map(({ kind }) => kind))],
    aliases,
  }));
}
