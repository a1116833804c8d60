import type { RequirementId } from '../spec/requirements.ts';
import type { Change } from './rules.ts';

/** One way in which an implementation goes wrong: the conforming rules with one behaviour changed. */
export interface Fault {
  readonly id: string;
  /** What the faulty service does, for a list of faults. */
  readonly summary: string;
  /** The requirement that it breaks. */
  readonly requirement: RequirementId;
  /** Other requirements that the same behaviour breaks in the letter, so that a suite may rightly report them. */
  readonly mayAlsoFail: readonly RequirementId[];
  readonly change: Change;
}

/** A fault as it is written down: its id is the key that it stands under, and mostly it breaks one requirement alone. */
type Entry = Omit<Fault, 'id' | 'mayAlsoFail'> & Partial<Pick<Fault, 'mayAlsoFail'>>;

/** Faults that are alike, by their ids. */
export function family<Id extends string>(entries: Readonly<Record<Id, Entry>>): Readonly<Record<Id, Fault>> {
  const faults = Object.entries<Entry>(entries).map(([id, entry]) => [id, { id, mayAlsoFail: [], ...entry }]);
  return Object.fromEntries(faults) as Record<Id, Fault>;
}
