import type { FaultId } from '../../../backend/faults/index.ts';
import { deletion } from '../../suites/bench.ts';
import { refusesForgeriesOf } from './forged-runs.ts';

/** Failing runs of a deletion. */
const failing = {
  'nothing is deleted': 'delete-ignored',
  'another volume is deleted, too': 'delete-neighbour-too',
  'a request without a token deletes': 'delete-despite-token',
  'the job is over too early': 'delete-success-too-early',
  'a second deletion ends in a 500': 'delete-again-500',
} as const satisfies Record<string, FaultId>;

for (const [what, fault] of Object.entries(failing)) refusesForgeriesOf(what, { fault }, deletion);
