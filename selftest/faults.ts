import type { Fault } from '../backend/fault.ts';
import { type FaultId, faults, meetingFaults } from '../backend/faults/index.ts';
import { serveBackend } from './servers/backend.ts';
import type { TrialSubject } from './subject.ts';

/** A fault of the reference backend as a subject. */
export const faultSubject = ({ id, operation, summary, requirement, mayAlsoFail }: Fault): TrialSubject => ({
  id,
  kind: 'fault',
  operation,
  summary,
  owner: requirement,
  mayFail: mayAlsoFail,
  expects: 'caught',
  ...(meetingFaults.has(id) ? { meets: true } : {}),
  start: () => serveBackend({ fault: id as FaultId }),
});

/** Every fault of the first page's dialect, and of deletions. */
export const faultSubjects: readonly TrialSubject[] = Object.values<Fault>(faults)
  .filter(({ dialects }) => dialects === undefined)
  .map(faultSubject);
