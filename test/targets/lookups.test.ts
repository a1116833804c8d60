import { describe, expect, test } from 'vitest';
import { findContract } from '../../spec/load.ts';
import { lookupsFor } from '../../targets/lookups.ts';

const evs = findContract('extend-volume').contract;
const cinder = findContract('cinder-extend').contract;

describe('look-ups are where the contract has them', () => {
  test('volumes below their own path, jobs where the operation has any', () => {
    expect(lookupsFor(evs)).toEqual({
      volume: { path: '/v2/{project_id}/cloudvolumes/{volume_id}', at: '/volume' },
      job: { path: '/v1/{project_id}/jobs/{job_id}', at: '' },
    });
    expect(lookupsFor(cinder)).toEqual({
      volume: { path: '/v3/{project_id}/volumes/{volume_id}', at: '/volume' },
      job: null,
    });
  });

  test('whatever the contract calls its parameters, and wherever its path goes on', () => {
    const contract = {
      ...evs,
      operation: {
        ...evs.operation,
        path: '/v9/{tenant}/disks/{disk}/grow/now',
        parameters: { tenant: {}, disk: {} },
        project: 'tenant',
      },
    };
    expect(lookupsFor(contract).volume?.path).toBe('/v9/{project_id}/disks/{volume_id}');
    const ofNone = { ...contract, operation: { ...contract.operation, path: '/v9/grow', parameters: {} } };
    expect(lookupsFor(ofNone).volume).toBeNull();
    const ofSnapshot = { ...evs, operation: { ...evs.operation, resource: 'snapshot' } };
    expect(lookupsFor(ofSnapshot).volume).toBeNull();
  });

  test('but for those that were chosen, or switched off', () => {
    const own = { path: '/x/{volume_id}', at: '' };
    expect(lookupsFor(evs, { volume: own, job: null })).toEqual({ volume: own, job: null });
    expect(lookupsFor(cinder, { job: own }).job).toBe(own);
    expect(lookupsFor(evs, { volume: null }).volume).toBeNull();
  });
});
