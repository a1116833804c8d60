import type http from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { WireAnswer } from './exchange.ts';
import { type Bounds, readJson } from './json.ts';

export interface Collector {
  /** Called with the answer as it begins. */
  readonly begin: (message: http.IncomingMessage) => void;
  readonly parse: (response: unknown, done: (error: Error | null, body: unknown) => void) => void;
  /** `isCut`: the body is longer than the part that was read. */
  readonly answer: (isCut: boolean) => WireAnswer;
}

/** Gathers the raw text: a body that is not JSON must not lead to a rejection, and duplicate keys must not get lost. */
export function collector({ bytes, values }: Bounds): Collector {
  const chunks: Buffer[] = [];
  let message: http.IncomingMessage | undefined;
  return {
    begin(answer) {
      message = answer;
    },
    parse(response, done) {
      message = response as http.IncomingMessage;
      message.on('data', (chunk: Buffer | string) => chunks.push(Buffer.from(chunk)));
      message.on('end', () => done(null, undefined));
    },
    answer(isCut) {
      const whole = unpacked(Buffer.concat(chunks), message?.headers['content-encoding'], bytes);
      const text = whole.subarray(0, bytes).toString('utf8');
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries(message?.headers ?? {})) headers[name] = String(value);
      const { json, isOver } = isCut ? { json: undefined, isOver: true } : readJson(text, values);
      return { kind: 'answer', status: message?.statusCode ?? 0, headers, text, truncated: isOver, json };
    },
  };
}

/** `x-gzip` is gzip (RFC 9110, 8.4.1.3); the client unpacks the other codings, but does not know this name. */
function unpacked(packed: Buffer, coding: string | undefined, bytes: number): Buffer {
  if (coding?.toLowerCase() !== 'x-gzip') return packed;
  try {
    return gunzipSync(packed, { maxOutputLength: bytes });
  } catch {
    return packed;
  }
}
