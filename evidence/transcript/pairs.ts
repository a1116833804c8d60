import { isDeepStrictEqual } from 'node:util';
import { isCrowded } from '../../engine/assessment.ts';
import { isDoubtful } from '../../engine/fixtures/again.ts';
import { isServerError } from '../../engine/judge/answers.ts';
import type { Operation } from '../../engine/operation.ts';
import type { Step } from '../../engine/step.ts';
import type { Contract } from '../../spec/contract.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { StepLine } from './lines.ts';

/**
 * Holds the steps of a run against each other, in their order, and says what cannot be of those that were sent again: an
 * answer that counts for nothing must have been in doubt, and the request after it the very same.
 */
export interface Pairs {
  /** `first`: the line of the step that this one repeats. */
  readonly see: (step: Step, line: StepLine, first: StepLine | undefined) => readonly string[];
}

export function openPairs(operation: Operation, contract: Contract): Pairs {
  const isTogether = togetherIn(operation);
  /** Number of a step → the exchange in which it was sent again. */
  const again = new Map<number, number>();
  /** The exchange by which the run was seen to need one request at a time. */
  let turned: number | undefined;
  /** Of each check the request that was on its way when that was seen. */
  const late = new Map<RequirementId, number>();

  function repeating(step: Step, line: StepLine, repeated: Step, first: StepLine): readonly string[] {
    const found: string[] = [];
    const known = again.get(first.number) ?? line.exchange;
    again.set(first.number, line.exchange);
    if (known !== line.exchange) found.push(`step ${first.number} is said to have been sent again twice`);
    if (!isSame(step, repeated) || first.exchange >= line.exchange)
      found.push(`it is not the request of step ${first.number} once more`);
    if (first.watched || !isDoubtful({ contract }, repeated, {}))
      found.push(`nothing was in doubt about step ${first.number}, which it is said to repeat`);
    const isAlone = step.alone || (isServerError(repeated) && !repeated.alone);
    if (!isAlone) found.push('what was sent again was by itself, or was not, and it is said otherwise');
    return found;
  }

  /** Before the run goes one by one nothing is by itself but what is sent again; from then on everything is. */
  function isInTurn({ check, ordinal, alone }: Step, { exchange }: StepLine): boolean {
    if (alone) return turned !== undefined && exchange > turned;
    if (turned === undefined || exchange < turned) return true;
    const one = late.get(check) ?? ordinal;
    late.set(check, one);
    return one === ordinal;
  }

  return {
    see(step, line, first) {
      const { repeats, alone } = step;
      if (isTogether(step)) return [];
      const isFirst = repeats === undefined || first === undefined;
      const found = isFirst ? [] : repeating(step, line, repeats, first);
      const isOutOfTurn = (isFirst || alone === repeats.alone) && !isInTurn(step, line);
      if (!isFirst && isCrowded(step)) turned ??= line.exchange;
      return isOutOfTurn ? [...found, outOfTurn[alone ? 'alone' : 'beside']] : found;
    },
  };
}

const outOfTurn = {
  alone: 'it was sent by itself, and the run did not go one by one',
  beside: 'it was not sent by itself, and the run went one by one',
} as const;

/** Two that are sent at once have their turn together; no rule about all answers is judged by them. */
export const togetherIn =
  ({ roles }: Operation) =>
  ({ check, inScope }: Pick<Step, 'check' | 'inScope'>): boolean =>
    check === roles.simultaneous && !inScope;

const isSame = (one: Step, other: Step): boolean =>
  one.check === other.check &&
  one.ordinal === other.ordinal &&
  one.about === other.about &&
  isDeepStrictEqual(one.case, other.case) &&
  isDeepStrictEqual(one.recipe, other.recipe);
