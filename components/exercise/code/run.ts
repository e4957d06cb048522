// Runs a reader's program apart from the page: in a worker, inside a frame without origin, under a policy without requests.

import type { Call, Ran } from '../../../engine/exercise/index.ts';
import { callsText, type Ending, printedFrom, ranFrom, scriptOf } from './program.ts';

/** What is told of a run while it goes on, and how to end it. */
export interface Run {
  readonly ended: Promise<{ readonly sent: readonly unknown[]; readonly ending: Ending }>;
  readonly stop: () => void;
}

interface Limits {
  /** Milliseconds of silence after which the program is ended, and milliseconds that it may take in all. */
  readonly wait: number;
  readonly most: number;
}

/** The frame has to answer within this time, or there is no sandbox. */
const START = 15_000;

/** A frame that did not load, because the reader is offline or the host forbids frames. */
export class NoSandbox extends Error {}

/**
 * Runs `source` and then `after` in one script. Messages are handed to `onMessage` as they come; the promise is kept
 * when the run is over, and broken by NoSandbox only.
 */
export function runText(
  source: string,
  after: string,
  { wait, most }: Limits,
  onMessage: (message: unknown) => void = () => {},
): Run {
  const frame = document.createElement('iframe');
  const { port1: port, port2: theirs } = new MessageChannel();
  let stop = () => {};
  const ended = new Promise<{ sent: unknown[]; ending: Ending }>((keep, fail) => {
    const sent: unknown[] = [];
    let end: ReturnType<typeof setTimeout>;
    const close = () => {
      clearTimeout(end);
      port.close();
      frame.remove();
    };
    stop = () => {
      close();
      keep({ sent, ending: { end: 'late', before: 0 } });
    };
    const missing = () => {
      close();
      fail(new NoSandbox());
    };
    end = setTimeout(missing, START);
    port.onmessage = ({ data }) => {
      if (data === 'ready') {
        clearTimeout(end);
        // The frame ends the run itself; this is for a frame that cannot.
        end = setTimeout(stop, most + 8000);
        port.postMessage({ parts: scriptOf(source, after), wait, most });
      } else if (typeof data === 'object' && data !== null && 'end' in data) {
        close();
        keep({ sent, ending: data as Ending });
      } else {
        sent.push(data);
        onMessage(data);
      }
    };
    frame.hidden = true;
    frame.title = '';
    frame.setAttribute('aria-hidden', 'true');
    frame.src = `${document.body.dataset.base ?? '/'}sandbox.html`;
    frame.onload = () => frame.contentWindow?.postMessage('sandbox', location.origin, [theirs]);
    frame.onerror = missing;
    document.body.append(frame);
  });
  return { ended, stop: () => stop() };
}

/** What came out of a program, and what it printed. */
export interface Outcome {
  readonly ran: Ran;
  readonly printed: readonly string[];
}

/** Calls the functions of a program, each on its arguments. It is ended after a second. */
export async function runProgram(source: string, calls: readonly Call[]): Promise<Outcome> {
  const { sent, ending } = await runText(source, callsText(calls), { wait: 900, most: 900 }).ended;
  return { ran: ranFrom(sent, ending, source), printed: printedFrom(sent) };
}
