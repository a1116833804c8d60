import { adviceOn } from '../../wire/advice.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { asksForTime } from '../../wire/patient.ts';

/** The substitutes for usable answers, in a row. */
export interface Silence {
  readonly add: (exchange: Exchange) => void;
  readonly end: () => void;
  readonly count: () => number;
  /** `503 eight times, no answer within 1000 ms twice`. */
  readonly inWords: () => string;
  readonly isAll: (what: 'late' | 'time') => boolean;
  /** Advice; empty if there is none. */
  readonly advice: () => string;
}

/** `late`: no answer in time. `time`: a wish for time. `load`: what gateways say of a service that is away or too busy. */
type SilenceKind = 'late' | 'time' | 'load' | 'lost';

/** Begins with none. */
export function openSilence(): Silence {
  const kinds = new Map<SilenceKind, number>();
  const words = new Map<string, number>();
  const advices = new Set<string>();
  let count = 0;
  return {
    add(exchange) {
      const { reply, url } = exchange;
      const kind = kindOf(exchange);
      const word = reply.kind === 'answer' ? String(reply.status) : wordOf(reply.reason, reply.detail);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      words.set(word, (words.get(word) ?? 0) + 1);
      const advice = reply.kind === 'none' && reply.reason !== 'reset' ? adviceOn(reply, url) : undefined;
      if (advice !== undefined) advices.add(advice);
      count += 1;
    },
    end() {
      // it ends with nearly every answer: a table that is cleared is made anew, and refers to the next one
      if (count === 0) return;
      kinds.clear();
      words.clear();
      advices.clear();
      count = 0;
    },
    count: () => count,
    inWords: () => [...words].map(([word, times]) => `${word} ${timesOf(times)}`).join(', '),
    isAll: (what) => kinds.get(what) === count,
    advice() {
      const parts = [
        ...(kinds.has('time') || kinds.has('load') ? ['send fewer requests a second with --rate'] : []),
        ...advices,
      ];
      return parts.length === 0 ? '' : `: ${parts.join(', or ')}`;
    },
  };
}

function kindOf({ reply }: Exchange): SilenceKind {
  if (reply.kind === 'none') return reply.reason === 'timeout' ? 'late' : 'lost';
  if (asksForTime(reply)) return 'time';
  return reply.status >= 500 ? 'load' : 'lost';
}

const wordOf = (reason: string, detail: string): string =>
  reason === 'timeout' ? detail : `no answer (${detail.slice(0, 80)})`;

const numbers = ['', 'once', 'twice', 'three times', 'four times', 'five times', 'six times', 'seven times'];
const more = ['eight times', 'nine times', 'ten times'];

/** `once`, `twice`, `eight times`, `12 times`. */
export const timesOf = (count: number): string => [...numbers, ...more][count] ?? `${count} times`;
