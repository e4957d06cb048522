// Prints; the answer key is left out by style (src/styles/paper.css).
document.querySelector('[data-print]')?.addEventListener('click', () => print());

export {};
