import type { Contract } from '../spec/contract.ts';
import type { Lookup, Lookups } from './observe.ts';

/** What of the look-ups somebody has said; what was not said is as the contract has it. */
export interface ChosenLookups {
  readonly volume?: Lookup | null | undefined;
  readonly job?: Lookup | null | undefined;
}

/** Where every service of this family has its jobs. */
const jobs: Lookup = { path: '/v1/{project_id}/jobs/{job_id}', at: '' };

/**
 * Where volumes and jobs are read: a volume where the operation's path has it, a job where the contract has jobs at all.
 * What was chosen goes before that.
 */
export function lookupsFor(
  { operation, answers }: Pick<Contract, 'operation' | 'answers'>,
  { volume, job }: ChosenLookups = {},
): Lookups {
  const own = Object.keys(operation.parameters).find((name) => name !== operation.project);
  const end = operation.resource === 'volume' && own !== undefined ? operation.path.indexOf(`{${own}}`) : -1;
  const path = end < 0 ? undefined : operation.path.slice(0, end).replace(`{${operation.project}}`, '{project_id}');
  const gone = operation.kind === 'delete' ? ({ gone: true } as const) : {};
  const found = path === undefined ? null : { path: `${path}{volume_id}`, at: '/volume', ...gone };
  return {
    volume: volume === undefined ? found : volume && { ...volume, ...gone },
    job: job === undefined ? (answers.job === null ? null : jobs) : job,
  };
}
