import { json } from '../../backend/answers.ts';
import type { DialectId } from '../../backend/dialects/index.ts';
import { isJsonObject } from '../../backend/json.ts';
import { conforming } from '../../backend/rules/conforming.ts';
import { type FrontReply, reJson } from '../servers/front.ts';
import type { Variant } from '../variants/variant.ts';
import { viewed } from '../variants/volumes.ts';

/** Changes every object of a refusal's body. */
const errorsAs =
  (change: (error: Readonly<Record<string, unknown>>) => unknown) =>
  (reply: FrontReply): FrontReply =>
    reply.status < 400
      ? reply
      : reJson(reply, (body) =>
          Object.fromEntries(Object.entries(body).map(([key, one]) => [key, isJsonObject(one) ? change(one) : one])),
        );

const any: readonly Variant[] = [
  {
    id: 'more-members',
    summary: 'answers and errors have members that are not documented',
    front: {
      dress: (reply) => {
        const told = reply.status < 400 && reply.body.length > 0;
        return told
          ? reJson(reply, (body) => ({ ...body, request_id: 'req-1', links: [] }))
          : errorsAs((error) => ({ ...error, details: [], title: null }))(reply);
      },
    },
  },
  {
    id: 'disk-kind-untold',
    summary: 'volumes do not show whether they are system disks',
    backend: { change: viewed(({ bootable: _, ...view }) => view) },
  },
];

const ordering: readonly Variant[] = [
  {
    id: 'order-id',
    summary: 'each success has an order_id in place of a job_id, as for prepaid volumes',
    backend: { change: () => ({ answerAccepted: () => json(202, { order_id: 'CS1711152257C60TL' }) }) },
  },
  {
    id: 'order-and-job',
    summary: 'each success has both an order_id and a job_id',
    backend: {
      change: () => ({ answerAccepted: ({ id }) => json(202, { job_id: id, order_id: 'CS1711152257C60TL' }) }),
    },
  },
];

/** Turns a decimal into an integer in this way, instead of refusing it. */
const decimalsTo = (toInteger: (raw: number) => number): NonNullable<Variant['backend']> => ({
  change: () => ({ readSize: conforming.readSize, toInteger }),
});

const cinder: readonly Variant[] = [
  {
    id: 'codes-as-text',
    summary: 'codes of errors are text',
    front: { dress: errorsAs((error) => ({ ...error, code: String(error.code) })) },
  },
  {
    id: 'under-error',
    summary: 'each error stands under "error"',
    front: {
      dress: (reply) => (reply.status < 400 ? reply : reJson(reply, (body) => ({ error: Object.values(body)[0] }))),
    },
  },
  { id: 'decimals-cut-off', summary: 'decimals are cut off', backend: decimalsTo(Math.trunc) },
  { id: 'decimals-rounded', summary: 'decimals are rounded', backend: decimalsTo(Math.round) },
];

const growing: readonly Variant[] = [
  {
    id: 'current-size-refused',
    summary: 'the current size is refused, as the page can be read',
    backend: { change: () => ({ checkLower: conforming.checkLower }) },
  },
];

/** Right servers of each dialect alone; their ids do not contain the contract's. */
export const variantsOf: Readonly<Record<DialectId, readonly Variant[]>> = {
  'extend-volume': [],
  'extend-volume-2021': any,
  'extend-volume-v2.1': [...any, ...ordering],
  'extend-volume-otc': [...any, ...growing],
  'cinder-extend-v2': [...any, ...cinder],
  'cinder-extend-v3': [...any, ...cinder],
  'cinder-extend-otc': [...any, ...cinder, ...growing],
};
