import { plain } from '../answers.ts';
import type { Fault } from '../fault.ts';

export const unknownVolumeHtml: Fault = {
  id: 'unknown-volume-html',
  summary: 'an unknown volume gets an HTML page',
  requirement: 'path.unknown-volume',
  mayAlsoFail: [],
  change: () => ({
    answerUnknownVolume: () => plain(404, '<html><body><h1>404 Not Found</h1></body></html>', 'text/html'),
  }),
};
