import { type Lookup, openObserver } from '../../targets/observe.ts';
import type { NoAnswer, WireAnswer } from '../../wire/exchange.ts';
import { fakeClock } from '../wire/fake-clock.ts';
import { scripted } from '../wire/scripted.ts';

export const volume = { project: 'p', id: 'v' };
export const volumes: Lookup = { path: '/v2/{project_id}/cloudvolumes/{volume_id}', at: '/volume' };
export const jobs: Lookup = { path: '/v1/{project_id}/jobs/{job_id}', at: '' };

export function observerOf(replies: readonly (WireAnswer | NoAnswer)[], lookup: Lookup = volumes) {
  const transport = scripted.transport(replies);
  const clock = fakeClock();
  const observer = openObserver(transport, clock, { volume: lookup, job: jobs });
  return { observer, requests: transport.requests, clock };
}

export const detail = (fields: object) =>
  scripted.answer(200, { volume: { id: 'v', size: 40, status: 'available', ...fields } });
export const read = (reply: WireAnswer | NoAnswer, lookup?: Lookup) =>
  observerOf([reply], lookup).observer.volume(volume);
