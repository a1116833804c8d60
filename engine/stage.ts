import type { Recipe } from '../generators/case.ts';
import type { Room } from '../generators/room.ts';
import type { Contract } from '../spec/contract.ts';
import type { RequirementId } from '../spec/requirements.ts';
import type { ActiveCheck } from './check.ts';
import type { Ownership } from './ownership.ts';
import type { Blocked, Trace } from './step.ts';

/** The result of one exercise of a case: its trace, or why there is nothing to judge. */
export type Exercised =
  | Trace
  | { readonly kind: 'unavailable' | 'unclear'; readonly reason: string }
  | { readonly kind: 'blocked'; readonly blocked: Blocked };

/** The place where cases are exercised: a target, or the record of a run. The conclusions are the same. */
export interface Stage {
  readonly operation: Ownership;
  readonly contract: Contract;
  readonly room: Room;
  /** The run is over: the watched effect was not seen to its end. */
  readonly isOver: () => boolean;
  /** Throws where we are broken. */
  readonly exercise: (check: ActiveCheck, recipe: Recipe) => Promise<Exercised>;
  /** Adds a note to a requirement's verdict. */
  readonly note: (id: RequirementId, text: string) => void;
  /** Makes a case of this requirement of a request that had to be refused, but was accepted as a twin of another check. */
  readonly addCase: (id: RequirementId, recipe: Recipe) => void;
  /** From now on each case has a volume of its own. */
  readonly endReuse: () => void;
}

/**
 * The purpose of a case: the first of its check, a mandatory one, a further one between checks, an extra one, or a
 * smaller one than a failing one.
 */
export type Purpose = 'first' | 'needed' | 'further' | 'extra' | 'smaller';
