import { speaksOfQuota } from '../wire/quota.ts';
import type { VolumeSpec } from './volume-source.ts';

/** What became of the wishes for volumes so far: what was refused for good is not asked for again. */
export interface RefusedSpecs {
  /** Why it is no use to ask for such a volume; undefined where it may be. `returns`: so many were given back so far. */
  whyNot(spec: VolumeSpec, returns: number): string | undefined;
  met(spec: VolumeSpec): void;
  /** The refusal of a wish that may be met in a moment all the same: it was before, or what is short is room. */
  isPassing(spec: VolumeSpec, reason: string): boolean;
  /** Refused, and no want of room can be why. */
  refused(spec: VolumeSpec, reason: string, how: Refused, returns: number): void;
}

/** `alone`: none of our volumes was out. `spare`: fewer were out than there is room for. `trouble`: it did not work. */
export type Refused = 'alone' | 'spare' | 'trouble';

interface SpecRecord {
  /** It was met before. */
  met: boolean;
  /** So often in a row it was refused for no want of room. */
  refusals: number;
  reason: string;
  /** So many volumes were given back when it was refused last; before one more was, it is not asked for again. */
  returns: number | undefined;
  isFinal: boolean;
}

/** What was refused so often is not asked for again. */
const enough: Readonly<Record<Refused, number>> = { alone: 1, spare: 2, trouble: 3 };

/** No wishes yet. They are told apart by all but their size. */
export function openRefusedSpecs(): RefusedSpecs {
  const all = new Map<string, SpecRecord>();
  const wishOf = (spec: VolumeSpec): SpecRecord => {
    const key = JSON.stringify({ ...spec, size: 0 });
    const wish = all.get(key) ?? { met: false, refusals: 0, reason: '', returns: undefined, isFinal: false };
    all.set(key, wish);
    return wish;
  };
  return {
    whyNot(spec, returns) {
      const { isFinal, reason, returns: then, met } = wishOf(spec);
      return isFinal || (returns === then && !met) ? reason : undefined;
    },
    met: (spec) => void Object.assign(wishOf(spec), { met: true, refusals: 0 }),
    isPassing: (spec, reason) => wishOf(spec).met || speaksOfQuota(reason),
    refused(spec, reason, how, returns) {
      const wish = wishOf(spec);
      wish.refusals += 1;
      wish.reason = reason;
      wish.returns = how === 'trouble' ? undefined : returns;
      wish.isFinal = wish.refusals >= enough[how];
    },
  };
}
