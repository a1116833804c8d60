import fc from 'fast-check';
import type { Recipe } from '../generators/case.ts';
import type { Room } from '../generators/room.ts';
import type { Contract } from '../spec/contract.ts';
import type { CaseRunner } from './case-runner.ts';
import type { ActiveCheck, Budget } from './check.ts';
import { crashOf } from './crash.ts';
import type { Finding } from './finding.ts';
import { extentOf } from './mandatory.ts';
import { openSearch, type Search } from './search.ts';
import type { Purpose } from './stage.ts';
import { openTally, type Tally } from './tally.ts';
import { timing } from './timing.ts';

/** What a check draws its cases from. */
export interface Drawing {
  readonly contract: Contract;
  readonly room: Room;
  readonly budget: Budget;
  /** Fewer cases than the budget has, at most: as many as a record can hold. */
  readonly atMost?: number;
  /** The check's own. */
  readonly seed: number;
}

/**
 * Runs one check: its telling cases first, then what fast-check draws, then shrinking. The same drawing and the same
 * answers of the runner make the same finding. Never throws: a crash of ours is in the finding.
 *
 * Where a valid request was refused for what else of ours was under way, the cases are drawn once more: the run goes one
 * by one then, and what they come to by that counts.
 */
export async function runCheck(check: ActiveCheck, runner: CaseRunner, drawing: Drawing): Promise<Finding> {
  const first = await draw(check, runner, drawing, 'side by side');
  const drawn = first.isCrowded ? await draw(check, runner, drawing, 'one by one') : first;
  const closing = await runner.close();
  const { tally, search, path, short } = drawn;
  tally.blocked(closing.uncontrolled);
  const crash = drawn.crash ?? closing.crash;
  const found = search.found();
  return {
    requirement: check.requirement,
    runs: tally.runs(),
    observed: tally.observed(),
    failure: found === undefined ? undefined : { ...found, path },
    doubts: tally.doubts(),
    short,
    crash: found === undefined ? crash : undefined,
    notes: [
      ...(first.isCrowded ? [{ reason: judgedAnew }] : []),
      ...tally.notes(),
      ...(found !== undefined && crash !== undefined ? [{ about: 'while shrinking', reason: crash }] : []),
      ...(drawn.passedOver > 0 ? [{ about: stopped, reason: `${drawn.passedOver} further cases were not sent` }] : []),
    ],
  };
}

const judgedAnew = 'a valid request was refused beside others of the run and taken by itself: judged anew, one by one';

/** What all cases of a check came to. */
interface Drawn {
  readonly tally: Tally;
  readonly search: Search;
  /** fast-check's path to the smallest case that failed. */
  readonly path: string;
  readonly passedOver: number;
  readonly crash: string | undefined;
  readonly isCrowded: boolean;
  /** Why the budget is too small for what the check must draw. */
  readonly short: string | undefined;
}

async function draw(
  check: ActiveCheck,
  runner: CaseRunner,
  { contract, room, budget, atMost = Number.POSITIVE_INFINITY, seed }: Drawing,
  order: 'side by side' | 'one by one',
): Promise<Drawn> {
  const tally = openTally();
  const search = openSearch();
  let drawn = 0;
  let passedOver = 0;
  let isEnded = false;
  let isCrowded = false;
  let crash: string | undefined;
  let path = '';
  let short: string | undefined;
  try {
    const cases = check.cases(contract, room, budget);
    const extent = extentOf(check, budget, cases.first);
    short = extent.short;
    const purpose = (): Purpose => {
      if (search.isShrinking()) return 'smaller';
      if (tally.isEmpty()) return 'first';
      return drawn < extent.mandatory ? 'needed' : 'extra';
    };
    const property = fc.asyncProperty(cases.arbitrary, async (recipe) => {
      if (isEnded || isCrowded || search.isOver() || tally.isHopeless()) return true;
      const examined = await runner.examine(recipe, purpose());
      if (examined.kind === 'interrupted') {
        // no further one is sent, whatever was to be drawn
        isEnded = true;
        return true;
      }
      if (examined.kind === 'passed-over') {
        passedOver += 1;
        return true;
      }
      // what was found stands, whatever becomes of the search for a smaller case
      if (examined.kind === 'crowded' && order === 'side by side' && !search.isShrinking()) {
        isCrowded = true;
        return true;
      }
      drawn += 1;
      if (examined.kind === 'crashed') {
        // kept and passed over, so that a later case can still find what is wrong with the target
        crash ??= examined.reason;
        return true;
      }
      if (!search.isShrinking()) tally.note(recipe, examined, drawn <= extent.mandatory);
      return search.isFine(examined, recipe);
    });
    const details = await fc.check(property, {
      seed,
      numRuns: Math.min(extent.cases, atMost),
      examples: cases.first.map((recipe): [Recipe] => [recipe]),
    });
    path = details.counterexamplePath ?? '';
  } catch (error) {
    crash = crashOf(error);
  }
  return { tally, search, path, passedOver, crash, isCrowded, short };
}

const stopped = `stopped after ${timing.enoughMs / 1000} s`;
