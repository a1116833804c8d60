import type { Contract } from '../spec/contract.ts';
import type { Lookup, Lookups } from './observe.ts';
import { evsPaths } from './providers/evs-api.ts';

/** The look-ups that somebody has chosen; the contract decides about the others. */
export interface ChosenLookups {
  readonly volume?: Lookup | null | undefined;
  readonly job?: Lookup | null | undefined;
}

/**
 * No page of an operation says where to look up its jobs: it is the place of the jobs of the vendor's other endpoints.
 */
const jobs: Lookup = { path: evsPaths.job, at: '' };

/**
 * The places to look up volumes and jobs: a volume by the operation's path, a job if the contract has jobs at all. A
 * choice takes precedence.
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

/** Whether a volume was looked up in the way that this contract requires, in any place. */
export const isLookupFor = ({ operation }: Pick<Contract, 'operation'>, { gone }: Lookup): boolean =>
  (gone === true) === readsGone(operation);

const readsGone = ({ kind }: Contract['operation']): boolean => kind === 'delete';
