// A load is shared while it goes on and once it is done, and tried again where it failed.

import { expect, it } from 'vitest';
import { lazily } from '../../components/lazily.ts';

it('loads once for all calls', async () => {
  let loads = 0;
  const load = lazily(async () => ++loads);
  expect(loads).toBe(0);
  expect(await Promise.all([load(), load()])).toEqual([1, 1]);
  expect(await load()).toBe(1);
});

it('tries again after a failure', async () => {
  let offline = true;
  const load = lazily(async () => {
    if (offline) throw new Error('offline');
    return 'here';
  });
  await expect(load()).rejects.toThrow('offline');
  offline = false;
  expect(await load()).toBe('here');
});
