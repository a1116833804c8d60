import { describe, expect, test } from 'vitest';
import type { Backend } from '../../../backend/backend.ts';
import { evsPaths } from '../../../targets/providers/evs-api.ts';
import type { VolumeSettings } from '../../../targets/providers/open.ts';
import type { VolumeSpec } from '../../../targets/volume-source.ts';
import { type BenchSettings, certifyBackend, idsWith, rowsOf, told } from '../bench.ts';

/** The reference backend by another way to obtain volumes: what came of it, what is still there, what was warned of. */
async function certifyBy(
  way: (backend: Backend) => Promise<VolumeSettings> | VolumeSettings,
  settings: BenchSettings = {},
) {
  const warnings: string[] = [];
  let volumes: Backend['state']['volumes'] = new Map();
  const result = await certifyBackend({ maxVolumes: 40 }, settings, async (backend) => {
    volumes = backend.state.volumes;
    return { volumes: await way(backend), runId: 'r', warn: (text) => warnings.push(text) };
  });
  return { result, warnings, volumes: [...volumes.values()] };
}

const project = 'a'.repeat(32);

async function setUp({ app }: Backend, params: Partial<VolumeSpec>) {
  const spec = { size: 40, status: 'available', multiattach: false, servers: [], ...params };
  const body = JSON.stringify({ state: 'volume', action: 'setup', params: spec });
  const answer = await app.request('/states', { method: 'POST', body });
  const { volume_id: id } = (await answer.json()) as { volume_id: string };
  const { status, multiattach, servers } = spec;
  return { id, project, status, multiattach, servers, tenant: params.tenant };
}

/** What needs states, or a tenant, that no endpoint of the vendor's makes. */
const unmade = ['state.in-use', 'state.in-use-shared', 'state.server-status', 'state.other', 'auth.project'];

test('the vendor’s own endpoints certify all but states that they cannot make, and delete what they made', async () => {
  const evs = { kind: 'evs', project, multiattach: true, paths: evsPaths } as const;
  const { result, volumes } = await certifyBy(() => evs, { runs: 3, extensions: 2 });
  expect([...idsWith(result, 'fail'), ...idsWith(result, 'broken')]).toEqual([]);
  expect(idsWith(result, 'inconclusive'), JSON.stringify(told(result), null, 1)).toEqual(unmade);
  expect(told(result)['state.in-use']).toContain('the evs provider creates available volumes of its own project');
  expect(volumes).toEqual([]);
  expect(result.ledger.volumesReturned).toBe(result.ledger.volumesCreated);
});

describe('an inventory of three volumes, with room up to 200 GB', () => {
  const three = async (backend: Backend): Promise<VolumeSettings> => ({
    kind: 'inventory',
    maxGb: 200,
    list: [
      await setUp(backend, {}),
      await setUp(backend, { status: 'in-use', servers: ['ACTIVE'] }),
      await setUp(backend, { multiattach: true }),
    ],
  });

  test('passes whatever it has the volumes for, says why it cannot tell the rest, and keeps within the budget', async () => {
    const { result, volumes } = await certifyBy(three, { maxGb: 200, runs: 1, extensions: 1 });
    expect([...idsWith(result, 'fail'), ...idsWith(result, 'broken')]).toEqual([]);
    const room = ['size.maximum', 'decimal.upper-bound'];
    expect([...idsWith(result, 'inconclusive')].sort(), JSON.stringify(told(result), null, 1)).toEqual(
      [...unmade, ...room].sort(),
    );
    expect(told(result)['state.in-use']).toContain('the inventory has no in-use volume with servers PAUSED');
    expect(rowsOf(result)['size.greater']?.notes.join()).toContain('not replaced');
    expect(volumes).toHaveLength(3);
    for (const { size } of volumes) expect(size).toBeLessThanOrEqual(200);
    expect(result.ledger).toMatchObject({ left: [], volumesReturned: result.ledger.volumesCreated });
  });

  test('of which one is deleted by somebody else in mid-run accuses nobody, and says so', async () => {
    let backend: Backend | undefined;
    const remove = (done: number): void => {
      const [available] = [...(backend?.state.volumes.values() ?? [])];
      if (done === 1 && available !== undefined) backend?.state.removeVolume(available.id);
    };
    const { result, warnings } = await certifyBy(
      (started) => {
        backend = started;
        return three(started);
      },
      {
        maxGb: 200,
        runs: 3,
        extensions: 2,
        only: ['size.greater', 'size.not-greater', 'body.new-size'],
        onProgress: remove,
      },
    );
    expect([...idsWith(result, 'fail'), ...idsWith(result, 'broken')], JSON.stringify(told(result), null, 1)).toEqual(
      [],
    );
    expect(warnings.join('\n')).toMatch(/is left out: it is not there: somebody has deleted it/);
    expect(Object.values(told(result)).join('\n')).toMatch(/it is not there: somebody has deleted it/);
  });
});
