import { speaksOfQuota } from '../wire/quota.ts';
import type { VolumeSpec } from './volume-source.ts';

/** The results of all wishes for volumes so far: a wish that was refused for good is not repeated. */
export interface RefusedSpecs {
  /**
   * The reason why it is no use to ask for such a volume; undefined if it may help. `returns`: the number of volumes
   * given back so far.
   */
  whyNot(spec: VolumeSpec, returns: number): string | undefined;
  met(spec: VolumeSpec): void;
  /** Whether a refusal may pass in a moment: the wish was met before, or it was refused for want of room. */
  isPassing(spec: VolumeSpec, reason: string): boolean;
  /** Refused, and for another reason than want of room. */
  refused(spec: VolumeSpec, reason: string, how: Refused, returns: number): void;
}

/**
 * `alone`: none of our volumes was out. `spare`: fewer were out than there is room for. `trouble`: the provider did not
 * work.
 */
export type Refused = 'alone' | 'spare' | 'trouble';

interface SpecRecord {
  /** It was met before. */
  met: boolean;
  /** The number of refusals in a row, for other reasons than want of room. */
  refusals: number;
  reason: string;
  /** The number of volumes given back by the last refusal: the wish is not repeated before one more is. */
  returns: number | undefined;
  isFinal: boolean;
}

/** After this many refusals, a wish is not repeated. */
const enough: Readonly<Record<Refused, number>> = { alone: 1, spare: 2, trouble: 3 };

/** No wishes yet. Wishes that differ only in size count as one. */
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
