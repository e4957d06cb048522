// The door of running programs: a reader's text, apart from the page.

export { callsText, type Ending, parsed, printedFrom, ranFrom, scriptOf } from './program.ts';
export { NoSandbox, type Outcome, type Run, runProgram, runText } from './run.ts';
