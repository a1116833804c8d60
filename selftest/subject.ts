import type { RequirementId, registers } from '../spec/requirements.ts';

/** The kinds of servers on which the suite is tried. */
export type TrialKind = 'fault' | 'variant' | 'degenerate' | 'hostile' | 'set-up';

/** One server to try the suite on, and the verdicts that the suite has to reach. */
export interface TrialSubject {
  readonly id: string;
  readonly kind: TrialKind;
  /** The operation for which it is certified. */
  readonly operation: keyof typeof registers;
  /** The id of the contract by which it is certified; absent: the operation's. */
  readonly contract?: string;
  /** Its behaviour, as a bare clause: `a job says SUCCESS once, then FAIL`. */
  readonly summary: string;
  /** The fault's own requirement, which has to fail. */
  readonly owner: RequirementId | null;
  /** Requirements that may fail as well, because the same behaviour breaks them in the letter. */
  readonly mayFail: readonly RequirementId[];
  /** Whether it shows only if two or three circumstances meet, or a few sizes are asked for. */
  readonly meets?: true;
  readonly expects: Expects;
  readonly limits?: Limits;
  /** The number of seeds, if it differs from its kind's. */
  readonly seeds?: number;
  /** Left out with `--fast`, whatever its kind. */
  readonly fast?: false;
  readonly start: () => Promise<ServedSubject>;
}

/**
 * `caught`: its owner fails, and nothing else that may not. `clear`: nothing fails that may not, and something passes.
 * `flawless`: each MUST and SHOULD that applies passes, and nothing fails. `doubted`: it shows by chance; nothing fails
 * that may not, and the run is not conformant. `nothing`: no row passes. `survived`: the suite finishes with a report,
 * of any content. `stopped`: the run was not possible, and says so after few volumes.
 */
export type Expects = 'caught' | 'doubted' | 'clear' | 'flawless' | 'nothing' | 'survived' | 'stopped';

/** Other limits than those of a trial, in ms. */
export interface Limits {
  readonly requestMs?: number;
  readonly jobMs?: number;
}

/** The id of the contract by which a subject is certified. */
export const contractOf = ({ contract, operation }: Pick<TrialSubject, 'contract' | 'operation'>): string =>
  contract ?? operation;

/** A subject on a port of the loopback. */
export interface ServedSubject {
  readonly url: string;
  readonly statesUrl: string;
  readonly token: string | undefined;
  /** The number of volumes that still exist. */
  readonly remaining: () => number;
  readonly close: () => Promise<void>;
}
