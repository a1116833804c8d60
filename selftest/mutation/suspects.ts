import { faultSubjects } from '../faults.ts';

/** Faults and right servers that together touch every judge. */
const dozen = [
  'any-method-extends',
  'body-empty',
  'error-string',
  'job-regresses',
  'job-id-reused',
  'lost-update',
  'maximum-exclusive',
  'name-lost',
  'refusal-changes-size',
  'server-error-accepted',
  'unknown-volume-500',
  'status-202',
];

/**
 * The servers of `npm run selftest` that try a mutant of this file: the faults of its own requirement, and a dozen
 * others.
 */
export function suspectsOf(file: string): readonly string[] {
  const name = /^suites\/[a-z-]+\/(.*)\.ts$/.exec(file)?.[1];
  const own = faultSubjects.filter(({ owner }) => owner?.replace('.', '-') === name).map(({ id }) => id);
  const known = dozen.filter((id) => faultSubjects.some((subject) => subject.id === id));
  return [...new Set([...own.slice(0, 8), ...known])];
}
