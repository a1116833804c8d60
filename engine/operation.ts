import type { Contract } from '../spec/contract.ts';
import type { Register, RequirementId } from '../spec/requirements.ts';
import type { AcceptanceMapper } from './acceptance-mapper.ts';
import type { Check } from './check.ts';
import type { FixtureKind, PathParameter } from './fixtures/kind.ts';
import type { Mixup } from './judge/diagnosis.ts';
import type { Ownership } from './ownership.ts';

/** What is certified. All that the engine knows of an operation: recipes and cases are plain data to it. */
export interface Operation extends Ownership {
  /** As the contracts of it are called first: `extend-volume`. */
  readonly id: string;
  /** What stands behind the parameters of its path, the project's aside. */
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
  /** What it is certified of, and what its page says that no check certifies. */
  readonly register: Register;
  /** What its answers are mistaken for, the likeliest first: a counterexample tells it. */
  readonly mixups: readonly Mixup[];
  /** Counts what was accepted and refused, for pictures beside the rows; absent where there are none. */
  readonly openAcceptanceMapper?: (contract: Contract) => AcceptanceMapper;
}
