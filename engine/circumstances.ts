import type { RequirementId } from '../spec/requirements.ts';
import type { Exchange } from '../wire/exchange.ts';
import { redactText, type Secrets } from '../wire/redact.ts';

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

/** Why a run did not go on to its end, or could not begin; null where it did, and where the caller ended it. */
export function stoppedBy(
  { ended, failedStart }: Pick<Circumstances, 'ended' | 'failedStart'>,
  secrets: Secrets,
): string | null {
  if (failedStart !== undefined) return redactText(`could not run: ${failedStart}`, secrets);
  return ended === undefined || ended === interruptedByCaller ? null : redactText(ended, secrets);
}

/** What is said of a run that its caller ended. */
export const interruptedByCaller = 'interrupted';
