import { isDeepStrictEqual } from 'node:util';
import { outcomeOf } from '../../engine/judge/outcome.ts';
import type { Operation } from '../../engine/operation.ts';
import type { Bystander, Step, Trace } from '../../engine/step.ts';
import type { Contract } from '../../spec/contract.ts';
import { isLookupFor } from '../../targets/lookups.ts';
import { type JobReading, type NoReading, readJob, readVolume, type VolumeReading } from '../../targets/observe.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { fitterOf } from './foreign.ts';
import { said } from './kept.ts';
import type { ReadingLine, RunLine, StepLine, ToldTrace } from './lines.ts';
import { misfits, readingsOf, strangeSource, within } from './misfits.ts';
import { Dangling, NotKept } from './missing.ts';
import { openPairs, togetherIn } from './pairs.ts';
import { atLine, type Problem } from './problem.ts';
import type { ExchangeAt, Numbered } from './reader.ts';
import { exchangeOf, inWords, type Places, presumed, type RecalledReading } from './recall.ts';

/** The content of a transcript, rebuilt from the exchanges; a statement that does not follow from them is a problem. */
export interface Rebuilt {
  readonly exchange: (line: Numbered<ExchangeAt>) => void;
  readonly reading: (line: Numbered<ReadingLine>) => void;
  /** Undefined if it names something missing. */
  readonly step: (line: Numbered<StepLine>) => Step | undefined;
  /** Throws if it names something missing. */
  readonly trace: (told: ToldTrace) => Trace;
  /** The exchanges of its steps. Throws if it names something missing. */
  readonly exchangesOf: (told: ToldTrace) => readonly number[];
  /** Undefined where it is not there. */
  readonly exchangeOf: (number: number) => Exchange | undefined;
  /** Reports unexplained exchanges when all lines have been read. */
  readonly close: () => void;
  /** The exchange of a reading by its number; null where there is none. */
  readonly exchangeOfReading: (number: number | null) => number | null;
  /** Where volumes and jobs were looked up. */
  readonly places: () => Places;
  readonly counts: () => { readonly exchanges: number; readonly readings: number; readonly steps: number };
}

/** A reading's line; if it cannot be rebuilt, its statement has to suffice. */
interface KeptReading {
  readonly line: Numbered<ReadingLine>;
  readonly isSound: boolean;
}

/** Rebuilt parts are not held, but rebuilt from their lines on demand: a transcript may be larger than memory. */
export function rebuild(
  operation: Operation,
  contract: Contract,
  run: RunLine,
  tell: (problem: Problem) => void,
): Rebuilt {
  const exchanges = new Map<number, ExchangeAt>();
  const readings = new Map<number, KeptReading>();
  const steps = new Map<number, Numbered<StepLine>>();
  const last = new Map<string, number>();
  const sources = new Set<number>();
  /** Steps that no rule about all answers was shown, by number: their lines, as long as no later step repeats them. */
  const kept = new Map<number, number>();
  /** The exchanges of steps that they were shown. */
  const shown = new Set<number>();
  const isOfTarget = within(run.target);
  const fitter = fitterOf(operation, contract, run);
  const isTogether = togetherIn(operation);
  const pairs = openPairs(operation, contract);
  const places: { -readonly [What in keyof Places]: Places[What] } = {};

  function pick<T>(from: ReadonlyMap<number, T>, number: number, what: string): T {
    const found = from.get(number);
    if (found === undefined) throw new Dangling(`there is no ${what} ${number} before it`);
    return found;
  }
  /** Throws `NotKept` where the answer is not kept as it was judged. */
  function exchangeAt(number: number): Exchange {
    const line = pick(exchanges, number, 'exchange').read();
    if (!('status' in line.response) || line.response.whole !== false) return exchangeOf(line);
    throw new NotKept(
      `the answer of exchange ${number} was not kept in full (it was too long, or its JSON has a secret as a name or a number): this run cannot be judged again`,
    );
  }

  /** Before, the request, each look and after: in the order in which their answers came. */
  function isInTime({ before, after, sights, exchange }: StepLine): boolean {
    const at = (number: number | null, otherwise: number): number => {
      if (number === null) return otherwise;
      const { line, isSound } = pick(readings, number, 'reading');
      return (isSound ? line.exchange : null) ?? otherwise;
    };
    let last = exchange;
    let lastVolume: number | null = null;
    const isNext = (number: number | null): boolean => {
      const isLater = at(number, Number.POSITIVE_INFINITY) > last;
      last = at(number, last);
      return isLater;
    };
    const areLooks = sights.every(({ job, volume }) => {
      // where a job could not be looked up, it alone is looked at again
      const isAgain = volume === lastVolume;
      lastVolume = volume;
      return isNext(job) && (isAgain || isNext(volume));
    });
    return at(before, 0) < exchange && exchange < at(after, Number.POSITIVE_INFINITY) && areLooks;
  }

  const readingOf = (number: number | null): RecalledReading | undefined => {
    if (number === null) return undefined;
    const { line, isSound } = pick(readings, number, 'reading');
    return isSound ? readingFrom(line) : presumed(line.says);
  };
  function volumeOf(number: number): VolumeReading {
    const reading = readingOf(number);
    if (reading?.kind !== 'volume') throw new Dangling(`reading ${number} is of no volume`);
    return reading;
  }

  /** Numbers run without a gap, so a removal shows. */
  function inOrder({ kind, number, line }: Numbered<{ readonly kind: string; readonly number: number }>): void {
    const due = (last.get(kind) ?? 0) + 1;
    if (number !== due) tell(atLine(line, `${kind} ${number} is in the place of ${kind} ${due}`));
    last.set(kind, number);
  }

  function readingFrom({ exchange, lookup, volume, says }: ReadingLine): RecalledReading {
    if (exchange === null || lookup === null) return presumed(says);
    const source = { exchange: exchangeAt(exchange), lookup, volume: volume ?? undefined };
    return says.kind === 'job' || volume === null ? readJob(source) : readVolume(source);
  }

  function checkReading(line: Numbered<ReadingLine>): RecalledReading {
    const reading = readingFrom(line);
    const { exchange, says } = line;
    if (reading.source === undefined || exchange === null) return reading;
    if (sources.has(exchange)) tell(atLine(line.line, 'its exchange has been read already'));
    const kind = reading.source.volume === undefined ? 'job' : 'volume';
    places[kind] ??= reading.source.lookup;
    if (!isDeepStrictEqual(places[kind], reading.source.lookup))
      tell(atLine(line.line, `another ${kind} was looked up elsewhere`));
    if (kind === 'volume' && !isLookupFor(contract, reading.source.lookup))
      tell(atLine(line.line, 'a volume that is gone is read in another way than the contract says'));
    for (const what of strangeSource(reading.source, isOfTarget)) tell(atLine(line.line, what));
    sources.add(exchange);
    if (!isDeepStrictEqual(says, said(reading)))
      tell(atLine(line.line, `exchange ${exchange} says ${inWords(said(reading))}, and not ${inWords(says)}`));
    return reading;
  }

  /** `isBare`: without the steps that it names itself. */
  function stepFrom(line: StepLine, isBare = false): Step {
    const { check, ordinal, about, history, asked, expectation, ending, alone, inScope, recipe, previous } = line;
    const exchange = exchangeAt(line.exchange);
    const lock = line.lockedBy === null ? undefined : pick(steps, line.lockedBy, 'step');
    const first = line.repeats === null ? undefined : pick(steps, line.repeats, 'step');
    return {
      ...{ check, ordinal, about, history, case: line.case, asked, expectation, exchange, alone, inScope },
      recipe: recipe ?? undefined,
      outcome: outcomeOf(exchange, contract),
      before: line.before === null ? undefined : volumeOf(line.before),
      after: line.after === null ? undefined : volumeOf(line.after),
      ending: ending ?? undefined,
      polls: line.sights.map(({ at, job, volume }) => ({
        at,
        job: readingOf(job) as JobReading | NoReading | undefined,
        volume: readingOf(volume) as VolumeReading | NoReading,
      })),
      repeats: first === undefined || isBare ? undefined : stepFrom(first, true),
      lockedBy: lock === undefined || isBare ? undefined : stepFrom(lock, true),
      previous: previous ?? undefined,
    };
  }

  function checkStep(line: Numbered<StepLine>): Step {
    const step = stepFrom(line);
    const { inScope, outcome } = line;
    // only what was sent at the same time as another, or again, is kept from them; of a departure more may be told later
    const isMore = !inScope && shown.has(line.exchange);
    if (line.watched) shown.add(line.exchange);
    else if (!isTogether(line) && !isMore) kept.set(line.number, line.line);
    if (line.repeats !== null) kept.delete(line.repeats);
    const first = line.repeats === null ? undefined : pick(steps, line.repeats, 'step');
    for (const what of pairs.see(step, line, first)) tell(atLine(line.line, what));
    for (const what of misfits({ ...step, outcome }, { contract, fitter, isOfTarget })) tell(atLine(line.line, what));
    // of a volume that cannot be read it is presumed how large it is
    const isRead = step.before !== undefined;
    const looks = step.polls.flatMap(({ job, volume }) => [volume, ...(job === undefined ? [] : [job])]);
    const isUnread = ({ kind, source }: RecalledReading): boolean => kind === 'volume' && source === undefined;
    if (isRead && (readingsOf(step).some(isUnread) || looks.some(({ source }) => source === undefined)))
      tell(atLine(line.line, 'a reading of it is read from no exchange'));
    // the last look at a volume of a departure may be an older one, where no later one was answered
    if (inScope && !isInTime(line)) tell(atLine(line.line, 'its readings are not of before and after its exchange'));
    return step;
  }

  return {
    exchange(line) {
      inOrder(line);
      exchanges.set(line.number, line);
    },
    reading(line) {
      inOrder(line);
      const isSound = unlessDangling(line, () => checkReading(line)) !== undefined;
      readings.set(line.number, { line, isSound });
    },
    step(line) {
      inOrder(line);
      const step = unlessDangling(line, () => checkStep(line));
      if (step !== undefined) steps.set(line.number, line);
      return step;
    },
    trace({ steps: numbers, blocked, unclear, bystanders }) {
      return {
        steps: numbers.map((number) => stepFrom(pick(steps, number, 'step'))),
        ...(blocked === undefined ? {} : { blocked }),
        ...(unclear === undefined ? {} : { unclear }),
        ...(bystanders === undefined
          ? {}
          : {
              bystanders: bystanders.map(
                ({ id, before, after }): Bystander => ({
                  id,
                  before: volumeOf(before),
                  after: after === 'gone' ? after : volumeOf(after),
                }),
              ),
            }),
      };
    },
    exchangesOf: ({ steps: numbers }) => numbers.map((number) => pick(steps, number, 'step').exchange),
    exchangeOf: (number) => (exchanges.has(number) ? exchangeAt(number) : undefined),
    close() {
      for (const line of kept.values()) tell(atLine(line, 'it is exempted from the rules about all answers'));
    },
    exchangeOfReading: (number) => (number === null ? null : (readings.get(number)?.line.exchange ?? null)),
    places: () => places,
    counts: () => ({ exchanges: exchanges.size, readings: readings.size, steps: steps.size }),
  };

  function unlessDangling<T>({ line }: { readonly line: number }, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (error instanceof NotKept) throw error;
      tell(atLine(line, error instanceof Dangling ? error.message : `it cannot be: ${String(error)}`));
      return undefined;
    }
  }
}
