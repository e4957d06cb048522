// A row of controls, said as data: which field of the setting each of them moves, and between which bounds.

import type { ComponentChildren, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Setting } from '../../setting/index.ts';
import { Choice, Toggle } from './Choice.tsx';
import { Seed } from './Seed.tsx';
import { Slider } from './Slider.tsx';

/** The names of the fields of S that hold a T. */
type Holding<S, T> = { [Name in keyof S]: S[Name] extends T ? Name : never }[keyof S] & string;

interface Slide<S> {
  readonly slide: Holding<S, number>;
  readonly label: string;
  readonly sign?: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

type Choose<S> = {
  [Name in Holding<S, string | number>]: {
    readonly choose: Name;
    readonly label: string;
    readonly from: readonly S[Name][];
    /** What each is called; its own name where this is left out. */
    readonly names?: Readonly<Record<S[Name] & (string | number), string>>;
  };
}[Holding<S, string | number>];

interface Tick<S> {
  readonly tick: Holding<S, boolean>;
  readonly label: string;
}

interface Sow<S> {
  readonly seed: Holding<S, number>;
}

export type Control<S> = Slide<S> | Choose<S> | Tick<S> | Sow<S>;

interface ControlsProps<S extends object> {
  readonly of: Setting<S>;
  /** Controls that are not there in this setting are `false`. */
  readonly controls: readonly (Control<S> | false)[];
  /** What a control does, where it does more than change its field. */
  readonly onChange?: (by: Partial<S>) => void;
  /** Controls of another make. */
  readonly children?: ComponentChildren;
}

export function Controls<S extends object>({
  of,
  controls,
  onChange = of.change,
  children,
}: ControlsProps<S>) {
  const { name, state } = of;
  const latest = useRef(onChange);
  latest.current = onChange;
  const set = (field: string) => (value: unknown) => latest.current({ [field]: value } as Partial<S>);
  const now = <T,>(field: keyof S) => state[field] as T;
  // A control whose value has not changed is not drawn again: a run changes the state sixty times a second.
  const kept = useRef(new Map<string, { readonly shown: string; readonly control: VNode }>());
  const draw = (one: Control<S>): VNode => {
    if ('slide' in one) {
      const { slide, ...shown } = one;
      return (
        <Slider
          key={slide}
          {...shown}
          whole={Number.isInteger(one.step)}
          value={now<number>(slide)}
          onValue={set(slide)}
        />
      );
    }
    if ('choose' in one) {
      const names = one.names as Readonly<Record<string | number, string>> | undefined;
      return (
        <Choice
          key={one.choose}
          label={one.label}
          name={`${name}-${one.choose}`}
          value={now<string | number>(one.choose)}
          options={(one.from as readonly (string | number)[]).map((value) => [
            value,
            names?.[value] ?? String(value),
          ])}
          onValue={set(one.choose)}
        />
      );
    }
    if ('tick' in one) {
      return <Toggle key={one.tick} label={one.label} on={now<boolean>(one.tick)} onToggle={set(one.tick)} />;
    }
    return <Seed key={one.seed} seed={now<number>(one.seed)} onSeed={set(one.seed)} />;
  };
  const keep = (one: Control<S>): VNode => {
    const field = fieldOf(one);
    const shown = JSON.stringify([one, state[field as keyof S]]);
    const before = kept.current.get(field);
    if (before?.shown === shown) return before.control;
    const control = draw(one);
    kept.current.set(field, { shown, control });
    return control;
  };
  return (
    <div class="lab-row">
      {controls.map((one) => one && keep(one))}
      {children}
    </div>
  );
}

const fieldOf = <S,>(one: Control<S>): string =>
  'slide' in one ? one.slide : 'choose' in one ? one.choose : 'tick' in one ? one.tick : one.seed;
