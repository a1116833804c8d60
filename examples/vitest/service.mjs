/**
 * A vendor's service, small and without anything of ours: volumes in memory, extended at once, with the state hook that a
 * vendor adds for the tests.
 */
import { randomUUID } from 'node:crypto';

const action = /^\/v2\/([^/]+)\/cloudvolumes\/([^/]+)\/action$/;
const detail = /^\/v2\/([^/]+)\/cloudvolumes\/([^/]+)$/;
const job = /^\/v1\/([^/]+)\/jobs\/([^/]+)$/;
const usable = ['ACTIVE', 'PAUSED', 'SUSPENDED', 'SHUTOFF'];

/** A request listener. `maximum`: the largest size that is accepted, in GB. */
export function service({ maximum = 32_768 } = {}) {
  const volumes = new Map();
  const jobs = new Set();

  function extend(id, text) {
    const volume = volumes.get(id);
    if (volume === undefined) return refusal(404, 'there is no such volume');
    const size = askedSize(text);
    if (size === undefined) return refusal(400, 'new_size has to be a number');
    if (size <= volume.size || size > maximum) return refusal(400, 'new_size is out of range');
    if (!mayGrow(volume)) return refusal(400, 'the volume cannot be extended in its state');
    volume.size = size;
    const job_id = randomUUID();
    jobs.add(job_id);
    return { status: 200, body: { job_id } };
  }

  function setUp({ size, status, multiattach, servers, tenant }) {
    if (tenant === 'other') return { status: 422, body: { reason: 'there is only one project here' } };
    const id = randomUUID();
    volumes.set(id, { id, size, status, multiattach, servers });
    return { status: 200, body: { project_id: 'vendor', volume_id: id } };
  }

  function states(text) {
    const { action: wish, params } = JSON.parse(text);
    if (wish === 'setup') return setUp(params);
    volumes.delete(params.volume_id);
    return { status: 200, body: {} };
  }

  function look(path) {
    const volume = volumes.get(detail.exec(path)?.[2]);
    if (volume !== undefined) {
      const { servers: _, ...shown } = volume;
      return { status: 200, body: { volume: shown } };
    }
    const job_id = job.exec(path)?.[2];
    if (jobs.has(job_id)) return { status: 200, body: { job_id, status: 'SUCCESS', entities: {} } };
    return refusal(404, 'there is nothing here');
  }

  function answer(method, path, text) {
    if (method === 'GET') return look(path);
    if (method !== 'POST') return refusal(405, 'not by this method');
    if (path === '/states') return states(text);
    const [, , id] = action.exec(path) ?? [];
    return id === undefined ? refusal(404, 'there is nothing here') : extend(id, text);
  }

  return async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { status, body } = answer(request.method, request.url, Buffer.concat(chunks).toString());
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

const refusal = (status, message) => ({ status, body: { error: { message, code: 'Vendor.0001' } } });

/** The integer before the decimal point; undefined where no number is asked for. */
function askedSize(text) {
  try {
    const size = JSON.parse(text)?.['os-extend']?.new_size;
    return typeof size === 'number' && Number.isFinite(size) ? Math.trunc(size) : undefined;
  } catch {
    return undefined;
  }
}

function mayGrow({ status, multiattach, servers }) {
  if (status === 'available') return true;
  return status === 'in-use' && !multiattach && servers.every((server) => usable.includes(server));
}
