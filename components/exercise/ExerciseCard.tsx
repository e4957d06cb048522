// The island of one part of an exercise: its field, the check, the verdict, and what is remembered of both.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Exercise, Verdict } from '../../engine/exercise/index.ts';
import { progress, triesOf } from '../progress/index.ts';
import { Say, spoken } from '../prose/index.ts';
import { words } from '../words.ts';
import { runResponse } from './code/response.ts';
import { loadEngine } from './engine.ts';
import type { Checked, Prepared } from './field.ts';
import { Field } from './fields.tsx';
import { announce } from './live.ts';
import { mistakeMessage } from './mistake.ts';
import { reportOf } from './report.ts';
import { useDraft } from './useDraft.ts';
import { VerdictPanel } from './VerdictPanel.tsx';
import { renewValues } from './values.ts';

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
  const first = exercise.parts[0] === part;
  const root = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  const id = name === '' ? exercise.id : `${exercise.id}-${name}`;
  const [early] = useState(() => typedEarly(id, part.kind));
  const [response, setResponse] = useState(early);
  const [checked, setChecked] = useState<Checked>();
  const [failed, setFailed] = useState(false);
  const typed = useRef(early);
  const firstTime = useRef(true);
  const seed = progress.seedOf(exercise.id);
  const saved = progress.recall(exercise.id, name);
  const say = (sentence: string) => announce(root.current, sentence);

  const enter = (text: string) => {
    typed.current = text;
    setResponse(text);
  };

  useEffect(() => {
    if (aliases) progress.adopt(Object.fromEntries(aliases.map((old) => [old, exercise.id])));
    progress.open();
    setReady(true);
  }, [exercise.id, aliases]);

  useEffect(() => {
    if (!ready) return;
    const kept = progress.recall(exercise.id, name);
    const remembered = kept?.seed === seed ? kept.response : '';
    // Only at first: what was typed since then belongs to other numbers.
    enter(firstTime.current && typed.current !== '' ? typed.current : remembered);
    firstTime.current = false;
    setChecked(undefined);
    if (!first || (shownSeeds.get(exercise.id) ?? 1) === seed) return;
    shownSeeds.set(exercise.id, seed);
    renewValues(root.current, exercise, seed).catch(() => setFailed(true));
  }, [ready, seed, exercise, name, first]);

  useDraft(root, () => {
    if (ready) progress.draft(exercise.id, name, typed.current, seed);
  });

  const check = async () => {
    if (!ready) return;
    // The program to start from is in the field, and is checked as it stands.
    if (part.kind === 'code' && typed.current === '') enter(part.start);
    const text = typed.current;
    let verdict: Verdict;
    try {
      const engine = await loadEngine();
      const earlier = earlierResponses(exercise, name, seed);
      const ran = part.kind === 'code' ? await runResponse(part, text, seed) : undefined;
      verdict = engine.check(exercise, name, text, { seed, earlier, ...(ran && { ran }) });
    } catch {
      setFailed(true);
      return;
    }
    setFailed(false);
    setChecked({ response: text, verdict });
    progress.record(exercise.id, name, verdict.verdict, text, seed);
    const authored = mistakeMessage(
      root.current,
      verdict.verdict === 'wrong' ? verdict.misconception : undefined,
    );
    const message = authored?.textContent ?? spoken(verdict.message);
    say(`${words.verdict[verdict.verdict]}. ${message}`);
  };

  const renew = () => {
    progress.renew(exercise.id, seed + 1);
    say(words.newNumbersSaid);
  };

  const tries = triesOf(saved);
  const notice = progress.notice.value;
  const label = words.responseTo(name === '' ? exercise.title : `${exercise.title}, ${name}`);
  const standing = saved?.solved ? 'solved' : tries > 0 ? 'tried' : 'untouched';
  return (
    <div
      ref={root}
      class="card"
      data-card={id}
      data-kind={part.kind}
      data-ready={ready}
      data-state={standing}
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
        label={label}
        describedBy={`${id}-verdict`}
        prepared={prepared}
        say={say}
      />
      <div class="card-actions">
        <button type="button" class="button primary" onClick={check} data-action="check">
          {words.check}
        </button>
        {exercise.random && first && (
          <button type="button" class="button quiet" onClick={renew} data-action="renew">
            {words.newNumbers}
          </button>
        )}
        <p class="card-standing">
          {saved?.solved && <Say class="card-solved">{words.solvedAfter(solvedAt(saved))}</Say>}
          {!saved?.solved && tries > 0 && <Say class="card-tries">{words.tries(tries)}</Say>}
        </p>
      </div>
      <VerdictPanel
        id={`${id}-verdict`}
        checked={checked}
        stale={checked !== undefined && checked.response !== response}
        typed={part.kind === 'formula' || part.kind === 'slip' || part.kind === 'code'}
        report={checked && reportOf(exercise, name, seed, checked.response, checked.verdict)}
        repository={repository}
      />
      {failed && <p class="notice card-notice">{words.engineFailed}</p>}
      {notice && (
        <p key={notice} class="notice card-notice">
          {words.progress.notices[notice]}
        </p>
      )}
    </div>
  );
}

/** What the reader typed into the built page before the script took it over. */
function typedEarly(id: string, kind: Exercise['parts'][number]['kind']): string {
  if (typeof document === 'undefined' || (kind !== 'formula' && kind !== 'slip')) return '';
  const field = document.getElementById(`${id}-field`);
  return field instanceof HTMLInputElement ? field.value : '';
}

/** The variant whose numbers stand in the page, by exercise; the build writes variant 1. */
const shownSeeds = new Map<string, number>();

/** The number of the try that was the first right one. */
function solvedAt(saved: NonNullable<ReturnType<typeof progress.recall>>): number {
  const index = saved.tries.findIndex((one) => one.at === saved.solved?.at);
  return index < 0 ? saved.earlier : saved.earlier + index + 1;
}

/** What the reader entered in the parts before this one, for the same numbers. */
function earlierResponses(exercise: Exercise, name: string, seed: number): Record<string, string> {
  const before = exercise.parts.slice(
    0,
    exercise.parts.findIndex((one) => one.name === name),
  );
  const entries = before.flatMap((part) => {
    const saved = progress.recall(exercise.id, part.name);
    return saved?.seed === seed && saved.response !== '' ? [[part.name, saved.response] as const] : [];
  });
  return Object.fromEntries(entries);
}
