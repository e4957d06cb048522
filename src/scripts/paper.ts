// Prints, with or without the answer key.
const form = document.querySelector('[data-paper]');
const key = document.querySelector<HTMLElement>('[data-answer-key]');
const withKey = form?.querySelector<HTMLInputElement>('[data-with-key]');

withKey?.addEventListener('change', () => {
  if (key) key.hidden = !withKey.checked;
});
form?.querySelector('[data-print]')?.addEventListener('click', () => print());

export {};
