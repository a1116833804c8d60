import type { Fault } from '../fault.ts';

export const cutOffRepaired: Fault = {
  id: 'cut-off-repaired',
  summary: 'missing closing braces are added',
  requirement: 'body.malformed',
  mayAlsoFail: [],
  change: (rules) => ({
    parseBody: (text) => {
      for (const ending of ['', '}', '}}']) {
        try {
          return rules.parseBody(text + ending);
        } catch {}
      }
      return rules.parseBody(text);
    },
  }),
};
