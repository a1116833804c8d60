import type { RequirementId } from '../spec/requirements.ts';
import type { DialectId } from './dialects/index.ts';
import type { Change } from './rules.ts';

/** The operations in which a fault can lie. */
export type FaultyOperation = 'extend-volume' | 'delete-volume';

/** A mistake of an implementation: the conforming rules with one behaviour changed. */
export interface Fault {
  readonly id: string;
  /** The operation with the mistake; the others are right. */
  readonly operation: FaultyOperation;
  /** The dialects that can have it; absent: all. */
  readonly dialects?: readonly DialectId[];
  /** The behaviour of the faulty service, for a list of faults. */
  readonly summary: string;
  /** The requirement that it breaks. */
  readonly requirement: RequirementId;
  /** Other requirements that the same behaviour breaks in the letter, so that a suite may rightly report them. */
  readonly mayAlsoFail: readonly RequirementId[];
  readonly change: Change;
}

/** A fault in its family: the id is its key, and most faults break only one requirement. */
type Entry = Omit<Fault, 'id' | 'operation' | 'mayAlsoFail'> & Partial<Pick<Fault, 'mayAlsoFail'>>;

/** Similar faults of one operation, by id. */
export function family<Id extends string>(
  entries: Readonly<Record<Id, Entry>>,
  operation: FaultyOperation = 'extend-volume',
): Readonly<Record<Id, Fault>> {
  const faults = Object.entries<Entry>(entries).map(([id, entry]) => [
    id,
    { id, operation, mayAlsoFail: [], ...entry },
  ]);
  return Object.fromEntries(faults) as Record<Id, Fault>;
}
