import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { contractDigest, type LoadedContract, loadContract } from '../../../spec/load.ts';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import { certifyAt, idsWith, told } from '../bench.ts';

/** A page made up: its path, names, statuses, error and maximum are not those of the pages that come with the package. */
const page = `# Resize a disk

## Overview

Enlarges one volume.

-   While the volume is \`available\`, nothing restricts the extension.

## URL

    PUT /api/{tenant}/disks/{disk}/capacity

| Parameter | Required | Description |
| --- | --- | --- |
| tenant | Yes | The ID of the project. |
| disk | Yes | The ID of the volume. |

## Request

| Name | Type | Required | Description |
| --- | --- | --- | --- |
| resize | object | Yes | Names the action: an extension. |
| capacity | integer | Yes | The size of the volume after the extension, in GB.<br>Range: greater than the size so far ~ the largest size of a volume (500 GB). |

\`\`\`json
{ "resize": { "capacity": 20 } }
\`\`\`

## Response

| Name | Type | Description |
| --- | --- | --- |
| task | string | The ID of the job, given when the request succeeds. |
| detail | string | The error message, given when the request fails. |

\`\`\`json
{ "task": "t1" }
\`\`\`

or

\`\`\`json
{ "fault": { "detail": "words" } }
\`\`\`

## Status codes

-   Normal

    201
`;

function thirdContract(): LoadedContract {
  const { text, provenance } = derive({ name: 'disks.md', text: page }, { id: 'resize-disk' });
  return { contract: loadContract(text, 'disks.json'), text, sha256: contractDigest(text), provenance };
}

/** The disks of a toy that follows the page, or, with `most`, one that allows more than the page does. */
function toy(most: number): Server {
  const disks = new Map<string, { id: string; size: number; status: string; multiattach: boolean; name: string }>();
  let made = 0;
  const answer = (method: string, path: string, text: string): readonly [number, object] => {
    const fault = (status: number, detail: string) => [status, { fault: { detail } }] as const;
    const parse = (): unknown => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return undefined;
      }
    };
    const body = parse() as Record<string, Record<string, unknown> | undefined> | null | undefined;
    if (path === '/hook') {
      const { action, params = {} } = body as unknown as { action: string; params?: Record<string, never> };
      if (action === 'teardown') return [disks.delete(String(params.volume_id)) ? 200 : 404, {}];
      if (params.tenant !== undefined) return [422, { reason: 'one tenant' }];
      made += 1;
      const { size, status, multiattach } = params as never as { size: number; status: string; multiattach: boolean };
      disks.set(`d${made}`, { id: `d${made}`, name: 'toy', size, status, multiattach });
      return [200, { project_id: 't1', volume_id: `d${made}` }];
    }
    const [, api, tenant, kind, id = '', capacity] = path.split('/');
    const disk = tenant === 't1' && kind === 'disks' ? disks.get(id) : undefined;
    if (api === 'api' && kind === 'tasks')
      return id.startsWith('task-') ? [200, { job_id: id, status: 'SUCCESS' }] : fault(404, 'no such task');
    if (disk === undefined) return fault(404, 'no such disk');
    if (method === 'GET' && capacity === undefined) return [200, { disk }];
    if (capacity !== 'capacity') return fault(404, 'nothing here');
    if (method !== 'PUT') return fault(405, 'use PUT');
    const asked = body?.resize?.capacity;
    if (typeof asked !== 'number' || !Number.isInteger(asked)) return fault(422, 'capacity has to be an integer');
    if (asked <= disk.size || asked > most) return fault(422, 'capacity is out of range');
    if (disk.status !== 'available') return fault(409, 'the disk is busy');
    disk.size = asked;
    return [201, { task: `task-${disk.id}-${asked}` }];
  };
  return createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [status, json] = answer(request.method ?? '', request.url ?? '', Buffer.concat(chunks).toString());
    const allow = status === 405 ? { allow: 'PUT' } : {};
    response.writeHead(status, { 'content-type': 'application/json', ...allow }).end(JSON.stringify(json));
  });
}

const servers = [toy(500), toy(600)] as const;
const contract = thirdContract();
const observe = {
  volume: { path: '/api/{project_id}/disks/{volume_id}', at: '/disk' },
  job: { path: '/api/{project_id}/tasks/{job_id}', at: '' },
};

async function certifyToy(server: Server) {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return certifyAt({ url, states: `${url}/hook`, token: undefined, observe }, { contract, minSize: 10 });
}

beforeAll(async () => {
  for (const server of servers) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  for (const server of servers) server.close().closeAllConnections();
});

test('a page nobody has seen, with names of its own throughout, certifies what follows it', async () => {
  const result = await certifyToy(servers[0]);
  expect(told(result)).toMatchObject({ 'operation.route': 'pass', 'size.over-maximum': 'pass', 'effect.size': 'pass' });
  expect([idsWith(result, 'fail'), idsWith(result, 'broken')], JSON.stringify(told(result), null, 1)).toEqual([[], []]);
  expect(overallVerdict(result).class).toBe('conformant');
});

test('and finds out what does not', async () => {
  const result = await certifyToy(servers[1]);
  expect(idsWith(result, 'fail')).toEqual(['size.over-maximum']);
  expect(told(result)['size.over-maximum']).toContain('answered 201 to capacity 501');
});
