import type { RequirementId } from '../../spec/requirements.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { redactText, type Secrets } from '../../wire/redact.ts';

/** The circumstances of a run, besides the findings of its checks. Plain data. */
export interface Circumstances {
  /** Id → why not all of its cases could run. */
  readonly cut: ReadonlyMap<RequirementId, string>;
  /** Why the run as a whole was cut short. */
  readonly ended: string | undefined;
  /** The exchange which shows that the credentials have expired; undefined if they have not. */
  readonly denial: Exchange | undefined;
  /** Why nothing could run at all. */
  readonly failedStart: string | undefined;
  /** Id → observations outside its own cases. */
  readonly notes: ReadonlyMap<RequirementId, readonly string[]>;
  /** Why the observations of volumes prove nothing against the target; undefined if they do. */
  readonly distrust: string | undefined;
  /** The first error of ours outside any check. */
  readonly crash: string | undefined;
}

/** Why a run stopped early, or could not begin; null if it ended normally, or if the caller ended it. */
export function stoppedBy(
  { ended, failedStart }: Pick<Circumstances, 'ended' | 'failedStart'>,
  secrets: Secrets,
): string | null {
  if (failedStart !== undefined) return redactText(`could not run: ${failedStart}`, secrets);
  return ended === undefined || ended === interruptedByCaller ? null : redactText(ended, secrets);
}

/** The reason of a run that its caller ended. */
export const interruptedByCaller = 'interrupted';
