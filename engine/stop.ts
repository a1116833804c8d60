import { type RequirementId, requirementIn } from '../spec/requirements.ts';
import type { Clock } from '../wire/clock.ts';
import type { FirstContact } from './first-volume.ts';
import type { Guard } from './guard.ts';
import type { Plan } from './plan.ts';
import type { Exercised, Purpose } from './stage.ts';
import type { Watch } from './watch.ts';

/** What may end a run before its checks are through. */
export interface StopOptions {
  /** At the first MUST that fails; those that are expected to are passed over. */
  readonly failFast?: { readonly expected: readonly string[] } | undefined;
  /** So many ms after its beginning. */
  readonly maxMs?: number | undefined;
  /** It is a smoke run, which ends at the first MUST that fails as well. */
  readonly smoke?: boolean | undefined;
}

/**
 * When a run is to stop. It is asked before each case, so that what is under way is judged to its end; only the time that is
 * over cuts that off as well.
 *
 * Checks run side by side, and which of two fails first is a matter of luck. So what counts is the order in which they
 * begin: those before the one that fails are judged to their end, for one of them may fail yet, and those after it stop.
 */
export interface Stop {
  /** Told the order in which the checks begin. */
  readonly begin: (order: readonly RequirementId[]) => void;
  /** Whether this case of the check is no longer to be sent. */
  readonly isOver: (check: RequirementId, purpose: Purpose) => boolean;
  /** Why a check was stopped; undefined where it was not. */
  readonly why: (check: RequirementId) => string | undefined;
  /** What came of the first contact's request, and then of each exercise of a check. */
  readonly contacted: (contact: FirstContact) => void;
  readonly made: (check: RequirementId, made: Exercised) => void;
  /** Why neither the first contact nor the smoke test had an answer that decides anything; undefined where one had. */
  readonly lost: () => string | undefined;
  /** A requirement has failed by a case of `by`: confirmed, and as small as it gets. */
  readonly failed: (id: RequirementId, by: RequirementId) => void;
  /** The same watch; what it finds counts as well. */
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
}

/** Begins with the time running. */
export function openStop({ failFast, maxMs, smoke = false }: StopOptions, { plan, guard, clock }: StopParts): Stop {
  const closed = new AbortController();
  const places = new Map<RequirementId, number>();
  let found: { readonly id: RequirementId; readonly at: number } | undefined;
  // what fails before any check has begun stops them all
  const placeOf = (check: RequirementId): number => places.get(check) ?? -1;
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

  function failed(id: RequirementId, by: RequirementId): void {
    const at = placeOf(by);
    if (counts(id) && (found === undefined || at < found.at)) found = { id, at };
  }
  const { smokeTest } = plan.operation.roles;
  let wasContactLost = false;
  let lost: string | undefined;
  const whatFor = failFast === undefined ? 'a smoke run ends with that' : '--fail-fast is given';
  const why = (): string | undefined => found && `stopped: ${found.id} fails, and ${whatFor}`;
  return {
    begin(order) {
      for (const [at, id] of order.entries()) places.set(id, at);
    },
    isOver(check, purpose) {
      // nothing has been answered yet: no further case of it will be
      if (check === smokeTest && lost !== undefined) return true;
      if (found === undefined) return false;
      const at = placeOf(check);
      // what has found something makes it as small as it gets
      return at > found.at || (at === found.at && purpose !== 'smaller');
    },
    why: (check) => (found !== undefined && placeOf(check) >= found.at ? why() : undefined),
    contacted(contact) {
      wasContactLost = contact === 'lost';
    },
    made(check, made) {
      if (wasContactLost && check === smokeTest && 'kind' in made && made.kind === 'unclear') lost ??= made.reason;
    },
    lost: () => lost,
    failed,
    watching: (watch) =>
      !isFast
        ? watch
        : {
            ...watch,
            see(step) {
              watch.see(step);
              if (watch.finding().failure?.complaint.step === step) failed(watch.check.requirement, step.check);
            },
          },
    culprit: () => found?.id,
    conclude() {
      const reason = why();
      if (reason !== undefined) guard.stop(reason);
    },
    close: () => closed.abort(),
  };
}
