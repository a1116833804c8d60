import type { Recipe } from '../generators/case.ts';
import type { Room } from '../generators/room.ts';
import type { Contract } from '../spec/contract.ts';
import type { RequirementId } from '../spec/requirements.ts';
import type { ActiveCheck } from './check.ts';
import type { Ownership } from './ownership.ts';
import type { Blocked, Trace } from './step.ts';

/** What came of one exercise of a case: what it left behind, or why there is nothing to judge. */
export type Exercised =
  | Trace
  | { readonly kind: 'unavailable' | 'unclear'; readonly reason: string }
  | { readonly kind: 'blocked'; readonly blocked: Blocked };

/** Where cases are exercised: at a target, or in the record of a run. What is made of it is the same. */
export interface Stage {
  readonly operation: Ownership;
  readonly contract: Contract;
  readonly room: Room;
  /** The run is over: what was being watched was not seen to its end. */
  readonly isOver: () => boolean;
  /** Throws where we are broken. */
  readonly exercise: (check: ActiveCheck, recipe: Recipe) => Promise<Exercised>;
  /** Says beside a requirement's verdict what a reader has to know. */
  readonly note: (id: RequirementId, text: string) => void;
  /** From now on each case has a volume of its own. */
  readonly endReuse: () => void;
}

/** What a case is for: the first of its check, one that it needs, one that is only extra, or a smaller one than one that failed. */
export type Purpose = 'first' | 'needed' | 'extra' | 'smaller';
