import type { Coverage } from '../verdicts/acceptance-map.ts';
import type { Result } from '../verdicts/result.ts';
import { shown } from './text.ts';

/** Whole percent, rounded down: 100 means all. */
export function percent({ reached, of }: Coverage['triples']): number {
  return of === 0 ? 100 : Math.floor((100 * reached) / of);
}

/**
 * The combinations that a run has sent, in a line; none for an operation without combinations, nor for a partial run.
 * `isBrief`: without the combinations that were not sent.
 */
export function coverageLines(
  { survey, smoke, partial }: Pick<Result, 'survey' | 'smoke' | 'partial'>,
  isBrief = false,
): readonly string[] {
  const { interactions } = survey;
  if (interactions === undefined || smoke || partial) return [];
  const { pairs, triples, missing } = interactions;
  const line = `circumstances sent together, such as a state of the volume with a form of the size: ${pairs.reached} of ${pairs.of} pairs, ${percent(triples)} % of triples`;
  return [missing.length === 0 || isBrief ? line : `${line}; not sent: ${listed(missing)} (${whyNotAll})`];
}

const listed = (missing: readonly string[]): string => missing.map((one) => shown(one, 100)).join('; ');

const whyNotAll = 'not selected, no such volume available, or budget or time used up';
