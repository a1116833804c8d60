import type { Row } from './result.ts';

/** The levels, the one that decides the class first. */
export const failOnLevels = ['must', 'should', 'advisory'] as const;

/** Down to which level a row that fails makes the exit code 1. The class is none of its business. */
export type FailOn = (typeof failOnLevels)[number];

/** Whether a row fails by which the exit code is 1. */
export function failsOn({ level, verdict }: Row, failOn: FailOn): boolean {
  const at = failOnLevels.findIndex((one) => one.toUpperCase() === level.toUpperCase());
  return verdict.kind === 'fail' && at >= 0 && at <= failOnLevels.indexOf(failOn);
}
