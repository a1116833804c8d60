import fc from 'fast-check';
import type { Recipe } from '../../generators/case.ts';
import type { Room } from '../../generators/room.ts';
import type { Contract } from '../../spec/contract.ts';
import type { ActiveCheck, Budget } from '../check.ts';
import { crashOf } from '../crash.ts';
import type { Purpose } from '../stage.ts';
import { timing } from '../timing.ts';
import { type Ahead, openAhead } from './ahead.ts';
import type { CaseRunner } from './case-runner.ts';
import type { Finding } from './finding.ts';
import { extentOf } from './mandatory.ts';
import { openSearch, type Search } from './search.ts';
import { openTally, type Tally } from './tally.ts';

/** The source of a check's cases. */
export interface Drawing {
  readonly contract: Contract;
  readonly room: Room;
  readonly budget: Budget;
  /** Telling cases besides the check's own. */
  readonly further?: readonly Recipe[] | undefined;
  /** Fewer cases than the budget has, at most: as many as a record can hold. */
  readonly atMost?: number;
  /** The check's own. */
  readonly seed: number;
  /** Told how many cases are drawn. */
  readonly planned?: (cases: number) => void;
}

/**
 * Runs one check: its telling cases first, then the cases that fast-check draws, then shrinking. The same drawing and the same
 * answers of the runner make the same finding. Never throws: a crash of ours is in the finding.
 *
 * If a valid request was refused because of other requests of the run, the cases are drawn once more: the run then goes one
 * by one, and the new results count.
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

const judgedAnew = 'a valid request was refused among other requests and accepted alone: judged again, one by one';

/** The results of all cases of a check. */
interface Drawn {
  readonly tally: Tally;
  readonly search: Search;
  /** fast-check's path to the smallest case that failed. */
  readonly path: string;
  readonly passedOver: number;
  readonly crash: string | undefined;
  readonly isCrowded: boolean;
  /** Why the budget is too small for the check's mandatory cases. */
  readonly short: string | undefined;
}

async function draw(
  check: ActiveCheck,
  runner: CaseRunner,
  { contract, room, budget, further = [], atMost = Number.POSITIVE_INFINITY, seed, planned }: Drawing,
  order: 'side by side' | 'one by one',
): Promise<Drawn> {
  const tally = openTally();
  const search = openSearch();
  let drawn = 0;
  let passedOver = 0;
  let inVain = 0;
  let isEnded = false;
  let isCrowded = false;
  let crash: string | undefined;
  let path = '';
  let short: string | undefined;
  let underWay: Ahead['ended'] = async () => {};
  try {
    const cases = check.cases(contract, room, budget);
    const extent = extentOf(check, budget, cases.first);
    short = extent.short;
    const own = cases.first.slice(0, extent.cases);
    const telling = [...own, ...further, ...cases.first.slice(own.length)];
    const numRuns = Math.min(Math.max(extent.cases, own.length + further.length), atMost);
    planned?.(numRuns);
    const purpose = (): Purpose => {
      if (search.isShrinking()) return 'smaller';
      if (tally.isEmpty()) return 'first';
      return drawn < extent.mandatory ? 'needed' : 'extra';
    };
    const atOnce = order === 'side by side' ? furtherAtOnce : 1;
    const ahead = openAhead(further, atOnce, (recipe) => runner.examine(recipe, 'further'));
    underWay = ahead.ended;
    let place = -own.length;
    /** A requirement that it rests on is broken: further cases tell nothing then, and only cost. */
    const isInVain = (): boolean => further.length > 0 && drawn >= own.length && inVain >= enoughInVain;
    const property = fc.asyncProperty(cases.arbitrary, async (recipe) => {
      if (isEnded || isCrowded || search.isOver() || tally.isHopeless() || isInVain()) return true;
      if (search.isShrinking()) await ahead.ended();
      const begun = search.isShrinking() ? undefined : ahead.take(place++);
      const examined = await (begun ?? runner.examine(recipe, purpose()));
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
      if (examined.kind === 'blocked') inVain += 1;
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
      numRuns,
      examples: telling.map((recipe): [Recipe] => [recipe]),
    });
    path = details.counterexamplePath ?? '';
  } catch (error) {
    crash = crashOf(error);
  }
  await underWay();
  return { tally, search, path, passedOver, crash, isCrowded, short };
}

/** So many cases between checks are under way at once: each may wait for a job, and there are dozens. */
export const furtherAtOnce = 4;

/** So many cases that another requirement blocks. */
const enoughInVain = 3;

const stopped = `stopped after ${timing.enoughMs / 1000} s`;
