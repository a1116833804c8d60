import { plain } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { stackTrace } from '../fault-tools.ts';

export const unknownVolume500: Fault = {
  id: 'unknown-volume-500',
  summary: 'an unknown volume ends in a 500',
  requirement: 'path.unknown-volume',
  mayAlsoFail: [],
  change: () => ({
    answerUnknownVolume: (_projectId, volumeId) => plain(500, stackTrace(new TypeError(`volume ${volumeId} is null`))),
  }),
};
