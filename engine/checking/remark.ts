import type { Blocked, BrokenRequirements } from '../step.ts';

/** Why something could not be judged, or another note on it: written when all verdicts are known. */
export interface Remark {
  /** Its subject:  `not judged for a volume in-use, 10 GB`. */
  readonly about?: string;
  readonly reason: string;
  /** One of these requirements is broken, and that is why. */
  readonly by?: BrokenRequirements;
}

/** The remark on a case that rests on a broken requirement. */
export function blockedRemark({ by, reason }: Blocked, about?: string): Remark {
  return { by, reason, ...(about === undefined ? {} : { about }) };
}
