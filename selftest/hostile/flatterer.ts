import type { IncomingMessage } from 'node:http';
import type { Handler } from '../servers/apart.ts';

/** A new job id each time, and look-ups that confirm the latest request. */
export function flatterer(): Handler {
  const sizes = new Map<string, unknown>();
  let jobs = 0;
  return (request, response, body) => {
    const id = volumeOf(request);
    const answer = (value: unknown): void => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    if (request.url?.includes('/jobs/')) return answer({ job_id: request.url.split('/').at(-1), status: 'SUCCESS' });
    if (request.method === 'GET') {
      return answer({ volume: { id, size: sizes.get(id) ?? 10, status: 'available', multiattach: false } });
    }
    const asked = /"new_size":\s*(-?\d+)/.exec(body)?.[1];
    if (asked !== undefined) sizes.set(id, Number(asked));
    jobs += 1;
    return answer({ job_id: `j${jobs}` });
  };
}

const volumeOf = (request: IncomingMessage): string => /cloudvolumes\/([^/]+)/.exec(request.url ?? '')?.[1] ?? '';
