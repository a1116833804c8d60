import { isDeepStrictEqual } from 'node:util';
import { isCrowded } from '../../engine/checking/assessment.ts';
import { isDoubtful } from '../../engine/fixtures/again.ts';
import { isServerError } from '../../engine/judge/answers.ts';
import type { Operation } from '../../engine/operation.ts';
import type { Step } from '../../engine/step.ts';
import type { Contract } from '../../spec/contract.ts';
import type { StepLine } from './lines.ts';

/**
 * Compares the steps of a run with each other, in their order, and reports impossible repetitions: an
 * answer that counts for nothing must have been in doubt, and the request after it must be the same.
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

  function repeating(step: Step, line: StepLine, repeated: Step, first: StepLine): readonly string[] {
    const found: string[] = [];
    const known = again.get(first.number) ?? line.exchange;
    again.set(first.number, line.exchange);
    if (known !== line.exchange) found.push(`step ${first.number} is said to have been sent again twice`);
    if (!isSame(step, repeated) || first.exchange >= line.exchange)
      found.push(`it does not repeat the request of step ${first.number}`);
    if (first.watched || !isDoubtful({ contract }, repeated, {}))
      found.push(`it is said to repeat step ${first.number}, about which nothing was in doubt`);
    // some servers' errors pass by themselves, and so does the rest of a volume after its last accepted request
    const mayPass = isServerError(repeated) || repeated.history.length > 1 || repeated.before === undefined;
    const isAlone = step.alone || (mayPass && !repeated.alone);
    if (!isAlone) found.push('it is wrong about whether the repeated request was sent alone');
    return found;
  }

  /** Before the run goes one by one, only repetitions are sent alone; from then on every request is. */
  const isInTurn = ({ alone }: Step, { exchange }: StepLine): boolean =>
    alone === (turned !== undefined && exchange > turned);

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
  alone: 'it was sent alone, but the run was not one by one',
  beside: 'it was not sent alone, but the run was one by one',
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
