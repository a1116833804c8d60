import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Answer, toResponse } from './answers.ts';

const carriesBody = new Set(['POST', 'PUT', 'PATCH']);

/**
 * Answers `tooLarge` to a body of more than `bytes`. A declared length is believed, because the server reads no
 * further. Other bodies are counted, which is expensive, because hono's limit makes a web stream of each: chunked
 * bodies, and requests without a port, where no header declares a body.
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
