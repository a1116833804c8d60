import type { Fault } from '../fault.ts';
import { labelled } from '../fault-tools.ts';

export const refusalLabelledText: Fault = {
  id: 'refusal-labelled-text',
  summary: 'the JSON of a refusal is labelled as text/plain',
  requirement: 'response.media-type',
  mayAlsoFail: [],
  change: (rules) => ({
    answerRefused: (...args) => labelled(rules.answerRefused(...args), 'text/plain; charset=utf-8'),
  }),
};
