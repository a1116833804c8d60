import type { Requirement, Untested } from './requirement.ts';

/** What is certified of deleting a volume, in the order of the report. */
export const deleteVolume = {
  'operation.route': {
    level: 'MUST',
    statement: 'serve {method} {path}: the deletion of an available volume is accepted',
    facts: ['operation.route', 'parameter.project', 'parameter.volume'],
  },
  'response.success-status': {
    level: 'MUST',
    statement: 'answer an accepted request with {status}',
    facts: ['response.success-status'],
    rests: ['status'],
  },
  'response.body': {
    level: 'MUST',
    statement: 'answer an accepted request with an object that has a non-empty string {job} at top level',
    facts: ['response.job', 'response.samples'],
    rests: ['job'],
  },
  'response.error-status': {
    level: 'MUST',
    statement: 'refuse with another status than {status}',
    facts: ['response.success-status'],
    rests: ['status'],
  },
  'response.client-error': {
    level: 'SHOULD',
    statement: "answer a client's mistake with a 4xx",
    facts: ['response.success-status'],
  },
  'response.error-envelope': {
    level: 'MUST',
    statement: 'refuse with a body of the documented shape: {envelope}',
    facts: ['response.samples', 'response.error-message', 'response.error-code'],
    rests: ['envelope'],
  },
  'response.exclusive': {
    level: 'MUST',
    statement: 'give {errors} only in a refusal and {job} only in a success',
    facts: ['response.samples'],
    rests: ['job', 'envelope'],
  },
  'response.media-type': {
    level: 'SHOULD',
    statement: 'label JSON bodies as JSON',
    facts: ['response.samples'],
  },
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
  'job.reachable': {
    level: 'SHOULD',
    statement: 'return a {job} that can be looked up, is this job’s own, and ends',
    facts: ['response.job', 'response.job-state'],
    rests: ['job'],
  },
  'job.vocabulary': {
    level: 'advisory',
    statement: 'give a job the status INIT, RUNNING, SUCCESS or FAIL, and never leave an end state',
    facts: [],
    rests: ['job'],
  },
  'job.truthful': {
    level: 'SHOULD',
    statement: 'show the volume gone once the job says SUCCESS',
    facts: ['response.job', 'response.job-state'],
    rests: ['job'],
  },
  'path.unknown': {
    level: 'SHOULD',
    statement: 'refuse an unknown or malformed volume id with the error envelope, not with a 5xx',
    facts: ['parameter.volume'],
  },
  'path.method': {
    level: 'advisory',
    statement: 'not delete on another method than {method}',
    facts: ['operation.route'],
  },
  'auth.required': {
    level: 'advisory',
    statement: 'refuse a request without a token or with a wrong one',
    facts: [],
  },
  'auth.project': {
    level: 'advisory',
    statement: 'refuse a project that is not the token’s, and a volume of another project',
    facts: [],
  },
  'concurrency.side-by-side': {
    level: 'advisory',
    statement: 'accept a valid deletion while other volumes of the project are being deleted',
    facts: [],
  },
} as const satisfies Record<string, Requirement>;

/** What its page states or leaves to others, and no check certifies. */
export const deleteVolumeUntested = {
  'meta.deprecated': {
    statement: 'mark the operation as deprecated',
    facts: ['operation.deprecated', 'notice.deprecated'],
    reason: 'a flag of the contract, not a behaviour of the endpoint',
  },
  'meta.enterprise-project': {
    statement: 'support enterprise-project authorisation',
    facts: ['operation.enterprise-project'],
    reason: "needs the vendor's identity service",
  },
  'meta.error-codes': {
    statement: 'use the documented error codes',
    facts: ['error-codes'],
    reason: 'the codes are on another page',
  },
  'meta.request-body': {
    statement: 'take a request without a body',
    facts: ['request.no-body'],
    reason: 'every request is sent so; of one with a body the page says nothing',
  },
  'meta.other-states': {
    statement: 'delete a volume in another state than available',
    facts: [],
    reason: 'the page names no state in which it is allowed or forbidden',
  },
  'meta.snapshots': {
    statement: 'delete or keep the snapshots of the volume',
    facts: [],
    reason: 'the page does not speak of them, and has no parameter that would take them along',
  },
} as const satisfies Record<string, Untested>;
