import type { BackendOptions } from '../../../backend/backend.ts';
import { deletion } from '../../suites/bench.ts';
import { refusesForgeriesOf } from './forged-runs.ts';

/** Failing runs of further kinds. */
const failing = {
  'a refusal grows the volume later': { fault: 'refusal-changes-size-later' },
  'another volume grows': { fault: 'same-size-volumes' },
  'a size above the maximum is accepted': { fault: 'maximum-off-by-one' },
  'refusals are flat': { fault: 'error-flat' },
  'nothing grows': { fault: 'success-without-effect' },
  'no job is given': { fault: 'job-id-null' },
  'a shared volume in use grows': { fault: 'in-use-shared-accepted' },
  'a volume in use does not grow': { fault: 'in-use-without-effect' },
  'the second extension is refused': { fault: 'second-refused' },
  'a server in another state does not matter': { fault: 'server-unchecked' },
  'another size comes of it': { fault: 'step-ten' },
} as const satisfies Record<string, BackendOptions>;

for (const [what, options] of Object.entries(failing)) refusesForgeriesOf(what, options);

/** Failing runs of a deletion. */
const deleting = {
  'nothing is deleted': { fault: 'delete-ignored' },
  'another volume is deleted, too': { fault: 'delete-neighbour-too' },
  'a request without a token deletes': { fault: 'delete-despite-token' },
  'no token is needed': { fault: 'delete-no-auth' },
  'unknown volumes are deleted': { fault: 'delete-unknown-200' },
  'the job is over too early': { fault: 'delete-success-too-early' },
  'a second deletion ends in a 500': { fault: 'delete-again-500' },
} as const satisfies Record<string, BackendOptions>;

for (const [what, options] of Object.entries(deleting)) refusesForgeriesOf(what, options, deletion);
