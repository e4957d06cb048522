// Says so beside an island whose script cannot be had: its field or its lab would stand there without a word.
document.addEventListener('astro:hydration-error', ({ target }) => {
  if (!(target instanceof Element)) return;
  const note = document.createElement('p');
  note.className = 'notice';
  note.role = 'alert';
  note.textContent = document.body.dataset.unloaded ?? '';
  target.after(note);
});

export {};
