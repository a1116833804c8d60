import { bodyText, type Case, type Recipe } from '../../generators/case.ts';
import type { Expectation } from '../../generators/oracle.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { NoReading, VolumeReading } from '../../targets/observe.ts';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import { pathSegment } from '../../wire/path.ts';
import { sendPatiently } from '../../wire/patient.ts';
import { isDenied, isLost, jobIdOf, lostWords, outcomeOf } from '../judge/outcome.ts';
import type { Step } from '../step.ts';
import { readLater } from './care.ts';
import type { Awaited } from './patience.ts';
import type { Run } from './run.ts';
import { type Settled, settle, type Until } from './settle.ts';
import { LostExchange, type Subject } from './subject.ts';

/** How a request is sent and what is waited for. */
export interface Sending {
  readonly check: RequirementId;
  readonly ordinal: number;
  readonly recipe: Recipe | undefined;
  /** `never`: an acceptance is wrong whatever comes of it. */
  readonly until: Until | 'never';
  /** For these, wait the whole limit even where the run has waited in vain before. */
  readonly proving?: readonly Awaited[];
  /** Departures from the documented request, for the checks that are about them. */
  readonly request?: Partial<Pick<WireRequest, 'method' | 'path' | 'credentials'>>;
  readonly inScope?: boolean;
  /** What a reader has to know of those departures. */
  readonly about?: string;
  /** Where an accepted request has another size to result in than the oracle says. */
  readonly expected?: number | null;
  /** Another request is under way: what is seen around this one is partly the other's doing, so that no witness is shown it. */
  readonly together?: boolean;
}

/** The case that a recipe makes on this volume as it is now. */
export function caseOf(run: Run, subject: Subject, recipe: Pick<Recipe, 'body' | 'size'>): Case {
  const { size, status } = subject.now;
  const { ceiling, maximum } = run.room;
  return {
    path: { project_id: subject.volume.project, volume_id: subject.volume.id },
    body: bodyText(recipe, { current: size, maximum, ceiling }),
    volume: { size: Math.max(1, Math.trunc(size)), status, multiattach: subject.setup.multiattach },
    servers: subject.setup.servers,
  };
}

/** The documented path of the operation; the ids as they stand in a path. */
export function operationPath(run: Run, ids: Readonly<Record<string, string>>): string {
  return run.contract.operation.path.replace(/\{(\w+)\}/g, (whole, name: string) => ids[name] ?? whole);
}

/**
 * Sends one request to extend and watches what comes of it. The volume's latest reading is kept in the subject.
 * Throws `LostExchange` where no outcome can be had: the volume is spoiled then, for the request may have been applied.
 */
export async function extend(run: Run, subject: Subject, case_: Case, sending: Sending): Promise<Step> {
  const { contract, target, clock, signal } = run;
  const expectation = run.oracle(case_);
  const grows = expectation.kind === 'accept' || expectation.kind === 'open';
  if (grows && sending.request === undefined) await leaveRefusalsBehind(run, subject);
  const path = operationPath(run, {
    [contract.names.project]: pathSegment(case_.path.project_id),
    [contract.names.volume]: pathSegment(case_.path.volume_id),
  });
  const request = { method: contract.operation.method, path, body: case_.body, ...sending.request };
  const before = subject.observed ? subject.now : undefined;
  subject.touched = true;
  const exchange = await sendPatiently(target.transport, request, clock, { signal });
  run.contact(exchange, grows);
  if (isLost(exchange)) {
    subject.spoilt = 'lost';
    throw new LostExchange(lostWords(exchange));
  }
  const outcome = outcomeOf(exchange, contract);
  const expected = sending.expected !== undefined ? sending.expected : sizeOf(expectation);
  let settled: Settled | undefined;
  if (outcome === 'accepted' && sending.until !== 'never' && before !== undefined) {
    const job = jobIdOf(exchange, contract);
    settled = await settle(run, {
      volume: subject.volume,
      before,
      expected,
      job,
      until: sending.until,
      proving: sending.proving ?? [],
    });
  }
  const again = settled === undefined ? await readAgain(run, subject) : undefined;
  if (again?.kind === 'unreadable' && again.why === 'gone' && isNotFound(exchange)) {
    subject.spoilt = 'lost';
    throw new LostExchange(`the volume ${subject.volume.id} is no longer there: somebody has deleted it`);
  }
  const after = settled?.after ?? (again?.kind === 'volume' ? again : undefined);
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
    lockedBy: undefined,
    previous: last?.recipe === undefined ? undefined : { check: last.check, recipe: last.recipe },
    // where nothing can be read, nobody knows whether a denial is the credentials' or the request's
    inScope: sending.inScope ?? (expectation.kind !== 'unreadable' && !(isDenied(exchange) && !subject.observed)),
  };
  remember(run, subject, step, expected);
  if (sending.together === true) run.told(step);
  else run.witness(step);
  return step;
}

/** What a refusal does late must not be taken for what the next request does. */
export async function leaveRefusalsBehind(run: Run, subject: Subject): Promise<void> {
  await readLater(run, subject);
  if (subject.spoilt !== undefined) throw new LostExchange('the volume changed after an earlier refusal');
}

function sizeOf(expectation: Expectation): number | null {
  return expectation.kind === 'accept' || expectation.kind === 'open' ? expectation.size : null;
}

async function readAgain(run: Run, subject: Subject): Promise<VolumeReading | NoReading | undefined> {
  return subject.observed ? run.target.observer.volume(subject.volume) : undefined;
}

const isNotFound = ({ reply }: Exchange): boolean =>
  reply.kind === 'answer' && (reply.status === 404 || reply.status === 410);

/** Keeps what a step has told of the volume; a volume that is not as it should be is never used again. */
function remember(run: Run, subject: Subject, step: Step, expected: number | null): void {
  const { before, after, outcome, ending } = step;
  if (after !== undefined) subject.now = after;
  if (outcome === 'refused') {
    subject.refusal = { step, at: run.clock.now(), isOld: false };
    if (before !== undefined && (after === undefined || after.size !== before.size || after.status !== before.status)) {
      subject.spoilt = 'changed';
    }
    return;
  }
  subject.refusal = undefined;
  if (outcome === 'accepted' && ending !== 'failed') subject.extensions += 1;
  if (after !== undefined && after.size !== before?.size) subject.history = [...subject.history, after.size];
  if (outcome === 'accepted' && run.target.observer.seesJobs) subject.job = jobIdOf(step.exchange, run.contract);
  if (ending === 'unseen' && before === undefined && expected !== null) {
    subject.now = { ...subject.now, size: expected };
    return;
  }
  // a job that failed has left the volume as it was: the next reading tells whether it is ready again
  if (ending !== 'as-asked' && ending !== 'failed') subject.spoilt = 'used';
  else if (ending === 'as-asked' && step.expectation.kind === 'accept') subject.anchor = 'good';
}
