import type { Fault } from '../fault.ts';

export const maximumDecimalUnits: Fault = {
  id: 'maximum-decimal-units',
  summary: '32 TB is taken as 32000 GB',
  requirement: 'size.greater',
  mayAlsoFail: ['size.maximum'],
  change: (rules) => ({
    checkUpper: (wish, volume, context) => {
      const max = Math.floor(context.settings.max / 1024) * 1000;
      return rules.checkUpper(wish, volume, { ...context, settings: { ...context.settings, max } });
    },
  }),
};
