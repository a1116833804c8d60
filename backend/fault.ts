import type { RequirementId } from '../spec/requirements.ts';
import type { DialectId } from './dialects/index.ts';
import type { Change } from './rules.ts';

/** The operations in which a fault can lie. */
export type FaultyOperation = 'extend-volume' | 'delete-volume';

/** One way in which an implementation goes wrong: the conforming rules with one behaviour changed. */
export interface Fault {
  readonly id: string;
  /** The operation that is wrong; the others are right. */
  readonly operation: FaultyOperation;
  /** The dialects that can have it; absent: every one. */
  readonly dialects?: readonly DialectId[];
  /** What the faulty service does, for a list of faults. */
  readonly summary: string;
  /** The requirement that it breaks. */
  readonly requirement: RequirementId;
  /** Other requirements that the same behaviour breaks in the letter, so that a suite may rightly report them. */
  readonly mayAlsoFail: readonly RequirementId[];
  readonly change: Change;
}

/** A fault as it is written down: its id is the key that it stands under, and mostly it breaks one requirement alone. */
type Entry = Omit<Fault, 'id' | 'operation' | 'mayAlsoFail'> & Partial<Pick<Fault, 'mayAlsoFail'>>;

/** Faults of one operation that are alike, by their ids. */
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
