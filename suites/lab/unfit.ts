import type { Setup } from '../../generators/case.ts';
import type { Room } from '../../generators/room.ts';
import { isAlike } from '../../targets/detail.ts';
import type { NoReading, VolumeReading } from '../../targets/observe.ts';

/** What is wrong with a volume that was handed out. */
export interface Misfit {
  /** `unseen`: it cannot be read, or not yet. `not yet`: it may become what it should be. `for good`: it will not. */
  readonly kind: 'unseen' | 'not yet' | 'for good';
  readonly reason: string;
  /** What to do, where it is so of the first volume already. */
  readonly advice: string;
  /** It would be so of every volume in that state, whatever else was asked for. */
  readonly isGeneral: boolean;
}

/** Why a volume as it reads is not what was asked for; undefined where it is. A size that is larger is no trouble. */
export function whyUnfit(reading: VolumeReading | NoReading, setup: Setup, { ceiling }: Room): Misfit | undefined {
  if (reading.kind === 'unreadable') return unread(reading);
  const { size, status, multiattach, attributes } = reading;
  if (status !== setup.status) {
    const other = `its status is ${JSON.stringify(status)}, and ${JSON.stringify(setup.status)} was asked for`;
    if (isAlike(status, setup.status)) return misfit('for good', `${other}: it is spelled otherwise`, true);
    return misfit('not yet', `${other}`);
  }
  const shared = multiattach ?? asBoolean(attributes.multiattach);
  if (shared !== undefined && shared !== setup.multiattach)
    return misfit('for good', `its multiattach is ${shared}, and ${setup.multiattach} was asked for`);
  if (!Number.isSafeInteger(size) || size < 1)
    return misfit('for good', `its size is ${size} GB before anything was asked of it`, true);
  if (size >= ceiling) return misfit('for good', `it has ${size} GB, which leaves no room below ${ceiling} GB`);
  return undefined;
}

function unread({ reason, source }: NoReading): Misfit {
  const reply = source?.exchange.reply;
  const answered = reply?.kind === 'answer' && reply.status === 200;
  // a service without this look-up does not answer 200 to it
  return { kind: answered ? 'not yet' : 'unseen', reason, isGeneral: true, advice: agree };
}

/** Some services write it as text: it is no number to reckon with, so that what is meant is clear. */
const asBoolean = (value: unknown): boolean | undefined => ({ true: true, false: false })[String(value).toLowerCase()];

const misfit = (kind: Misfit['kind'], reason: string, isGeneral = false): Misfit => ({
  ...{ kind, reason, isGeneral },
  advice: 'a volume has to be handed out as it was asked for, in the words of the page, and once it is so',
});

const agree =
  'what hands volumes out and what shows them have to agree; observe.volume of the config file says where they are read, and is null where they cannot be';
