import type http from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { WireAnswer } from './exchange.ts';
import { parseJson } from './json.ts';

/** Answers are read up to this many bytes: documented ones have some hundred. */
export const maxBytes = 1024 * 1024;

export interface Collector {
  readonly parse: (response: unknown, done: (error: Error | null, body: unknown) => void) => void;
  readonly answer: (truncated: boolean) => WireAnswer;
}

/** Gathers the raw text: a body that is no JSON must not reject, and duplicate keys must not get lost. */
export function collector(): Collector {
  const chunks: Buffer[] = [];
  let message: http.IncomingMessage | undefined;
  return {
    parse(response, done) {
      message = response as http.IncomingMessage;
      message.on('data', (chunk: Buffer | string) => chunks.push(Buffer.from(chunk)));
      message.on('end', () => done(null, undefined));
    },
    answer(truncated) {
      const text = unpacked(Buffer.concat(chunks), message?.headers['content-encoding'])
        .subarray(0, maxBytes)
        .toString('utf8');
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries(message?.headers ?? {})) headers[name] = String(value);
      const json = truncated ? undefined : parseJson(text);
      return { kind: 'answer', status: message?.statusCode ?? 0, headers, text, truncated, json };
    },
  };
}

/** `x-gzip` is gzip (RFC 9110, 8.4.1.3); the client unpacks the other codings and not this name. */
function unpacked(bytes: Buffer, coding: string | undefined): Buffer {
  if (coding?.toLowerCase() !== 'x-gzip') return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch {
    return bytes;
  }
}
