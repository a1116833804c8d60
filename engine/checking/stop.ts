import { type RequirementId, requirementIn } from '../../spec/requirements.ts';
import type { Clock } from '../../wire/clock.ts';
import type { StepMark } from '../../wire/exchange.ts';
import type { FirstContact } from '../contact/first-volume.ts';
import type { Guard } from '../guard/guard.ts';
import type { Plan } from '../plan.ts';
import type { Exercised, Purpose } from '../stage.ts';
import { markOf } from '../step.ts';
import type { Schedule } from './schedule.ts';
import type { Watch } from './watch.ts';

/** Conditions that end a run before its checks are through. */
export interface StopOptions {
  /** At the first MUST that fails; those that are expected to are passed over. */
  readonly failFast?: { readonly expected: readonly string[] } | undefined;
  /** So many ms after its beginning. */
  readonly maxMs?: number | undefined;
  /** It is a smoke run, which ends at the first MUST that fails as well. */
  readonly smoke?: boolean | undefined;
  /** Called as a requirement is first known to fail, with the request that showed it. */
  readonly onFailure?: ((id: RequirementId, by: StepMark) => void) | undefined;
}

/**
 * Decides when a run stops. It is asked before each case, so that cases under way are judged to their end; only the time limit
 * cuts them off as well.
 *
 * Cases run side by side, and which of two fails first is a matter of luck. So what counts is whose turn comes first: the
 * cases before the one that fails are judged to their end, for one of them may fail yet, and none after it is sent.
 */
export interface Stop {
  /** Whether this case of the check is no longer to be sent; `turn`: the case's, where that is not the check's latest. */
  readonly isOver: (check: RequirementId, purpose: Purpose, turn?: number) => boolean;
  /** Why a check was stopped; undefined where it was not. */
  readonly why: (check: RequirementId) => string | undefined;
  /** The result of the first contact's request, and then of each exercise of a check. */
  readonly contacted: (contact: FirstContact) => void;
  readonly made: (check: RequirementId, made: Exercised) => void;
  /** Why neither the first contact nor the smoke test had an answer that decides anything; undefined where one had. */
  readonly lost: () => string | undefined;
  /** A requirement has failed by a case of a check, which showed in this request of it; that is confirmed. */
  readonly failed: (id: RequirementId, by: StepMark, turn?: number) => void;
  /** The same watch; its findings count as well. */
  readonly watching: (watch: Watch) => Watch;
  /** The requirement that has stopped the run; undefined while none has. */
  readonly culprit: () => RequirementId | undefined;
  /** Nothing is left that could fail before the culprit: the run is over. */
  readonly conclude: () => void;
  /** The run has ended; nobody waits for its time to be over. */
  readonly close: () => void;
}

interface StopParts {
  readonly plan: Plan;
  readonly guard: Guard;
  readonly clock: Clock;
  readonly schedule: Pick<Schedule, 'turnOf'>;
}

/** Begins with the time running. */
export function openStop(options: StopOptions, { plan, guard, clock, schedule }: StopParts): Stop {
  const { failFast, maxMs, smoke = false, onFailure = () => {} } = options;
  const closed = new AbortController();
  const failing = new Set<RequirementId>();
  const stopped = new Set<RequirementId>();
  let found: { readonly id: RequirementId; readonly turn: number } | undefined;
  const isFast = failFast !== undefined || smoke;
  const counts = (id: RequirementId): boolean =>
    isFast &&
    plan.selected.has(id) &&
    failFast?.expected.includes(id) !== true &&
    requirementIn(plan.operation.register, id).level === 'MUST';

  if (maxMs !== undefined)
    void clock.sleep(maxMs, closed.signal).then(() => {
      if (!closed.signal.aborted) guard.stop(`stopped: the ${maxMs / 1000} s of --max-time are over`);
    });

  function failed(id: RequirementId, by: StepMark, turn = schedule.turnOf(by.check as RequirementId)): void {
    if (!failing.has(id)) onFailure(id, by);
    failing.add(id);
    if (counts(id) && (found === undefined || turn < found.turn)) found = { id, turn };
  }
  const { smokeTest } = plan.operation.roles;
  let wasContactLost = false;
  let lost: string | undefined;
  const whatFor = failFast === undefined ? 'a smoke run ends with that' : '--fail-fast is given';
  const why = (): string | undefined => found && `stopped: ${found.id} fails, and ${whatFor}`;
  return {
    isOver(check, purpose, turn = schedule.turnOf(check)) {
      // nothing has been answered yet: no further case of it will be
      if (check === smokeTest && lost !== undefined) return true;
      if (found === undefined) return false;
      // what has found something makes it as small as it gets
      if (turn < found.turn || (turn === found.turn && purpose === 'smaller')) return false;
      stopped.add(check);
      return true;
    },
    why: (check) => (stopped.has(check) ? why() : undefined),
    contacted(contact) {
      wasContactLost = contact === 'lost';
    },
    made(check, made) {
      if (wasContactLost && check === smokeTest && 'kind' in made && made.kind === 'unclear') lost ??= made.reason;
    },
    lost: () => lost,
    failed,
    watching: (watch) => ({
      ...watch,
      see(step) {
        watch.see(step);
        if (watch.finding().failure?.complaint.step === step) failed(watch.check.requirement, markOf(step));
      },
    }),
    culprit: () => found?.id,
    conclude() {
      const reason = why();
      if (reason !== undefined) guard.stop(reason);
    },
    close: () => closed.abort(),
  };
}
