import type { Recipe } from '../../generators/case.ts';
import { adviceOnMove } from '../../wire/advice.ts';
import { prepare } from '../fixtures/fit.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import type { Run } from '../fixtures/run.ts';
import { LostExchange, Unavailable, type VolumeUnderTest } from '../fixtures/volume-under-test.ts';
import type { Step } from '../step.ts';

/** The generator made a case that is not of the kind its check is about: we are broken, not the target. */
export class WrongCase extends Error {
  override readonly name = 'WrongCase';
}

/** The intention of a case: to break at least one of these clauses and no other, or to be unreadable. */
type WantedCase = readonly string[] | 'unreadable';

function isCaseFor(wanted: WantedCase, { expectation }: Pick<Step, 'expectation'>): boolean {
  return wanted === 'unreadable' || expectation.kind === 'accept' || expectation.kind === 'unreadable'
    ? expectation.kind === wanted
    : expectation.clauses.every((clause) => wanted.includes(clause));
}

/** Throws `WrongCase` unless the oracle confirms the intention of the step's case. */
export function mustBreak(step: Step, wanted: WantedCase): void {
  if (isCaseFor(wanted, step)) return;
  throw new WrongCase(`${step.case.body} is no case for ${wanted}: the oracle says ${step.expectation.kind}`);
}

/**
 * Throws `Unavailable` if an extra case does not fit its intention on this volume: a faulty service may have made another volume
 * than requested.
 */
export function mustSuit(run: Run, tested: VolumeUnderTest, recipe: Recipe, wanted: WantedCase): void {
  if (recipe.setup.essential || isCaseFor(wanted, prepare(run, tested, recipe))) return;
  throw new Unavailable(`a volume of ${tested.now.size} GB does not fit the case`);
}

/** Throws where an answer decides nothing, so that the case is tried on a fresh volume. */
export function mustDecide(step: Step): void {
  if (step.outcome !== 'none') return;
  const { reply } = step.exchange;
  const advice = adviceOnMove(step.exchange);
  throw new LostExchange(
    `answered ${reply.kind === 'answer' ? reply.status : 'nothing'}, which decides nothing${advice === undefined ? '' : `: ${advice}`}`,
  );
}

/**
 * Sends a request that a gateway may answer by closing the connection, or with a status that decides nothing. That is
 * no reason to send it again: throws `Unavailable`, so that it becomes a note of the row.
 */
export async function sendIfServed(send: () => Promise<Step>): Promise<Step> {
  try {
    const step = await send();
    mustDecide(step);
    return step;
  } catch (error) {
    if (!(error instanceof LostExchange)) throw error;
    throw new Unavailable(`such a request is not served here: ${error.message}`);
  }
}

/** Runs `work` on a volume and hands it back in any case. */
export async function onVolume<T>(
  fixtures: Fixtures,
  wish: Parameters<Fixtures['lease']>,
  work: (tested: Awaited<ReturnType<Fixtures['lease']>>) => Promise<T>,
): Promise<T> {
  const tested = await fixtures.lease(...wish);
  try {
    return await work(tested);
  } finally {
    await fixtures.release(tested);
  }
}
