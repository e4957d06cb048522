// Marks of progress in lists of exercises: found in the page, kept up to date, without an island each.

import { effect } from '@preact/signals';
import { words } from '../words.ts';
import { progress } from './store.ts';
import { standing } from './summary.ts';

const watched = new WeakSet<ParentNode>();

/** Fills every `data-progress` and `data-progress-of` element below a root, now and whenever progress changes. */
export function watchMarks(root: ParentNode = document): void {
  if (watched.has(root)) return;
  watched.add(root);
  progress.open();
  effect(() => {
    const state = progress.state.value;
    for (const mark of root.querySelectorAll<HTMLElement>('[data-progress]')) {
      const parts = (mark.dataset.parts ?? '').split(',');
      const { standing: is, solved } = standing(state, mark.dataset.progress!, parts);
      mark.dataset.standing = is;
      say(mark, is === 'partly' ? words.progress.partly(solved, parts.length) : standingWords[is]);
    }
    for (const sum of root.querySelectorAll<HTMLElement>('[data-progress-of]')) {
      const exercises = JSON.parse(sum.dataset.progressOf!) as { id: string; parts: string[] }[];
      const done = exercises.filter(
        ({ id, parts }) => standing(state, id, parts).standing === 'solved',
      ).length;
      sum.dataset.standing = done === 0 ? 'untouched' : done === exercises.length ? 'solved' : 'partly';
      sum.style.setProperty('--done', String(exercises.length === 0 ? 0 : done / exercises.length));
      say(sum, exercises.length === 0 ? '' : words.progress.chapterMark(done, exercises.length));
    }
  });
}

const standingWords = {
  untouched: words.progress.notTried,
  tried: words.progress.tried,
  partly: '',
  solved: words.progress.solved,
};

function say(mark: HTMLElement, text: string): void {
  const place = mark.querySelector<HTMLElement>('[data-words]') ?? mark;
  if (place.textContent !== text) place.textContent = text;
}
