import { common, commonUntested } from './common.ts';
import { declareRequirements, type Untested } from './requirement.ts';

/** The requirements of deleting a volume, in the order of the report. */
export const deleteVolume = declareRequirements({
  'operation.route': {
    level: 'MUST',
    statement: 'serve {method} {path}: the deletion of an available volume is accepted',
    facts: ['operation.route', 'parameter.project', 'parameter.volume'],
  },
  'response.success-status': common['response.success-status'],
  'response.body': {
    level: 'MUST',
    statement: 'answer an accepted request with an object that has a non-empty string {job} at top level',
    facts: ['response.job', 'response.samples'],
    rests: ['job'],
  },
  'response.error-status': common['response.error-status'],
  'response.client-error': common['response.client-error'],
  'response.error-envelope': common['response.error-envelope'],
  'response.exclusive': common['response.exclusive'],
  'response.media-type': common['response.media-type'],
  'effect.deleted': {
    level: 'MUST',
    statement: 'have the volume gone within the time limit, whatever the job says',
    facts: ['operation.effect'],
  },
  'effect.refusal': {
    level: 'MUST',
    statement: 'leave the volume as it was when a request is refused at once',
    facts: ['operation.effect'],
  },
  'effect.others': {
    level: 'MUST',
    statement: 'change no other volume',
    facts: ['operation.effect'],
  },
  'delete.again': {
    level: 'advisory',
    statement: 'refuse a second deletion, or answer it and do no harm',
    facts: [],
  },
  'job.reachable': common['job.reachable'],
  'job.vocabulary': common['job.vocabulary'],
  'job.truthful': {
    level: 'SHOULD',
    statement: 'show the volume gone once the job says SUCCESS',
    facts: ['response.job', 'response.job-state'],
    rests: ['job'],
  },
  'job.unknown': common['job.unknown'],
  'path.unknown': {
    level: 'SHOULD',
    statement: 'refuse an unknown or malformed volume id with the error envelope, not with a 5xx',
    facts: ['parameter.volume'],
  },
  'path.method': {
    level: 'advisory',
    statement: 'not delete by a method other than {method}',
    facts: ['operation.route'],
  },
  'path.allow': common['path.allow'],
  'auth.required': common['auth.required'],
  'auth.project': common['auth.project'],
  'auth.envelope': common['auth.envelope'],
  'auth.look-up': common['auth.look-up'],
  'concurrency.side-by-side': {
    level: 'advisory',
    statement: 'accept a valid deletion while other volumes of the project are being deleted',
    facts: [],
  },
});

/** Statements that its page makes or leaves to others, and that no check certifies. */
export const deleteVolumeUntested = {
  'meta.deprecated': commonUntested['meta.deprecated'],
  'meta.enterprise-project': commonUntested['meta.enterprise-project'],
  'meta.error-codes': commonUntested['meta.error-codes'],
  'meta.request-body': {
    statement: 'take a request without a body',
    facts: ['request.no-body'],
    reason: 'every request is sent without one; the page says nothing of a body',
  },
  'meta.other-states': {
    statement: 'delete a volume in another state than available',
    facts: [],
    reason: 'the page names no state in which it is allowed or forbidden',
  },
  'meta.snapshots': {
    statement: 'delete or keep the snapshots of the volume',
    facts: [],
    reason: 'the page does not mention them, and has no parameter that includes them',
  },
} as const satisfies Record<string, Untested>;
