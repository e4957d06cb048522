// What stands in braces in the text: a number that is computed on a model, one that a run has measured, or a comment.

export type TextNumber =
  | { readonly expression: string; readonly model: string; readonly digits: string | undefined }
  | { readonly run: string };

/**
 * `value("f", "square")`, `value("f", "square", 3)` or `measured("steps of the lab")`, in double or single quotes; anything
 * else is none.
 */
export function numberIn(braces: string): TextNumber | undefined {
  const text = braces.replace(/'([^'"\\]*)'/g, '"$1"');
  const [, run] = /^\s*measured\(\s*"([^"\\]+)"\s*\)\s*$/.exec(text) ?? [];
  if (run !== undefined) return { run };
  const [, expression, model, digits] =
    /^\s*value\(\s*"([^"\\]+)"\s*,\s*"([^"\\]+)"\s*(?:,\s*([1-9])\s*)?\)\s*$/.exec(text) ?? [];
  return expression === undefined || model === undefined ? undefined : { expression, model, digits };
}

/** Nothing, or a comment. */
export function isNothing(braces: string): boolean {
  return /^\s*(\/\*[\s\S]*\*\/\s*)?$/.test(braces);
}
