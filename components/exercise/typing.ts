// What all places to type a response in have in common: nothing is corrected, and Enter checks.

/** Attributes that keep a keyboard from changing what was typed. */
export const asTyped = {
  autocomplete: 'off',
  autocapitalize: 'off',
  autocorrect: 'off',
  spellcheck: false,
} as const;

/** A handler of keys by which Enter checks. An input method's own Enter does not; Safari tells it by its code only. */
export const onEnter = (check: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  check();
};
