// `client:near`: an island wakes when it comes near the window, before the reader needs it.
import type { ClientDirective } from 'astro';
import { hear } from './missed.ts';

const near: ClientDirective = (load, _options, element) => {
  const repeatMissed = hear(element);
  const watcher = new IntersectionObserver(
    async (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watcher.disconnect();
      const hydrate = await load();
      await hydrate();
      await repeatMissed();
    },
    { rootMargin: '600px' },
  );
  for (const child of element.children) watcher.observe(child);
};

// biome-ignore lint/style/noDefaultExport: Astro asks for one
export default near;
