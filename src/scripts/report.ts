// While an author writes: the check's report, as it stands in the terminal, over the page. No part of the published book.
import type { Fault } from '../book/index.ts';
import type { Report } from '../check/report.ts';
import '../styles/report.css';

const box = document.createElement('details');
box.className = 'report';
box.setAttribute('role', 'status');

function show({ text, faults }: Report): void {
  box.remove();
  if (faults.length === 0) return;
  const summary = document.createElement('summary');
  summary.textContent = text.slice(text.lastIndexOf('\n') + 1);
  const list = document.createElement('ol');
  list.append(...faults.map(item));
  box.replaceChildren(summary, list);
  box.open = faults.some(({ severity }) => severity === 'error');
  document.body.append(box);
}

function item({ file, line, column, severity, message, hint }: Fault): HTMLElement {
  const row = document.createElement('li');
  row.className = `report-${severity}`;
  const place = document.createElement('a');
  place.href =
    `${import.meta.env.BASE_URL}/__open-in-editor?file=${encodeURIComponent(`${file}:${line}:${column}`)}`.replace(
      '//',
      '/',
    );
  place.textContent = `${file}:${line}:${column}`;
  place.addEventListener('click', (event) => {
    event.preventDefault();
    void fetch(place.href);
  });
  row.append(place, ` ${severity}: ${message}`);
  if (hint) {
    const mend = document.createElement('p');
    mend.textContent = hint;
    row.append(mend);
  }
  return row;
}

addEventListener('keydown', (event) => {
  if (event.key === 'Escape') box.open = false;
});
import.meta.hot?.on('book:report', show);
import.meta.hot?.send('book:ask');
