import type { Clock } from '../../wire/clock.ts';
import { generous } from '../../wire/json.ts';
import type { SendLimits, Transport } from '../../wire/transport.ts';
import type { Reply } from './reply.ts';
import { openCall, type VolumeApi } from './volume-api.ts';

/** The paths of the vendor's own endpoints, as templates with `{project_id}`, `{volume_id}`, `{job_id}`, `{name}`. */
export interface EvsPaths {
  readonly create: string;
  readonly volume: string;
  readonly delete: string;
  readonly list: string;
  readonly job: string;
}

export const evsPaths: EvsPaths = {
  create: '/v2/{project_id}/cloudvolumes',
  volume: '/v2/{project_id}/cloudvolumes/{volume_id}',
  delete: '/v2/{project_id}/cloudvolumes/{volume_id}',
  list: '/v2/{project_id}/cloudvolumes/detail?name={name}',
  job: '/v1/{project_id}/jobs/{job_id}',
};

/** Volumes by the vendor's own endpoints. */
export interface EvsApi extends VolumeApi {
  create(project: string, volume: unknown, limits: SendLimits): Promise<Reply>;
  readJob(project: string, id: string, limits: SendLimits): Promise<Reply>;
}

export function openEvsApi(transport: Transport, clock: Clock, paths: EvsPaths): EvsApi {
  const call = openCall(transport, clock);
  return {
    create: (project_id, volume, limits) =>
      call('POST', paths.create, { project_id }, { ...limits, reads: generous }, { volume }),
    readVolume: (project_id, volume_id, limits) => call('GET', paths.volume, { project_id, volume_id }, limits),
    readJob: (project_id, job_id, limits) => call('GET', paths.job, { project_id, job_id }, limits),
    list: (project_id, name, limits) => call('GET', paths.list, { project_id, name }, { ...limits, reads: generous }),
    remove: (project_id, volume_id, limits) => call('DELETE', paths.delete, { project_id, volume_id }, limits),
  };
}
