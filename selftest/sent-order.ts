import type { Exchange, StepMark, Times } from '../wire/exchange.ts';

/** The requests of a run to the operation under test, in the order in which they were sent. */
export interface SentOrder {
  readonly see: (exchange: Exchange, times: Times) => void;
  /** The number, from 1, of the first request of these steps; null if none of them was sent. */
  readonly placeOf: (steps: readonly StepMark[]) => number | null;
}

const named = ({ check, ordinal }: StepMark): string => `${check} ${ordinal}`;

export function openSentOrder(): SentOrder {
  const sent: { readonly at: number; readonly step: string }[] = [];
  return {
    see({ request: { method, step } }, times) {
      // look-ups are GET requests
      if (method !== 'GET') sent.push({ at: times.sent, step: step === undefined ? '' : named(step) });
    },
    placeOf(steps) {
      const names = new Set(steps.map(named));
      const at = sent.toSorted((one, other) => one.at - other.at).findIndex(({ step }) => names.has(step));
      return at < 0 ? null : at + 1;
    },
  };
}
