import type { Clock } from '../../wire/clock.ts';
import { pathSegment } from '../../wire/path.ts';
import { sendPatiently } from '../../wire/patient.ts';
import type { SendLimits, Transport } from '../../wire/transport.ts';
import type { Reply } from './reply.ts';

/** The endpoints of every service that creates volumes; 429 is waited out. */
export interface VolumeApi {
  readVolume(project: string, id: string, limits: SendLimits): Promise<Reply>;
  /** The volumes of that name; some services filter loosely, or not at all. */
  list(project: string, name: string, limits: SendLimits): Promise<Reply>;
  remove(project: string, id: string, limits: SendLimits): Promise<Reply>;
}

type TemplateIds = Readonly<Record<string, string>>;

/** Sends a request to a path template: each `{name}` is replaced by the id of that name. `body` is sent as JSON. */
export type SendCall = (
  method: string,
  template: string,
  ids: TemplateIds,
  limits: SendLimits,
  body?: Readonly<Record<string, unknown>>,
) => Promise<Reply>;

export function openCall(transport: Transport, clock: Clock): SendCall {
  return async (method, template, ids, limits, body) => {
    const path = template.replace(/\{(\w+)\}/g, (whole, name: string) => pathSegment(ids[name] ?? whole));
    const request = body === undefined ? { method, path } : { method, path, body: JSON.stringify(body) };
    return (await sendPatiently(transport, request, clock, limits)).reply;
  };
}
