import { bodyText, type Case, type Recipe } from '../../generators/case.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { WireRequest } from '../../wire/exchange.ts';
import { isServerError } from '../judge/answers.ts';
import { passingSuccess } from '../judge/jobs.ts';
import type { Step } from '../step.ts';
import { again, isDoubtful, restOf } from './again.ts';
import { attempt } from './attempt.ts';
import { readLater } from './care.ts';
import type { Awaited } from './patience.ts';
import type { Run } from './run.ts';
import type { Until } from './settle.ts';
import { LostExchange, type Subject } from './subject.ts';

/** How a request is sent and what is waited for. */
export interface Sending {
  readonly check: RequirementId;
  readonly ordinal: number;
  readonly recipe: Recipe | undefined;
  /** `never`: an acceptance is wrong whatever comes of it. */
  readonly until: Until | 'never';
  /** What comes of it is another requirement's to judge: it is waited for no longer than extensions were seen to take. */
  readonly brief?: boolean;
  /** For these, wait the whole limit even where the run has waited in vain before. */
  readonly proving?: readonly Awaited[];
  /** Departures from the documented request, for the checks that are about them. */
  readonly request?: Partial<Pick<WireRequest, 'method' | 'path' | 'credentials'>>;
  readonly inScope?: boolean;
  /** What a reader has to know of those departures. */
  readonly about?: string;
  /** Where an accepted request has another size to result in than the oracle says. */
  readonly expected?: number | null;
  /** It asks whether the volume is busy: a refusal may say just that. */
  readonly probing?: boolean;
  /** Another request is under way: what is seen around this one is partly the other's doing, so that no witness is shown it. */
  readonly together?: boolean;
}

/** What of a volume decides which case a recipe makes on it. */
export interface Sized {
  readonly now: Pick<Subject['now'], 'size' | 'status'>;
  readonly volume: Subject['volume'];
  readonly setup: Pick<Subject['setup'], 'multiattach' | 'servers'>;
}

/** The case that a recipe makes on this volume as it is now. */
export function caseOf(run: Pick<Run, 'room'>, subject: Sized, recipe: Pick<Recipe, 'body' | 'size'>): Case {
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
export function operationPath(run: Pick<Run, 'contract'>, ids: Readonly<Record<string, string>>): string {
  return run.contract.operation.path.replace(/\{(\w+)\}/g, (whole, name: string) => ids[name] ?? whole);
}

/**
 * Sends one request to extend and watches what comes of it; one that is in doubt is sent once more, and what counts is shown.
 * The volume's latest reading is kept in the subject.
 * Throws `LostExchange` where no outcome can be had: the volume is spoiled then, for the request may have been applied.
 */
export async function extend(run: Run, subject: Subject, case_: Case, sending: Sending): Promise<Step> {
  const { traffic, turns } = run;
  const isAlone = turns.isOneByOne();
  const expectation = run.oracle(case_);
  const send: Send = (alone, repeats) => attempt(run, subject, { case: case_, expectation, repeats }, sending, alone);
  // two that are sent at once have their turn together
  if (sending.together === true) {
    const step = await send(false);
    run.told(step);
    return step;
  }
  const grows = ['accept', 'open'].includes(expectation.kind) && sending.request === undefined;
  if (grows) await leaveRefusalsBehind(run, subject);
  const first = await (isAlone ? traffic.alone(() => rested(run, subject, send)) : traffic.beside(() => send(false)));
  const step =
    !sending.probing && isDoubtful(run, first, sending) ? await repeated(run, subject, first, sending, send) : first;
  run.witness(step);
  await run.whenInDoubt();
  const passing = passingSuccess(step);
  if (passing !== undefined) run.note('job.truthful', passing);
  return step;
}

/** Sends the request; `repeats`: once more, after that one. */
type Send = (alone: boolean, repeats?: Step) => Promise<Step>;

async function rested(run: Run, subject: Subject, send: Send): Promise<Step> {
  await restOf(run, subject);
  await run.clock.sleep(Math.max(0, run.turns.restMs() - run.traffic.quietFor()), run.signal);
  return send(true);
}

/** A server error may pass by itself; one that does not, and a refusal, may be for what else was under way. */
async function repeated(run: Run, subject: Subject, first: Step, sending: Sending, send: Send): Promise<Step> {
  const { traffic } = run;
  const byItself = (step: Step): Promise<Step> =>
    traffic.alone(() => again(run, subject, step, () => send(true, step), 'alone'));
  if (!isServerError(first)) return byItself(first);
  const second = await traffic.beside(() => again(run, subject, first, () => send(first.alone, first), 'beside'));
  return second.repeats === first && isDoubtful(run, second, sending) ? byItself(second) : second;
}

/** What a refusal does late must not be taken for what the next request does. */
export async function leaveRefusalsBehind(run: Run, subject: Subject): Promise<void> {
  await readLater(run, subject);
  if (subject.spoilt !== undefined) throw new LostExchange('the volume changed after an earlier refusal');
}
