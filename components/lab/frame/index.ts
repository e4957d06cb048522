// The door of the frame that all labs share.

export { Buttons } from './Buttons.tsx';
export { Choice, Toggle } from './Choice.tsx';
export { Frame } from './Frame.tsx';
export {
  type Field,
  type Fields,
  flag,
  initialState,
  numberIn,
  numbersIn,
  oneOf,
  readState,
  wholeIn,
  writeState,
} from './fields.ts';
export { type Column, Numbers } from './Numbers.tsx';
export { type Axis, Plot, power, type Scale } from './Plot.tsx';
export { mostSeed, Seed, Send } from './Send.tsx';
export { NumberField, Slider } from './Slider.tsx';
export { SvgText } from './SvgText.tsx';
export { useLabState } from './useLabState.ts';
export { type Replayable, useReplay } from './useReplay.ts';
export { frameBudget, runSlice, useStillness, useTicker } from './useTicker.ts';
export { useWidth } from './useWidth.ts';
