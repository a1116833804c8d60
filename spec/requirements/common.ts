import type { Requirement, Untested } from './requirement.ts';

/** Requirements of any operation, word for word; each register gives their order in its report. */
export const common = {
  'response.success-status': {
    level: 'MUST',
    statement: 'answer an accepted request with {status}',
    facts: ['response.success-status'],
    rests: ['status'],
  },
  'response.error-status': {
    level: 'MUST',
    statement: 'refuse with a status other than {status}',
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
    statement: 'give {errors} only in a refusal and {receipt} only in a success',
    facts: ['response.samples'],
    rests: ['job', 'envelope'],
  },
  'response.media-type': {
    level: 'SHOULD',
    statement: 'label JSON bodies as JSON',
    facts: ['response.samples'],
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
  'job.unknown': {
    level: 'advisory',
    statement: 'refuse the look-up of a job that does not exist, never with a 5xx',
    facts: [],
    rests: ['job'],
  },
  'path.allow': {
    level: 'advisory',
    statement: 'refuse methods other than {method} without failing, and with Allow if the status is 405',
    facts: ['operation.route'],
  },
  'auth.required': {
    level: 'advisory',
    statement: 'refuse a request without a token, with a wrong or empty one, or with one in another place',
    facts: [],
  },
  'auth.project': {
    level: 'advisory',
    statement: 'refuse a project that the token is not for, and a volume of another project',
    facts: [],
  },
  'auth.envelope': {
    level: 'advisory',
    statement: 'deny such a request with a body of the documented shape: {envelope}',
    facts: ['response.samples'],
    rests: ['envelope'],
  },
  'auth.look-up': {
    level: 'advisory',
    statement: 'show neither a volume nor a job to a request without a token',
    facts: [],
  },
} as const satisfies Record<string, Requirement>;

/** Statements of many pages that no check certifies. */
export const commonUntested = {
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
} as const satisfies Record<string, Untested>;
