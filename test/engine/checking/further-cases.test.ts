import { expect, test } from 'vitest';
import type { Check } from '../../../engine/check.ts';
import { furtherCases, furtherCasesMeanwhile } from '../../../engine/checking/further-cases.ts';
import type { CasesByCheck, Interactions } from '../../../engine/interactions.ts';
import { planRun } from '../../../engine/plan.ts';
import { roomOf } from '../../../generators/room.ts';
import { systemClock } from '../../../main/clock.ts';
import type { RequirementId } from '../../../spec/requirements.ts';
import { extendVolume } from '../../../suites/extend-volume/operation.ts';
import { CouldNotRun } from '../../../targets/volume-source.ts';
import { committed } from '../../suites/bench.ts';
import { smokeTest } from '../../suites/register.ts';

const { contract } = committed;
const abilities = { seesVolumes: true, seesJobs: true, hasToken: true, fullRoom: true };
const drawing = { contract, room: roomOf(contract, 10, undefined), budget: { runs: 20, extensions: 12 }, seed: 1 };

// biome-ignore lint/correctness/useYield: it is drawn at once
function* ownAlone(_: unknown, own: CasesByCheck): Generator<void, CasesByCheck> {
  return own;
}

const boom = (): never => {
  throw new Error('boom');
};

function drawn(interactions: Interactions, change: (check: Check) => Check = (check) => check) {
  const checks = extendVolume.checks.map(change);
  return furtherCases(planRun({ ...extendVolume, checks, interactions }, contract, abilities), drawing);
}

test('of a check whose own cases cannot be drawn nothing is known, and all others have theirs', () => {
  const broken = 'size.greater';
  const known = drawn({ cases: ownAlone });
  const without = drawn({ cases: ownAlone }, (check) =>
    check.requirement === broken ? { ...check, cases: boom } : check,
  );
  expect(known.has(broken)).toBe(true);
  expect([...without.keys()]).toEqual([...known.keys()].filter((id) => id !== broken));
});

test('what runs alone at first has its own cases only', () => {
  const known = drawn({ cases: ownAlone });
  expect(known.size).toBeGreaterThan(0);
  expect([smokeTest, extendVolume.roles.others].filter((id) => known.has(id as RequirementId))).toEqual([]);
});

test('drawn meanwhile they are the same, and something else is done between the pieces', async () => {
  const plan = planRun(extendVolume, contract, abilities);
  let others = 0;
  const meanwhile = setInterval(() => {
    others += 1;
  });
  const cases = await furtherCasesMeanwhile(plan, drawing, systemClock);
  clearInterval(meanwhile);
  expect([...cases]).toEqual([...furtherCases(plan, drawing)]);
  expect(others).toBeGreaterThan(0);
});

test('where what lies between checks cannot be drawn, the run cannot be made', () => {
  expect(() => drawn({ cases: boom })).toThrow(new CouldNotRun('the further cases cannot be drawn: Error: boom'));
});
