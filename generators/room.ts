import type { Contract } from '../spec/contract.ts';
import { bounds } from '../spec/parts.ts';

/** How large volumes may be; all in GB. */
export interface Room {
  /** The smallest volume the target gives. */
  readonly smallest: number;
  /** The page's maximum, or null. */
  readonly maximum: number | null;
  /** The largest size that is sent to be accepted without doubt: below the maximum, and within what the target declares. */
  readonly ceiling: number;
  /** Whether the target's room reaches the page's maximum. */
  readonly full: boolean;
}

/** Where a page names no maximum and the target no room, this factor of the smallest volume has to do. */
const modest = 20;

/** The room of a run. */
export function roomOf(contract: Contract, smallest: number, maxGb: number | undefined): Room {
  const { maximum } = bounds(contract);
  const documented = maximum === null ? smallest * modest : maximum - 1;
  const ceiling = Math.min(documented, maxGb ?? documented);
  return { smallest, maximum, ceiling, full: maximum !== null && (maxGb === undefined || maxGb >= maximum) };
}
