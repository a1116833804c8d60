import { type BackendOptions, createBackend } from '../../backend/backend.ts';
import { manualClock } from './clock.ts';

export interface BackendReply {
  readonly status: number;
  readonly text: string;
  readonly type: string | null;
  readonly allow: string | null;
  /** The parsed body; undefined when it is not JSON. */
  readonly json: unknown;
}

/** Where a volume is to be found, as the state hook says. */
export interface VolumePlace {
  readonly project_id: string;
  readonly volume_id: string;
}

export type Fields = Readonly<Record<string, unknown>>;

/** A backend without a port, on a clock of its own and with ids that count up. */
export function createBench(options: BackendOptions = {}) {
  const clock = manualClock();
  let ids = 0;
  const randomId = (): string => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
  const { app, state } = createBackend({ clock, randomId, ...options });

  /** `body`: text, which is labelled as text where the headers say nothing, or bytes, which have no label. */
  async function ask(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string | Uint8Array<ArrayBuffer>,
  ): Promise<BackendReply> {
    const bare = method === 'TRACE' ? 'POST' : method;
    // a port tells the length as well, and a service that is told none has to count it
    const told = body === undefined ? headers : { 'content-length': `${Buffer.byteLength(body)}`, ...headers };
    const request = new Request(`http://bench${path}`, {
      method: bare,
      headers: told,
      ...(body !== undefined && { body }),
    });
    // no web request can be made by it, and a port takes it all the same
    if (method === 'TRACE') Object.defineProperty(request, 'method', { value: method });
    const response = await app.request(request);
    const text = await response.text();
    return {
      status: response.status,
      text,
      type: response.headers.get('content-type'),
      allow: response.headers.get('allow'),
      json: parse(text),
    };
  }

  /** `body`: text of JSON, labelled as such. */
  function send(method: string, path: string, body?: string, token?: string): Promise<BackendReply> {
    const label = body === undefined ? {} : { 'content-type': 'application/json' };
    return ask(method, path, { ...label, ...(token === undefined ? {} : { 'x-auth-token': token }) }, body);
  }

  const hook = (call: unknown): Promise<BackendReply> => send('POST', '/states', JSON.stringify(call));

  return {
    clock,
    state,
    ask,
    send,
    hook,
    setUp: async (params: Fields = {}): Promise<VolumePlace> => {
      const reply = await hook({ state: 'volume', action: 'setup', params });
      if (reply.status !== 200) throw new Error(`set-up answered ${reply.status}: ${reply.text}`);
      return reply.json as VolumePlace;
    },
    extend: (place: VolumePlace, body: string, token?: string): Promise<BackendReply> =>
      send('POST', `${pathOf(place)}/action`, body, token),
    remove: (place: VolumePlace, token?: string): Promise<BackendReply> =>
      send('DELETE', pathOf(place), undefined, token),
    read: async (place: VolumePlace, token?: string): Promise<Fields> =>
      (fields(await send('GET', pathOf(place), undefined, token)).volume ?? {}) as Fields,
    readJob: (place: VolumePlace, id: unknown): Promise<BackendReply> =>
      send('GET', `/v1/${place.project_id}/jobs/${String(id)}`),
  };
}

export type BackendBench = ReturnType<typeof createBench>;

export const pathOf = (place: VolumePlace): string => `/v2/${place.project_id}/cloudvolumes/${place.volume_id}`;

/** The body that asks for a size, spelled as given. */
export const sized = (size: number | string): string => `{"os-extend":{"new_size":${size}}}`;

/** The members of a JSON object; none for any other body. */
export function fields(reply: BackendReply): Fields {
  const { json } = reply;
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Fields) : {};
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
