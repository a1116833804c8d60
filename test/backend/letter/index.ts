import type { BackendOptions } from '../../../backend/backend.ts';
import type { FaultyOperation } from '../../../backend/fault.ts';
import { access } from './access.ts';
import type { Letter } from './attempt.ts';
import { body } from './body.ts';
import { decimal } from './decimal.ts';
import { deletion } from './deletion.ts';
import { effect } from './effect.ts';
import { job } from './job.ts';
import { odd, oddRequests } from './odd.ts';
import { whereTheyMeet } from './pairs.ts';
import { response } from './response.ts';
import { size } from './size.ts';
import { state } from './state.ts';

/** Every requirement of each operation, stated once more and by hand, to see what a fault does. */
export const letters = {
  'extend-volume': (options) => {
    const alone = {
      ...size,
      ...decimal,
      ...body,
      ...state,
      ...response,
      ...effect,
      ...job,
      ...access(options),
      ...odd,
      ...oddRequests(options, false),
    };
    const both = Object.entries(alone).map(([id, letter]): [string, Letter] => [
      id,
      async (bench) => (await letter(bench)) ?? (await whereTheyMeet(id)(bench)),
    ]);
    return Object.fromEntries(both);
  },
  'delete-volume': deletion,
} satisfies Readonly<Record<FaultyOperation, (options: BackendOptions) => Readonly<Record<string, Letter>>>>;
