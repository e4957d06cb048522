// `client:near`: an island wakes when it is seen or, once the reader has given a sign, when it comes near the window: before the
// reader needs it, and after what the reader came for has been drawn.
import type { ClientDirective } from 'astro';
import { firstSign } from '../scripts/sign.ts';
import { hear } from './missed.ts';
import { painted } from './painted.ts';

const near: ClientDirective = (load, _options, element) => {
  const repeatMissed = hear(element);
  let asleep = true;
  const wake = async (): Promise<void> => {
    asleep = false;
    const hydrate = await load();
    await hydrate();
    await repeatMissed();
  };
  const watch = (rootMargin: string): void => {
    const watcher = new IntersectionObserver(
      (entries) => {
        if (asleep && entries.some(({ isIntersecting }) => isIntersecting)) wake();
        if (!asleep) watcher.disconnect();
      },
      { rootMargin },
    );
    for (const child of element.children) watcher.observe(child);
  };
  painted.then(() => watch('0px'));
  firstSign.then(() => watch('600px'));
};

// biome-ignore lint/style/noDefaultExport: Astro asks for one
export default near;
