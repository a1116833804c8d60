import type { Room } from '../generators/room.ts';
import type { Contract } from '../spec/contract.ts';
import type { Register, RequirementId } from '../spec/requirements.ts';
import type { AcceptanceMapper } from './acceptance-mapper.ts';
import type { Check } from './check.ts';
import type { FixtureKind, PathParameter } from './fixtures/kind.ts';
import type { Interactions } from './interactions.ts';
import type { Mixup } from './judge/diagnosis.ts';
import type { Ownership } from './ownership.ts';

/** The certified operation. This is all that the engine knows of it: recipes and cases are plain data. */
export interface Operation extends Ownership {
  /** As the contracts of it are called first: `extend-volume`. */
  readonly id: string;
  /** The resources behind the parameters of its path, except the project. */
  readonly fixtures: Readonly<Record<PathParameter, FixtureKind>>;
  /** Its checks, in the order of the report. */
  readonly checks: readonly Check[];
  /**
   * The strongest of its requirements, for a smoke run, in which few requests tell that nothing is plainly wrong: those that
   * send a case, and those that are judged by what these show.
   */
  readonly smoke: { readonly sent: readonly RequirementId[]; readonly seen: readonly RequirementId[] };
  /** Whether a contract is of this operation. */
  readonly certifies: (contract: Contract) => boolean;
  /** Its requirements, and the statements of its page that no check certifies. */
  readonly register: Register;
  /** Frequent mix-ups in its answers, the likeliest first: a counterexample names them. */
  readonly mixups: readonly Mixup[];
  /** Absent where there is nothing to combine. */
  readonly interactions?: Interactions | undefined;
  /** Counts acceptances and refusals for the drawings of the report; absent if there are none. */
  readonly openAcceptanceMapper?: (contract: Contract, room: Room) => AcceptanceMapper;
}
