import { openLedger } from '../../../targets/ledger.ts';
import { openstackProvider } from '../../../targets/providers/openstack.ts';
import { openOpenstackApi, openstackEndpoint } from '../../../targets/providers/openstack-api.ts';
import type { OpenstackStates } from '../../../targets/providers/openstack-cannot.ts';
import { openProvisioner } from '../../../targets/provisioner.ts';
import type { VolumeSpec } from '../../../targets/volume-source.ts';
import { fakeClock } from '../../wire/fake-clock.ts';
import { transportTo } from '../../wire/servers.ts';
import { withSetUps } from '../set-ups.ts';
import { type Faults, fakeCinder } from './fake-cinder.ts';

export const spec: VolumeSpec = { size: 40, status: 'available', multiattach: false, servers: [] };
export const inUse: VolumeSpec = { ...spec, status: 'in-use', servers: ['ACTIVE'] };
export const several: VolumeSpec = { ...inUse, multiattach: true, servers: ['ACTIVE', 'ACTIVE'] };
export const error: VolumeSpec = { ...spec, status: 'error' };
export const name = 'evs-conformance-r-1';
export const volume = { project: 'p', id: 'v1', name };
export const able: OpenstackStates = { multiattachType: 'shared', resetState: true, attach: true };

/** The provider at a fake Cinder, with the events of its ledger; time passes only where it sleeps. */
export async function providerAt(faults: Faults = {}, states: Partial<OpenstackStates> = {}, headers = {}) {
  const cinder = await fakeCinder(faults);
  const clock = fakeClock();
  const events: string[] = [];
  const ledger = openLedger();
  const limits = { setUp: { timeoutMs: 20_000 }, teardown: { timeoutMs: 20_000 } };
  const api = openOpenstackApi(transportTo(cinder.url, { headers }), clock, openstackEndpoint);
  const wishes = {
    ...{ project: 'p', requestMs: 1_000, volumeType: 'ssd', availabilityZone: 'nova' },
    ...able,
    ...states,
  };
  const provider = withSetUps(
    openstackProvider(api, wishes, limits, clock),
    (_, named) => void events.push(`creating ${named?.name} after ${cinder.arrived.length} requests`),
  );
  const provisioner = openProvisioner(provider, ledger, clock);
  return { provider, provisioner, cinder, events, clock, ledger };
}
