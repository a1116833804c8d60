import type { Contract } from '../../spec/contract.ts';
import { errorNames } from '../../spec/read.ts';
import { speaksOfQuota } from '../../wire/quota.ts';
import type { Step } from '../step.ts';
import { member } from './outcome.ts';

/** A convention that answers show, unless it is the contract's own. */
type ShowsConvention = (step: Step, contract: Contract) => boolean;

/** What implementers mix up, told by what the answer looks like: a sibling endpoint's or another service's convention. */
const mixups: readonly (readonly [ShowsConvention, string])[] = [
  [
    (step) => step.outcome === 'refused' && step.expectation.kind === 'accept' && speaksOfQuota(textOf(step)),
    'this is a quota that is used up: give the project more, or say with --max-gb how large a volume can be',
  ],
  [
    (step, { response }) =>
      response.success.schema !== null && accepted(step, 202) && (textOf(step) === '' || jsonOf(step) === null),
    'this is how the plain volume API (/v2 and /v3/…/volumes/…) answers: 202 with an empty body',
  ],
  [
    (step, { response }) =>
      response.success.status !== 202 && accepted(step, 202) && (has(step, 'job_id') || has(step, 'order_id')),
    'this is how the newer sibling (/v2.1/…/cloudvolumes/…) answers: 202 with a job or an order',
  ],
  [
    (step, contract) => isOther(step, contract) && cinderKeys.some((key) => has(step, key)),
    'this is Cinder’s convention for errors: one key named after the fault, a numeric code in it',
  ],
  [
    (step, contract) => isOther(step, contract) && (has(step, 'error_code') || has(step, 'error_msg')),
    'this is the API gateway’s convention for errors: error_code and error_msg',
  ],
  [
    (step, contract) => isOther(step, contract) && has(step, 'message'),
    'this is a flat error: the documented members without the object around them',
  ],
];

const cinderKeys = ['badRequest', 'itemNotFound', 'overLimit', 'forbidden', 'conflictingRequest', 'computeFault'];

/** The likely mix-up behind a step's answer; undefined where none is recognised. */
export function diagnose(step: Step, contract: Contract): string | undefined {
  return mixups.find(([fits]) => fits(step, contract))?.[1];
}

function accepted(step: Step, status: number): boolean {
  return step.outcome === 'accepted' && step.exchange.reply.kind === 'answer' && step.exchange.reply.status === status;
}

/** A refusal without the contract's own envelope. */
const isOther = (step: Step, contract: Contract): boolean =>
  step.outcome === 'refused' && !errorNames(contract).some((key) => has(step, key));
/** What is longer is no answer that anybody documents, and is not kept whole. */
const longest = 4096;
const textOf = ({ exchange: { reply } }: Step): string => (reply.kind === 'answer' ? reply.text.slice(0, longest) : '');
const jsonOf = ({ exchange: { reply } }: Step): unknown => (reply.kind === 'answer' ? reply.json : undefined);
const has = (step: Step, key: string): boolean => member(jsonOf(step), key) !== undefined;
