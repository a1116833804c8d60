import type { Fault } from '../fault.ts';
import { labelled } from '../fault-tools.ts';

export const successLabelledText: Fault = {
  id: 'success-labelled-text',
  summary: 'the JSON of a success is labelled as text/html',
  requirement: 'response.media-type',
  mayAlsoFail: [],
  change: (rules) => ({
    answerAccepted: (...args) => labelled(rules.answerAccepted(...args), 'text/html; charset=utf-8'),
  }),
};
