import { isDeepStrictEqual } from 'node:util';
import type { ActiveCheck } from '../../engine/check.ts';
import { assessFor } from '../../engine/checking/assess.ts';
import { besides, type Examined } from '../../engine/checking/case-runner.ts';
import { interrupted } from '../../engine/checking/run-case.ts';
import { isTaken } from '../../engine/judge/outcome.ts';
import type { Operation } from '../../engine/operation.ts';
import type { Stage } from '../../engine/stage.ts';
import type { Trace } from '../../engine/step.ts';
import type { Recipe } from '../../generators/case.ts';
import type { Room } from '../../generators/room.ts';
import type { Contract } from '../../spec/contract.ts';
import type { CaseLine, ToldExamined, ToldExercise, ToldTrace } from './lines.ts';
import type { Rebuilt } from './rebuild.ts';

/** The basis for judging cases again. */
export interface Rejudging {
  readonly operation: Operation;
  readonly contract: Contract;
  readonly room: Room;
  readonly rebuilt: Pick<Rebuilt, 'trace'>;
  /** Gets the statements about a case that do not follow from its exercises. */
  readonly tell: (what: string) => void;
  /** Why a trace does not belong to the exercise. */
  readonly foreign: (check: ActiveCheck, asked: Recipe, told: ToldTrace, made: Trace) => readonly string[];
}

/**
 * Judges a case of a transcript again, as the run did: each of its exercises, in their order, has to stand
 * there, and its result follows from them. A case without exercises is taken as stated.
 */
export async function examinedAgain(check: ActiveCheck, line: CaseLine, bench: Rejudging): Promise<Examined> {
  const { examined: told, exercises, purpose, recipe } = line;
  const of = `a case of ${check.requirement}`;
  if (isOfNoExercise(told)) {
    if (exercises.length > 0 && told.kind !== 'crashed')
      bench.tell(`${of} was exercised, but is said not to have been`);
    return told;
  }
  const left = [...exercises];
  const again = await assessFor(purpose, check, stageOf(check, left, told, bench), recipe);
  if (left.length > 0) bench.tell(`${of} was exercised more often than it had to be`);
  const [seen, said] = [inWords(again), inWords(told)];
  if (!isDeepStrictEqual(seen, said)) bench.tell(`${of} is said to be ${said}, but its steps show ${seen}`);
  return again;
}

/** The results of cases that were not judged. */
type Unexercised = Extract<Examined, { readonly kind: 'passed-over' | 'interrupted' | 'crashed' | 'unavailable' }>;

function isOfNoExercise(told: ToldExamined): told is Unexercised {
  if (told.kind === 'unavailable') return told.reason === besides.reason;
  return told.kind === 'passed-over' || told.kind === 'interrupted' || told.kind === 'crashed';
}

/** The record in the target's place: it returns the result of each exercise, in order. */
function stageOf(
  own: ActiveCheck,
  left: ToldExercise[],
  said: ToldExamined,
  { operation, contract, room, rebuilt, tell, foreign }: Rejudging,
): Stage {
  return {
    operation,
    contract,
    room,
    isOver: () => said.kind === 'unclear' && said.reason === interrupted,
    async exercise(check, asked) {
      const told = left.shift();
      if (told === undefined) throw new TypeError('an exercise of it is missing');
      if (!('steps' in told)) return told;
      const made = rebuilt.trace(told);
      for (const what of foreign(check, asked, told, made)) tell(`a case of ${check.requirement} ${what}`);
      // what was refused is a twin's to tell, or accuses
      if (check === own && isPassedOver(check, made, contract))
        tell(`a case of ${check.requirement} rests on a valid request that was refused, but does not say so`);
      return made;
    },
    note: () => {},
    addCase: () => {},
    endReuse: () => {},
  };
}

/** Whether a valid request was refused, but neither the check nor the record of the exercise says so. */
function isPassedOver(check: ActiveCheck, made: Trace, contract: Contract): boolean {
  const step = made.steps.at(-1);
  // a second request may be refused for reasons of its own, which others judge
  if (step === undefined || made.steps.length > 1 || !step.inScope) return false;
  if (made.blocked !== undefined || made.unclear !== undefined) return false;
  if (step.recipe === undefined || step.expectation.kind !== 'accept' || isTaken(step)) return false;
  return check.judge(made, contract) === undefined;
}

/** The compared part of two assessments. An answer with a secret is cut at another place than without it. */
function inWords(one: ToldExamined | Examined): string {
  const sure = 'observed' in one && !one.observed ? ', not read back' : '';
  switch (one.kind) {
    case 'held':
      return `right${sure}`;
    case 'crowded':
      return 'refused among others, and accepted alone';
    case 'complaint':
      return `wrong (${one.complaint.kind}: ${untilSecret(one.complaint.text)}, after ${one.foundAfter})${sure}`;
    case 'blocked':
      return `blocked by ${one.blocked.by.join(' or ')}: ${one.blocked.reason}`;
    default:
      return 'reason' in one ? `${one.kind}: ${one.reason}` : one.kind;
  }
}

const untilSecret = (text: string): string => text.split('$EVS_', 1)[0] ?? '';
