// The door of the frame that all labs share.

export { Buttons } from './Buttons.tsx';
export { Choice, Toggle } from './Choice.tsx';
export { Controls } from './Controls.tsx';
export { Curve, thinned } from './Curve.tsx';
export { Frame } from './Frame.tsx';
export { type Column, Numbers } from './Numbers.tsx';
export { type Axis, Plot, power, type Scale } from './Plot.tsx';
export { area, type Corner, clipped, crossing, isEmpty } from './polygon.ts';
export { roomFor } from './room.ts';
export { mostSeed, Seed } from './Seed.tsx';
export { NumberField, Slider } from './Slider.tsx';
export { SvgText } from './SvgText.tsx';
export { type Lab, type LabProps, useLab } from './useLab.ts';
export { type Replayable, useRun } from './useRun.ts';
export { frameBudget, runSlice, useTicker } from './useTicker.ts';
export { useWidth } from './useWidth.ts';
