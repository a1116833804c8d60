import type { ValidateFunction } from 'ajv/dist/2020.js';
import { meaningOf } from '../../generators/quantity.ts';
import { openAjv } from '../../spec/ajv.ts';
import type { Contract, JsonSchema } from '../../spec/contract.ts';
import { bindingEnvelope } from '../../spec/envelope.ts';
import { receiptNames } from '../../spec/parts.ts';
import { outlineOfError } from '../../spec/statement.ts';
import type { WireAnswer } from '../../wire/exchange.ts';
import type { Complaint } from '../complaint.ts';
import { judgedStep, type Step, type Trace } from '../step.ts';
import { withoutEffect, wrongSize } from './expect.ts';
import { carriesReceipt, errorKeys } from './outcome.ts';
import { complain } from './phrases.ts';

const compiled = new WeakMap<Contract, ValidateFunction>();

function envelopeOf(contract: Contract, schema: JsonSchema): ValidateFunction {
  const known = compiled.get(contract) ?? openAjv().compile(schema);
  compiled.set(contract, known);
  return known;
}

/** A text with another beginning is no object, however it continues; a text of spaces alone may still become one. */
const mayBeObject = /^\uFEFF?\s*(\{|$)/;

/** Whether the body was read whole and uncompressed: otherwise its shape is unknown. */
export function isReadable({ exchange: { reply } }: Step): boolean {
  if (reply.kind === 'none' || (reply.truncated && mayBeObject.test(beginning(reply)))) return false;
  const encoding = reply.headers['content-encoding'] ?? '';
  return reply.json !== undefined || /^\s*(identity|gzip|deflate|br)?\s*$/i.test(encoding);
}

/** A transcript keeps so many characters of any text. */
const beginning = ({ text }: WireAnswer): string => text.slice(0, 4096);

/**
 * Why the judge's result does not count: it rests on an answer that exceeds the limits of reading. Undefined if
 * it does not. A refusal may come with a 2xx, and a job that answers can be looked up.
 */
export function unreadAnswer(check: { readonly reads?: 'refusal' }, trace: Trace, complaint: Complaint | undefined) {
  const rests = {
    none: () => check.reads === 'refusal' && !isReadable(judgedStep(trace)),
    accepted: () => complaint !== undefined && !isReadable(complaint.step),
    unknown: () => complaint !== undefined && hasUnreadJob(complaint.step),
  }[complaint?.kind ?? 'none'];
  return rests?.() === true ? 'the answer is too long or too deep, has too many values, or is compressed' : undefined;
}

function hasUnreadJob({ polls }: Step): boolean {
  const reply = polls.findLast(({ job }) => job !== undefined)?.job?.source?.exchange.reply;
  return reply?.kind === 'answer' && reply.truncated;
}

/** Whether a step's answer comes from the server's own failure. */
export function isServerError(step: Step): boolean {
  return step.exchange.reply.kind === 'answer' && step.exchange.reply.status >= 500;
}

/** The complaint where a refusal's body is not of the documented shape, if one is documented. `null` members count as absent. */
export function wrongEnvelope(step: Step, contract: Contract): Complaint | undefined {
  const { reply } = step.exchange;
  const schema = bindingEnvelope(contract);
  if (schema === null || reply.kind === 'none' || !isReadable(step)) return undefined;
  if (envelopeOf(contract, schema)(withoutNulls(reply.json))) return undefined;
  const body =
    reply.text === '' ? 'an empty body' : reply.json === undefined ? 'a body that is not JSON' : 'another body';
  const seen = `answered ${reply.status} with ${body}`;
  return complain(step, 'envelope', contract, outlineOfError(contract), seen);
}

/** A JSON value without members that are `null`, which count as absent. */
export function withoutNulls(json: unknown): unknown {
  if (Array.isArray(json) || typeof json !== 'object' || json === null) return json;
  const members = Object.entries(json).filter(([, value]) => value !== null);
  return Object.fromEntries(members.map(([key, value]) => [key, withoutNulls(value)]));
}

/** For paths that belong to their own row: refused, not with a 5xx, in the envelope. */
export function politeRefusalExpected(trace: Trace, contract: Contract): Complaint | undefined {
  const step = judgedStep(trace);
  if (step.outcome === 'accepted') return complain(step, 'accepted', contract, 'a refusal');
  if (isServerError(step)) return complain(step, 'server-error', contract, 'a 4xx');
  return wrongEnvelope(step, contract);
}

/** The same for bodies, whose refusal has to be a 4xx. */
export function clientErrorExpected(trace: Trace, contract: Contract): Complaint | undefined {
  const step = judgedStep(trace);
  const { reply } = step.exchange;
  const isOther = step.outcome === 'refused' && reply.kind === 'answer' && reply.status < 400;
  return isOther ? complain(step, 'no-client-error', contract, 'a 4xx') : politeRefusalExpected(trace, contract);
}

/** For a case that may be accepted or refused: never a server error, and an accepted one obeys its size. */
export function lenientExpected(trace: Trace, contract: Contract): Complaint | undefined {
  const step = judgedStep(trace);
  if (isServerError(step)) return complain(step, 'server-error', contract, 'an acceptance or a 4xx');
  const { expectation } = step;
  if (step.outcome === 'accepted' && expectation.kind === 'open' && expectation.size === null) {
    return complain(step, 'accepted', contract, 'a refusal, as for the number that it stands for');
  }
  return withoutEffect(step, contract) ?? wrongSize(step, contract);
}

/** 501 says that there is no such thing here, which is no failure. */
export const isOwnFailure = (step: Step): boolean =>
  isServerError(step) && step.exchange.reply.kind === 'answer' && step.exchange.reply.status !== 501;

/** For a case that no page mentions: never the server's own failure, and if it is accepted and watched, the size that it names. */
export function oddExpected(trace: Trace, contract: Contract): Complaint | undefined {
  const step = judgedStep(trace);
  if (isOwnFailure(step)) return complain(step, 'server-error', contract, 'an acceptance or a 4xx');
  return withoutEffect(step, contract) ?? wrongSize(step, contract, meaningOf(step.asked ?? ''));
}

/** The complaint where an answer says success and error at once. */
export function contradicts(step: Step, contract: Contract): Complaint | undefined {
  const { reply } = step.exchange;
  if (reply.kind === 'none') return undefined;
  const job = receiptNames(contract).join(' or ');
  const seen = `answered ${reply.status} with both ${errorKeys(reply, contract).join(', ')} and ${job}`;
  if (step.outcome === 'accepted' && errorKeys(reply, contract).length > 0) {
    return complain(step, 'both', contract, 'no error in a success', seen);
  }
  if (step.outcome === 'refused' && carriesReceipt(reply, contract)) {
    return complain(step, 'both', contract, `no ${job} in a refusal`, seen);
  }
  return undefined;
}
