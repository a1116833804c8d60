import type { Fault } from '../fault.ts';
import { newSizeOf } from '../fault-tools.ts';

export const infinityClamped: Fault = {
  id: 'infinity-clamped',
  summary: 'a number beyond every double becomes the maximum',
  requirement: 'size.over-maximum',
  mayAlsoFail: [],
  change: (rules) => ({
    readSize: (body, text) =>
      newSizeOf(body) === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : rules.readSize(body, text),
    checkUpper: (wish, volume, context) =>
      wish.size === Number.POSITIVE_INFINITY ? undefined : rules.checkUpper(wish, volume, context),
    grow: (job, context) => rules.grow({ ...job, size: Math.min(job.size, context.settings.max) }, context),
  }),
};
