import { parseJson } from '../../../wire/json.ts';
import { httpServer } from '../../wire/servers.ts';

/** A volume of the fake. */
interface FakeVolume {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly multiattach: boolean;
  status: string;
  attachments: readonly { readonly attachment_id: string; readonly server_id: string }[];
  /** Statuses that are still to come, one with each look at the volume; `gone` is its end. */
  ahead: readonly string[];
}

/** What it does otherwise than it should. */
export interface Faults {
  /** Requests, as `POST volumes` or `os-attach`, that are answered so; `times` of them, by default all. */
  readonly answers?: Readonly<Record<string, { status: number; message: string; done?: true; times?: number }>>;
  /** The statuses that a creation goes through. */
  readonly creation?: readonly string[];
  /** The status that a volume shows where it was reset to that of the key. */
  readonly shows?: Readonly<Record<string, string>>;
  /** More volumes than this are over the quota. */
  readonly quota?: number;
}

/** What a creation or an action is told. */
type CinderBody = Readonly<Record<string, unknown>>;

interface CinderAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Cinder 21 shows these where it is asked to delete, and deletes no others. */
const deletable = ['available', 'error', 'error_extending', 'error_restoring', 'error_managing'];
const neverReset = ['deleting', 'deleted', 'unheard-of'];
const refusal = (status: number, message: string): CinderAnswer => ({
  status,
  body: { fault: { code: status, message } },
});
const invalid = (message: string): CinderAnswer => refusal(400, message);
const accepted: CinderAnswer = { status: 202 };

/** As much of a Cinder as volumes are obtained from, on the loopback: it moves on with each look, not with time. */
export async function fakeCinder(faults: Faults = {}) {
  const volumes = new Map<string, FakeVolume>();
  const used = new Map<string, number>();
  const log: string[] = [];
  let made = 0;

  function create({ name, size, volume_type: type }: CinderBody): CinderAnswer {
    if (volumes.size >= (faults.quota ?? 100))
      return { status: 413, body: { overLimit: { code: 413, message: 'VolumeLimitExceeded: no more' } } };
    made += 1;
    const volume: FakeVolume = {
      ...{ id: `v${made}`, name: String(name), size: Number(size), multiattach: type === 'shared', status: 'creating' },
      ...{ attachments: [], ahead: faults.creation ?? ['creating', 'available'] },
    };
    volumes.set(volume.id, volume);
    return { status: 202, body: { volume: shown(volume) } };
  }

  function look(volume: FakeVolume): CinderAnswer {
    const [next = volume.status, ...ahead] = volume.ahead;
    Object.assign(volume, { status: next, ahead });
    if (next === 'gone') volumes.delete(volume.id);
    return next === 'gone' ? notFound : { status: 200, body: { volume: shown(volume) } };
  }

  function remove(volume: FakeVolume): CinderAnswer {
    if (!deletable.includes(volume.status) || volume.attachments.length > 0)
      return invalid('Invalid volume: Volume status must be available or error and must not be attached');
    Object.assign(volume, { status: 'deleting', ahead: ['deleting', 'gone'] });
    return accepted;
  }

  function act(volume: FakeVolume, action: string, told: CinderBody): CinderAnswer {
    const { status, multiattach, attachments } = volume;
    const set = (change: Partial<FakeVolume>): CinderAnswer => {
      Object.assign(volume, change);
      return accepted;
    };
    switch (action) {
      case 'os-reserve':
        if (status !== 'available' && !(status === 'in-use' && multiattach)) return invalid(`it is ${status}`);
        return set({ status: 'attaching' });
      case 'os-unreserve':
        return set({ status: attachments.length > 0 ? 'in-use' : 'available' });
      case 'os-attach': {
        if (status !== 'attaching') return invalid(`it is ${status}`);
        const one = { attachment_id: `${volume.id}-${attachments.length}`, server_id: String(told.instance_uuid) };
        return set({ status: 'in-use', attachments: [...attachments, one] });
      }
      case 'os-detach': {
        const left = attachments.filter((one) => one.attachment_id !== told.attachment_id);
        return set({ attachments: left, status: left.length > 0 ? 'in-use' : 'available' });
      }
      case 'os-reset_status': {
        const to = String(told.status);
        if (neverReset.includes(to)) return invalid(`Cannot reset-state to ${to}`);
        const detached = told.attach_status === 'detached' ? { attachments: [] } : {};
        return set({ status: faults.shows?.[to] ?? to, ahead: [], ...detached });
      }
    }
    return invalid(`There is no such action: ${action}`);
  }

  function handle(method: string, path: string, json: unknown): CinderAnswer {
    const url = new URL(path, 'http://x');
    const [, version, project, , id, more] = url.pathname.split('/');
    if (version !== 'v3' || project !== 'p') return { status: 404 };
    const body = (json ?? {}) as Record<string, CinderBody>;
    const [action = ''] = more === 'action' ? Object.keys(body) : [];
    const call =
      action === '' ? `${method} ${id === undefined ? 'volumes' : id === 'detail' ? 'detail' : 'volume'}` : action;
    log.push(call);
    const planned = faults.answers?.[call];
    const count = (used.get(call) ?? 0) + 1;
    used.set(call, count);
    const fault = planned !== undefined && count <= (planned.times ?? Number.POSITIVE_INFINITY) ? planned : undefined;
    if (fault !== undefined && fault.done !== true) return refusal(fault.status, fault.message);
    const real = served(method, id, action, body, url.searchParams.get('name') ?? '');
    return fault === undefined ? real : refusal(fault.status, fault.message);
  }

  function served(
    method: string,
    id: string | undefined,
    action: string,
    body: Readonly<Record<string, CinderBody>>,
    name: string,
  ): CinderAnswer {
    if (id === undefined) return create(body.volume ?? {});
    if (id === 'detail') {
      // as loosely as some services filter
      const listed = [...volumes.values()].filter((volume) => volume.name.startsWith(name));
      return { status: 200, body: { volumes: listed.map(shown) } };
    }
    const volume = volumes.get(id);
    if (volume === undefined) return notFound;
    if (action !== '') return act(volume, action, body[action] ?? {});
    return method === 'DELETE' ? remove(volume) : look(volume);
  }

  const server = await httpServer((request, response) => {
    const { method = '', path = '', body = '' } = server.arrived.at(-1) ?? {};
    const answer = handle(method, path, parseJson(body));
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
    request.resume();
  });
  /** A volume that is there already. */
  const place = (volume: Partial<FakeVolume>): void => {
    const plain = { size: 10, multiattach: false, status: 'available', attachments: [], ahead: [] };
    const id = volume.id ?? 'placed';
    volumes.set(id, { name: '', ...plain, ...volume, id });
  };
  return { url: server.url, arrived: server.arrived, volumes, log, place };
}

const notFound = { status: 404, body: { itemNotFound: { code: 404, message: 'Volume could not be found.' } } };

const shown = ({ id, name, size, status, multiattach, attachments }: FakeVolume) => ({
  ...{ id, name, size, status, multiattach, attachments },
});
