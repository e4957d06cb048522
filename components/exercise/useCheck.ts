// The check of a response: the engine is asked, and its verdict shown, recorded and said.

import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Exercise, Part, Verdict } from '../../engine/exercise/index.ts';
import { progress } from '../progress/index.ts';
import { spoken } from '../prose/index.ts';
import { words } from '../words.ts';
import { heard, mistakeMessage, reasonsFor } from './authored.ts';
import { runResponse } from './code/response.ts';
import { type Engine, loadEngine } from './engine.ts';
import { type Checked, untouched } from './field.ts';
import { announce } from './live.ts';
import type { Entered } from './useResponse.ts';
import { showVariant } from './values.ts';

/** Why there is no verdict: the engine did not arrive, or did not cope. */
export type Failure = keyof typeof words.failures;

export interface Checking {
  /** The last check; nothing before the first one, or for other numbers. */
  readonly checked: Checked | undefined;
  /** A check takes so long that a word is due. */
  readonly waiting: boolean;
  readonly failure: Failure | undefined;
  readonly check: () => void;
  readonly renew: () => void;
}

/** Milliseconds after which a reader would press again. */
const patience = 400;

/** Checks the response to one part of an exercise, and asks for new numbers. */
export function useCheck(
  card: RefObject<HTMLElement>,
  exercise: Exercise,
  part: Part,
  seed: number,
  ready: boolean,
  { latest, enter }: Entered,
): Checking {
  const [checked, setChecked] = useState<Checked>();
  const [waiting, setWaiting] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  /** Counts checks and numbers: what comes back for an earlier one is nobody's. */
  const turn = useRef(0);
  /** A check that is asked for while the card wakes is made as soon as it is awake. */
  const awake = useRef(false);
  const asked = useRef(false);
  const say = (sentence: string) => announce(card.current, sentence);
  const fail = (why: Failure) => {
    setFailure(why);
    say(words.failures[why]);
  };

  const check = async () => {
    if (!awake.current) {
      asked.current = true;
      return;
    }
    if (latest.current === '') enter(untouched(part));
    const response = latest.current;
    const mine = ++turn.current;
    const slow = setTimeout(() => {
      if (turn.current !== mine) return;
      setWaiting(true);
      say(words.checking);
    }, patience);
    const result = await judge(card.current, exercise, part, response, seed);
    clearTimeout(slow);
    if (turn.current !== mine) return;
    setWaiting(false);
    if (typeof result === 'string') return fail(result);
    setFailure(undefined);
    const authored = mistakeMessage(
      card.current,
      'misconception' in result ? result.misconception : undefined,
    );
    setChecked({ response, verdict: result, ...(authored && { authored }) });
    progress.record(exercise.id, part.name, result.verdict, response, seed);
    const message = authored ? heard(authored) : spoken(result.message);
    const reasons = reasonsFor(card.current, response);
    // The message may be the verdict's word again.
    say([...new Set([`${words.verdict[result.verdict]}.`, message, ...reasons])].join(' '));
  };

  useEffect(() => {
    if (!ready) return;
    turn.current++;
    setChecked(undefined);
    setWaiting(false);
    showVariant(card.current, exercise, seed).catch(() => fail('notLoaded'));
    awake.current = true;
    if (asked.current) check();
    asked.current = false;
  }, [ready, seed, exercise]);

  const renew = async () => {
    try {
      // First, or the page would ask for numbers that it cannot show.
      await loadEngine();
    } catch {
      return fail('notLoaded');
    }
    progress.renew(exercise.id, seed + 1);
    say(words.newNumbersSaid);
  };

  return { checked, waiting, failure, check, renew };
}

/** The verdict on a response, or why there is none. */
async function judge(
  card: Element | null,
  exercise: Exercise,
  part: Part,
  response: string,
  seed: number,
): Promise<Verdict | Failure> {
  let engine: Engine;
  try {
    engine = await loadEngine();
  } catch {
    return 'notLoaded';
  }
  try {
    await showVariant(card, exercise, seed);
    const earlier = earlierResponses(exercise, part, seed);
    const ran = part.kind === 'code' ? await runResponse(part, response, seed) : undefined;
    return engine.check(exercise, part.name, response, { seed, earlier, ...(ran && { ran }) });
  } catch {
    return 'notChecked';
  }
}

/** What the reader entered in the parts before this one, for the same numbers. */
function earlierResponses(exercise: Exercise, part: Part, seed: number): Record<string, string> {
  const before = exercise.parts.slice(0, exercise.parts.indexOf(part));
  const entries = before.flatMap(({ name }) => {
    const saved = progress.recall(exercise.id, name);
    return saved?.seed === seed && saved.response !== '' ? [[name, saved.response] as const] : [];
  });
  return Object.fromEntries(entries);
}
