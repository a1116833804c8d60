import type { Contract } from '../../spec/contract.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { Passing } from '../../verdicts/result.ts';
import { isServerError } from '../judge/answers.ts';
import { isValid } from '../judge/expect.ts';
import { isTaken } from '../judge/outcome.ts';
import type { Ownership } from '../ownership.ts';
import type { Step } from '../step.ts';

/** Counts answers that did not show again when the request was repeated, and the doubts that they leave. */
export interface PassingCounter {
  /** A step that is shown again, because more was seen of it, counts once. */
  readonly see: (step: Step) => void;
  readonly counts: () => Passing;
  /** Id → why it cannot be judged. */
  readonly doubts: () => ReadonlyMap<RequirementId, string>;
}

/** A single passing refusal may be chance; a repeated one is the service's behaviour. */
const toleratedRefusals = 1;
/** Of so many valid requests at least, more than this share may not meet a server error. */
const leastRequests = 50;
const toleratedErrors = 0.02;

const isOften = (errors: number, of: number): boolean => of >= leastRequests && errors > of * toleratedErrors;

const passed = 'met a server error, and got another answer when sent again';

const afterRefusals = ', each right after a refusal by the same volume';

export function openPassing({ roles, prepares }: Ownership, contract: Contract): PassingCounter {
  const seen = new Set<string>();
  const unsteady = new Map<RequirementId, number>();
  /** None of these came but right after a refusal by the same volume. */
  let isAfterRefusals = true;
  let valid = 0;
  let validErrors = 0;
  let other = 0;
  let otherErrors = 0;
  let serverErrors = 0;
  let refusals = 0;

  /** The requirement whose case a valid request is, or, where it only prepares one, would be. */
  const ownerOf = (step: Step): RequirementId => (step.recipe === undefined ? prepares(step) : step.check);

  function seeRepeated(step: Step, first: Step, isOneOfThem: boolean): void {
    if (isServerError(first) && step.alone === first.alone) {
      if (isServerError(step)) return;
      serverErrors += 1;
      if (isOneOfThem) validErrors += 1;
      else otherErrors += 1;
      return;
    }
    if (!isTaken(step)) return;
    refusals += 1;
    if (!first.alone) return;
    unsteady.set(ownerOf(step), (unsteady.get(ownerOf(step)) ?? 0) + 1);
    isAfterRefusals &&= first.previous !== undefined;
  }

  return {
    see(step) {
      const key = `${step.check} ${step.ordinal} ${step.case.path.volume_id} ${step.case.body}`;
      if (seen.has(key)) return;
      seen.add(key);
      const isOneOfThem = step.inScope && isValid(step, contract);
      if (isOneOfThem) valid += 1;
      else other += 1;
      if (step.repeats !== undefined) seeRepeated(step, step.repeats, isOneOfThem);
    },
    counts: () => ({ serverErrors, refusals }),
    doubts() {
      const doubts = new Map<RequirementId, string>();
      const total = [...unsteady.values()].reduce((sum, times) => sum + times, 0);
      if (total > toleratedRefusals)
        for (const [id, times] of unsteady)
          doubts.set(
            id,
            `answers change from one time to the next: ${times} valid requests, each sent alone, were refused and then accepted${isAfterRefusals ? afterRefusals : ''}`,
          );
      if (isOften(validErrors, valid))
        doubts.set(roles.smokeTest, `${validErrors} of ${valid} valid requests ${passed}`);
      if (isOften(otherErrors, other))
        doubts.set(roles.clientError, `${otherErrors} of ${other} requests that may be refused ${passed}`);
      return doubts;
    },
  };
}
