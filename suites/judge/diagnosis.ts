import type { Step } from '../step.ts';
import { member } from './outcome.ts';

/** What implementers mix up, told by what the answer looks like: a sibling endpoint's or another service's convention. */
const mixups: readonly (readonly [(step: Step) => boolean, string])[] = [
  [
    (step) => accepted(step, 202) && (textOf(step) === '' || jsonOf(step) === null),
    'this is how the plain volume API (/v2 and /v3/…/volumes/…) answers: 202 with an empty body',
  ],
  [
    (step) => accepted(step, 202) && (has(step, 'job_id') || has(step, 'order_id')),
    'this is how the newer sibling (/v2.1/…/cloudvolumes/…) answers: 202 with a job or an order',
  ],
  [
    (step) => refused(step) && cinderKeys.some((key) => has(step, key)),
    'this is Cinder’s convention for errors: one key named after the fault, a numeric code in it',
  ],
  [
    (step) => refused(step) && (has(step, 'error_code') || has(step, 'error_msg')) && !has(step, 'error'),
    'this is the API gateway’s convention for errors: error_code and error_msg',
  ],
  [
    (step) => refused(step) && has(step, 'message') && !has(step, 'error'),
    'this is a flat error: the documented members without the object around them',
  ],
];

const cinderKeys = ['badRequest', 'itemNotFound', 'overLimit', 'forbidden', 'conflictingRequest', 'computeFault'];

/** The likely mix-up behind a step's answer; undefined where none is recognised. */
export function diagnose(step: Step): string | undefined {
  return mixups.find(([fits]) => fits(step))?.[1];
}

function accepted(step: Step, status: number): boolean {
  return step.outcome === 'accepted' && step.exchange.reply.kind === 'answer' && step.exchange.reply.status === status;
}

const refused = (step: Step): boolean => step.outcome === 'refused';
const textOf = ({ exchange: { reply } }: Step): string => (reply.kind === 'answer' ? reply.text : '');
const jsonOf = ({ exchange: { reply } }: Step): unknown => (reply.kind === 'answer' ? reply.json : undefined);
const has = (step: Step, key: string): boolean => member(jsonOf(step), key) !== undefined;
