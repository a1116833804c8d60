import type { Budget } from '../engine/check.ts';
import { leastBudget } from '../engine/checking/mandatory.ts';
import { registers, requirementIn } from '../spec/requirements.ts';
import type { TrialSubject } from './subject.ts';
import type { Trial } from './trial.ts';

/** The results of the faults that break a MUST, with a smaller budget than the matrix's. */
export interface BudgetEntry extends Budget {
  readonly seeds: number;
  readonly trials: number;
  /** Trials in which the fault's own requirement failed. */
  readonly caught: number;
  /** Trials that were conformant: fault and seed. */
  readonly conformant: readonly string[];
}

/** The budgets to try besides the matrix's, the smallest first; the last one has to suffice. */
export const smallBudgets: readonly Budget[] = [
  { runs: 1, extensions: 1 },
  { runs: 6, extensions: 2 },
  { runs: 12, extensions: 2 },
  leastBudget,
];

/** Whether a subject is a fault that breaks a MUST. */
export const breaksMust = ({ kind, operation, owner }: Pick<TrialSubject, 'kind' | 'operation' | 'owner'>): boolean =>
  kind === 'fault' && owner !== null && requirementIn(registers[operation], owner).level === 'MUST';

/** The results of trials of such faults with this budget. */
export function budgetEntry(
  { runs, extensions }: Budget,
  faults: readonly TrialSubject[],
  all: readonly Trial[],
): BudgetEntry {
  const owners = new Map(faults.map(({ id, owner }) => [id, owner]));
  const trials = all.filter(({ subject }) => owners.has(subject));
  return {
    runs,
    extensions,
    seeds: new Set(trials.map(({ seed }) => seed)).size,
    trials: trials.length,
    caught: trials.filter(({ subject, verdicts }) => verdicts[owners.get(subject) ?? ''] === 'fail').length,
    conformant: trials
      .filter((one) => one.class === 'conformant')
      .map(({ subject, seed }) => `${subject}, seed ${seed}`),
  };
}
