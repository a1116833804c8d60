import { common, commonUntested } from './common.ts';
import { declareRequirements, type Untested } from './requirement.ts';

/** The requirements of extending a volume, in the order of the report. */
export const extendVolume = declareRequirements({
  'operation.route': {
    level: 'MUST',
    statement: 'serve {method} {path}: a plain, valid extension is accepted',
    facts: ['operation.route', 'parameter.project', 'parameter.volume'],
  },
  'size.greater': {
    level: 'MUST',
    statement: 'accept every integer greater than the current size, current + 1 included{below}',
    facts: ['size.range', 'request.size'],
  },
  'size.not-greater': {
    level: 'MUST',
    statement: 'refuse a size {notGreater} the current one, zero and negatives included',
    facts: ['size.range'],
    rests: ['clauses'],
  },
  'size.maximum': {
    level: 'SHOULD',
    statement: 'accept exactly {maximum} GB (the page does not say whether the end belongs to the range)',
    facts: ['size.range'],
    rests: ['clauses'],
  },
  'size.over-maximum': {
    level: 'MUST',
    statement: 'refuse {over} GB and above, huge numbers included',
    facts: ['size.range'],
    rests: ['clauses'],
  },
  'size.long-number': {
    level: 'advisory',
    statement: 'read a number of thousands of digits as that number or refuse it, never with a 5xx',
    facts: [],
  },
  'decimal.accepted': {
    level: 'MUST',
    statement: 'accept a decimal whose integer part is greater than the current size{below}',
    facts: ['size.decimals', 'request.size'],
    rests: ['truncation'],
  },
  'decimal.truncated': {
    level: 'MUST',
    statement: 'take a decimal as the integer before its point: that is the resulting capacity',
    facts: ['size.decimals'],
    rests: ['truncation'],
  },
  'decimal.lower-bound': {
    level: 'MUST',
    statement: 'refuse a decimal above the current size whose integer part equals it',
    facts: ['size.decimals', 'size.range'],
    rests: ['truncation', 'size.not-greater', 'growth'],
  },
  'decimal.upper-bound': {
    level: 'SHOULD',
    statement: 'take {maximum}.x as {maximum}',
    facts: ['size.decimals', 'size.range'],
    rests: ['truncation', 'size.maximum'],
  },
  'decimal.spelling': {
    level: 'SHOULD',
    statement: 'treat the same number in exponent form (2e2, 2.0E+2) alike',
    facts: ['request.size'],
    rests: ['truncation'],
  },
  'body.os-extend': {
    level: 'MUST',
    statement: 'refuse a body without {action}, or with one that is not an object',
    facts: ['request.action'],
    rests: ['clauses'],
  },
  'body.new-size': {
    level: 'MUST',
    statement: 'refuse {action} without {size}',
    facts: ['request.size'],
    rests: ['clauses'],
  },
  'body.new-size-type': {
    level: 'MUST',
    statement: 'refuse null, booleans, arrays, objects, and strings that are not entirely numeric',
    facts: ['request.size', 'request.action'],
    rests: ['clauses'],
  },
  'body.malformed': {
    level: 'SHOULD',
    statement: 'refuse an empty, cut-off or non-JSON body with a 4xx and the error envelope',
    facts: ['request.action', 'response.error-message', 'response.error-code', 'response.samples'],
  },
  'body.optional': {
    level: 'SHOULD',
    statement: 'accept {optional} next to {action}, and obey {size} all the same',
    facts: ['request.sample'],
    rests: ['optional'],
    listed: 'where stated',
  },
  'body.numeric-string': {
    level: 'advisory',
    statement:
      'accept a string that a lenient reader takes for a number as that number, or refuse it, never with a 5xx',
    facts: [],
    rests: ['clauses'],
  },
  'body.extra-keys': {
    level: 'advisory',
    statement: 'accept or refuse unknown and duplicate keys, never with a 5xx; obey {size} if accepted',
    facts: [],
    rests: ['clauses'],
  },
  'body.robust': {
    level: 'SHOULD',
    statement:
      'accept or refuse odd bodies (any bytes, deep nesting, more behind the JSON), never with a 5xx; obey {size} if accepted',
    facts: [],
  },
  'body.media-type': {
    level: 'SHOULD',
    statement: 'accept or refuse a body under another Content-Type or none, never with a 5xx; obey {size} if accepted',
    facts: [],
  },
  'state.available': {
    level: 'MUST',
    statement: 'accept for an available volume',
    facts: ['state.available'],
  },
  'state.available-shared': {
    level: 'MUST',
    statement: 'accept for an available volume with multiattach true',
    facts: ['state.available'],
    rests: ['state.in-use-shared'],
  },
  'state.in-use': {
    level: 'MUST',
    statement: 'accept for an in-use, unshared volume whose server is {servers}',
    facts: ['state.in-use', 'state.server-status'],
    rests: ['state.server-status'],
  },
  'state.in-use-shared': {
    level: 'MUST',
    statement: 'not enlarge an in-use volume with multiattach true',
    facts: ['state.in-use-shared'],
    rests: ['clauses'],
  },
  'state.server-status': {
    level: 'MUST',
    statement: 'not enlarge an in-use volume whose server is not {servers}',
    facts: ['state.server-status'],
    rests: ['clauses'],
  },
  'state.other': {
    level: 'advisory',
    statement: 'refuse for a volume in any state but {statuses}',
    facts: [],
    rests: ['clauses'],
  },
  'response.success-status': common['response.success-status'],
  'response.job-id': {
    level: 'MUST',
    statement: 'answer an accepted request with an object that has a non-empty string {receipt} at top level',
    facts: ['response.job', 'response.samples'],
    rests: ['job'],
  },
  'response.error-status': common['response.error-status'],
  'response.client-error': common['response.client-error'],
  'response.error-envelope': common['response.error-envelope'],
  'response.exclusive': common['response.exclusive'],
  'response.media-type': common['response.media-type'],
  'effect.size': {
    level: 'MUST',
    statement: 'leave the volume at exactly the requested size, within the time limit and whatever the job says',
    facts: ['request.size', 'operation.effect'],
  },
  'effect.absolute': {
    level: 'MUST',
    statement: 'take {size} as the size after the extension, not as an increment, also the second time',
    facts: ['request.size'],
  },
  'effect.refusal': {
    level: 'MUST',
    statement: 'leave size and state as they were when a request is refused at once',
    facts: ['operation.effect'],
  },
  'effect.one-volume': {
    level: 'MUST',
    statement: 'change no other volume',
    facts: ['operation.effect'],
  },
  'effect.attributes': {
    level: 'SHOULD',
    statement:
      'leave name, description, metadata, type, zone, attachments and state as they were, even if a request is refused',
    facts: ['operation.effect'],
  },
  'job.reachable': common['job.reachable'],
  'job.vocabulary': common['job.vocabulary'],
  'job.truthful': {
    level: 'SHOULD',
    statement: 'show the new size once the job says SUCCESS',
    facts: ['response.job', 'response.job-state'],
    rests: ['job'],
  },
  'job.unknown': common['job.unknown'],
  'path.unknown-volume': {
    level: 'SHOULD',
    statement: 'refuse an unknown or malformed volume id with the error envelope, not with a 5xx',
    facts: ['parameter.volume'],
  },
  'path.method': {
    level: 'advisory',
    statement: 'not extend by a method other than {method}',
    facts: ['operation.route'],
  },
  'path.allow': common['path.allow'],
  'auth.required': common['auth.required'],
  'auth.project': common['auth.project'],
  'auth.envelope': common['auth.envelope'],
  'auth.look-up': common['auth.look-up'],
  'concurrency.lost-update': {
    level: 'advisory',
    statement: 'end two simultaneous extensions at one of the accepted sizes, and never shrink',
    facts: [],
  },
  'concurrency.side-by-side': {
    level: 'advisory',
    statement: 'accept a valid extension while other volumes of the project are being extended',
    facts: [],
  },
});

/** Statements of its page that no check certifies. */
export const extendVolumeUntested = {
  'meta.deprecated': commonUntested['meta.deprecated'],
  'meta.enterprise-project': commonUntested['meta.enterprise-project'],
  'meta.billing-mode': {
    statement: 'serve pay-per-use volumes only',
    facts: ['parameter.volume'],
    reason: "needs the vendor's billing, to obtain a prepaid volume",
  },
  'meta.system-disk': {
    statement: 'keep to the smaller maximum of a system disk',
    facts: ['size.cases'],
    reason: 'the volumes of a run are data disks',
  },
  'meta.error-codes': commonUntested['meta.error-codes'],
} as const satisfies Record<string, Untested>;
