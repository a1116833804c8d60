import type { ReportedLedger } from '../verdicts/result.ts';

/** The numbers of a run's requests and volumes, in a line: `1204 requests; 56 volumes created, 56 returned`. */
export function ledgerLine({ requests, volumesCreated, volumesReturned, lent }: ReportedLedger): string {
  const [one, many] = lent ? ['volume lent', 'volumes lent'] : ['volume created', 'volumes created'];
  return `${requests} ${requests === 1 ? 'request' : 'requests'}; ${volumesCreated} ${volumesCreated === 1 ? one : many}, ${volumesReturned} returned`;
}
