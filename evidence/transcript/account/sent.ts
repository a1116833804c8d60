import type { Check } from '../../../engine/check.ts';
import type { Effect } from '../../../engine/effect.ts';
import type { Ending, Outcome, Step } from '../../../engine/step.ts';
import type { Recipe } from '../../../generators/case.ts';
import type { Contract } from '../../../spec/contract.ts';
import type { RequirementId } from '../../../spec/requirements.ts';
import type { VolumeReading } from '../../../targets/observe.ts';
import type { StepLine } from '../lines.ts';
import type { ExchangeAt, Numbered } from '../reader.ts';

/** The statements about a request that can be compared with the exchanges, without the exchanges themselves. */
export interface Sent {
  readonly line: number;
  readonly number: number;
  readonly exchange: number;
  readonly watched: boolean;
  readonly check: RequirementId;
  readonly ordinal: number;
  readonly about: string;
  readonly inScope: boolean;
  readonly alone: boolean;
  readonly outcome: Outcome;
  readonly ending: Ending | undefined;
  readonly expects: 'accept' | 'refuse' | 'open' | 'unreadable';
  /** The requirements that it breaks, if any. */
  readonly clauses: readonly string[];
  /** In GB; null where none has to result. */
  readonly expected: number | null;
  readonly case: Step['case'];
  readonly asked: string | null;
  readonly recipe: Recipe | undefined;
  readonly history: readonly number[];
  /** Sizes in GB and the exchanges that they were read from; undefined where nothing was read. */
  readonly before: SeenVolume | undefined;
  readonly after: SeenVolume | undefined;
  readonly polls: readonly Polled[];
  /** Whether its readings show an effect, whatever the answer; without readings, a missing effect is not shown. */
  readonly tookPlace: boolean;
  readonly repeats: number | null;
  readonly lockedBy: number | null;
  /** The result of its check for this request alone; undefined if there is none. */
  readonly accuses: string | undefined;
}

export interface SeenVolume {
  readonly size: number;
  readonly status: string;
  readonly exchange: number | null;
}

interface Polled {
  readonly at: number;
  /** Exchanges: of the job's look-up, of the volume's. */
  readonly job: number | null;
  readonly volume: number | null;
  readonly size: number | undefined;
  readonly state: string | undefined;
}

/** `exchangeOf`: of a reading by its number. */
export function sentOf(
  line: Numbered<StepLine>,
  step: Step,
  check: Check | undefined,
  contract: Contract,
  effect: Effect,
  exchangeOf: (reading: number | null) => number | null,
): Sent {
  const { expectation } = step;
  const seen = (reading: VolumeReading | undefined, number: number | null): SeenVolume | undefined =>
    reading && { size: reading.size, status: reading.status, exchange: exchangeOf(number) };
  return {
    line: line.line,
    number: line.number,
    exchange: line.exchange,
    watched: line.watched,
    check: step.check,
    ordinal: step.ordinal,
    about: step.about,
    inScope: step.inScope,
    alone: step.alone,
    outcome: step.outcome,
    ending: step.ending,
    case: step.case,
    asked: step.asked,
    recipe: step.recipe,
    history: step.history,
    repeats: line.repeats,
    lockedBy: line.lockedBy,
    expects: expectation.kind,
    clauses: 'clauses' in expectation ? expectation.clauses : [],
    expected: expectation.kind === 'accept' || expectation.kind === 'open' ? expectation.size : null,
    before: seen(step.before, line.before),
    after: seen(step.after, line.after),
    polls: step.polls.map(({ at, volume }, which) => ({
      at,
      job: exchangeOf(line.sights[which]?.job ?? null),
      volume: exchangeOf(line.sights[which]?.volume ?? null),
      size: volume.kind === 'volume' ? volume.size : undefined,
      state: volume.kind === 'volume' ? volume.status : undefined,
    })),
    tookPlace: step.before === undefined || (step.after !== undefined && effect.tookPlace(step.before, step.after)),
    // what decides nothing is tried on another volume
    accuses: step.recipe === undefined || step.outcome === 'none' ? undefined : accusationOf(step, check, contract),
  };
}

function accusationOf(step: Step, check: Check | undefined, contract: Contract): string | undefined {
  try {
    const complaint = check?.judge({ steps: [step] }, contract);
    // what an exercise may look into further, and then begin anew
    return complaint?.kind === 'unknown' ? undefined : complaint?.text;
  } catch {
    return undefined;
  }
}

/** The name of a step, and of its exchanges. */
export const nameOf = ({ check, ordinal }: { readonly check: string; readonly ordinal: number }): string =>
  `${check} ${ordinal}`;

/** Everything but a look-up is a request to the operation; one that could be taken for a look-up says so. */
export const isRequest = ({ method, step }: Pick<ExchangeAt, 'method' | 'step'>): boolean =>
  method !== 'GET' || step?.isRequest === true;
