import type { Fault } from '../fault.ts';

export const trailingTextIgnored: Fault = {
  id: 'trailing-text-ignored',
  summary: 'whatever follows the first JSON value is ignored',
  requirement: 'body.malformed',
  mayAlsoFail: [],
  change: (rules) => ({
    parseBody: (text) => {
      for (let end = text.lastIndexOf('}'); end > 0; end = text.lastIndexOf('}', end - 1)) {
        try {
          return rules.parseBody(text.slice(0, end + 1));
        } catch {}
      }
      return rules.parseBody(text);
    },
  }),
};
