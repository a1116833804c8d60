import type { Environment } from '../wire/proxy.ts';

/** Shows the progress of a run: on a terminal in one line that is overwritten, anywhere else (CI, a file) with a line now and then. */
export interface Progress {
  /** `oneByOne`: the target has been seen not to bear requests side by side, so that the rest takes longer. */
  readonly show: (done: number, of: number, id: string, oneByOne: boolean) => void;
  readonly clear: () => void;
}

/** Where progress goes; a stream of the process. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** Between two lines of a log, in ms. */
const pauseMs = 10_000;

/** Says nothing. */
export const noProgress: Progress = { show: () => {}, clear: () => {} };

/** `now`: the time in ms. A log gets no line in the first ten seconds, and then one in ten seconds at most. */
export function openProgress(stream: ProgressStream, env: Environment, now: () => number): Progress {
  if (!stream.isTTY || env.CI !== undefined || env.TERM === 'dumb') return openLog(stream, now);
  return {
    show: (done, of, id, oneByOne) =>
      void stream.write(`\r\u001b[K${done}/${of}${oneByOne ? ' one by one' : ''} ${id}`),
    clear: () => void stream.write('\r\u001b[K'),
  };
}

function openLog(stream: ProgressStream, now: () => number): Progress {
  let last = now();
  return {
    show: (done, of, _id, oneByOne) => {
      if (now() - last < pauseMs) return;
      last = now();
      stream.write(`${done} of ${of} cases are done${oneByOne ? ', one by one' : ''}\n`);
    },
    clear: () => {},
  };
}
