// One exercise in the list of progress: each part with the response that solved it and those that were tried.

import { Say } from '../prose/index.ts';
import { words } from '../words.ts';
import type { ListedExercise } from './ProgressPage.tsx';
import { ResetButton } from './ResetButton.tsx';
import { progress } from './store.ts';
import { standing } from './summary.ts';
import { type PartProgress, triesOf } from './types.ts';

interface ExerciseProgressRowProps {
  readonly exercise: ListedExercise;
  readonly onErase: () => void;
}

export function ExerciseProgressRow({ exercise, onErase }: ExerciseProgressRowProps) {
  const saved = progress.state.value.get(exercise.id);
  const { standing: is, solved } = standing(progress.state.value, exercise.id, exercise.parts);
  const word = {
    untouched: '',
    tried: words.progress.tried,
    partly: words.progress.partly(solved, exercise.parts.length),
    solved: words.progress.solved,
  }[is];
  return (
    <li class="progress-exercise" data-standing={is}>
      <div class="progress-head">
        <span class="progress-mark" data-standing={is} />
        {exercise.address ? <a href={exercise.address}>{exercise.title}</a> : <span>{exercise.title}</span>}
        <Say class="progress-word">{word}</Say>
        <ResetButton short label={words.progress.resetOf(exercise.title)} onErase={onErase} />
      </div>
      {[...(saved?.parts ?? [])].map(([name, part]) => (
        <Part key={name} letter={letterOf(name, exercise.parts)} part={part} />
      ))}
    </li>
  );
}

/** The letter that a part has in its exercise; the name of one that is no longer there. */
function letterOf(name: string, parts: readonly string[]): string {
  const index = parts.indexOf(name);
  return name === '' || index < 0 ? name : words.part(index);
}

function Part({ letter, part }: { readonly letter: string; readonly part: PartProgress }) {
  const tries = triesOf(part);
  return (
    <div class="progress-part">
      {letter !== '' && <span class="progress-part-name">{letter}</span>}
      {part.solved && <Response key="solved" text={part.solved.response} />}
      {tries > 0 && (
        <details key="tries" class="progress-tries">
          <summary>
            <Say>{words.tries(tries)}</Say>
          </summary>
          <ol start={part.earlier + 1}>
            {part.tries.map((one) => (
              <li key={one.at}>
                <Response text={one.response} />
                <span class="progress-try">{words.verdict[one.verdict]}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

/** A response is a reader's text: it is shown as text, cut where it is very long. */
function Response({ text }: { readonly text: string }) {
  const shown = text.length > 400 ? `${text.slice(0, 400)} …` : text;
  return <code class="progress-response notranslate">{shown}</code>;
}
