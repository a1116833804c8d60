import type { Setup } from '../../generators/case.ts';
import { Unavailable } from './subject.ts';
import type { Misfit } from './unfit.ts';

/** What was set up may take so long, in ms, until it shows as it was asked for: some services create slowly. */
export const showMs = 5_000;

/** A volume was handed out, and is not what was asked for, or cannot be read as what it is. */
export class Unfit extends Unavailable {
  readonly misfit: Misfit;
  constructor(misfit: Misfit) {
    const when = misfit.kind === 'for good' ? '' : ` after ${showMs / 1000} s`;
    // without its id: many that are alike are told once
    super(`the volume that was set up cannot be used${when}: ${misfit.reason}`);
    this.misfit = misfit;
  }
}

/** What became of the set-ups of a run so far. */
export interface SetUps {
  /** Why no volume of this set-up is to be had: so many came that were not; undefined where one may be. */
  readonly whyNot: (setup: Setup) => string | undefined;
  readonly wentRight: (setup: Setup) => void;
  readonly wentWrong: (setup: Setup, unfit: Unfit) => void;
  /** Whether volumes can be read: some were, or none was, or it was not tried. */
  readonly reading: () => 'seen' | 'unseen' | 'untried';
  readonly read: (seen: boolean) => void;
}

/** So many volumes of one kind that are not what they should be are enough. */
const enough = 3;

/** No set-ups yet. */
export function openSetUps(): SetUps {
  const inVain = new Map<string, { times: number; reason: string }>();
  let reading: 'seen' | 'unseen' | 'untried' = 'untried';
  return {
    whyNot: (setup) => keysOf(setup).flatMap((key) => hopeless(inVain.get(key)))[0],
    wentRight(setup) {
      for (const key of keysOf(setup)) inVain.delete(key);
    },
    wentWrong(setup, { message, misfit }) {
      const [wish, general] = keysOf(setup);
      const key = misfit.isGeneral ? general : wish;
      inVain.set(key, { times: (inVain.get(key)?.times ?? 0) + 1, reason: message });
    },
    reading: () => reading,
    read(seen) {
      if (seen) reading = 'seen';
      else if (reading === 'untried') reading = 'unseen';
    },
  };
}

const hopeless = (one: { times: number; reason: string } | undefined): readonly string[] =>
  one === undefined || one.times < enough ? [] : [one.reason];

/** The wish as the source is asked for it, and the kind of volumes that it is of; whatever their size. */
function keysOf({ status, multiattach, servers }: Setup): readonly [string, string] {
  return [JSON.stringify([status, multiattach, servers]), JSON.stringify([status, multiattach])];
}
