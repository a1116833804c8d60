import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Answer, toResponse } from './answers.ts';

const carriesBody = new Set(['POST', 'PUT', 'PATCH']);

/**
 * Answers `tooLarge` where a body is longer than so many bytes. A length that is told is believed, for the server reads
 * no further. The rest is counted, which is dear, for hono's limit makes a web stream of every body: chunks, and what
 * comes without a port, where no header tells of a body.
 */
export function limitBody(bytes: number, tooLarge: Answer): MiddlewareHandler {
  const counted = bodyLimit({ maxSize: bytes, onError: () => toResponse(tooLarge) });
  return async (call, next) => {
    const isChunked = call.req.header('transfer-encoding') !== undefined;
    const told = isChunked ? undefined : call.req.header('content-length');
    if (told !== undefined) return Number(told) > bytes ? toResponse(tooLarge) : next();
    return isChunked || carriesBody.has(call.req.method) ? counted(call, next) : next();
  };
}
