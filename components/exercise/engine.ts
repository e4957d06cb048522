// The engine, loaded when a reader first turns to an exercise, so that reading the book costs no script.

export type Engine = typeof import('../../engine/exercise/index.ts');

let loading: Promise<Engine> | undefined;

/** Starts loading the engine; later calls give the same promise. A failed load is tried again at the next call. */
export function loadEngine(): Promise<Engine> {
  loading ??= import('../../engine/exercise/index.ts').catch((fault) => {
    loading = undefined;
    throw fault;
  });
  return loading;
}
