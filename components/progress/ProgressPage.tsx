// The page of progress: what is solved and by which response, what was tried; reset, export, import.

import { useEffect, useState } from 'preact/hooks';
import { Say } from '../prose/index.ts';
import { words } from '../words.ts';
import { ExerciseProgressRow } from './ExerciseProgressRow.tsx';
import { ProgressFile } from './ProgressFile.tsx';
import { ResetButton } from './ResetButton.tsx';
import { progress } from './store.ts';
import { type Listed, standing } from './summary.ts';
import { type Progress, triesOf } from './types.ts';

export interface ListedExercise extends Listed {
  readonly address: string;
  readonly aliases?: readonly string[];
}

export interface ProgressPageProps {
  readonly chapters: readonly {
    readonly id: string;
    readonly title: string;
    readonly address: string;
    readonly exercises: readonly ListedExercise[];
  }[];
}

export function ProgressPage({ chapters }: ProgressPageProps) {
  const [said, setSaid] = useState('');
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const all = chapters.flatMap(({ exercises }) => exercises);
    const former = all.flatMap(({ id, aliases = [] }) => aliases.map((old) => [old, id] as const));
    progress.adopt(Object.fromEntries(former));
    progress.open();
    setOpened(true);
  }, [chapters]);

  const state = progress.state.value;
  const notice = progress.notice.value;
  const known = new Set(chapters.flatMap(({ exercises }) => exercises.map(({ id }) => id)));
  const gone = [...state.keys()].filter((id) => !known.has(id) && worked(state, id));
  const erase = (ids?: readonly string[], title?: string) => {
    progress.clear(ids);
    setSaid(title === undefined ? words.progress.resetAllDone : words.progress.resetDone(title));
  };
  const empty = ![...state.keys()].some((id) => worked(state, id));
  return (
    <div class={`progress-page${opened ? ' opened' : ''}`}>
      {notice && (
        <p key={notice} class="notice">
          {words.progress.notices[notice]}
        </p>
      )}
      {empty && <p key="empty">{words.progress.nothing}</p>}
      {chapters.map((chapter) => {
        const solved = chapter.exercises.filter(
          ({ id, parts }) => standing(state, id, parts).standing === 'solved',
        );
        const touched = chapter.exercises.filter(({ id }) => worked(state, id));
        return (
          <section key={chapter.id} class="progress-section" aria-labelledby={`progress-${chapter.id}`}>
            <h2 id={`progress-${chapter.id}`}>
              <a href={chapter.address}>{chapter.title}</a>
            </h2>
            <p class="progress-sum">
              <Say>{words.progress.chapterSolved(solved.length, chapter.exercises.length)}</Say>
            </p>
            {touched.length > 0 && (
              <ul key="list" class="progress-list">
                {touched.map((exercise) => (
                  <ExerciseProgressRow
                    key={exercise.id}
                    exercise={exercise}
                    onErase={() => erase([exercise.id], exercise.title)}
                  />
                ))}
              </ul>
            )}
            {touched.length > 1 && (
              <ResetButton
                key="reset"
                label={words.progress.resetOf(chapter.title)}
                onErase={() =>
                  erase(
                    chapter.exercises.map(({ id }) => id),
                    chapter.title,
                  )
                }
              />
            )}
          </section>
        );
      })}
      {gone.length > 0 && (
        <section key="gone" class="progress-section">
          <h2>{words.progress.gone}</h2>
          <ul class="progress-list">
            {gone.map((id) => (
              <ExerciseProgressRow
                key={id}
                exercise={{ id, title: id, parts: [''], address: '' }}
                onErase={() => erase([id], id)}
              />
            ))}
          </ul>
        </section>
      )}
      <section key="file" class="progress-section" aria-labelledby="progress-file">
        <h2 id="progress-file">{words.progress.fileTitle}</h2>
        <ProgressFile empty={empty} onSay={setSaid} />
        {!empty && <ResetButton key="all" label={words.progress.resetAll} onErase={() => erase()} />}
      </section>
      <p role="status" class="progress-said">
        <Say>{said}</Say>
      </p>
    </div>
  );
}

/** Whether something was checked there; a text that only stands in a field is no news. */
function worked(state: Progress, id: string): boolean {
  return [...(state.get(id)?.parts.values() ?? [])].some((part) => triesOf(part) > 0);
}
