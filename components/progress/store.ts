// The record of a reader's work while the page is open: read, changed, merged with other tabs, saved.

import { type ReadonlySignal, signal } from '@preact/signals';
import { merge, mergeExercise } from './merge.ts';
import { isName } from './name.ts';
import { type Reading, readProgress } from './read.ts';
import { revived } from './revive.ts';
import { browserShelf, type Shelf } from './shelf.ts';
import type { ExerciseProgress, PartProgress, Progress } from './types.ts';
import { emptyExercise, longestResponse, triesKept } from './types.ts';
import { writeProgress } from './write.ts';

export type Notice = 'forbidden' | 'full' | 'corrupt' | 'newer';

/** The judgement of a response, as far as progress cares. */
export type Outcome = 'correct' | 'wrong' | 'form' | 'unreadable';

export interface Store {
  /** Empty until `open` has run, so that the first drawing in the browser equals the one of the build. */
  readonly state: ReadonlySignal<Progress>;
  /** Why progress is not being saved, where it is not. */
  readonly notice: ReadonlySignal<Notice | undefined>;
  /** Reads the storage and listens to other tabs. Call it in the browser only; more calls do nothing. */
  open(): void;
  /** Remembers a checked response. Only `correct` and `wrong` count as a try; the same response twice counts once. */
  record(id: string, part: string, outcome: Outcome, response: string, seed: number): void;
  /** Remembers what stands in a field, unchecked. */
  draft(id: string, part: string, response: string, seed: number): void;
  recall(id: string, part: string): PartProgress | undefined;
  /** The variant that the reader is at; 1 at first. */
  seedOf(id: string): number;
  /** Goes to another variant. */
  renew(id: string, seed: number): void;
  /** Erases the work on these exercises, in every tab; on all of them where none are named. */
  clear(ids?: readonly string[]): void;
  /** Takes over what was saved under former ids: `adopt({ 'old-id': 'new-id' })`. */
  adopt(aliases: Readonly<Record<string, string>>): void;
  exportText(): string;
  /** Merges a file's text into the record, also what was erased here since. */
  importText(text: string): Reading;
}

/** A store on a shelf; `clock` gives milliseconds and may jump either way. */
export function createStore(shelf: Shelf, clock: () => number = Date.now): Store {
  const state = signal<Progress>(new Map());
  const notice = signal<Notice | undefined>();
  const former = new Map<string, string>();
  let seen: string | null = null;
  let newest = 0;
  let opened = false;

  /** A time later than any in the record, also where the clock was set back. */
  const stamp = () => {
    newest = Math.max(clock(), newest + 1);
    return newest;
  };

  /** Merges what the shelf holds into memory. False where the shelf must not be written. */
  function pull(): boolean {
    let text: string | null;
    try {
      text = shelf.get();
    } catch {
      notice.value = 'forbidden';
      return false;
    }
    if (text === null || text === seen) return notice.value !== 'newer';
    seen = text;
    const reading = readProgress(text);
    if (reading.ok) {
      take(reading.progress);
      if (notice.value === 'newer') notice.value = undefined;
      return true;
    }
    if (reading.problem === 'newer') {
      notice.value = 'newer';
      return false;
    }
    notice.value = 'corrupt';
    try {
      shelf.setAside(text);
    } catch {
      // There is no room for a copy. What is there stays: a later try may find the room.
      seen = null;
      notice.value = 'full';
      return false;
    }
    return true;
  }

  function push(): void {
    const text = writeProgress(state.value);
    if (text === seen) return;
    try {
      shelf.set(text);
      seen = text;
      if (notice.value === 'full') notice.value = undefined;
    } catch {
      if (notice.value !== 'forbidden') notice.value = 'full';
    }
  }

  function take(progress: Progress): void {
    for (const exercise of progress.values()) newest = Math.max(newest, latestOf(exercise));
    state.value = renamed(merge(state.value, progress), former);
  }

  function change(id: string, alter: (exercise: ExerciseProgress) => ExerciseProgress): void {
    if (!isName(id)) return;
    const writable = pull();
    const next = new Map(state.value);
    next.set(id, alter(next.get(id) ?? emptyExercise));
    state.value = next;
    if (writable) push();
  }

  function changePart(
    id: string,
    name: string,
    alter: (part: PartProgress | undefined) => PartProgress,
  ): void {
    if (name !== '' && !isName(name)) return;
    change(id, (exercise) => {
      const parts = new Map(exercise.parts);
      parts.set(name, alter(parts.get(name)));
      return { ...exercise, parts };
    });
  }

  /** Takes over from the shelf, and gives back what the shelf lacks: another tab may have written over it. */
  function synchronise(): void {
    if (pull() && state.value.size > 0) push();
  }

  return {
    state,
    notice,
    open() {
      if (opened) return;
      opened = true;
      pull();
      try {
        shelf.watch(synchronise);
      } catch {
        notice.value = 'forbidden';
      }
    },
    record(id, part, outcome, full, seed) {
      const response = full.slice(0, longestResponse);
      changePart(id, part, (before) => {
        const at = stamp();
        const kept = { tries: before?.tries ?? [], earlier: before?.earlier ?? 0, response, seed, at };
        const first = before?.solved && { solved: before.solved };
        const last = kept.tries[kept.tries.length - 1];
        const repeated = last?.response === response && last.seed === seed && last.verdict === outcome;
        if (repeated || (outcome !== 'correct' && outcome !== 'wrong')) return { ...kept, ...first };
        const one = { at, response, verdict: outcome, seed };
        const tries = [...kept.tries, one];
        const over = Math.max(0, tries.length - triesKept);
        const part = { ...kept, tries: tries.slice(over), earlier: kept.earlier + over };
        return { ...part, ...(first ?? (outcome === 'correct' ? { solved: one } : {})) };
      });
    },
    draft(id, part, full, seed) {
      const response = full.slice(0, longestResponse);
      const before = state.value.get(id)?.parts.get(part);
      if (before ? before.response === response && before.seed === seed : response === '') return;
      changePart(id, part, (now) => ({ ...(now ?? { tries: [], earlier: 0 }), response, seed, at: stamp() }));
    },
    recall: (id, part) => state.value.get(id)?.parts.get(part),
    seedOf: (id) => state.value.get(id)?.seed ?? 1,
    renew(id, seed) {
      change(id, (exercise) => ({ ...exercise, seed, seedAt: stamp() }));
    },
    clear(ids) {
      const writable = pull();
      const at = stamp();
      const next = new Map(state.value);
      for (const id of ids ?? [...next.keys()]) {
        if (next.has(id)) next.set(id, { ...emptyExercise, cleared: at });
      }
      state.value = next;
      if (writable) push();
    },
    adopt(aliases) {
      for (const [from, to] of Object.entries(aliases)) if (isName(from) && isName(to)) former.set(from, to);
      const next = renamed(state.value, former);
      if (next === state.value) return;
      state.value = next;
      if (pull()) push();
    },
    exportText: () => `${writeProgress(state.value, 2)}\n`,
    importText(text) {
      const reading = readProgress(text, clock());
      if (!reading.ok) return reading;
      const writable = pull();
      const work = [...reading.progress].map(
        ([id, one]) => [id, revived(one, state.value.get(former.get(id) ?? id)?.cleared ?? 0)] as const,
      );
      take(new Map(work));
      if (writable) push();
      return reading;
    },
  };
}

/** The record with former ids replaced; the same object where there are none. */
function renamed(progress: Progress, former: ReadonlyMap<string, string>): Progress {
  const old = [...former].filter(([from]) => progress.has(from));
  if (old.length === 0) return progress;
  const next = new Map(progress);
  for (const [from, to] of old) {
    const work = next.get(from)!;
    const there = next.get(to);
    next.set(to, there ? mergeExercise(there, work) : work);
    next.delete(from);
  }
  return next;
}

function latestOf(exercise: ExerciseProgress): number {
  const parts = [...exercise.parts.values()].map((part) => part.at);
  return Math.max(exercise.seedAt, exercise.cleared, ...parts);
}

/** The reader's progress in this browser, shared by every island of a page. */
export const progress: Store = createStore(browserShelf());
