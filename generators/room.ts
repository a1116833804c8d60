import type { Contract } from '../spec/contract.ts';
import { bounds } from '../spec/parts.ts';

/** The possible sizes of volumes; all in GB. */
export interface Room {
  /** The smallest volume the target gives. */
  readonly smallest: number;
  /** The page's maximum, or null. */
  readonly maximum: number | null;
  /**
   * The largest size that is sent for a certain acceptance: below the maximum, and within the room that the target
   * declares.
   */
  readonly ceiling: number;
  /** Whether the target's room reaches the page's maximum. */
  readonly full: boolean;
}

/** The room if neither page nor target names a limit, as a factor of the smallest volume. */
const modest = 20;

/** The room of a run. */
export function roomOf(contract: Contract, smallest: number, maxGb: number | undefined): Room {
  const { maximum } = bounds(contract);
  const documented = maximum === null ? smallest * modest : maximum - 1;
  const ceiling = Math.min(documented, maxGb ?? documented);
  return { smallest, maximum, ceiling, full: maximum !== null && (maxGb === undefined || maxGb >= maximum) };
}
