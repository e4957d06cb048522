// The service worker: keeps one whole version of the book in the cache, so that pages of two versions never mix.
// The build fills in the version and the files; a new version takes over only when every page of the old one is closed or asks for it.
const version = '__VERSION__';
const files = ['__FILES__'];
const base = new URL('./', self.location.href);
// Books at other addresses of the same host share its caches.
const own = `book ${base.pathname} `;
const name = own + version;

self.addEventListener('install', (event) => {
  event.waitUntil(fill());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const key of await caches.keys()) {
        if (key.startsWith(own) && key !== name) await caches.delete(key);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return;
  event.respondWith(answer(request, url));
});

async function fill() {
  const cache = await caches.open(name);
  const queue = files.map((file) => new URL(file, base).href);
  const worker = async () => {
    for (let href = queue.pop(); href !== undefined; href = queue.pop()) {
      const response = await fetch(href, { cache: 'no-cache' });
      if (!response.ok) throw new Error(`${href}: ${response.status}`);
      await cache.put(href, response);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}

async function answer(request, url) {
  const cache = await caches.open(name);
  const kept = await cache.match(url.origin + url.pathname);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    const missing = request.mode === 'navigate' && (await cache.match(new URL('404.html', base).href));
    if (missing) return missing;
    throw error;
  }
}
