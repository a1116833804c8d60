import type { Clock } from '../wire/clock.ts';
import type { NoAnswer, WireAnswer } from '../wire/exchange.ts';
import { pathSegment } from '../wire/path.ts';
import { sendPatiently } from '../wire/patient.ts';
import type { SendLimits, Transport } from '../wire/transport.ts';
import { shownText } from './text.ts';

/** Where the vendor's own endpoints are: path templates with `{project_id}`, `{volume_id}`, `{job_id}`, `{name}`. */
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

export type Reply = WireAnswer | NoAnswer;

/** Volumes by the vendor's own endpoints; 429 is waited out. */
export interface EvsApi {
  create(project: string, volume: unknown, limits: SendLimits): Promise<Reply>;
  readVolume(project: string, id: string, limits: SendLimits): Promise<Reply>;
  readJob(project: string, id: string, limits: SendLimits): Promise<Reply>;
  list(project: string, name: string, limits: SendLimits): Promise<Reply>;
  remove(project: string, id: string, limits: SendLimits): Promise<Reply>;
}

export function openEvsApi(transport: Transport, clock: Clock, paths: EvsPaths): EvsApi {
  async function call(method: string, template: string, ids: Ids, limits: SendLimits, body?: string): Promise<Reply> {
    const path = template.replace(/\{(\w+)\}/g, (whole, name: string) => pathSegment(ids[name] ?? whole));
    const request = body === undefined ? { method, path } : { method, path, body };
    return (await sendPatiently(transport, request, clock, limits)).reply;
  }
  return {
    create: (project_id, volume, limits) =>
      call('POST', paths.create, { project_id }, limits, JSON.stringify({ volume })),
    readVolume: (project_id, volume_id, limits) => call('GET', paths.volume, { project_id, volume_id }, limits),
    readJob: (project_id, job_id, limits) => call('GET', paths.job, { project_id, job_id }, limits),
    list: (project_id, name, limits) => call('GET', paths.list, { project_id, name }, limits),
    remove: (project_id, volume_id, limits) => call('DELETE', paths.delete, { project_id, volume_id }, limits),
  };
}

type Ids = Readonly<Record<string, string>>;

/** A member of a JSON object, by its path; undefined where there is none. */
export function at(json: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (here, key) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, key)
        ? (here as Record<string | number, unknown>)[key]
        : undefined,
    json,
  );
}

/** The same, where it is text with something in it. */
export function textAt(json: unknown, ...path: readonly (string | number)[]): string | undefined {
  const value = at(json, ...path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** `answered 403 (Quota exceeded for volumes, EVS.1042)`, or that there was no answer. */
export function saying(reply: Reply): string {
  if (reply.kind === 'none') return `gave no answer (${reply.detail})`;
  const { json } = reply;
  const envelope = [at(json, 'error'), json, ...Object.values(typeof json === 'object' && json !== null ? json : {})];
  const found = envelope.find((one) => textAt(one, 'message') !== undefined || textAt(one, 'error_msg') !== undefined);
  const words = [
    textAt(found, 'message') ?? textAt(found, 'error_msg'),
    textAt(found, 'code') ?? textAt(found, 'error_code'),
  ];
  const said = words.filter((word) => word !== undefined).join(', ');
  return `answered ${reply.status}${said === '' ? '' : ` (${shownText(said)})`}`;
}

/** Whether the answer says that there is no such volume. */
export const isGone = (reply: Reply): boolean =>
  reply.kind === 'answer' && (reply.status === 404 || reply.status === 410);
