import type { Contract } from '../spec/contract.ts';
import type { Lookup, Lookups } from './observe.ts';
import { evsPaths } from './providers/evs-api.ts';

/** What of the look-ups somebody has said; what was not said is as the contract has it. */
export interface ChosenLookups {
  readonly volume?: Lookup | null | undefined;
  readonly job?: Lookup | null | undefined;
}

/** No page of an operation says where its jobs are read: they are where the vendor's other endpoints have theirs. */
const jobs: Lookup = { path: evsPaths.job, at: '' };

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
  const gone = readsGone(operation) ? ({ gone: true } as const) : {};
  const found = path === undefined ? null : { path: `${path}{volume_id}`, at: '/volume', ...gone };
  return {
    volume: volume === undefined ? found : volume && { ...volume, ...gone },
    job: job === undefined ? (answers.job === null ? null : jobs) : job,
  };
}

/** Whether a volume was looked up there as one has to be for this contract, wherever that is. */
export const isLookupFor = ({ operation }: Pick<Contract, 'operation'>, { gone }: Lookup): boolean =>
  (gone === true) === readsGone(operation);

const readsGone = ({ kind }: Contract['operation']): boolean => kind === 'delete';
