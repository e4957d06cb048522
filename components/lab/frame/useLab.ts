// What every lab begins with: its setting, kept in the address, and the element that it is.

import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { type Fields, type Setting, useSetting } from '../../setting/index.ts';

export interface LabProps {
  /** What the text has just asked. */
  readonly question?: string;
  /** Its name in addresses, where a page has the same lab twice. */
  readonly lab?: string;
}

export interface Lab<S extends object> extends Setting<S> {
  readonly element: RefObject<HTMLElement>;
}

export function useLab<S extends object>(name: string, fields: Fields<S>): Lab<S> {
  const element = useRef<HTMLElement>(null);
  return { ...useSetting(name, fields), element };
}
