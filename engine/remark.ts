import type { Blocked, BrokenRequirements } from './step.ts';

/** Why something could not be judged, or what else there is to say of it: told when all verdicts are known. */
export interface Remark {
  /** What it is about: `not judged for a volume in-use, 10 GB`. */
  readonly about?: string;
  readonly reason: string;
  /** One of these requirements is broken, and that is why. */
  readonly by?: BrokenRequirements;
}

/** The remark on what rests on a broken requirement. */
export function blockedRemark({ by, reason }: Blocked, about?: string): Remark {
  return { by, reason, ...(about === undefined ? {} : { about }) };
}
