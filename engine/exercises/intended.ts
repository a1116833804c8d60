import type { Fixtures } from '../fixtures/fixtures.ts';
import { LostExchange } from '../fixtures/volume-under-test.ts';
import type { Step } from '../step.ts';

/** The generator made a case that is not of the kind its check is about: we are broken, not the target. */
export class WrongCase extends Error {
  override readonly name = 'WrongCase';
}

/** Throws `WrongCase` unless the oracle says of the step's case that it breaks these clauses, at least one and no other. */
export function mustBreak(step: Step, clauses: readonly string[] | 'unreadable'): void {
  const { expectation } = step;
  const fits =
    clauses === 'unreadable' || expectation.kind === 'accept' || expectation.kind === 'unreadable'
      ? expectation.kind === clauses
      : expectation.clauses.every((clause) => clauses.includes(clause));
  if (!fits) throw new WrongCase(`${step.case.body} is no case for ${clauses}: the oracle says ${expectation.kind}`);
}

/** Throws where an answer decides nothing, so that the case is tried on a fresh volume. */
export function mustDecide(step: Step): void {
  if (step.outcome !== 'none') return;
  const { reply } = step.exchange;
  throw new LostExchange(`answered ${reply.kind === 'answer' ? reply.status : 'nothing'}, which decides nothing`);
}

/** Runs `work` on a volume and hands it back whatever happens. */
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
