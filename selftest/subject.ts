import type { RequirementId, registers } from '../spec/requirements.ts';

/** What the suite is tried on. */
export type TrialKind = 'fault' | 'variant' | 'degenerate' | 'hostile' | 'set-up';

/** One server to try the suite on, and what the suite has to say of it. */
export interface TrialSubject {
  readonly id: string;
  readonly kind: TrialKind;
  /** What it is certified for. */
  readonly operation: keyof typeof registers;
  /** The id of the contract by which; absent: that of the operation. */
  readonly contract?: string;
  /** What it does, as a bare clause: `a job says SUCCESS once, then FAIL`. */
  readonly summary: string;
  /** Has to fail: the fault's own requirement. */
  readonly owner: RequirementId | null;
  /** May fail as well, because the same behaviour breaks them in the letter. */
  readonly mayFail: readonly RequirementId[];
  /** It shows only where two or three circumstances meet. */
  readonly meets?: true;
  readonly expects: Expects;
  readonly limits?: Limits;
  /** With so many seeds, where it is not as its kind has it. */
  readonly seeds?: number;
  /** Not with `--fast`, whatever its kind. */
  readonly fast?: false;
  readonly start: () => Promise<ServedSubject>;
}

/**
 * `caught`: its owner fails, and nothing but what may. `clear`: nothing fails but what may, and something passes.
 * `flawless`: each MUST and SHOULD that applies passes, and nothing fails.
 * `doubted`: it shows by chance; nothing fails but what may, and the run is not conformant. `nothing`: no row passes. `survived`: the suite comes back with a report, whatever it says. `stopped`: the run could not
 * be made, and says so after few volumes.
 */
export type Expects = 'caught' | 'doubted' | 'clear' | 'flawless' | 'nothing' | 'survived' | 'stopped';

/** Departures from the limits of a trial, in ms. */
export interface Limits {
  readonly requestMs?: number;
  readonly jobMs?: number;
}

/** The id of the contract that a subject is certified by. */
export const contractOf = ({ contract, operation }: Pick<TrialSubject, 'contract' | 'operation'>): string =>
  contract ?? operation;

/** A subject on a port of the loopback. */
export interface ServedSubject {
  readonly url: string;
  readonly statesUrl: string;
  readonly token: string | undefined;
  /** Volumes that are still there. */
  readonly remaining: () => number;
  readonly close: () => Promise<void>;
}
