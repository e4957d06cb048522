// Two tabs on one storage: whatever they do, and however late they hear of each other, nothing is lost.

import { describe, expect, it } from 'vitest';
import {
  createStore,
  readProgress,
  type Shelf,
  type Store,
  triesOf,
  writeProgress,
} from '../../../components/progress/index.ts';

/** A seeded generator (mulberry32), uniform in [0, 1). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A storage that two tabs see; where `late`, each sees the other's writes only when events are delivered. */
function sharedStorage(late: boolean) {
  let disk: string | null = null;
  const views: { text: string | null; pending: boolean; changed: () => void }[] = [];
  const shelf = (): Shelf => {
    const view = { text: disk, pending: false, changed: () => {} };
    views.push(view);
    return {
      get: () => (late ? view.text : disk),
      set: (text) => {
        disk = text;
        view.text = text;
        for (const other of views) if (other !== view) other.pending = true;
      },
      setAside: () => {
        throw new Error('a tab could not read what the other wrote');
      },
      watch: (changed) => {
        view.changed = changed;
      },
    };
  };
  const deliver = (index: number) => {
    const view = views[index]!;
    if (!view.pending) return false;
    view.pending = false;
    view.text = disk;
    view.changed();
    return true;
  };
  return { shelf, deliver, text: () => disk };
}

const ids = Array.from({ length: 40 }, (_, i) => `exercise-${i}`);
const seedOfTest = 20261120;

describe.each([false, true])('two tabs, hearing of each other late: %s', (late) => {
  it('lose nothing in 10,000 operations', () => {
    const random = generator(seedOfTest);
    const storage = sharedStorage(late);
    let time = 1_790_000_000_000;
    const clock = () => {
      // Some operations fall into the same millisecond, and now and then a clock jumps back an hour.
      time += Math.floor(random() * 3);
      return random() < 0.01 ? time - 3_600_000 : time;
    };
    const tabs: Store[] = [createStore(storage.shelf(), clock), createStore(storage.shelf(), clock)];
    for (const tab of tabs) tab.open();
    const expected = new Map<string, { tries: Set<string>; solved: boolean }>();
    for (let n = 0; n < 10_000; n++) {
      const tab = tabs[Math.floor(random() * 2)]!;
      const id = ids[Math.floor(random() * ids.length)]!;
      const part = random() < 0.5 ? '' : 'second';
      const action = random();
      const key = `${id}/${part}`;
      const before = expected.get(key) ?? { tries: new Set(), solved: false };
      if (action < 0.2) {
        // At most 25 tries a part, so that the list holds them all.
        if (before.tries.size >= 25) continue;
        const outcome = random() < 0.1 ? 'correct' : 'wrong';
        const response = `response ${n}`;
        tab.record(id, part, outcome, response, 1);
        before.tries.add(response);
        expected.set(key, { tries: before.tries, solved: before.solved || outcome === 'correct' });
      } else if (action < 0.4) tab.record(id, part, 'unreadable', `unreadable ${n}`, 1);
      else if (action < 0.6) tab.draft(id, part, `draft ${n}`, 1);
      else if (action < 0.7) tab.renew(id, 1 + Math.floor(random() * 9));
      else storage.deliver(Math.floor(random() * 2));
    }
    for (let rounds = 0; storage.deliver(0) || storage.deliver(1); rounds++) {
      expect(rounds, 'the tabs never come to rest').toBeLessThan(10);
    }
    expect(writeProgress(tabs[0]!.state.value)).toBe(writeProgress(tabs[1]!.state.value));
    const saved = readProgress(storage.text()!);
    expect(saved.ok && saved.dropped).toBe(0);
    for (const [key, { tries, solved }] of expected) {
      const [id, part] = key.split('/') as [string, string];
      const found = saved.ok ? saved.progress.get(id)?.parts.get(part) : undefined;
      expect(new Set(found?.tries.map((one) => one.response)), `${key}, seed ${seedOfTest}`).toEqual(tries);
      expect(triesOf(found)).toBe(tries.size);
      expect(found?.solved !== undefined).toBe(solved);
    }
  }, 60_000);

  it('see each other’s reset, and keep what came after it', () => {
    const storage = sharedStorage(late);
    const [a, b] = [createStore(storage.shelf(), () => 1000), createStore(storage.shelf(), () => 1000)];
    for (const tab of [a, b]) tab.open();
    a.record('softmax', '', 'wrong', 'first', 1);
    storage.deliver(1);
    b.clear(['softmax']);
    storage.deliver(0);
    a.record('softmax', '', 'correct', 'second', 1);
    storage.deliver(1);
    storage.deliver(0);
    for (const tab of [a, b]) {
      expect(tab.recall('softmax', '')?.tries.map((one) => one.response)).toEqual(['second']);
    }
  });
});
