import type { Fault } from '../fault.ts';
import { acceptIdly, member, newSizeOf } from '../fault-tools.ts';
import { isJsonObject } from '../json.ts';

export const newSizeDefault: Fault = {
  id: 'new-size-default',
  summary: 'without new_size the volume grows by 10 GB',
  requirement: 'body.new-size',
  mayAlsoFail: [],
  change: (rules) => ({
    ...acceptIdly(rules, (body) => isJsonObject(member(body, 'os-extend')) && newSizeOf(body) === undefined),
    grow: (job, context) => {
      const current = context.state.volumes.get(job.volumeId)?.size ?? 0;
      rules.grow({ ...job, size: Number.isNaN(job.size) ? current + 10 : job.size }, context);
    },
  }),
};
