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

/** The service's name in every answer: a report of it certifies nobody, whatever address it is served at. */
export const serverName = 'evs-conformance reference backend';

const encoder = new TextEncoder();

/** The answer as a web `Response`; an empty body is sent as no body, which 204 demands. */
export function toResponse({ status, body, headers }: Answer): Response {
  // As bytes: text would be labelled text/plain where the answer has no label.
  return new Response(body === '' ? null : encoder.encode(body), {
    status,
    headers: { server: serverName, ...headers },
  });
}
