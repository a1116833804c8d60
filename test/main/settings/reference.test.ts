import { expect, test } from 'vitest';
import { startReference } from '../../../main/settings/reference.ts';

/** What the reference backend of a contract answers to an extension at this path, of a volume of its own. */
async function statusAt(contract: string, path: string): Promise<number> {
  const { target, close } = await startReference(contract, undefined);
  try {
    const post = (url: string, body: unknown, token = '') =>
      fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'x-auth-token': token } });
    const made = await post(target.states ?? '', { state: 'volume', action: 'setup', params: { size: 10 } });
    const { volume_id } = (await made.json()) as { readonly volume_id: string };
    const url = `${target.url}${path.replace('{project_id}', target.project).replace('{volume_id}', volume_id)}`;
    const token = target.auth.kind === 'token' ? target.auth.token : '';
    return (await post(url, { 'os-extend': { new_size: 20 } }, token)).status;
  } finally {
    await close();
  }
}

test.each([
  ['cinder-extend-v3', '/v3/{project_id}/volumes/{volume_id}/action', 202],
  ['extend-volume-v2.1', '/v2.1/{project_id}/cloudvolumes/{volume_id}/action', 202],
  ['delete-volume', '/v2/{project_id}/cloudvolumes/{volume_id}/action', 200],
  ['somebody-elses', '/v2/{project_id}/cloudvolumes/{volume_id}/action', 200],
  ['constructor', '/v2/{project_id}/cloudvolumes/{volume_id}/action', 200],
])('a run by %s is one on a reference backend that serves %s', async (contract, path, status) => {
  expect(await statusAt(contract, path)).toBe(status);
});
