import type { Environment } from './config.ts';

/** One line that tells how far a run is, on a terminal; nothing anywhere else. */
export interface Progress {
  readonly show: (done: number, of: number, id: string) => void;
  readonly clear: () => void;
}

export function openProgress(stream: NodeJS.WriteStream, env: Environment): Progress {
  if (!stream.isTTY || env.CI !== undefined || env.TERM === 'dumb') return { show: () => {}, clear: () => {} };
  return {
    show: (done, of, id) => stream.write(`\r\u001b[K${done}/${of} ${id}`),
    clear: () => stream.write('\r\u001b[K'),
  };
}
