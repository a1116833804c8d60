import { operationNamed } from '../main/operations.ts';
import { degenerate } from './degenerate/index.ts';
import { dialectSubjects } from './dialects/index.ts';
import { faultSubjects } from './faults.ts';
import { hostile } from './hostile/index.ts';
import { setUps } from './set-ups/index.ts';
import type { TrialSubject } from './subject.ts';
import { unsteady } from './unsteady.ts';
import { variants } from './variants/index.ts';

/**
 * All subjects of the self-test. Subjects of an operation that nothing certifies yet are left out until a suite exists.
 */
export const subjects: readonly TrialSubject[] = [
  ...faultSubjects,
  ...unsteady,
  ...variants,
  ...degenerate,
  ...hostile,
  ...setUps,
  ...dialectSubjects,
].filter(({ operation }) => operationNamed(operation) !== undefined);

/** The subject with this id; throws `TypeError` if there is none. */
export function subjectOf(id: string): TrialSubject {
  const subject = subjects.find((one) => one.id === id);
  if (subject === undefined) throw new TypeError(`there is no subject ${id}`);
  return subject;
}
