// The book as its pages see it, and the one function that makes addresses.
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
