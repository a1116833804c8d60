import type { Expectation } from '../../generators/oracle.ts';
import type { VolumeReading } from '../../targets/observe.ts';
import type { StepMark } from '../../wire/exchange.ts';
import { pathSegment } from '../../wire/path.ts';
import { sendPatiently } from '../../wire/patient.ts';
import { isDenied, isLost, jobIdOf, lostWords, outcomeOf } from '../judge/outcome.ts';
import { markOf, type Outcome, type Step } from '../step.ts';
import { isChanged, readAsLeft } from './care.ts';
import { operationPath, type Sending } from './extend.ts';
import type { Run } from './run.ts';
import { type Settled, settle } from './settle.ts';
import { LostExchange, type Subject } from './subject.ts';

/**
 * Sends one request to extend, once, and watches what comes of it; the volume's latest reading is kept in the subject.
 * `alone`: nothing else of ours is under way. Throws `LostExchange` where no outcome can be had: the volume is spoiled
 * then, for the request may have been applied.
 */
export async function attempt(
  run: Run,
  subject: Subject,
  { case: case_, expectation, repeats }: Pick<Step, 'case' | 'expectation' | 'repeats'>,
  sending: Sending,
  alone: boolean,
): Promise<Step> {
  const { contract, target, clock, signal } = run;
  const path = operationPath(run, {
    [contract.names.project]: pathSegment(case_.path.project_id),
    [contract.names.volume]: pathSegment(case_.path.volume_id),
  });
  const request = {
    method: contract.operation.method,
    path,
    body: case_.body,
    ...sending.request,
    step: markOf(sending),
  };
  const before = subject.observed ? subject.now : undefined;
  subject.touched = true;
  const exchange = await sendPatiently(target.transport, request, clock, { signal });
  run.contact(exchange, expectation.kind === 'accept' || expectation.kind === 'open');
  if (isLost(exchange)) {
    run.traffic.stir();
    subject.spoilt = 'lost';
    throw new LostExchange(lostWords(exchange));
  }
  const outcome = outcomeOf(exchange, contract);
  const expected = sending.expected !== undefined ? sending.expected : sizeOf(expectation);
  let settled: Settled | undefined;
  if (outcome === 'accepted' && sending.until !== 'never' && before !== undefined) {
    const job = jobIdOf(exchange, contract);
    settled = await settle(run, {
      check: sending.check,
      volume: subject.volume,
      before,
      history: subject.history,
      expected,
      mustStay: expected === null && expectation.kind === 'refuse',
      job,
      step: markOf(sending),
      until: sending.until,
      brief: sending.brief ?? false,
      proving: sending.proving ?? [],
    });
  }
  if (outcome !== 'refused') run.traffic.stir();
  const after = settled === undefined ? await readAfter(run, subject, outcome, markOf(sending)) : settled.after;
  // the reading has just shown that the credentials have ended: the answer is theirs
  if (outcome === 'refused' && signal.aborted) throw new LostExchange('the run was cut short');
  const unseen = outcome === 'accepted' && sending.until !== 'never' && before === undefined ? 'unseen' : undefined;
  const last = subject.refusal?.step;
  const step: Step = {
    check: sending.check,
    ordinal: sending.ordinal,
    recipe: sending.recipe,
    about: sending.about ?? '',
    history: subject.history,
    case: case_,
    expectation,
    exchange,
    outcome,
    before,
    after,
    ending: settled?.ending ?? unseen,
    sights: settled?.sights ?? [],
    repeats,
    alone,
    lockedBy: undefined,
    previous: last?.recipe === undefined ? undefined : { check: last.check, recipe: last.recipe },
    // where nothing can be read, nobody knows whether a denial is the credentials' or the request's
    inScope: sending.inScope ?? (expectation.kind !== 'unreadable' && !(isDenied(exchange) && !subject.observed)),
  };
  remember(run, subject, step, expected);
  return step;
}

function sizeOf(expectation: Expectation): number | null {
  return expectation.kind === 'accept' || expectation.kind === 'open' ? expectation.size : null;
}

/**
 * Reads a volume after an answer that nothing is waited for; a refusal must have left it as it was. Throws `LostExchange`
 * where a volume that could be read no longer can: whoever refused may have meant that, and not the request.
 */
async function readAfter(
  run: Run,
  subject: Subject,
  outcome: Outcome,
  step: StepMark,
): Promise<VolumeReading | undefined> {
  const { observed, volume } = subject;
  if (!observed) return undefined;
  if (outcome !== 'refused') {
    const reading = await run.target.observer.volume(volume, step);
    return reading.kind === 'volume' ? reading : undefined;
  }
  const reading = await readAsLeft(run, subject, 'effect.refusal', step);
  if (reading !== undefined) return reading;
  subject.spoilt = 'lost';
  throw new LostExchange(`the volume ${volume.id} can no longer be read`);
}

/** Keeps what a step has told of the volume; a volume that is not as it should be is never used again. */
function remember(run: Run, subject: Subject, step: Step, expected: number | null): void {
  const { before, after, outcome, ending } = step;
  if (after !== undefined) subject.now = after;
  if (outcome === 'refused') {
    subject.refusal = { step, at: run.clock.now(), isOld: false };
    if (before !== undefined && (after === undefined || isChanged(before, after))) {
      subject.spoilt = 'changed';
    }
    return;
  }
  subject.refusal = undefined;
  if (outcome === 'accepted' && ending !== 'failed') subject.extensions += 1;
  if (after !== undefined && after.size !== before?.size) subject.history = [...subject.history, after.size];
  if (outcome === 'accepted' && run.target.observer.seesJobs) subject.job = jobIdOf(step.exchange, run.contract);
  if (outcome === 'accepted') run.underWay.add(subject);
  if (ending === 'unseen' && before === undefined && expected !== null) {
    subject.now = { ...subject.now, size: expected };
    return;
  }
  // a job that failed has left the volume as it was: the next reading tells whether it is ready again
  if (ending !== 'as-asked' && ending !== 'failed') subject.spoilt = 'used';
  else if (ending === 'as-asked' && step.expectation.kind === 'accept') subject.anchor = 'good';
}
