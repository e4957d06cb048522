// Saving progress: what counts, what is restored, and what happens where the storage refuses or was damaged.

import { describe, expect, it } from 'vitest';
import {
  createStore,
  longestText,
  readProgress,
  type Shelf,
  triesKept,
  triesOf,
} from '../../../components/progress/index.ts';
import shipped from '../../fixtures/progress-v1.json';

// As shipped: frozen, never edited to suit the code.
const fixture = JSON.stringify(shipped);

function shelfWith(text: string | null, faults: { get?: true; set?: true } = {}) {
  const held = { text, aside: null as string | null };
  const shelf: Shelf = {
    get: () => {
      if (faults.get) throw new DOMException('refused', 'SecurityError');
      return held.text;
    },
    set: (next) => {
      if (faults.set) throw new DOMException('full', 'QuotaExceededError');
      held.text = next;
    },
    setAside: (damaged) => {
      if (faults.set) throw new DOMException('full', 'QuotaExceededError');
      held.aside = damaged;
    },
    watch: () => {},
  };
  return { shelf, held, faults };
}

function opened(
  text: string | null,
  faults: { get?: true; set?: true } = {},
  clock = () => 1_790_001_000_000,
) {
  const place = shelfWith(text, faults);
  const store = createStore(place.shelf, clock);
  store.open();
  return { store, ...place };
}

describe('what counts', () => {
  it('counts right and wrong responses, not unreadable ones nor those in another form', () => {
    const { store } = opened(null);
    for (const outcome of ['wrong', 'unreadable', 'form', 'correct'] as const)
      store.record('a', '', outcome, outcome, 1);
    expect(triesOf(store.recall('a', ''))).toBe(2);
    expect(store.recall('a', '')?.solved?.response).toBe('correct');
  });

  it('counts the same response twice as one try, and again with other numbers', () => {
    const { store } = opened(null);
    store.record('a', '', 'wrong', 'x', 1);
    store.record('a', '', 'wrong', 'x', 1);
    store.record('a', '', 'wrong', 'x', 2);
    expect(triesOf(store.recall('a', ''))).toBe(2);
  });

  it('stays solved by the first right response', () => {
    const { store } = opened(null);
    store.record('a', '', 'correct', 'right', 1);
    store.record('a', '', 'wrong', 'wrong', 1);
    store.record('a', '', 'correct', 'also right', 1);
    expect(store.recall('a', '')?.solved?.response).toBe('right');
    expect(store.recall('a', '')?.response).toBe('also right');
  });

  it('lists the latest tries and counts the others', () => {
    const { store, held } = opened(null);
    for (let n = 0; n < triesKept + 7; n++) store.record('a', '', 'wrong', `try ${n}`, 1);
    expect(store.recall('a', '')?.tries).toHaveLength(triesKept);
    expect(triesOf(store.recall('a', ''))).toBe(triesKept + 7);
    expect(triesOf(opened(held.text).store.recall('a', ''))).toBe(triesKept + 7);
  });

  it('cuts a response of a megabyte', () => {
    const { store, held } = opened(null);
    store.record('a', '', 'unreadable', '('.repeat(1_000_000), 1);
    expect(held.text!.length).toBeLessThan(30_000);
    expect(readProgress(held.text!)).toMatchObject({ ok: true, dropped: 0 });
  });
});

describe('what is restored', () => {
  it('restores the field, the variant and the tries', () => {
    const { store, held } = opened(null);
    store.renew('a', 3);
    store.record('a', 'dx', 'wrong', '4x', 3);
    store.draft('a', 'dx', '4x + 3', 3);
    const again = opened(held.text).store;
    expect(again.seedOf('a')).toBe(3);
    expect(again.recall('a', 'dx')).toMatchObject({
      response: '4x + 3',
      seed: 3,
      tries: [{ response: '4x' }],
    });
  });

  it('reads the format of version 1 as it was shipped', () => {
    const { store } = opened(fixture);
    expect(store.notice.value).toBeUndefined();
    expect(store.seedOf('graph-numbers')).toBe(4);
    expect(store.recall('graph-build', '')).toEqual({
      response: 'a = x * x\nb = x * y',
      seed: 1,
      at: 1790000200000,
      tries: [{ at: 1790000100000, response: 'a = x * x', verdict: 'wrong', seed: 1 }],
      earlier: 0,
    });
    expect(store.recall('graph-partials', 'dx')?.solved?.response).toBe('4x + 3y');
    expect(triesOf(store.recall('graph-partials', 'dy'))).toBe(52);
    expect(JSON.parse(store.exportText())).toEqual(JSON.parse(fixture));
  });

  it('takes over what was saved under former ids, also when it comes later', () => {
    const { store, held } = opened(fixture);
    store.adopt({ 'graph-build': 'graph-make' });
    expect(store.recall('graph-make', '')?.tries).toHaveLength(1);
    expect(held.text).not.toContain('"graph-build"');
    store.importText(fixture);
    expect(store.recall('graph-build', '')).toBeUndefined();
    expect(store.recall('graph-make', '')?.tries).toHaveLength(1);
  });
});

describe('a storage that does not behave', () => {
  it.each([
    ['forbidden', { get: true, set: true }],
    ['full', { set: true }],
  ] as const)('%s: says so and keeps the work while the page is open', (notice, faults) => {
    const { store } = opened(null, faults);
    store.record('a', '', 'correct', 'x', 1);
    expect(store.notice.value).toBe(notice);
    expect(store.recall('a', '')?.solved).toBeDefined();
  });

  it('full, then emptied: saves again and takes the notice back', () => {
    const place = opened(null, { set: true });
    place.store.record('a', '', 'wrong', 'x', 1);
    delete place.faults.set;
    place.store.record('a', '', 'correct', 'y', 1);
    expect(place.store.notice.value).toBeUndefined();
    expect(triesOf(opened(place.held.text).store.recall('a', ''))).toBe(2);
  });

  it.each([
    '{',
    'null',
    '[]',
    '"x"',
    '{"format":"other","version":1,"exercises":{}}',
    `${'['.repeat(20_000)}`,
  ])('damaged (%#): begins anew and sets the damaged text aside', (damaged) => {
    const { store, held } = opened(damaged);
    expect(store.notice.value).toBe('corrupt');
    store.record('a', '', 'correct', 'x', 1);
    expect(held.aside).toBe(damaged);
    expect(readProgress(held.text!)).toMatchObject({ ok: true });
  });

  it('damaged, and no room for a copy: stays until there is', () => {
    const { store, held, faults } = opened('{', { set: true });
    store.record('a', '', 'correct', 'x', 1);
    expect(store.notice.value).toBe('full');
    expect(held.text).toBe('{');
    delete faults.set;
    store.record('a', '', 'correct', 'y', 1);
    expect(held.aside).toBe('{');
    expect(readProgress(held.text!)).toMatchObject({ ok: true });
  });

  it('a newer edition’s record is neither read nor overwritten', () => {
    const newer = '{"format":"backprop-by-hand progress","version":2,"exercises":{"a":[1]}}';
    const { store, held } = opened(newer);
    store.record('a', '', 'correct', 'x', 1);
    expect(store.notice.value).toBe('newer');
    expect(held.text).toBe(newer);
  });

  it('one damaged exercise costs only itself', () => {
    const { store } = opened(fixture.replace('"cleared":0', '"cleared":"x"'));
    expect(store.notice.value).toBeUndefined();
    expect([...store.state.value.keys()]).toHaveLength(2);
  });

  it('a clock set back does not bring back what a reset erased', () => {
    let time = 2_000_000;
    const { store, held } = opened(null, {}, () => time);
    store.record('a', '', 'correct', 'x', 1);
    store.clear(['a']);
    time = 1000;
    store.record('a', '', 'wrong', 'y', 1);
    const again = opened(held.text, {}, () => time).store;
    expect(again.recall('a', '')?.solved).toBeUndefined();
    expect(triesOf(again.recall('a', ''))).toBe(1);
  });
});

describe('export and import', () => {
  it('brings a record from one browser to another, and into it', () => {
    const here = opened(null).store;
    const there = opened(null).store;
    here.record('a', '', 'correct', 'x', 1);
    there.record('b', '', 'wrong', 'y', 1);
    expect(there.importText(here.exportText())).toMatchObject({ ok: true, dropped: 0 });
    expect(there.recall('a', '')?.solved).toBeDefined();
    expect(there.recall('b', '')).toBeDefined();
  });

  it('brings back what was erased after the export, and once only', () => {
    const { store } = opened(fixture);
    const [before, file] = [store.state.value, store.exportText()];
    store.clear();
    for (let i = 0; i < 2; i += 1) expect(store.importText(file)).toMatchObject({ ok: true });
    for (const [id, { seed, parts }] of before) {
      expect(store.seedOf(id)).toBe(seed);
      for (const [name, part] of parts) {
        expect(triesOf(store.recall(id, name))).toBe(triesOf(part));
        expect(store.recall(id, name)?.response).toBe(part.response);
        expect(store.recall(id, name)?.solved?.response).toBe(part.solved?.response);
      }
    }
  });

  it('erases everything on request', () => {
    const { store, held } = opened(fixture);
    store.clear();
    expect([...store.state.value.values()].every((one) => one.parts.size === 0)).toBe(true);
    expect(held.text).not.toContain('4x + 3y');
  });

  it('leaves out what it does not know, and nothing reaches a prototype', () => {
    const good = '{"seed":1,"seedAt":0,"cleared":0,"parts":{"":{"response":"x","seed":1,"at":5,"tries":[]}}}';
    const text = `{"format":"backprop-by-hand progress","version":1,"polluted":true,"exercises":{
      "__proto__":${good},"constructor":${good},"prototype":${good},"toString":${good},"a b":${good},"<script>":${good},
      "good":${good},
      "nested":{"parts":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}},"__proto__":{"polluted":true}},
      "wrong-types":{"parts":{"":{"response":{"length":1},"seed":1,"at":5,"tries":[]}}},
      "fractions":{"seed":1.5,"parts":{}},"huge":{"seed":1e999,"parts":{}},"negative":{"cleared":-1,"parts":{}}}}`;
    const { store } = opened(null);
    expect(store.importText(text)).toMatchObject({ ok: true, dropped: 12 });
    expect([...store.state.value.keys()]).toEqual(['good', 'nested', 'wrong-types']);
    expect(store.state.value.get('nested')!.parts.size).toBe(0);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.hasOwn(Object.prototype, 'seed')).toBe(false);
    expect(store.exportText()).not.toContain('polluted');
  });

  it('refuses what is too large, another file, or a newer edition’s', () => {
    const { store } = opened(fixture);
    const before = store.exportText();
    expect(store.importText(' '.repeat(longestText + 1))).toEqual({ ok: false, problem: 'too large' });
    expect(store.importText('{"name":"backprop-by-hand"}')).toEqual({ ok: false, problem: 'not progress' });
    expect(store.importText(fixture.replace('"version":1', '"version":9'))).toEqual({
      ok: false,
      problem: 'newer',
    });
    expect(store.exportText()).toBe(before);
  });

  it('a file from a browser whose clock is ahead can still be reset', () => {
    const { store } = opened(null);
    store.importText(fixture.replaceAll('17900', '99900'));
    store.clear();
    expect(store.recall('graph-build', '')).toBeUndefined();
  });
});
