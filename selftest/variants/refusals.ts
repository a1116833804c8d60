import type { Refusal } from '../../backend/refusal.ts';
import type { Change } from '../../backend/rules.ts';
import { isAction, jsonReply, reJson } from '../servers/front.ts';
import type { Variant } from './variant.ts';

const refusedWith =
  (status: (refusal: Refusal) => number): Change =>
  (rules) => ({
    answerRefused: (refusal, volume, context) => ({
      ...rules.answerRefused(refusal, volume, context),
      status: status(refusal),
    }),
  });

const statuses = [400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 428] as const;

/** Right servers with another form of refusals. */
export const refusals: readonly Variant[] = [
  ...statuses.map((status) => ({
    id: `refuses-with-${status}`,
    summary: `every refusal has the status ${status}`,
    backend: { change: refusedWith(() => status) },
  })),
  {
    id: 'refuses-by-kind',
    summary: 'bounds are refused with 422, types with 400, states with 409, servers with 403',
    backend: {
      change: refusedWith(
        ({ refused }) => ({ lower: 422, upper: 413, status: 409, shared: 409, server: 403 })[refused as string] ?? 400,
      ),
    },
  },
  {
    id: 'other-codes',
    summary: 'codes and messages are its own, in Chinese',
    front: {
      dress: (reply, call) =>
        isAction(call) && reply.status >= 400
          ? reJson(reply, () => ({ error: { code: 'CloudDisk.0042', message: '请求的容量不合法 🚫' } }))
          : reply,
    },
  },
  {
    id: 'empty-message',
    summary: 'message and code are strings without a character',
    front: {
      dress: (reply, call) =>
        isAction(call) && reply.status >= 400 ? reJson(reply, () => ({ error: { code: '', message: '' } })) : reply,
    },
  },
  {
    id: 'more-fields',
    summary: 'every answer has more fields than documented, null ones among them',
    front: {
      dress: (reply) =>
        reply.body.length === 0
          ? reply
          : reJson(reply, (value) => ({
              request_id: 'req-1',
              error_code: null,
              ...value,
              ...(value.error === undefined
                ? { error: null }
                : { error: { ...(value.error as object), details: [] }, job_id: null }),
            })),
    },
  },
  {
    id: 'error-code-beside',
    summary: 'error_code and error_msg stand beside the documented envelope',
    front: {
      dress: (reply) =>
        reply.status >= 400 ? reJson(reply, (value) => ({ ...value, error_code: 'EVS.1', error_msg: 'no' })) : reply,
    },
  },
  {
    id: 'denials-by-gateway',
    summary: 'a gateway answers wrong tokens in its own style',
    departs: ['auth.envelope'],
    front: {
      dress: (reply) =>
        reply.status === 401
          ? jsonReply(401, { error_code: 'APIGW.0301', error_msg: 'Incorrect authentication' })
          : reply,
    },
  },
  {
    id: 'denials-with-400',
    summary: 'a wrong token is answered with 400',
    front: { dress: (reply) => (reply.status === 401 ? { ...reply, status: 400 } : reply) },
  },
  {
    id: 'malformed-by-gateway',
    summary: 'a gateway answers bodies that are no JSON, with 400 and HTML',
    departs: ['body.malformed'],
    backend: {
      change: () => ({
        answerMalformed: () => ({
          status: 400,
          body: '<h1>Bad Request</h1>',
          headers: { 'content-type': 'text/html' },
        }),
      }),
    },
  },
  {
    id: 'unknown-by-gateway',
    summary: 'a gateway answers volumes that it does not know, with 404 and HTML',
    departs: ['path.unknown-volume'],
    backend: {
      change: () => ({
        answerUnknownVolume: () => ({
          status: 404,
          body: '<h1>Not Found</h1>',
          headers: { 'content-type': 'text/html' },
        }),
      }),
    },
  },
];
