// The island of one part of an exercise: its field, the check, the verdict, and what is remembered of both.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Exercise } from '../../engine/exercise/index.ts';
import { type PartProgress, progress, standing, triesOf } from '../progress/index.ts';
import { Say } from '../prose/index.ts';
import { words } from '../words.ts';
import type { Prepared } from './field.ts';
import { Field } from './fields.tsx';
import { announce } from './live.ts';
import { reportOf } from './report.ts';
import { useCheck } from './useCheck.ts';
import { useResponse } from './useResponse.ts';
import { VerdictPanel } from './VerdictPanel.tsx';
import { WhatNext } from './WhatNext.tsx';

export interface ExerciseCardProps {
  readonly exercise: Exercise;
  /** The part's name; '' where the exercise asks one thing. */
  readonly part?: string;
  /** Address of the book's repository, for reports; without one the reader is shown the text of a report. */
  readonly repository?: string;
  /** Former ids of the exercise, under which progress may be saved. */
  readonly aliases?: readonly string[];
  readonly prepared?: Prepared;
}

/** The card. Rendered at build it shows an inert field; in the browser it restores what was entered last. */
export function ExerciseCard({
  exercise,
  part: name = '',
  repository,
  aliases,
  prepared = {},
}: ExerciseCardProps) {
  const part = exercise.parts.find((one) => one.name === name);
  if (!part) throw new Error(`Exercise ${exercise.id} has no part named "${name}".`);
  const root = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  const id = name === '' ? exercise.id : `${exercise.id}-${name}`;
  const seed = progress.seedOf(exercise.id);
  const saved = progress.recall(exercise.id, name);
  const entered = useResponse(root, id, exercise, part, seed, ready);
  const { response, enter } = entered;
  const { checked, waiting, failure, check, renew } = useCheck(root, exercise, part, seed, ready, entered);

  useEffect(() => {
    if (aliases) progress.adopt(Object.fromEntries(aliases.map((old) => [old, exercise.id])));
    progress.open();
    setReady(true);
  }, [exercise.id, aliases]);

  const tries = triesOf(saved);
  const notice = progress.notice.value;
  const solved = standing(
    progress.state.value,
    exercise.id,
    exercise.parts.map((one) => one.name),
  );
  return (
    <div
      ref={root}
      class="card"
      data-card={id}
      data-kind={part.kind}
      data-ready={ready}
      data-state={saved?.solved ? 'solved' : tries > 0 ? 'tried' : 'untouched'}
    >
      <Field
        exercise={exercise}
        part={part}
        seed={seed}
        ready={ready}
        response={response}
        onResponse={enter}
        onCheck={check}
        checked={checked}
        id={id}
        label={words.responseTo(name === '' ? exercise.title : `${exercise.title}, ${name}`)}
        describedBy={`${id}-verdict`}
        prepared={prepared}
        say={(sentence) => announce(root.current, sentence)}
      />
      <div class="card-actions">
        <button type="button" class="button primary" onClick={check} data-action="check">
          {words.check}
        </button>
        {exercise.random && exercise.parts[0] === part && (
          <button type="button" class="button quiet" onClick={renew} data-action="renew">
            {words.newNumbers}
          </button>
        )}
        <Standing saved={saved} waiting={waiting} />
      </div>
      <VerdictPanel
        id={`${id}-verdict`}
        kind={part.kind}
        checked={checked}
        stale={checked !== undefined && checked.response !== response}
        report={checked && reportOf(exercise, name, seed, checked.response, checked.verdict)}
        repository={repository}
      >
        <WhatNext
          card={root}
          right={checked?.verdict.verdict === 'correct'}
          whole={solved.standing === 'solved'}
          tries={checked?.verdict.verdict === 'wrong' ? tries : 0}
        />
      </VerdictPanel>
      {failure && (
        <p key={failure} class="notice card-notice">
          {words.failures[failure]}
        </p>
      )}
      {notice && (
        <p key={notice} class="notice card-notice">
          {words.progress.notices[notice]}
        </p>
      )}
    </div>
  );
}

interface StandingProps {
  readonly saved: PartProgress | undefined;
  readonly waiting: boolean;
}

/** Beside the buttons: that a check is under way, at which try it was solved, or how many tries there were. */
function Standing({ saved, waiting }: StandingProps) {
  const tries = triesOf(saved);
  return (
    <p class="card-standing">
      {waiting ? (
        <Say key="waiting">{words.checking}</Say>
      ) : saved?.solved ? (
        <Say key="solved" class="card-solved">
          {words.solvedAfter(solvedAt(saved))}
        </Say>
      ) : (
        tries > 0 && (
          <Say key="tries" class="card-tries">
            {words.tries(tries)}
          </Say>
        )
      )}
    </p>
  );
}

/** The number of the try that was the first right one, 0 where that is no longer listed. */
function solvedAt(saved: PartProgress): number {
  const index = saved.tries.findIndex((one) => one.at === saved.solved?.at);
  return index < 0 ? 0 : saved.earlier + index + 1;
}
