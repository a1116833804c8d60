import { expect, test } from 'vitest';
import { unlessAttributed } from '../../../engine/checking/attribution.ts';
import type { Stage } from '../../../engine/stage.ts';
import type { Recipe } from '../../../generators/case.ts';
import { roomOf } from '../../../generators/room.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import { extendVolume } from '../../../suites/extend-volume/operation.ts';
import { registry } from '../../../suites/extend-volume/registry.ts';
import { contract } from '../../suites/committed.ts';

const room = roomOf(contract, 10, undefined);
const check = registry['decimal.lower-bound'];
const [recipe] = check.cases(contract, room, { runs: 1, extensions: 1 }).first;

/** What becomes of a decimal that was accepted, and what is made a case of whom, where its integer is answered so. */
async function attributed(outcome: 'accepted' | 'refused') {
  if (recipe === undefined) throw new TypeError('the check has no cases');
  const added: [string, Recipe][] = [];
  const expects = { kind: 'refuse', clauses: ['size.not-greater'] } as const;
  const accepted = step({ body: '{"os-extend":{"new_size":10.9}}', expects, outcome: 'accepted' });
  const complaint = check.judge({ steps: [accepted] }, contract);
  if (complaint === undefined) throw new TypeError('nothing is wrong with it');
  const stage: Stage = {
    operation: extendVolume,
    contract,
    room,
    isOver: () => false,
    exercise: async () => ({ steps: [step({ expects, outcome })] }),
    note: () => {},
    addCase: (id, one) => added.push([id, one]),
    endReuse: () => {},
  };
  const evidence = { trace: { steps: [accepted] } };
  const seen = { kind: 'complaint', complaint, observed: true, foundAfter: 1, evidence } as const;
  const { kind } = await unlessAttributed(check, stage, recipe, seen);
  return { kind, added: added.map(([id, { size }]) => [id, size.tail]) };
}

test('a twin that must be refused and is accepted is a case of its own requirement', async () => {
  expect(await attributed('accepted')).toEqual({ kind: 'blocked', added: [['size.not-greater', '']] });
});

test('a twin that is refused leaves the case to its requirement', async () => {
  expect(await attributed('refused')).toEqual({ kind: 'complaint', added: [] });
});
