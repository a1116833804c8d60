import type { Clock } from '../../wire/clock.ts';
import { generous } from '../../wire/json.ts';
import type { SendLimits, Transport } from '../../wire/transport.ts';
import type { Reply } from './reply.ts';
import { openCall, type VolumeApi } from './volume-api.ts';

/** The path of a project's volumes, below the target's URL: a template with `{project_id}`. */
export const openstackEndpoint = '/v3/{project_id}';

/**
 * Volumes by OpenStack's block storage API (Cinder, v3). These requests are the same at every microversion. To set
 * another than the lowest for the whole run, put the header `OpenStack-API-Version` among `headers` of the config file:
 * these requests carry it as well.
 */
export interface OpenstackApi extends VolumeApi {
  create(project: string, volume: Readonly<Record<string, unknown>>, limits: SendLimits): Promise<Reply>;
  /** `POST …/volumes/{volume_id}/action`, with a single action. */
  act(project: string, id: string, action: Action, limits: SendLimits): Promise<Reply>;
}

/** One member, named after the action. */
export type Action =
  | { readonly 'os-reserve': object }
  | { readonly 'os-unreserve': object }
  | { readonly 'os-attach': { readonly instance_uuid: string; readonly mountpoint: string; readonly mode: 'rw' } }
  | { readonly 'os-detach': { readonly attachment_id: string } }
  | { readonly 'os-reset_status': { readonly status: string; readonly attach_status?: 'detached' } };

export function openOpenstackApi(transport: Transport, clock: Clock, endpoint: string): OpenstackApi {
  const call = openCall(transport, clock);
  const volumes = `${endpoint.replace(/\/+$/, '')}/volumes`;
  const one = `${volumes}/{volume_id}`;
  return {
    create: (project_id, volume, limits) =>
      call('POST', volumes, { project_id }, { ...limits, reads: generous }, { volume }),
    readVolume: (project_id, volume_id, limits) => call('GET', one, { project_id, volume_id }, limits),
    list: (project_id, name, limits) =>
      call('GET', `${volumes}/detail?name={name}`, { project_id, name }, { ...limits, reads: generous }),
    remove: (project_id, volume_id, limits) => call('DELETE', one, { project_id, volume_id }, limits),
    act: (project_id, volume_id, action, limits) =>
      call('POST', `${one}/action`, { project_id, volume_id }, limits, action),
  };
}
