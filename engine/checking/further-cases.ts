import type { Recipe } from '../../generators/case.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import { CouldNotRun } from '../../targets/volume-source.ts';
import type { Clock } from '../../wire/clock.ts';
import type { ActiveCheck } from '../check.ts';
import { crashOf } from '../crash.ts';
import type { CasesByCheck, RunDrawing } from '../interactions.ts';
import type { Plan } from '../plan.ts';
import { timing } from '../timing.ts';
import { extentOf } from './mandatory.ts';

/**
 * The cases that the checks of a plan send besides their own telling cases, so that all together show the operation's interactions.
 * Always the same for the same plan and drawing. Throws `CouldNotRun` if the suite breaks while drawing.
 */
export function furtherCases(plan: Plan, drawing: RunDrawing): CasesByCheck {
  const pieces = inPieces(plan, drawing);
  let piece = pieces.next();
  while (piece.done !== true) piece = pieces.next();
  return piece.value;
}

/** The same, with pauses for what else is to be done: a run waits for its first answers meanwhile. */
export async function furtherCasesMeanwhile(plan: Plan, drawing: RunDrawing, clock: Clock): Promise<CasesByCheck> {
  const pieces = inPieces(plan, drawing);
  let piece = pieces.next();
  for (let drawn = 1; piece.done !== true; drawn += 1) {
    if (drawn % atOneGo === 0) await clock.sleep(timing.breatheMs);
    piece = pieces.next();
  }
  return piece.value;
}

/** So many pieces take some milliseconds. */
const atOneGo = 32;

function* inPieces({ operation, active }: Plan, drawing: RunDrawing): Generator<void, CasesByCheck> {
  const { interactions, roles } = operation;
  if (interactions === undefined) return new Map();
  try {
    const own: (readonly [RequirementId, readonly Recipe[]])[] = [];
    for (const check of active) {
      const telling = tellingCases(check, drawing);
      if (telling !== undefined) own.push([check.requirement, telling]);
      yield;
    }
    const drawn = yield* interactions.cases(drawing, new Map(own));
    // these two are over before the others begin
    return new Map([...drawn].filter(([id]) => id !== roles.smokeTest && id !== roles.others));
  } catch (error) {
    throw new CouldNotRun(`the further cases cannot be drawn: ${crashOf(error)}`, { cause: error });
  }
}

/** Undefined where we break in drawing them, which the check's own row tells when it is run. */
function tellingCases(check: ActiveCheck, { contract, room, budget }: RunDrawing): readonly Recipe[] | undefined {
  try {
    const { first } = check.cases(contract, room, budget);
    return first.slice(0, extentOf(check, budget, first).cases);
  } catch {
    return undefined;
  }
}
