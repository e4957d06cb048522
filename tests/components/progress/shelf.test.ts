// What the browser's storage is asked for.
import { afterEach, expect, it, vi } from 'vitest';
import { browserShelf, storageKey } from '../../../components/progress/shelf.ts';

afterEach(() => vi.unstubAllGlobals());

it('sets a damaged record aside beside an earlier one', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  });
  const shelf = browserShelf();
  shelf.set('kept');
  for (const damaged of ['{"first', '{"second', '{"third']) shelf.setAside(damaged);
  expect(shelf.get()).toBe('kept');
  kept.delete(storageKey);
  expect([...kept.values()]).toEqual(['{"first', '{"second', '{"third']);
});
