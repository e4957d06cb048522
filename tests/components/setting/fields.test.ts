// Settings of labs in addresses: written, read back, and read with care.
import { describe, expect, it } from 'vitest';
import {
  bits,
  flag,
  numberIn,
  numbersIn,
  oneOf,
  readState,
  wholeIn,
  writeState,
} from '../../../components/setting/index.ts';

interface Setting {
  z: number;
  seed: number;
  f: 'tanh' | 'relu';
  on: boolean;
  w: readonly number[];
  ink: readonly number[];
}
const fields = {
  z: numberIn(1, -6, 6),
  seed: wholeIn(3, 0, 99),
  f: oneOf<'tanh' | 'relu'>('tanh', ['tanh', 'relu']),
  on: flag(false),
  w: numbersIn([0, 0], -2, 2),
  ink: bits([0, 0, 0, 0, 0, 0, 0, 0]),
};

describe('a setting in an address', () => {
  it('comes back as it was sent, and leaves the rest of the query alone', () => {
    const state: Setting = {
      z: -1.25,
      seed: 7,
      f: 'relu',
      on: true,
      w: [0.5, -2],
      ink: [1, 0, 0, 0, 0, 1, 1, 1],
    };
    const query = writeState<Setting>('a', fields, state, '?q=1&b.z=2');
    expect(query).toContain('q=1');
    expect(query).toContain('a.ink=87');
    expect(query).toContain('b.z=2');
    expect(readState<Setting>('a', fields, query)).toEqual(state);
  });

  it('is absent where the query says nothing about the lab', () => {
    expect(readState<Setting>('a', fields, '?b.z=2')).toBeUndefined();
  });

  it.each([
    'a.z=7',
    'a.z=',
    'a.z=NaN',
    'a.z=1e999',
    'a.seed=1.5',
    'a.f=sin',
    'a.on=yes',
    'a.w=1',
    'a.w=1_9',
    'a.w=1__',
    'a.ink=8',
    'a.ink=123',
    'a.ink=8g',
    'a.ink=FF',
  ])('leaves out what is no value of its field: %s', (query) => {
    expect(readState<Setting>('a', fields, `?${query}`)).toBeUndefined();
  });

  it('keeps the first values of fields that are missing', () => {
    expect(readState<Setting>('a', fields, '?a.seed=8')).toEqual({
      z: 1,
      seed: 8,
      f: 'tanh',
      on: false,
      w: [0, 0],
      ink: [0, 0, 0, 0, 0, 0, 0, 0],
    });
  });
});
