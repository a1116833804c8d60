import type { ConsoleOptions } from '../reports/console.ts';
import type { Environment } from '../wire/proxy.ts';

/**
 * Colour and width for a stream: `NO_COLOR` and `TERM=dumb` take precedence over `FORCE_COLOR`, which takes precedence
 * over the stream's kind.
 */
export function terminalOptions(
  env: Environment,
  stream: { readonly isTTY?: boolean; readonly columns?: number },
): ConsoleOptions {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
  const barred = (env.NO_COLOR !== undefined && env.NO_COLOR !== '') || env.TERM === 'dumb';
  return { colour: !barred && (forced || stream.isTTY === true), width: stream.columns || 120 };
}

/** Whether a terminal shows ASCII alone: it is a dumb one, or the locale is C. */
export function isPlain({ TERM, LC_ALL, LC_CTYPE, LANG }: Environment): boolean {
  return TERM === 'dumb' || /^(C|POSIX)$/.test(LC_ALL || LC_CTYPE || LANG || '');
}
