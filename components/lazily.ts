// A module that is loaded when it is first needed, so that reading the book costs no script.

/** Gives a function whose calls share one load; a load that failed, offline say, is tried again at the next call. */
export function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((fault) => {
      loading = undefined;
      throw fault;
    });
    return loading;
  };
}
