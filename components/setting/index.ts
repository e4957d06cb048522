// The door of settings: the state of a lab or figure as fields, kept in the address and sent from there.

export {
  bits,
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
export { Send } from './Send.tsx';
export { type Setting, useSetting } from './useSetting.ts';
