import type { RequirementId } from '../spec/requirements.ts';
import type { Exchange } from '../wire/exchange.ts';

/** What a run came to beside what its checks found. Plain data. */
export interface Circumstances {
  /** Id → why not all of its cases could run. */
  readonly cut: ReadonlyMap<RequirementId, string>;
  /** Why the run as a whole was cut short. */
  readonly ended: string | undefined;
  /** What says that the credentials have ended; undefined where that is not why. */
  readonly denial: Exchange | undefined;
  /** Why nothing could run at all. */
  readonly failedStart: string | undefined;
  /** Id → what was seen beside its own cases. */
  readonly notes: ReadonlyMap<RequirementId, readonly string[]>;
  /** Why what was seen on volumes proves nothing against the target; undefined where it does. */
  readonly distrust: string | undefined;
  /** The first error of ours outside any check. */
  readonly crash: string | undefined;
}
