import { isDeepStrictEqual } from 'node:util';
import type { ActiveCheck } from '../../engine/check.ts';
import { whyNotAccepted } from '../../engine/fixtures/control.ts';
import { type Fitter, prepare, prepareValid } from '../../engine/fixtures/fit.ts';
import type { Sized } from '../../engine/fixtures/sending.ts';
import { isTaken } from '../../engine/judge/outcome.ts';
import type { Operation } from '../../engine/operation.ts';
import { type Bystander, judgedStep, type Step, type Trace } from '../../engine/step.ts';
import { bodyText, type Recipe } from '../../generators/case.ts';
import { openOracle } from '../../generators/oracle.ts';
import { quantity } from '../../generators/quantity.ts';
import { roomOf } from '../../generators/room.ts';
import type { Contract } from '../../spec/contract.ts';
import type { RunLine } from './lines.ts';
import { togetherIn } from './pairs.ts';

/** How a run of an operation fits recipes to its volumes. */
export interface OperationFitter extends Fitter {
  readonly operation: Operation;
}

/** How the run has fitted recipes to its volumes. */
export function fitterOf(
  operation: Operation,
  contract: Contract,
  { minSize, maxGb, keeps }: RunLine,
): OperationFitter {
  const room = roomOf(contract, minSize, maxGb ?? undefined);
  return { operation, oracle: openOracle(contract), room, target: { provisioner: { keeps } } };
}

/** Why a trace does not belong to the exercise: its steps must be of one case, of its check and of its recipe. */
export function foreign(
  { requirement }: ActiveCheck,
  asked: Recipe,
  made: Trace,
  fitter: OperationFitter,
): readonly string[] {
  const { operation } = fitter;
  const { steps, bystanders } = made;
  const found: string[] = [];
  if (steps.some(({ check }) => check !== requirement)) found.push('rests on the steps of another check');
  if (steps.at(-1)?.outcome === 'none') found.push('rests on a step without an outcome');
  if (requirement === operation.roles.others && bystanders !== undefined) {
    if (!bystanders.every(isOfOneVolume)) found.push('compares readings of different volumes');
    // its requests are none of its recipe's: that says which of them are sent
    return found;
  }
  if (steps.length > 0 && !isMadeFrom(judgedStep({ steps }), asked, fitter))
    found.push('rests on the steps of another recipe');
  if (!isOfHistory(steps[0], asked)) found.push('rests on a volume with another history');
  if (steps.some(togetherIn(operation)) && steps.length !== 2) found.push('rests on one of two that were sent at once');
  if (steps.length > 0 && isUnseen(made, asked, fitter))
    found.push('rests on an acceptance that was not seen to work, but does not say so');
  return found;
}

/** Whether a volume had been extended as often as ordered; its first reading is from that time. */
function isOfHistory(first: Step | undefined, { setup: { exact, grown } }: Recipe): boolean {
  if (first?.before === undefined) return true;
  const times = first.history.length - 1;
  return exact ? times === grown : times >= grown;
}

/** Whether a valid request was accepted and its end not seen, or not the one that it has to have, and nothing is said of it. */
function isUnseen(made: Trace, asked: Recipe, fitter: OperationFitter): boolean {
  const step = judgedStep(made);
  if (made.blocked !== undefined || made.unclear !== undefined || !step.inScope) return false;
  if (step.expectation.kind !== 'accept' || !isTaken(step)) return false;
  return step.ending === 'given-up' || whyNotAccepted(step, asked, fitter) !== undefined;
}

/** If a volume could not be read, its earlier state is presumed. */
const isOfOneVolume = ({ id, before, after }: Bystander): boolean =>
  [before, ...(after === 'gone' ? [] : [after])].every(({ source }) => source === undefined || source.volume === id);

/** Whether a step's recipe is the ordered one, with at most its size fitted to the volume. */
function isMadeFrom({ recipe, ...step }: Step, asked: Recipe, fitter: Fitter): boolean {
  if (recipe === undefined) return false;
  const { size, ...rest } = recipe;
  const { size: due, ...wanted } = asked;
  if (!isDeepStrictEqual(plain(rest), plain(wanted))) return false;
  const sizes = step.inScope ? [due] : [due, ...together];
  if (sizes.some((one) => isDeepStrictEqual(one, size))) return true;
  return isDeepStrictEqual(prepareValid(fitter, sizedOf(step), asked).recipe.size, size);
}

/** Of two that are sent at once each has a size of its own. */
const together = [1, 2, 10, 20].map((plus) => quantity('current', plus));

/** As it comes out of JSON, where members that are undefined are none. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

export function sizedOf({ before, case: { path, servers, volume } }: Pick<Step, 'before' | 'case'>): Sized {
  return {
    now: before ?? volume,
    volume: { project: path.project_id, id: path.volume_id },
    setup: { servers, multiattach: volume.multiattach },
  };
}

/**
 * Whether a step has sent the request of its recipe for the volume, or the documented body if it only prepares a case, and
 * whether its recorded size is the one in that body. All other code takes the size from the steps, where a forger may
 * write anything: only here it is compared with the body.
 */
export function isSentAsMade({ recipe, ...step }: Step, fitter: OperationFitter, contract: Contract): boolean {
  const { asked, case: sent } = step;
  if (recipe === undefined)
    return unspaced(bodyText(fitter.operation.effect.body(contract), asked)) === unspaced(sent.body);
  const made = prepare(fitter, sizedOf(step), recipe);
  return made.case.body === sent.body && made.asked === asked;
}

const unspaced = (text: string): string => text.replaceAll(/\s/g, '');
