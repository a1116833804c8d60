import type { Contract } from '../../spec/contract.ts';
import type { Check } from '../check.ts';
import type { Complaint } from '../complaint.ts';
import { crashOf } from '../crash.ts';
import type { Ownership } from '../ownership.ts';
import type { Plan } from '../plan.ts';
import type { Step, Trace } from '../step.ts';
import type { Finding } from './finding.ts';

/** Watches all steps of a run for one check; keeps counts, the smallest complaint, and of its steps a few that others are compared with. */
export interface Watch {
  readonly check: Check;
  see(step: Step): void;
  finding(): Finding;
}

/** One watch for each check of the plan that is judged by all answers. */
export function watchesOf({ passive, active, operation }: Plan, contract: Contract): readonly Watch[] {
  return [...passive, ...active]
    .filter((check) => check.appliesTo !== undefined || check.unique !== undefined)
    .map((check) => openWatch(check, operation, contract));
}

export function openWatch(check: Check, operation: Pick<Ownership, 'effect'>, contract: Contract): Watch {
  const plain = operation.effect.body(contract);
  let runs = 0;
  let observed = true;
  let smallest: Complaint | undefined;
  let shown: Trace = { steps: [] };
  let foundAfter = 0;
  let crash: string | undefined;
  /** The first request that has each of what none may share. */
  const firsts = new Map<string, Step>();

  function sharedWith(step: Step): Complaint | undefined {
    const key = check.unique?.keyOf(step, contract);
    if (key === undefined) return undefined;
    const first = firsts.get(key);
    if (first === undefined && isSmall(step) && firsts.size < mostFirsts) firsts.set(key, step);
    return first && check.unique?.judge(first, step, contract);
  }

  function keep(complaint: Complaint | undefined, trace: Trace): void {
    if (complaint === undefined) return;
    if (smallest === undefined) foundAfter = complaint.step.ordinal;
    if (smallest !== undefined && !isSmaller(complaint.step, smallest.step, plain)) return;
    smallest = complaint;
    shown = trace;
  }

  return {
    check,
    see(step) {
      try {
        const shared = sharedWith(step);
        if (shared !== undefined) keep(shared, { steps: [...(shared.beside ?? []), step] });
        if (check.appliesTo?.(step, contract) !== true) return;
        runs += 1;
        observed &&= step.after !== undefined;
        const trace = { steps: [step] };
        keep(check.judge(trace, contract), trace);
      } catch (error) {
        crash ??= crashOf(error);
      }
    },
    finding: () => ({
      requirement: check.requirement,
      runs,
      observed,
      failure:
        smallest === undefined
          ? undefined
          : {
              complaint: smallest,
              evidence: { trace: shown },
              recipe: smallest.step.recipe,
              path: `via ${smallest.step.check}`,
              foundAfter,
            },
      doubts: [],
      short: undefined,
      crash: smallest === undefined ? crash : undefined,
      notes: [],
    }),
  };
}

/** So many steps are kept to be compared, with answers of at most so many characters: a service may answer at length. */
const mostFirsts = 1_000;
const longestAnswer = 4_096;

const isSmall = ({ exchange: { reply } }: Step): boolean => reply.kind === 'none' || reply.text.length <= longestAnswer;

/** Fewer servers, a plainer volume, a shorter request: an order on cases, so that the same one is kept, whichever came first. */
function isSmaller(one: Step, other: Step, documented: string): boolean {
  const [left, right] = [weight(one, documented), weight(other, documented)];
  for (const [at, value] of left.entries()) {
    const against = right[at] ?? 0;
    if (value !== against) return value < against;
  }
  return one.case.body < other.case.body;
}

function weight(step: Step, documented: string): readonly (number | string)[] {
  const { check, expectation, recipe } = step;
  const { volume, servers, body } = step.case;
  const odd = expectation.kind === 'open' ? 1 : 0;
  const plain = [servers.length, odd, volume.multiattach ? 1 : 0];
  if (recipe === undefined) return [...plain, 1, volume.size, body.length, body, check];
  const { setup, size, variant } = recipe;
  const far = size.base === 'maximum' || size.base === 'ceiling' ? 1 : 0;
  // an exponent would look as if it were the matter
  const form = size.form === 'plain' ? 0 : 1;
  const number = [form, size.wrap, far, Math.abs(size.plus), size.tail.length, JSON.stringify(size)];
  const asked = [recipe.body === documented ? 0 : 1, recipe.body.length, recipe.body, ...number];
  return [...plain, 0, setup.grown, setup.size, ...asked, setup.exact ? 0 : 1, volume.size, variant, check];
}
