// Registers the service worker, and offers a new version of the book when there is one. On the first visit it fetches the whole
// book, and does not begin with that while the first page is still being put together.
import { firstSign } from './sign.ts';

const notice = document.querySelector<HTMLElement>('[data-new-version]');
/** The state of a page that has asked for the new version. */
const asked = 'new version';
const base = document.body.dataset.base ?? '/';

if ('serviceWorker' in navigator && import.meta.env.PROD && window.top === window) {
  if (navigator.serviceWorker.controller) addEventListener('load', start);
  else firstSign.then(start);
}

function start(): void {
  register().catch(() => {
    // Not a safe origin, or storage is forbidden: the book is read online then.
  });
}

async function register(): Promise<void> {
  const container = navigator.serviceWorker;
  const hadOne = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (hadOne) loadAnew();
  });
  const registration = await container.register(`${base}offline.js`, { scope: base });
  if (history.state === asked && !registration.waiting) return loadAnew();
  const offer = (): void => {
    if (hadOne && registration.waiting && notice) notice.hidden = false;
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
  const button = notice?.querySelector('button');
  button?.addEventListener('click', () => {
    button.disabled = true;
    registration.waiting?.postMessage('take over');
    // Chromium often takes the old version for busy, and lets the new one take over only when its page goes. What comes then may
    // still be a page of the old one, and is loaded once more. Where it does let it, that takes a second and a half; a page that goes
    // just then may never come back.
    history.replaceState(asked, '');
    setTimeout(() => location.reload(), 2500);
  });
}

function loadAnew(): void {
  history.replaceState(null, '');
  location.reload();
}
