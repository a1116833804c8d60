import { json } from '../answers.ts';
import type { DialectId } from '../dialects/index.ts';
import { family } from '../fault.ts';
import { acceptingIdly, member, reading, with202 } from '../fault-tools.ts';
import { refuse } from '../refusal.ts';
import type { Change } from '../rules.ts';

const ordering: readonly DialectId[] = ['extend-volume-v2.1'];
const cinder: readonly DialectId[] = ['cinder-extend-v2', 'cinder-extend-v3', 'cinder-extend-otc'];

/** A success with this body. */
const withBody =
  (body: unknown): Change =>
  (rules) => ({ answerAccepted: (...args) => json(rules.answerAccepted(...args).status, body) });

/** The member of a request about the payment of an order. */
const orderOf = (body: unknown): unknown => member(body, 'bssParam');

/** Faults that only some dialects can have. */
export const ofDialects = family({
  'status-200': {
    summary: 'success is answered with 200, as the older endpoint does',
    dialects: with202,
    requirement: 'response.success-status',
    change: (rules) => ({ answerAccepted: (...args) => ({ ...rules.answerAccepted(...args), status: 200 }) }),
  },
  'job-200': {
    summary: "success is answered with 200 and a job_id, as the cloud's own endpoint does",
    dialects: cinder,
    requirement: 'response.success-status',
    change: () => ({ answerAccepted: (job) => json(200, { job_id: job.id }) }),
  },
  'job-and-order-missing': {
    summary: 'success is answered with neither a job_id nor an order_id',
    dialects: ordering,
    requirement: 'response.job-id',
    mayAlsoFail: ['job.reachable'],
    change: withBody({}),
  },
  'order-id-empty': {
    summary: 'order_id is an empty string, and there is no job_id',
    dialects: ordering,
    requirement: 'response.job-id',
    mayAlsoFail: ['job.reachable'],
    change: withBody({ order_id: '' }),
  },
  'order-id-number': {
    summary: 'order_id is a number, and there is no job_id',
    dialects: ordering,
    requirement: 'response.job-id',
    mayAlsoFail: ['job.reachable'],
    change: withBody({ order_id: 1711152257 }),
  },
  'order-refused': {
    summary: 'a request that says how an order is paid is refused',
    dialects: ordering,
    requirement: 'body.optional',
    change: reading((body) => (orderOf(body) === undefined ? undefined : refuse('type', 'unknown key: bssParam'))),
  },
  'order-idle': {
    summary: 'a request that says how an order is paid is accepted, and nothing happens',
    dialects: ordering,
    requirement: 'body.optional',
    mayAlsoFail: ['effect.size', 'job.truthful'],
    change: acceptingIdly((body) => orderOf(body) !== undefined),
  },
  'auto-pay-text-refused': {
    summary: 'isAutoPay is refused as text: it has to be true or false',
    dialects: ordering,
    requirement: 'body.optional',
    change: reading((body) =>
      typeof member(orderOf(body), 'isAutoPay') === 'string' ? refuse('type', 'isAutoPay is not a boolean') : undefined,
    ),
  },
});
