import { json } from '../answers.ts';
import { timestamp } from '../clock.ts';
import type { Fault } from '../fault.ts';
import { envelope, refuse } from '../refusal.ts';

export const unknownVolume200: Fault = {
  id: 'unknown-volume-200',
  summary: 'an unknown volume gets 200 and a job',
  requirement: 'path.unknown-volume',
  mayAlsoFail: [],
  change: () => ({
    answerUnknownVolume: (projectId, volumeId, { state, settings }) => {
      // A volume that exists elsewhere is not unknown: it stays hidden as ever.
      if (state.volumes.has(volumeId)) return envelope(refuse('unknown', 'no such volume'));
      const id = settings.randomId();
      const time = timestamp(settings.clock);
      const ends = { beginTime: time, endTime: time, failReason: null };
      state.putJob({ id, type: 'extendVolume', projectId, volumeId, size: 0, status: 'SUCCESS', ...ends });
      return json(200, { job_id: id });
    },
  }),
};
