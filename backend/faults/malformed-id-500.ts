import { plain } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { stackTrace } from '../fault-tools.ts';

export const malformedId500: Fault = {
  id: 'malformed-id-500',
  summary: 'a volume id that is no UUID ends in a 500',
  requirement: 'path.unknown-volume',
  mayAlsoFail: [],
  change: (rules) => ({
    answerUnknownVolume: (projectId, volumeId, context) =>
      /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(volumeId)
        ? rules.answerUnknownVolume(projectId, volumeId, context)
        : plain(500, stackTrace(new TypeError(`invalid UUID string: ${volumeId}`))),
  }),
};
