import type { Trend } from '../verdicts/trend.ts';

/** The time since which a row fails, in words; dates by UTC. Undefined if nothing earlier is known. */
export function trendLine(trend: Trend | undefined): string | undefined {
  if (trend === undefined) return undefined;
  const { first, runs, passed } = trend;
  const before = passed === null ? '' : `; passed on ${dayOf(passed)}`;
  return runs === 1 ? `this run${before}` : `${dayOf(first)}, ${runs} runs in a row${before}`;
}

/** The date of an ISO 8601 time: `2026-01-02`. */
export const dayOf = (date: string): string => date.slice(0, 10);
