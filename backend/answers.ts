/**
 * An answer before it becomes HTTP. The body is text, so that faults can send bodies that no JSON writer would produce.
 */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An answer whose body is `value` as JSON, labelled as JSON. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, body: JSON.stringify(value), headers: { 'content-type': 'application/json', ...headers } };
}

/** An answer with a body that is not JSON, under the given media type. */
export function plain(status: number, body: string, mediaType = 'text/plain; charset=utf-8'): Answer {
  return { status, body, headers: { 'content-type': mediaType } };
}

const encoder = new TextEncoder();

/** The answer as a web `Response`; an empty body is sent as no body, which 204 demands. */
export function toResponse({ status, body, headers }: Answer): Response {
  // as bytes: text without a label would be sent as text/plain
  return new Response(body === '' ? null : encoder.encode(body), { status, headers });
}
